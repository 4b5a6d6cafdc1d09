"""Requests: their rows, worklists and look-ups."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import peewee

from paten_desk.domain.numbering import last_digits
from paten_desk.domain.people import search_key, tail_words
from paten_desk.domain.requests import Request, is_paused, place_of
from paten_desk.domain.workflow import TO_DO, Action, Status, waits_for
from paten_desk.store import search
from paten_desk.store.connection import rows, scalar, sql
from paten_desk.store.search import words_of
from paten_desk.store.tables import Request as Table

NEVER = "9999"  # sorts behind every date


@dataclass(frozen=True, slots=True)
class RequestRow:
    """What a list shows of a request; times are ISO text.

    Attributes:
        next: The step it waits for, also while its clock stands still; "" once it has ended.
        holder: Id of the user on whose desk the papers lie, or "".
        ready_at, called_at, field_check_at: When the paper lay ready, the citizen was last told, somebody goes to
            look; "" for never.

    """

    rowno: int
    id: str
    number: str
    service: str
    status: str
    paused: int
    name: str
    nik: str
    village: str
    received_at: str
    due_at: str
    ended_at: str
    next: str = ""
    priority: int = 0
    outside: int = 0
    holder: str = ""
    ready_at: str = ""
    called_at: str = ""
    field_check_at: str = ""


COLUMNS = (
    Table.rowno,
    Table.id,
    Table.number,
    Table.service,
    Table.status,
    Table.paused,
    Table.name,
    Table.nik,
    Table.village,
    Table.received_at,
    Table.due_at,
    Table.ended_at,
    Table.next,
    Table.priority,
    Table.outside,
    Table.holder,
    Table.ready_at,
    Table.called_at,
    Table.field_check_at,
)


def row_of(request: Request, ledger: str) -> dict[str, Any]:
    """Return the screen row of a request; its ledger is the one whose book its number is of."""
    applicant = request.personal.applicant
    return {
        "id": request.id,
        "ledger": request.branch or ledger,
        "visit": request.visit,
        "number": request.number,
        "service": request.service,
        "status": request.status.value,
        "paused": int(is_paused(request)),
        "name": applicant.name,
        "nik": applicant.nik,
        "village": request.village,
        "received_at": _text(request.received_at),
        "due_at": _text(request.due_at) or NEVER,
        "ended_at": _text(request.ended_at),
        "digits": last_digits(request.serial) if request.serial else "",
        "search_key": _key(request),
        "year": request.accepted_at.year if request.serial and request.accepted_at else 0,
        "serial": request.serial,
        "next": waits_for(place_of(request)) or "",
        "priority": int(request.priority),
        "outside": int(request.outside),
        "holder": request.holder,
        "ready_at": _text(request.ready_at),
        "called_at": _text(request.calls[-1].at if request.calls else None),
        "field_check_at": _text(request.field_check.at if request.field_check else None),
    }


def _text(at: datetime | None) -> str:
    return at.isoformat(timespec="seconds") if at else ""


def _key(request: Request) -> str:
    """Return by what a request is found: its applicant, whom it is about, and its number."""
    personal = request.personal
    digits = last_digits(request.serial) if request.serial else ""
    words = [*words_of(request.number), *tail_words(digits)]
    for party in (personal.applicant, *personal.subjects):
        words += [*search_key(party.name).split(), party.nik, party.phone, *tail_words(party.nik)]
    return " ".join(dict.fromkeys(word for word in words if word))


def worklist(statuses: Collection[Status], after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of the requests standing at `statuses`, nearest promise first, after the row `after`."""
    return _nearest(Table.status.in_([status.value for status in statuses]), after, limit)


def count(statuses: Collection[Status]) -> int:
    """Count the requests standing at `statuses`."""
    return int(scalar(Table.select(_count()).where(Table.status.in_([status.value for status in statuses]))))


def find(text: str, limit: int = 50) -> list[RequestRow]:
    """Return requests by their last digits, else by name, NIK, phone or number part, newest first."""
    text = text.strip()
    if text.isdigit() and len(text) <= 6:
        query = Table.select(*COLUMNS).where(Table.digits == text.zfill(6)).order_by(Table.rowno.desc())
        found = [RequestRow(*row) for row in rows(query.limit(limit))]
        if found:
            return found
    return search_all(text, limit)


def search_all(text: str, limit: int = 50, before: int = 0, is_old: bool = False) -> list[RequestRow]:
    """Return a page of the requests whose key has what is asked for, newest first."""
    return [RequestRow(*row) for row in search.matching(Table, COLUMNS, text, limit, before, is_old)]


def count_found(text: str, is_old: bool = False) -> int:
    """Count them all."""
    return search.count(Table, text, is_old)


def of_visit(visit: str) -> list[RequestRow]:
    """Return the requests of one arrival in the order they were registered."""
    columns = ", ".join(field.column_name for field in COLUMNS)
    found = sql(f"SELECT {columns} FROM request WHERE visit = ? ORDER BY rowno", (visit,))  # noqa: S608  # own names
    return [RequestRow(*row) for row in found]


