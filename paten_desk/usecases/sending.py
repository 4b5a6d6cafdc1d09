"""Kirim data: seal what the kabupaten has not acknowledged, and take in its answer."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from paten_desk import __version__
from paten_desk.domain.branches import AWAY
from paten_desk.domain.closings import Acknowledgement, Closing, Export
from paten_desk.domain.errors import NotFound, PatenError, Rejected
from paten_desk.domain.ledger import Record, bytes_of, read, text_of
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import Right
from paten_desk.exchange import keys as cards
from paten_desk.exchange import media, records, reply, sealed_file
from paten_desk.exchange.header import Continuation, Counts, Known, Label, Part, Profile, State
from paten_desk.exchange.reply import Agreement
from paten_desk.store import journal, ledgers, tallies
from paten_desk.store.connection import transaction
from paten_desk.store.journal import Head
from paten_desk.store.ledgers import Place
from paten_desk.usecases import partners, standings
from paten_desk.usecases.context import Context

Report = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Sent:
    """One sealed file that was written.

    Attributes:
        first, last: Sequences inside.
        ledger: The one they are of.

    """

    path: Path
    first: int
    last: int
    ledger: str


@dataclass(frozen=True, slots=True)
class _Run:
    """The records of one file to be, and their ledger as it stood when they were cut."""

    place: Place
    head: Head
    records: tuple[Record, ...]
    part: Part | None
    profile: Profile


def export(context: Context, folder: Path, report: Report = lambda done, total: None) -> list[Sent]:
    """Seal everything unacknowledged into files in a folder or on a stick; each is read back before it counts.

    A file is about one ledger; the office's earlier ledgers go first, the one that is written goes last.

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
    if standings.reason_of(ledgers.own()) in AWAY:
        raise PatenError(
            "Komputer ini melayani di luar kantor, jadi tidak mengirim ke kabupaten.",
            "Bawa datanya ke komputer kantor; kantor yang meneruskannya.",
        )
    places = sorted(ledgers.office_ledgers(), key=lambda place: place.role == ledgers.OWN)
    places = [place for place in places if place.length > place.acknowledged]
    if not places:
        raise PatenError("Semua catatan sudah diakui kabupaten.", "Tidak ada yang perlu dikirim sekarang.")
    secret = partners.own_keys(context)
    recipients = [*receivers[-1].recipients, cards.recipient_of(secret.identity)]
    return seal(context, folder, places, recipients, report)


def seal(
    context: Context,
    folder: Path,
    places: list[Place],
    recipients: list[str],
    report: Report = lambda done, total: None,
    profile: Profile = Profile.A,
) -> list[Sent]:
    """Seal what is unacknowledged of some ledgers; in profile B with everything about people.

    Raises:
        PatenError: The medium fails.

    """
    made = []
    for place in places:
        runs = list(records.split(_records(place, profile)))
        group = context.new_id()
        head = journal.head(place.id)
        for at, run in enumerate(runs, 1):
            made.append(_Run(place, head, run, Part(at, len(runs), group) if len(runs) > 1 else None, profile))
    sent = []
    for done, one in enumerate(made, 1):
        sent.append(_send(context, folder, one, recipients))
        report(done, len(made))
    return sent


def _send(context: Context, folder: Path, one: _Run, recipients: list[str]) -> Sent:
    """Take a file number, seal, open again with the own key, record, and only then write to the medium."""
    secret, place, run, part = partners.own_keys(context), one.place, one.records, one.part
    blocks = {record.sequence: record.personal_bytes for record in run if record.personal_bytes is not None}
    with transaction():
        number = journal.next_file(place.id)
        identity = context.new_id()
        area, now = context.office.area, context.now()
        label = Label(identity, area[:5], area, place.id, number, now, __version__)
        sealed = sealed_file.pack(label, _state(one), run, secret.seed, recipients, blocks)
        sealed_file.inspect(sealed, [secret.identity])
        parts = (part.number, part.count) if part else None
        name = media.file_name(area, context.today(), number, parts, place.prefix)
        digest = hashlib.sha256(sealed).hexdigest()
        ledger = "" if place.role == ledgers.OWN else place.id
        made = Export(identity, number, run[0].sequence, run[-1].sequence, name, digest, ledger=ledger)
        journal.record(context.stamp(), "made", made)
    return Sent(media.write_file(folder, name, sealed), made.first, made.last, place.id)


