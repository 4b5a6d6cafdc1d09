"""What happened in one month, read once for a register book: requests, letters and numbers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from paten_desk.domain.books import month_after
from paten_desk.domain.catalogue import Service
from paten_desk.domain.formats import hour, mask_nik
from paten_desk.domain.letters import REJECTION, STATE_WORDS, Letter
from paten_desk.domain.number_book import Line, NumberState
from paten_desk.domain.office import find_village
from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import ENDED
from paten_desk.store import books as store
from paten_desk.store import ledgers
from paten_desk.store import requests as request_store
from paten_desk.usecases import number_lines, number_proof, services
from paten_desk.usecases.context import Context

REGISTERED, RETURNED, READY = (f"request.{verb}.v1" for verb in ("registered", "returned", "made_ready"))


@dataclass(frozen=True, slots=True)
class Month:
    """One month as a book asks about it.

    Attributes:
        first, last: Its first day, and the first day of the next.
        full_nik: Write every NIK in full.

    """

    context: Context
    first: date
    last: date
    full_nik: bool = False

    def nik(self, nik: str) -> str:
        """Write a NIK as this print may show it."""
        return nik if self.full_nik else mask_nik(nik)

    def village(self, request: Request) -> str:
        """Name the village a request is about; of somebody from elsewhere as the card says."""
        held = find_village(self.context.office, request.village)
        return held.name if held else request.personal.applicant.village


@dataclass(frozen=True, slots=True)
class Numbered:
    """One number of a book, and what bears it."""

    line: Line
    letter: Letter | None = None
    request: Request | None = None
    service: Service | None = None

    @property
    def is_issued(self) -> bool:
        """Say whether a paper with this number was issued."""
        return self.letter is not None and bool(self.letter.document)

    @property
    def refuses(self) -> bool:
        """Say whether it is the letter that refuses a request, and not what the service gives."""
        return self.letter is not None and self.letter.template == REJECTION


def month_of(context: Context, day: date, full_nik: bool = False) -> Month:
    """Return the month a day lies in."""
    first = day.replace(day=1)
    return Month(context, first, month_after(first), full_nik)


def registered(month: Month) -> list[tuple[Request, datetime, bool]]:
    """Return the requests that got their number in the month, when, and whether papers came after; by number."""
    first, last = month.first.isoformat(), month.last.isoformat()
    asked = [row.id for row in request_store.touching(first, last) if row.number]
    given = {entity: found[0] for entity, found in store.times(REGISTERED, asked).items()}
    here = [entity for entity, (_, at) in given.items() if month.first <= at.date() < month.last]
    order = _order()
    found = sorted(store.many(Request, here).values(), key=lambda held: (order.get(held.branch, 0), held.serial))
    return [(held, given[held.id][1], given[held.id][0] > 1) for held in found]


def letters_of(requests: Iterable[Request]) -> dict[str, Letter]:
    """Return the letters of requests by id."""
    return store.many(Letter, [request.letter for request in requests if request.letter])


def numbers(month: Month, kind: str) -> list[Numbered]:
    """Return every number given in the month in the books of a kind ("request", "letter", "register:…").

    Ordered by day, then by number; those that nothing bears are told too, so that none is missing.
    """
    lines: list[tuple[int, str, Line]] = []
    for at, place in enumerate(ledgers.office_ledgers()):
        for held in number_lines.books(month.context, month.first.year, place.id):
            if not held.last or not (held.book == kind or (kind == "letter" and _is_outgoing(held.book))):
                continue
            found = number_lines.book(month.context, held.book, held.year, place.id)
            inside = number_proof.of_month(found, month.first.year, month.first.month)
            lines += [(at, held.book, line) for line in inside]
    if kind == "letter":
        lines.sort(key=lambda each: (each[2].day or month.first, each[0], each[1], each[2].serial, each[2].suffix))
    letters = store.many(Letter, [line.bearer for _, _, line in lines if line.bearer]) if kind != "request" else {}
    requests = store.many(Request, [letter.request for letter in letters.values()])
    return [_numbered(line, letters, requests) for _, _, line in lines]


def _numbered(line: Line, letters: dict[str, Letter], requests: dict[str, Request]) -> Numbered:
    letter = letters.get(line.bearer)
    request = requests.get(letter.request) if letter else None
    return Numbered(line, letter, request, services.service_of(request) if request else None)


def remark(held: Numbered) -> str:
    """Say what became of a number that is not simply used, or of a letter that no longer counts or never came."""
    line, letter, request = held.line, held.letter, held.request
    if line.state is not NumberState.USED:
        return number_proof.row_of(line).remark
    if letter is None:
        return ""
    if request is not None and not letter.document and (request.status in ENDED or request.letter != letter.id):
        return "tidak terbit"
    if not letter.state:
        return ""
    since = f" {day(letter.ended_on)}" if letter.ended_on else ""
    why = f": {letter.personal.reason}" if letter.personal.reason else ""
    return f"{STATE_WORDS[letter.state]}{since}{why}"


def day(at: date | None) -> str:
    """Write a date as registers do: 20-11-2026."""
    return f"{at:%d-%m-%Y}" if at else ""


def moment(at: datetime | None) -> str:
    """Write date and hour, one below the other."""
    return f"{day(at)}\n{hour(at)}" if at else ""


def _is_outgoing(book: str) -> bool:
    return book == "mail" or book.split(":")[0] == "letter"


def _order() -> dict[str, int]:
    """Give the office's ledgers the order of their prefixes; requests carry "" for the first."""
    return {place.branch: at for at, place in enumerate(ledgers.office_ledgers())}