def of_person(nik: str, limit: int = 20) -> list[RequestRow]:
    """Return what a citizen has asked for, newest first."""
    query = Table.select(*COLUMNS).where(Table.nik == nik).order_by(Table.rowno.desc()).limit(limit)
    return [RequestRow(*row) for row in rows(query)]


def waiting(actions: Collection[Action], after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of the requests that wait for one of `actions`, nearest promise first, after the row `after`."""
    return _nearest(_waits_for(actions), after, limit)


def count_waiting(actions: Collection[Action]) -> int:
    """Count the requests that wait for one of `actions`."""
    return int(scalar(Table.select(_count()).where(_waits_for(actions))))


def held_by(user: str, after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of the requests whose papers lie on somebody's desk, nearest promise first."""
    return _nearest(_lies_with(user), after, limit)


def count_held(user: str) -> int:
    """Count them all."""
    return int(scalar(Table.select(_count()).where(_lies_with(user))))


def field_checks(limit: int) -> list[RequestRow]:
    """Return the requests that wait for a field check: by their appointment, those without one last."""
    without = peewee.Case(None, [(Table.field_check_at == "", 1)], 0)
    query = Table.select(*COLUMNS).where(_waits_for({Action.FIELD_CHECK}))
    found = rows(query.order_by(without, Table.field_check_at, Table.due_at, Table.rowno).limit(limit))
    return [RequestRow(*row) for row in found]


def uncollected(after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of the requests whose paper lies ready, the longest first."""
    query = Table.select(*COLUMNS).where(_waits_for({Action.HAND_OVER}))
    if after is not None:
        query = query.where(_is_after(Table.ready_at, after.ready_at, after))
    return [RequestRow(*row) for row in rows(query.order_by(Table.ready_at, Table.rowno).limit(limit))]


def ready_days() -> list[tuple[str, int]]:
    """Return by day since when papers lie ready how many do: (ISO date, count)."""
    day = peewee.fn.SUBSTR(Table.ready_at, 1, 10)
    query = (
        Table.select(day, _count())
        .where(_waits_for({Action.HAND_OVER}) & (Table.ready_at != ""))
        .group_by(peewee.SQL("1"))
    )
    return [(str(day), int(count)) for day, count in rows(query)]


def _waits_for(actions: Collection[Action]) -> Any:
    """Return the condition that a request waits for one of `actions`, in the words of the index over it."""
    return (Table.next != "") & Table.next.in_([action.value for action in actions])


def _lies_with(user: str) -> Any:
    """Return the condition that somebody holds the papers, in the words of the index over it."""
    return (Table.holder != "") & (Table.holder == user)


def _nearest(which: Any, after: RequestRow | None, limit: int) -> list[RequestRow]:
    """Return a page of the requests of a condition, nearest promise first, after the row `after`."""
    query = Table.select(*COLUMNS).where(which)
    if after is not None:
        query = query.where(_is_after(Table.due_at, after.due_at, after))
    return [RequestRow(*row) for row in rows(query.order_by(Table.due_at, Table.rowno).limit(limit))]


def _is_after(column: Any, value: str, after: RequestRow) -> Any:
    """Return the condition of standing after a row in the order of a column."""
    return (column > value) | ((column == value) & (Table.rowno > after.rowno))


def board(statuses: Collection[Status], after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of the requests standing at `statuses` for the board: those that stand still come last."""
    query = Table.select(*COLUMNS).where(Table.status.in_([status.value for status in statuses]))
    if after is not None:
        later = _is_after(Table.due_at, after.due_at, after)
        query = query.where((Table.paused > after.paused) | ((Table.paused == after.paused) & later))
    found = rows(query.order_by(Table.paused, Table.due_at, Table.rowno).limit(limit))
    return [RequestRow(*row) for row in found]


def received_before(statuses: Collection[Status], before: str, limit: int) -> list[RequestRow]:
    """Return the requests standing at `statuses` that came in before an ISO time, the oldest first."""
    standing = Table.status.in_([status.value for status in statuses])
    query = Table.select(*COLUMNS).where(standing & (Table.received_at < before))
    return [RequestRow(*row) for row in rows(query.order_by(Table.received_at, Table.rowno).limit(limit))]


def touching(first: str, last: str) -> list[RequestRow]:
    """Return the requests that were open or moving within [first, last) as ISO times: received before, ended after."""
    came = Table.received_at < last
    still, since = Table.next != "", (Table.ended_at != "") & (Table.ended_at >= first)
    found = [RequestRow(*row) for each in (still, since) for row in rows(Table.select(*COLUMNS).where(came & each))]
    return sorted(found, key=lambda row: row.rowno)  # two questions with an index each, not one that reads all


def overdue(now: str) -> int:
    """Count the requests in the office's hands whose promise has passed and whose clock runs."""
    late = _waits_for(TO_DO) & (Table.due_at < now) & (Table.paused == 0)
    return int(scalar(Table.select(_count()).where(late)))


def _count() -> Any:
    return peewee.fn.COUNT(Table.rowno)