def _state(one: _Run) -> State:
    place, head = one.place, one.head
    inside = {record.fact.entity for record in one.records}
    closed = tuple(sorted(made.day for made in journal.load_all(Closing) if made.id in inside))
    known = journal.leaf_at(place.id, head.acknowledged)
    last_reply = Known(head.acknowledged, text_of(known)) if known and head.acknowledged else None
    counted = tallies.perpetual()
    reason = standings.reason_of(place)
    continues = Continuation(place.parent, place.parent_length, place.parent_head, reason) if reason else None
    return State(
        head.length,
        text_of(head.leaf),
        Counts(counted.requests, counted.letters, counted.cancelled, counted.receipts, counted.rupiah),
        one.profile,
        closed,
        last_reply,
        continues,
        one.part,
        place.register or None,
    )


def _records(place: Place, profile: Profile) -> Iterator[Record]:
    for _, _, body, block in journal.stored(place.id, place.acknowledged + 1, place.length):
        yield read(body, block if profile is Profile.B else None)


def read_reply(context: Context, content: bytes) -> reply.Reply:
    """Take in the kabupaten's reply file; only one that agrees with the own ledger moves the mark.

    Raises:
        NoRight, Rejected: Not by this user; the file does not hold or is about another ledger.

    """
    context.demand(Right.EXPORT)
    secret = partners.own_keys(context)
    own = cards.recipient_of(secret.identity)
    opened = sealed_file.open_reply(content, [secret.identity], partners.signers(context), own)
    said = opened.reply
    place = _office_ledger(said.ledger)
    _agree(place, said.known)
    _acknowledge(context, place, said.known, said.files[-1].result.value if said.files else said.status.value)
    return said


def read_code(context: Context, code: str) -> Known:
    """Take in the twelve characters read out by phone; they say themselves which of the office's ledgers they are of.

    Raises:
        NoRight, Rejected: Not by this user; no code of this office.

    """
    context.demand(Right.EXPORT)
    own = ledgers.own()
    others = [place for place in reversed(ledgers.office_ledgers()) if place.id != own.id]
    for place in others:
        try:
            known = _confirmed(place, code)
        except Rejected:
            continue  # it is another ledger's; the own one has the last word
        if known.length:
            _acknowledge(context, place, known, "CODE")
            return known
    known = _confirmed(own, code)
    _acknowledge(context, own, known, "CODE")
    return known


def _confirmed(place: Place, code: str) -> Known:
    return reply.confirmed_by(code, lambda sequence: journal.leaf_at(place.id, sequence))


def _office_ledger(ledger: str) -> Place:
    place = next((place for place in ledgers.office_ledgers() if place.id == ledger), None)
    if place is None:
        raise Rejected("CHAIN", "Balasan ini untuk buku catatan lain.", "Minta kabupaten mengirim balasan yang benar.")
    return place


def _agree(place: Place, known: Known) -> None:
    found = reply.agreement(known, lambda sequence: journal.leaf_at(place.id, sequence))
    if found is Agreement.AHEAD and place.role == ledgers.PAST:
        return  # told before: this computer was restored, and goes on in a ledger that says from where
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


def _acknowledge(context: Context, place: Place, known: Known, result: str) -> None:
    code = reply.code_of(known.length, bytes_of(known.head))
    with transaction():
        held = journal.head(place.id)
        if held.acknowledged < min(known.length, held.length):
            journal.acknowledge(place.id, min(known.length, held.length))
            ledger = "" if place.role == ledgers.OWN else place.id
            made = Acknowledgement(context.new_id(), known.length, known.head, result, code, ledger)
            journal.record(context.stamp(), "received", made)
