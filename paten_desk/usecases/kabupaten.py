"""The kabupaten's desk: verify a file, look before taking it in, merge, answer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from paten_desk import __version__
from paten_desk.domain.calendar import is_working_day
from paten_desk.domain.errors import NotFound, PatenError
from paten_desk.domain.ledger import text_of
from paten_desk.domain.partners import Partner
from paten_desk.domain.roles import Right
from paten_desk.exchange import keys as cards
from paten_desk.exchange import media, reply, sealed_file
from paten_desk.exchange.header import Known, Label
from paten_desk.exchange.reply import FileAnswer, FileResult, LedgerStatus, Reply, Taken
from paten_desk.exchange.sealed_file import Opened
from paten_desk.store import journal, ledgers, merging, tallies
from paten_desk.store.tallies import DayFigures
from paten_desk.usecases import calendars, incoming, partners
from paten_desk.usecases.context import Context
from paten_desk.usecases.incoming import status_of


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
    """How one office stands at the kabupaten, all its ledgers taken as one register.

    Attributes:
        ledger: The first of them.
        length, files: Records and files held of all of them.
        status: The gravest.
        branches: Prefixes of its further ledgers.
        lost: Records held here that the office itself lost in a restore.

    """

    area: str
    name: str
    ledger: str
    confirmed: bool
    length: int
    newest_day: str
    status: LedgerStatus
    files: int
    branches: tuple[str, ...] = ()
    lost: int = 0


@dataclass(frozen=True, slots=True)
class OfficeMonth:
    """One office in one month, as far as its records are held.

    Attributes:
        days: One word a day: "held", "missing", "off", or "" where nothing can be expected.
        received, late: Requests of the month, and those whose paper was ready after their promise.
        outside: Of the received, how many are of applicants from outside their kecamatan.
        behind: Working days before today whose records are missing, in any month.

    """

    name: str
    days: tuple[str, ...]
    received: int
    late: int
    behind: int
    outside: int = 0


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
    held, joins = incoming.held_of(opened)
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
    taken = incoming.take(context, opened, ledgers.PARTNER)
    merged = taken.merged
    status = status_of(label.ledger)
    secret, partner = partners.own_keys(context), _partner(context, opened)
    answer = Reply(
        label.ledger,
        Known(merged.length, text_of(merged.leaf)),
        status,
        context.now(),
        (FileAnswer(label.file, label.file_number, taken.result),),
        taken.holes,
        taken=Taken(merged.new, merged.held, merged.forked),
    )
    number, place = label.file_number, ledgers.place(label.ledger)
    reply_label = Label(
        context.new_id(), context.office.area, label.kecamatan, label.ledger, number, context.now(), __version__
    )
    sealed = sealed_file.pack_reply(reply_label, answer, secret.seed, partner.recipients)
    return Imported(
        partner.name,
        taken.result,
        status,
        merged.new,
        merged.held,
        merged.length,
        reply.code_of(merged.length, merged.leaf),
        sealed,
        media.reply_name(label.kecamatan, context.today(), number, place.prefix if place else ""),
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


def _partner(context: Context, opened: Opened) -> Partner:
    signer = opened.signer.hex()
    for held in partners.partners(context):
        if held.signing_key == signer:
            incoming.belongs(opened, held, ledgers.PARTNER)
            return held
    raise NotFound("Kantor pengirim belum terdaftar.", "Masukkan kartu kuncinya dahulu.")


def standings(context: Context) -> list[OfficeStanding]:
    """Return every enrolled office with what is held of its register, by area code."""
    cards: dict[str, list[Partner]] = {}
    for partner in partners.partners(context):
        cards.setdefault(partner.area, []).append(partner)
    return [_standing(cards[area]) for area in sorted(cards)]


def _standing(cards: list[Partner]) -> OfficeStanding:
    """Show the ledgers of one office, however many cards it has sent, as one register."""
    newest = cards[-1]
    places = ledgers.of_area(newest.area)
    confirmed = any(card.confirmed for card in cards)
    grave = [LedgerStatus.WHOLE] if confirmed else [LedgerStatus.KEY]
    grave += [status_of(place.id) for place in places] if confirmed else []
    days = [journal.head(place.id).business_date for place in places]
    lengths = {place.id: place.length for place in places}
    return OfficeStanding(
        newest.area,
        newest.name,
        places[0].id,
        confirmed,
        sum(lengths.values()),
        max((day.isoformat() for day in days if day), default=""),
        min(grave, key=list(LedgerStatus).index),
        sum(len(merging.files(place.id)) for place in places),
        tuple(place.prefix for place in places[1:]),
        sum(max(0, lengths.get(place.parent, 0) - place.parent_length) for place in places),
    )


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
        received, late, outside = (
            sum(getattr(figure, name) for figure in here) for name in ("received", "late", "outside")
        )
        found.append(OfficeMonth(standing.name, tuple(days), received, late, behind, outside))
    return found
