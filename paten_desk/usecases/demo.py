"""A day of the sample office, played by the window's own use cases, onto paper and back from the kabupaten."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path
from random import Random

from paten_desk.domain.catalogue import OutputKind, Service
from paten_desk.domain.closings import Closing
from paten_desk.domain.errors import PatenError
from paten_desk.domain.letters import Letter
from paten_desk.domain.requests import Request, VisitDraft, place_of
from paten_desk.domain.workflow import IN_WORK, Action, Status, next_step
from paten_desk.store import journal
from paten_desk.usecases import (
    checks,
    closings,
    handover,
    kabupaten,
    letter_prints,
    letters,
    officials,
    partners,
    receipts,
    requests,
    sample,
    sample_day,
    sending,
    services,
    setup,
    standings,
    work,
)
from paten_desk.usecases.context import Context
from paten_desk.usecases.handover import HandoverDraft

OPENING = datetime(2026, 11, 20, 7, 45, tzinfo=timezone(timedelta(hours=7), "WIB"))  # a Friday
FOLDERS = ("receipts", "letters", "closing", "sealed", "reply", "screens")
EVERY_TH_INCOMPLETE, EVERY_TH_OPEN, EVERY_TH_STRIP = 12, 4, 5
STEPS = (*IN_WORK, Status.SIGNED, Status.READY, Status.HANDED_OVER)
LEFT_AT = (*IN_WORK, Status.SIGNED, Status.READY, Status.READY)


class Clock:
    """The demo's own clock: it moves only when the demo says so, so that a seed repeats its day."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """Return the present of the demo."""
        return self.at

    def forward(self, minutes: float) -> None:
        """Let time pass."""
        self.at += timedelta(minutes=minutes)


@dataclass(slots=True)
class Day:
    """What has happened so far; becomes `summary.json`. Nothing random but by the seed stands in it."""

    requests: int = 0
    returned: int = 0
    finished: int = 0
    waiting: int = 0
    letters: int = 0
    countersigned: int = 0
    services: Counter[str] = field(default_factory=Counter)
    first_number: str = ""
    last_number: str = ""
    last_letter_number: str = ""


