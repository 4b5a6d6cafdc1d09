"""Figures over the requests: counted by the database, each with the question that brings its rows.

Whether a promise is kept is asked as `domain.lateness.is_broken` says it, in SQL.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from paten_desk.domain.lateness import STANDS_STILL
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import requests
from paten_desk.store.connection import sql
from paten_desk.store.requests import RequestRow

DONE_AT = "CASE WHEN ready_at <> '' THEN ready_at ELSE ended_at END"
DONE_LATE = f"{DONE_AT} > due_at"  # "" is before every promise
STILL = ", ".join(f"'{status.value}'" for status in sorted(STANDS_STILL))
LATE = f"(CASE WHEN {DONE_AT} = '' THEN due_at < ? AND paused = 0 AND status NOT IN ({STILL}) ELSE {DONE_LATE} END)"
COLUMNS = ", ".join(field.column_name for field in requests.COLUMNS)
DAY = "substr(received_at, 1, 10)"

Span = tuple[str, str]
"""ISO moments or days with first <= moment < last."""


@dataclass(frozen=True, slots=True)
class Which:
    """Which requests a figure counts: those of which every part is true; a part left empty asks nothing.

    Attributes:
        now: ISO moment at which an open promise is looked at.
        waits: The actions that an unpaused request waits for.
        received: When it came in; only those with a number.
        done: When its paper was ready, or it ended without one; only those with a number.

    """

    now: str
    statuses: frozenset[Status] = frozenset()
    waits: frozenset[Action] = frozenset()
    is_paused: bool | None = None
    is_late: bool | None = None
    received: Span = ("", "")
    done: Span = ("", "")
    services: frozenset[str] = frozenset()

    def is_of_days(self) -> bool:
        """Say whether it asks for what happened within some days."""
        return any(self.received) or any(self.done)


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure.

    Attributes:
        late: How many of `count` broke their promise.
        outside: How many of `count` are of applicants from outside the kecamatan.

    """

    which: Which
    count: int = 0
    late: int = 0
    outside: int = 0

    def __add__(self, other: Tally) -> Tally:
        """Add what another figure counts; what is asked for stays."""
        return Tally(self.which, self.count + other.count, self.late + other.late, self.outside + other.outside)


def span(first: date, last: date) -> Span:
    """Return the days from `first` to `last`, both counted."""
    return first.isoformat(), (last + timedelta(days=1)).isoformat()


def tally(which: Which) -> Tally:
    """Count what is asked for."""
    return Tally(which, *_grouped(which)[0])


def by_step(which: Which) -> dict[tuple[Status, str, bool], Tally]:
    """Count by (status, the action waited for, paused)."""
    found = _grouped(which, "status, next, paused", 3)
    return {(Status(status), step, bool(paused)): Tally(which, *counts) for status, step, paused, *counts in found}


def by_day(which: Which) -> dict[date, Tally]:
    """Count by the day a request came in."""
    return {date.fromisoformat(day): Tally(which, *counts) for day, *counts in _grouped(which, DAY, 1)}


def by_service(which: Which) -> dict[str, Tally]:
    """Count by the code of the service."""
    return {code: Tally(which, *counts) for code, *counts in _grouped(which, "service", 1)}


def page(which: Which, after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of the rows: open ones by their promise, those of some days the newest first."""
    where, asked = _asked(which)
    at, sign, order = "due_at", ">", ""
    if which.is_of_days():
        at, sign, order = "received_at" if any(which.received) else DONE_AT, "<", "DESC"
    if after is not None:
        done_at = after.ready_at or after.ended_at
        last = after.due_at if not order else after.received_at if any(which.received) else done_at
        where += f" AND ({at} {sign} ? OR ({at} = ? AND rowno {sign} ?))"
        asked += [last, last, after.rowno]
    statement = f"SELECT {COLUMNS} FROM request WHERE {where} ORDER BY {at} {order}, rowno {order} LIMIT ?"  # noqa: S608
    return [RequestRow(*row) for row in sql(statement, (*asked, limit))]


def _grouped(which: Which, by: str = "", keys: int = 0) -> list[tuple[Any, ...]]:
    """Return rows of the keys grouped by, then (count, late, outside)."""
    where, asked = _asked(which)
    counts = f"count(*), sum(CASE WHEN {LATE} THEN 1 ELSE 0 END), sum(outside)"
    select, group = (f"{by}, {counts}", f"GROUP BY {by}") if by else (counts, "")
    found = sql(f"SELECT {select} FROM request WHERE {where} {group}", (which.now, *asked))  # noqa: S608  # own names
    return [(*row[:keys], *(int(number or 0) for number in row[keys:])) for row in found]


def _asked(which: Which) -> tuple[str, list[Any]]:
    """Return the condition with a question mark for each of its values."""
    parts: list[str] = []
    values: list[Any] = []

    def ask(words: str, *asked: Any) -> None:
        parts.append(words)
        values.extend(asked)

    # Some days are few rows and a status is many: the index over the days is the one to go by.
    status = "coalesce(status, '')" if which.is_of_days() else "status"
    for column, words in ((status, which.statuses), ("next", which.waits), ("service", which.services)):
        if words:
            ask(f"{column} IN ({', '.join('?' * len(words))})", *sorted(words))
    if which.waits:
        ask("next <> ''")
    if which.waits or which.is_paused is not None:
        ask("paused = ?", int(bool(which.is_paused)))
    if any(which.received):
        ask("number <> '' AND received_at >= ? AND received_at < ?", *which.received)
    if any(which.done):
        ready = "ready_at <> '' AND ready_at >= ? AND ready_at < ?"
        ended = "ready_at = '' AND ended_at <> '' AND ended_at >= ? AND ended_at < ?"
        ask(f"number <> '' AND ({ready} OR {ended})", *which.done, *which.done)
    if which.is_late is not None:
        ask(LATE if which.is_late else f"NOT {LATE}", which.now)
    return " AND ".join(parts) or "1 = 1", values
