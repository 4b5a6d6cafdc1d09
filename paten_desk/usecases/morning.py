"""What is due: the board of promises, the printed morning list, and what nears the silence-is-consent limit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from paten_desk.documents import morning_list as sheet
from paten_desk.domain import calendar as rules
from paten_desk.domain.formats import full_date, hour, long_date, weekday
from paten_desk.domain.office import full_name
from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import IN_HAND, IN_WORK
from paten_desk.store import books, journal
from paten_desk.store import requests as store
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import calendars, outages, services, timing, work
from paten_desk.usecases.context import Context

MOST_SILENT = 100
RETURNED = "request.returned.v1"
PAGE = 500
LONG_DAY = 8 * 60  # minutes; from here on time is told in working days


@dataclass(frozen=True, slots=True)
class Silent:
    """A request that nears the limit after which silence counts as consent.

    Attributes:
        limit: Last day on which the office can still decide.

    """

    row: RequestRow
    limit: date


def board(context: Context, after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of what the office has in hand: late first, then by promise, then what stands still."""
    return store.board(IN_HAND, after, limit)


def count(context: Context) -> int:
    """Count what stands on the board."""
    return store.count(IN_HAND)


def left_words(context: Context, due_at: datetime, now: datetime) -> tuple[str, bool]:
    """Say in working time what is left of a promise or how late it is, and whether it is late."""
    left = timing.left_minutes(context, due_at, now)
    is_late = due_at < now
    words = _span(context, min(due_at, now), max(due_at, now), abs(left))
    return (f"Lewat {words}" if is_late else f"Sisa {words}"), is_late


def silent(context: Context) -> list[Silent]:
    """Return the undecided requests that reach the silence-is-consent limit within a working day, the oldest first.

    At most `MOST_SILENT` are looked at. No pause of the office stops this limit.
    """
    calendar, today = calendars.calendar(context), context.today()
    until = rules.add_working_days(calendar, today, 1)
    first = until
    while rules.working_days_between(calendar, first, until) < context.office.silence_days:
        first -= timedelta(days=1)
    before = (first + timedelta(days=1)).isoformat()
    waiting = store.received_before(IN_WORK, before, MOST_SILENT)
    # Only one that was handed back began to count later than it came in; to read all would keep the window waiting.
    returned = books.times(RETURNED, [row.id for row in waiting])
    found = []
    for row in waiting:
        began = datetime.fromisoformat(row.received_at)
        if row.id in returned:
            began = journal.load(Request, row.id).accepted_at or began
        start = rules.start_of_clock(calendar, began)
        limit = rules.add_working_days(calendar, start.date(), context.office.silence_days)
        if limit <= until:
            found.append(Silent(row, limit))
    return sorted(found, key=lambda each: (each.limit, each.row.rowno))


def pdf(context: Context) -> bytes:
    """Draw the morning list: what is late, due today and due on the next working day, as it stands now."""
    return sheet.render(morning(context))


def morning(context: Context) -> sheet.MorningList:
    """Return the morning list in finished words."""
    office, now, today = context.office, context.now(), context.today()
    tomorrow = rules.add_working_days(calendars.calendar(context), today, 1)
    late: list[sheet.Line] = []
    today_lines: list[sheet.Line] = []
    next_lines: list[sheet.Line] = []
    still = 0
    catalogue = services.catalogue(context)
    for row in _rows():
        if row.paused:
            still += 1
            continue
        due_at = datetime.fromisoformat(row.due_at)
        if due_at >= now and due_at.date() > tomorrow:
            continue
        service = catalogue.get(row.service)
        action = work.next_of(row)
        line = sheet.Line(
            row.number,
            row.name,
            service.name if service else row.service,
            f"{weekday(due_at.date())} {due_at:%d-%m-%Y}\npukul {hour(due_at)}",
            left_words(context, due_at, now)[0],
            work.ACTION_NAMES[action] if action else "",
        )
        part = late if due_at < now else today_lines if due_at.date() <= today else next_lines
        part.append(line)
    notes = [f"{still} permohonan sedang ditunda dan tidak tertulis di sini."] if still else []
    notes += [f"{outages.words(each)} sejak {_when(each.since)}." for each in outages.running(context)]
    return sheet.MorningList(
        f"{full_name(office)}, {office.kabupaten_kind} {office.kabupaten}",
        full_date(today),
        (
            sheet.Part("Sudah lewat janji", tuple(late), "Tidak ada permohonan yang lewat janji."),
            sheet.Part("Jatuh tempo hari ini", tuple(today_lines), "Tidak ada janji yang jatuh tempo hari ini."),
            sheet.Part(
                f"Jatuh tempo {full_date(tomorrow)}", tuple(next_lines), "Tidak ada janji pada hari kerja berikutnya."
            ),
        ),
        tuple(notes),
        f"Dicetak {context.user.display}, {long_date(now.date())} pukul {hour(now)} {office.zone}",
        is_sample=office.sample,
    )


def _rows() -> list[RequestRow]:
    found: list[RequestRow] = []
    while page := store.board(IN_HAND, found[-1] if found else None, PAGE):
        found += page
    return found


def _span(context: Context, first: datetime, last: datetime, minutes: int) -> str:
    """Say a stretch of working time: 35 menit, 2 jam 15 menit, 3 hari kerja."""
    if minutes >= LONG_DAY:
        days = rules.working_days_between(calendars.calendar(context), first.date(), last.date())
        return f"{max(1, days)} hari kerja"
    hours, rest = divmod(minutes, 60)
    parts = [f"{hours} jam"] if hours else []
    return " ".join([*parts, f"{rest} menit"] if rest or not hours else parts)


def _when(at: datetime) -> str:
    return f"{long_date(at.date())} pukul {hour(at)}"