def play(
    out: Path,
    count: int = 100,
    seed: int = 1,
    report: Callable[[int, int], None] = lambda done, total: None,
) -> dict[str, object]:
    """Play the day into `out` and return the summary; the folder must be new or empty.

    Raises:
        PatenError: The folder holds something.

    """
    if out.exists() and any(out.iterdir()):
        raise PatenError(f"Folder {out} tidak kosong.", "Pilih folder lain, atau kosongkan folder itu dahulu.")
    for name in FOLDERS:
        (out / name).mkdir(parents=True, exist_ok=True)
    clock = Clock(OPENING)
    desk_data, hall_data = out / "data" / "kecamatan", out / "data" / "kabupaten"
    desk, _ = setup.create(desk_data, sample.draft(), clock)
    card = partners.own_card_file(desk)
    with _other(desk, hall_data, clock) as hall:
        held, _ = partners.enrol(hall, card)
        partners.confirm(hall, held.id)
        hall_card = partners.own_card_file(hall)
    held, _ = partners.enrol(desk, hall_card)
    partners.confirm(desk, held.id)
    day = _counter(desk, out, count, Random(seed), clock, report)
    made = _close(desk, out, clock)
    sent = sending.export(desk, out / "sealed")
    with _other(desk, hall_data, clock) as hall:
        taken = [kabupaten.import_file(hall, file.path) for file in sent]
        again = kabupaten.import_file(hall, sent[-1].path)
        figures = kabupaten.figures(hall)
        for one in taken:
            (out / "reply" / one.reply_name).write_bytes(one.reply_file)
    said = sending.read_reply(desk, taken[-1].reply_file)
    standing = standings.standing(desk)
    checked = checks.check(desk)
    summary: dict[str, object] = {
        "seed": seed,
        "day": made.day.isoformat(),
        "requests": day.requests,
        "returned": day.returned,
        "finished": day.finished,
        "waiting": day.waiting,
        "letters": day.letters,
        "countersigned": day.countersigned,
        "services": dict(sorted(day.services.items())),
        "first_number": day.first_number,
        "last_number": day.last_number,
        "last_letter_number": day.last_letter_number,
        "sealed_files": len(sent),
        "kabupaten_result": taken[-1].result.value,
        "kabupaten_second_import": again.result.value,
        "kabupaten_received": sum(figure.received for figure in figures),
        "acknowledged": said.known.length,
        "records": sent[-1].last,
        "unacknowledged_after": standing.open,
        "check_findings": len(checked.findings),
    }
    (out / "summary.json").write_text(json.dumps(summary, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return summary


@contextmanager
def _other(desk: Context, data: Path, clock: Clock) -> Iterator[Context]:
    """Step over to the kabupaten's computer and back; one process holds one office at a time."""
    if setup.is_set_up(data):
        shown = setup.front(data)
        assert shown is not None
        hall = setup.unlock(data, next(iter(shown.staff)), sample.PASSWORD, clock)
    else:
        hall, _ = setup.create(data, sample.kabupaten_draft(), clock)
    try:
        yield hall
    finally:
        setup.open_office(desk.data, desk.user.id, desk.data_key, clock)


def _counter(
    desk: Context, out: Path, count: int, random: Random, clock: Clock, report: Callable[[int, int], None]
) -> Day:
    day = Day()
    offered = services.offered(desk)
    camat = officials.officials(desk)[0].id
    for serial in range(1, count + 1):
        service = offered[(serial - 1) % len(offered)]
        case = sample_day.case(
            random, serial, desk.office, service, clock.at.date(), bool(serial % EVERY_TH_INCOMPLETE)
        )
        (request,) = requests.register(desk, VisitDraft(desk.new_id(), case.applicant, (case.asked,)))
        clock.forward(1)
        day.services[service.code] += 1
        if request.status is Status.RETURNED:
            day.returned += 1
            (out / "receipts" / f"kekurangan-{serial:04}.pdf").write_bytes(receipts.deficiency_pdf(desk, request.id))
            continue
        _count_accepted(desk, out, day, request, serial)
        is_left = serial % EVERY_TH_OPEN == 0
        until = LEFT_AT[serial // EVERY_TH_OPEN % len(LEFT_AT)] if is_left else Status.HANDED_OVER
        day.waiting += is_left
        _walk(desk, out, day, request, service, camat, clock, until)
        report(serial, count)
    return day


def _count_accepted(desk: Context, out: Path, day: Day, request: Request, serial: int) -> None:
    day.requests += 1
    day.first_number = day.first_number or request.number
    day.last_number = request.number
    form = "80mm" if serial % EVERY_TH_STRIP == 0 else "a5"
    name = f"tanda-terima-{request.serial:04}-{form}.pdf"
    (out / "receipts" / name).write_bytes(receipts.receipt_pdf(desk, request.visit, form))


def _walk(
    desk: Context, out: Path, day: Day, request: Request, service: Service, camat: str, clock: Clock, until: Status
) -> None:
    """Walk one request in the office's own steps as far as it is to get today."""
    while request.status is not until and (action := next_step(place_of(request))) is not None:
        clock.forward(0.5)
        if action is Action.DRAFT:
            request = letters.draft(desk, request.id)
        elif action is Action.SIGN:
            request = letters.sign(desk, request.id, camat)
        elif action is Action.MAKE_READY:
            request = letters.issue(desk, request.id)
            _print(desk, out, day, request, service)
        elif action is Action.HAND_OVER:
            asked = handover.question(request)
            draft = HandoverDraft(request.personal.applicant.name, answer=asked.answer)
            request = handover.hand_over(desk, request.id, draft)
            day.finished += 1
        else:
            request = work.act(desk, request.id, action)
        if STEPS.index(request.status) >= STEPS.index(until):
            return


def _print(desk: Context, out: Path, day: Day, request: Request, service: Service) -> None:
    if service.output is OutputKind.NONE:
        return
    letter_prints.record(desk, request.id)
    content = letters.original(desk, request.id)
    is_sheet = service.output is OutputKind.COUNTERSIGN
    name = f"{'lembar' if is_sheet else 'surat'}-{service.code}-{request.serial:04}.pdf"
    (out / "letters" / name).write_bytes(content)
    day.countersigned += is_sheet
    day.letters += not is_sheet
    if not is_sheet:
        day.last_letter_number = _letter_number(request)


def _letter_number(request: Request) -> str:
    held = journal.load(Request, request.id)
    return journal.load(Letter, held.letter).number


def _close(desk: Context, out: Path, clock: Clock) -> Closing:
    clock.at = replace_hour(clock.at, 16)
    made = closings.close(desk)
    (out / "closing" / f"berita-acara-{made.day}.pdf").write_bytes(closings.stored_pdf(desk, made.day))
    return made


def replace_hour(at: datetime, hour: int) -> datetime:
    """Return the later of a moment and a full hour of its day."""
    return max(at, at.replace(hour=hour, minute=0, second=0, microsecond=0))
