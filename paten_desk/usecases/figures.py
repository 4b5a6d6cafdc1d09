"""The figures of Beranda and the rows behind each of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from paten_desk.domain.calendar import is_working_day
from paten_desk.domain.workflow import IN_HAND, OPEN, Action, Status
from paten_desk.store import figures as store
from paten_desk.store.figures import Tally as Tally  # the window names these
from paten_desk.store.figures import Which as Which
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import calendars
from paten_desk.usecases.context import Context

DAYS = 10  # working days, today among them
KEPT_DAYS = 7  # working days before today whose promises are looked at
TOGETHER = {Action.INITIAL_SECRETARY: Action.INITIAL_SECTION}  # shown as one step
INITIALS = frozenset({Action.INITIAL_SECTION, Action.INITIAL_SECRETARY})
CITIZENS = (Action.HAND_OVER, Action.ACCEPT, Action.RESUME)  # shown last, in this order


@dataclass(frozen=True, slots=True)
class Home:
    """What Beranda shows.

    Attributes:
        received, collected: Accepted today, and how many of them are taken away already.
        overdue: In hand and late.
        days: The last working days and today; a day off between them on which something came in, too.
        kept, broken: Done since the day `since`, in time and late.
        waiting: By the step that open requests wait for, each counted once; RESUME is what stands still, and both
            initials are INITIAL_SECTION.
        services: What came in today by the code of the service, the most asked first.

    """

    received: Tally
    collected: int
    in_hand: Tally
    overdue: Tally
    ready: Tally
    returned: Tally
    days: Mapping[date, Tally]
    kept: Tally
    broken: Tally
    since: date
    waiting: Mapping[Action, Tally]
    services: Mapping[str, Tally]


def home(context: Context) -> Home:
    """Count everything that Beranda shows."""
    today, now = context.today(), context.now().isoformat(timespec="seconds")
    days = _days(context, now)
    since = _working_day_before(context, KEPT_DAYS)
    done = Which(now, done=store.span(since, today))
    steps = store.by_step(Which(now, statuses=OPEN))
    came = Which(now, received=store.span(today, today))
    services = {code: replace(held, which=replace(came, services=frozenset({code}))) for code, held in _services(came)}

    def standing(*statuses: Status) -> Tally:
        which = Which(now, statuses=frozenset(statuses))
        return total(which, (held for (status, _, _), held in steps.items() if status in statuses))

    return Home(
        total(came, services.values()),
        store.tally(replace(came, statuses=frozenset({Status.HANDED_OVER}))).count,
        standing(*IN_HAND),
        store.tally(Which(now, statuses=IN_HAND, is_late=True)),
        standing(Status.READY),
        standing(Status.RETURNED),
        days,
        store.tally(replace(done, is_late=False)),
        store.tally(replace(done, is_late=True)),
        since,
        _waiting(steps, now),
        services,
    )


def in_hand(context: Context) -> Tally:
    """Count what the office works on now."""
    return store.tally(Which(context.now().isoformat(timespec="seconds"), statuses=IN_HAND))


def total(which: Which, tallies: Iterable[Tally]) -> Tally:
    """Return the sum of figures that share no row, asked for as one."""
    return sum(tallies, start=Tally(which))


def count(context: Context, which: Which) -> Tally:
    """Count what is asked for."""
    return store.tally(which)


def rows(context: Context, which: Which, after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of the rows behind a figure."""
    return store.page(which, after, limit)


def _services(came: Which) -> list[tuple[str, Tally]]:
    return sorted(store.by_service(came).items(), key=lambda each: (-each[1].count, each[0]))


def _days(context: Context, now: str) -> dict[date, Tally]:
    calendar, today = calendars.calendar(context), context.today()
    day = _working_day_before(context, DAYS - 1)
    held = store.by_day(Which(now, received=store.span(day, today)))
    found = {}
    while day <= today:
        if day in held or day == today or is_working_day(calendar, day):
            which = Which(now, received=store.span(day, day))
            found[day] = replace(held.get(day, Tally(which)), which=which)
        day += timedelta(days=1)
    return found


def _working_day_before(context: Context, amount: int) -> date:
    calendar, day = calendars.calendar(context), context.today()
    for _ in range(amount):
        day -= timedelta(days=1)
        while not is_working_day(calendar, day):
            day -= timedelta(days=1)
    return day


def _waiting(steps: Mapping[tuple[Status, str, bool], Tally], now: str) -> dict[Action, Tally]:
    found: dict[Action, Tally] = {}
    for (_, step, is_paused), held in steps.items():
        action = Action.RESUME if is_paused else Action(step)
        action = TOGETHER.get(action, action)
        found[action] = found.get(action, Tally(_waits_for(action, now))) + held
    order = [*(action for action in Action if action not in CITIZENS), *CITIZENS]
    return {action: found[action] for action in order if action in found}


def _waits_for(action: Action, now: str) -> Which:
    if action is Action.RESUME:
        return Which(now, statuses=OPEN, is_paused=True)
    return Which(now, statuses=OPEN, waits=INITIALS if action in INITIALS else frozenset({action}))
