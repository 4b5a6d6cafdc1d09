"""What the rows of a day add up to, and how the day is greeted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from paten_desk.domain.catalogue import Service
from paten_desk.domain.formats import hour
from paten_desk.domain.workflow import ENDED, Status
from paten_desk.ui.home.bars import Bar
from paten_desk.ui.requests.words import service_name, span_words
from paten_desk.usecases.work import RequestRow

MOST_BARS = 8
PARTS = ((11, "pagi"), (15, "siang"), (18, "sore"), (24, "malam"))
WAITING = frozenset({Status.RETURNED, Status.READY})


@dataclass(frozen=True, slots=True)
class Received:
    """What came in on a day, and how much of it is collected already."""

    count: int
    collected: int


def greeting(now: datetime, name: str) -> str:
    """Greet somebody by the part of the day."""
    part = next(word for ends, word in PARTS if now.hour < ends)
    return f"Selamat {part}, {name}"


def received(rows: Iterable[RequestRow], day: date) -> Received:
    """Count what was accepted on a day."""
    found = [row for row in rows if _came_in(row, day)]
    return Received(len(found), sum(row.status == Status.HANDED_OVER for row in found))


def nearest(first: RequestRow | None, now: datetime) -> tuple[str, str]:
    """Say of the nearest promise in hand (when it falls due, how late it is); "" for what does not apply."""
    if first is None or not first.number:
        return "", ""
    due_at = datetime.fromisoformat(first.due_at)
    if due_at < now:
        return "", f"terlama {span_words(now - due_at)}"
    return (f"janji terdekat {hour(due_at)}" if due_at.date() == now.date() else ""), ""


def day_bars(rows: Iterable[RequestRow], now: datetime, day: date, catalogue: Mapping[str, Service]) -> list[Bar]:
    """Return what came in on a day by service, the most asked first; the rest is one bar."""
    counts: Counter[str] = Counter()
    late: Counter[str] = Counter()
    for row in rows:
        if _came_in(row, day):
            name = service_name(row, catalogue)
            counts[name] += 1
            late[name] += is_late(row, now)
    ordered = sorted(counts.items(), key=lambda each: (-each[1], each[0]))
    kept = ordered if len(ordered) <= MOST_BARS else ordered[: MOST_BARS - 1]
    bars = [Bar(name, count, late[name]) for name, count in kept]
    if rest := ordered[len(kept) :]:
        names = [name for name, _ in rest]
        bars.append(Bar(f"{len(rest)} layanan lain", sum(n for _, n in rest), sum(late[name] for name in names)))
    return bars


def is_late(row: RequestRow, now: datetime) -> bool:
    """Say whether a row's promise is broken: ended too late, or still in the office's hands and overdue."""
    if row.ended_at:
        return row.ended_at > row.due_at
    in_hand = Status(row.status) not in ENDED | WAITING and not row.paused
    return in_hand and row.due_at < now.isoformat(timespec="seconds")


def _came_in(row: RequestRow, day: date) -> bool:
    return bool(row.number) and row.received_at[:10] == day.isoformat()
