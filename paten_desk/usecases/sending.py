"""Kirim data: seal what the kabupaten has not acknowledged, and take in its answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from paten_desk import __version__
from paten_desk.domain.closings import Acknowledgement, Closing, Export
from paten_desk.domain.errors import NotFound, PatenError, Rejected
from paten_desk.domain.ledger import Record, bytes_of, read, text_of
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import Right
from paten_desk.exchange import keys as cards
from paten_desk.exchange import media, records, reply, sealed_file
from paten_desk.exchange.header import Counts, Known, Label, Part, State
from paten_desk.exchange.reply import Agreement
from paten_desk.store import journal, tallies
from paten_desk.store.connection import transaction
from paten_desk.usecases import partners
from paten_desk.usecases.context import Context

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """One sealed file that was written.

    Attributes:
        first, last: Sequences inside.

    """

    path: Path
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the kabupaten follows.

    Attributes:
        length: Records of the own ledger; `acknowledged` of them are held by the kabupaten.

    """

    length: int
    acknowledged: int

    @property
    def open(self) -> int:
        """Records not yet acknowledged."""
        return self.length - self.acknowledged


def standing(context: Context) -> Standing:
    """Return how many records the kabupaten has acknowledged."""
    head = journal.head()
    return Standing(head.length, head.acknowledged)


def export(context: Context, folder: Path, report: Report = lambda done, total: None) -> list[Sent]:
    """Seal everything unacknowledged into files in a folder or on a stick; each is read back before it counts.

    Raises:
        NoRight, NotFound, PatenError: Not by this user; no kabupaten key; nothing to send; the medium fails.

    """
    context.demand(Right.EXPORT)
    receivers = [held for held in partners.partners(context) if held.confirmed]
    if context.office.role is OfficeRole.KABUPATEN or not receivers:
        raise NotFound(
            "Kunci kabupaten belum terdaftar di kantor ini.",
            "Masukkan kartu kunci kabupaten di Pengaturan, lalu ulangi.",
        )
    head = journal.head()
    if head.length == head.acknowledged:
        raise PatenError("Semua catatan sudah diakui kabupaten.", "Tidak ada yang perlu dikirim sekarang.")
    secret = partners.own_keys(context)
    recipients = [*receivers[-1].recipients, cards.recipient_of(secret.identity)]
    runs = list(records.split(_records(head.ledger, head.acknowledged + 1, head.length)))
    group = context.new_id()
    sent = []
    for at, run in enumerate(runs, 1):
        part = Part(at, len(runs), group) if len(runs) > 1 else None
        sent.append(_send(context, folder, run, secret, recipients, head, part))
        report(at, len(runs))
    return sent


def _send(
    context: Context,
    folder: Path,
    run: tuple[Record, ...],
    secret: partners.OwnKeys,
    recipients: list[str],
    head: journal.Head,
    part: Part | None,
) -> Sent:
    """Take a file number, seal, open again with the own key, record, and only then write to the medium."""
    with transaction():
        number = journal.next_file(head.ledger)
        identity = context.new_id()
        area, now = context.office.area, context.now()
        label = Label(identity, area[:5], area, head.ledger, number, now, __version__)
        sealed = sealed_file.pack(label, _state(context, run, head, part), run, secret.seed, recipients)
        sealed_file.inspect(sealed, [secret.identity])
        name = media.file_name(area, context.today(), number, (part.number, part.count) if part else None)
        made = Export(identity, number, run[0].sequence, run[-1].sequence, name, hashlib.sha256(sealed).hexdigest())
        journal.record(context.stamp(), "made", made)
    return Sent(media.write_file(folder, name, sealed), made.first, made.last)


def _state(context: Context, run: tuple[Record, ...], head: journal.Head, part: Part | None) -> State:
    inside = {record.fact.entity for record in run}
    closed = tuple(sorted(made.day for made in journal.load_all(Closing) if made.id in inside))
    newest = journal.load_all(Acknowledgement)[-1:]
    last_reply = Known(newest[0].length, newest[0].head) if newest else None
    counted = tallies.perpetual()
    return State(
        head.length,
        text_of(head.leaf),
        Counts(counted.requests, counted.letters, counted.cancelled, counted.receipts, counted.rupiah),
        closed_days=closed,
        last_reply=last_reply,
        part=part,
    )


def _records(ledger: str, first: int, last: int) -> Iterator[Record]:
    return (read(body) for _, _, body, _ in journal.stored(ledger, first, last))


def read_reply(context: Context, content: bytes) -> reply.Reply:
    """Take in the kabupaten's reply file; only one that agrees with the own ledger moves the mark.

    Raises:
        NoRight, Rejected: Not by this user; the file does not hold or is about another ledger.

    """
    context.demand(Right.EXPORT)
    secret = partners.own_keys(context)
    own = cards.recipient_of(secret.identity)
    opened = sealed_file.open_reply(content, [secret.identity], partners.signers(context), own)
    head = journal.head()
    said = opened.reply
    if said.ledger != head.ledger:
        raise Rejected("CHAIN", "Balasan ini untuk buku catatan lain.", "Minta kabupaten mengirim balasan yang benar.")
    _agree(head.ledger, said.known)
    _acknowledge(context, said.known, said.files[-1].result.value if said.files else said.status.value)
    return said


def read_code(context: Context, code: str) -> Known:
    """Take in the twelve characters read out by phone.

    Raises:
        NoRight, Rejected: Not by this user; no code of this ledger.

    """
    context.demand(Right.EXPORT)
    ledger = journal.head().ledger
    known = reply.confirmed_by(code, lambda sequence: journal.leaf_at(ledger, sequence))
    _acknowledge(context, known, "CODE")
    return known


def _agree(ledger: str, known: Known) -> None:
    found = reply.agreement(known, lambda sequence: journal.leaf_at(ledger, sequence))
    if found is Agreement.AHEAD:
        raise Rejected(
            "CHAIN",
            "Kabupaten memegang catatan yang lebih baru daripada komputer ini.",
            "Komputer ini mungkin dipulihkan dari cadangan lama; hubungi admin sebelum mendaftar lagi.",
        )
    if found is Agreement.DIFFERENT:
        raise Rejected(
            "CHAIN",
            "Catatan di kabupaten berbeda dari catatan di komputer ini.",
            "Jangan hapus apa pun; hubungi admin dan kabupaten.",
        )


def _acknowledge(context: Context, known: Known, result: str) -> None:
    code = reply.code_of(known.length, bytes_of(known.head))
    with transaction():
        ledger = journal.head().ledger
        if journal.head(ledger).acknowledged < known.length:
            journal.acknowledge(ledger, known.length)
            made = Acknowledgement(context.new_id(), known.length, known.head, result, code)
            journal.record(context.stamp(), "received", made)
