"""The kabupaten's desk: verify a file, look before taking it in, merge, answer."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import msgspec

from paten_desk import __version__
from paten_desk.domain.calendar import is_working_day
from paten_desk.domain.errors import NotFound, PatenError, Rejected
from paten_desk.domain.ledger import bytes_of, text_of
from paten_desk.domain.partners import Partner
from paten_desk.domain.roles import Right
from paten_desk.exchange import keys as cards
from paten_desk.exchange import media, reply, sealed_file
from paten_desk.exchange.header import Known, Label
from paten_desk.exchange.reply import FileAnswer, FileResult, LedgerStatus, Reply, Taken
from paten_desk.exchange.sealed_file import Opened
from paten_desk.store import journal, merging, tallies
from paten_desk.store.connection import transaction
from paten_desk.store.tallies import DayFigures
from paten_desk.usecases import calendars, partners
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Preview:
    """What a verified file would change.

    Attributes:
        fresh: Records not yet held; `known` are held already.
        joins: The file follows without a hole on what is held.

    """

    opened: Opened
    office: str
    fresh: int
    known: int
    joins: bool


@dataclass(frozen=True, slots=True)
class Looked:
    """One file of several: what it would change, or in a sentence why it is refused."""

    path: Path
    preview: Preview | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What one import did.

    Attributes:
        code: The twelve characters to read out by phone.
        reply_file: Sealed reply to give back.

    """

    office: str
    result: FileResult
    status: LedgerStatus
    new: int
    held: int
    length: int
    code: str
    reply_file: bytes
    reply_name: str


@dataclass(frozen=True, slots=True)
class OfficeStanding:
    """How one office stands at the kabupaten."""

    area: str
    name: str
    ledger: str
    confirmed: bool
    length: int
    newest_day: str
    status: LedgerStatus
    files: int


@dataclass(frozen=True, slots=True)
class OfficeMonth:
    """One office in one month, as far as its records are held.

    Attributes:
        days: One word a day: "held", "missing", "off", or "" where nothing can be expected.
        received, late: Requests of the month, and those finished after their promise.
        behind: Working days before today whose records are missing, in any month.

    """

    name: str
    days: tuple[str, ...]
    received: int
    late: int
    behind: int


def look(context: Context, content: bytes) -> Preview:
    """Verify a data file in every respect and say what it would change; nothing is written.

    Raises:
        NoRight, Rejected: Not by this user; the file does not hold.

    """
    context.demand(Right.IMPORT)
    secret = partners.own_keys(context)
    own = cards.recipient_of(secret.identity)
    opened = sealed_file.open_file(content, [secret.identity], partners.signers(context), own)
    partner = _partner(context, opened)
    ledger = opened.header.label.ledger
    held = sum(journal.leaf_at(ledger, record.sequence) == record.leaf for record in opened.records)
    length = journal.head(ledger).length
    joins = opened.records[0].sequence <= length + 1
    return Preview(opened, partner.name, len(opened.records) - held, held, joins)


def look_at(context: Context, path: Path) -> Looked:
    """Verify one file of several; a bad one stops none of the others."""
    try:
        return Looked(path, look(context, media.read_file(path)))
    except PatenError as refused:
        return Looked(path, None, f"{refused.message} {refused.hint}".strip())


def take_in(context: Context, preview: Preview) -> Imported:
    """Merge a verified file, whole or not at all, and make the reply.

    Raises:
        NoRight: Not by this user.

    """
    context.demand(Right.IMPORT)
    opened, label = preview.opened, preview.opened.header.label
    state = opened.header.state
    assert state is not None
    with transaction():
        merged = merging.merge(label.ledger, opened.records, label.file)
        holes = merging.missing(label.ledger)
        result = _result(merged, opened, holes)
        merging.claim(
            label.ledger,
            label.file_number,
            label.file,
            state.length,
            bytes_of(state.head),
            context.now(),
            result.value,
            json.dumps(msgspec.to_builtins(opened.header), sort_keys=True),
        )
    status = status_of(label.ledger)
    secret, partner = partners.own_keys(context), _partner(context, opened)
    answer = Reply(
        label.ledger,
        Known(merged.length, text_of(merged.leaf)),
        status,
        context.now(),
        (FileAnswer(label.file, label.file_number, result),),
        tuple(holes),
        taken=Taken(merged.new, merged.held, merged.forked),
    )
    number = label.file_number
    reply_label = Label(
        context.new_id(), context.office.area, label.kecamatan, label.ledger, number, context.now(), __version__
    )
    sealed = sealed_file.pack_reply(reply_label, answer, secret.seed, partner.recipients)
    return Imported(
        partner.name,
        result,
        status,
        merged.new,
        merged.held,
        merged.length,
        reply.code_of(merged.length, merged.leaf),
        sealed,
        media.reply_name(label.kecamatan, context.today(), number),
    )


def write_reply(made: Imported, folder: Path) -> Path:
    """Write the reply into a folder or on a stick, and read it back.

    Raises:
        PatenError: The medium fails.

    """
    return media.write_file(folder, made.reply_name, made.reply_file)


def import_file(context: Context, path: Path) -> Imported:
    """Verify and merge one file.

    Raises:
        NoRight, Rejected, PatenError: Not by this user; the file does not hold; it cannot be read.

    """
    return take_in(context, look(context, media.read_file(path)))


def _result(merged: merging.Merged, opened: Opened, holes: list[tuple[int, int]]) -> FileResult:
    if merged.forked:
        return FileResult.PARTIAL
    if not merged.new:
        return FileResult.DUPLICATE
    behind_a_hole = any(first < opened.records[0].sequence for first, _ in holes)
    return FileResult.WAITING if behind_a_hole else FileResult.COMPLETE


def _partner(context: Context, opened: Opened) -> Partner:
    signer = opened.signer.hex()
    for held in partners.partners(context):
        if held.signing_key == signer:
            if held.ledger != opened.header.label.ledger:
                raise Rejected(
                    "KEY",
                    f"Buku catatan dalam berkas ini bukan milik {held.name}.",
                    "Minta kantor itu mengirim kartu kunci yang baru.",
                )
            return held
    raise NotFound("Kantor pengirim belum terdaftar.", "Masukkan kartu kuncinya dahulu.")


def status_of(ledger: str) -> LedgerStatus:
    """Return how a ledger stands, the gravest first."""
    if merging.is_forked(ledger):
        return LedgerStatus.FORK
    if merging.has_shrunk(ledger):
        return LedgerStatus.SHRUNK
    return LedgerStatus.GAP if merging.missing(ledger) else LedgerStatus.WHOLE


def standings(context: Context) -> list[OfficeStanding]:
    """Return every enrolled office with what is held of it, by area code."""
    found = []
    for partner in partners.partners(context):
        head = journal.head(partner.ledger)
        status = status_of(partner.ledger) if partner.confirmed else LedgerStatus.KEY
        day = head.business_date.isoformat() if head.business_date else ""
        files = len(merging.files(partner.ledger))
        found.append(
            OfficeStanding(
                partner.area, partner.name, partner.ledger, partner.confirmed, head.length, day, status, files
            )
        )
    return sorted(found, key=lambda standing: standing.area)


def figures(context: Context, first: str = "", last: str = "9") -> list[DayFigures]:
    """Return the figures per office and day with first <= day < last (ISO), newest day first."""
    return tallies.per_day(first, last)


def month(context: Context, first: date) -> list[OfficeMonth]:
    """Return how every office stands in the month that begins with `first`, by area code."""
    working, today = calendars.calendar(context), context.today()
    every = figures(context)
    found = []
    for standing in standings(context):
        own = [figure for figure in every if figure.ledger == standing.ledger]
        begun = min((date.fromisoformat(figure.day) for figure in own), default=today)
        newest = date.fromisoformat(standing.newest_day) if standing.newest_day else begun - timedelta(days=1)
        here = [figure for figure in own if figure.day[:7] == first.isoformat()[:7]]

        def word(day: date, begun: date = begun, newest: date = newest) -> str:
            if not is_working_day(working, day):
                return "off"
            return "" if day < begun or day > today else "held" if day <= newest else "missing"

        day, days = first, []
        while day.month == first.month:
            days.append(word(day))
            day += timedelta(days=1)
        gap = (newest + timedelta(days=more) for more in range(1, (today - newest).days))
        behind = sum(word(day) == "missing" for day in gap)
        received, late = sum(figure.received for figure in here), sum(figure.late for figure in here)
        found.append(OfficeMonth(standing.name, tuple(days), received, late, behind))
    return found
