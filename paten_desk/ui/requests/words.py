"""How lists and panels speak of a request: its promise, its steps, its short names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from paten_desk.domain.catalogue import OutputKind, Service
from paten_desk.domain.formats import MONTHS, hour, mask_nik, weekday
from paten_desk.domain.lateness import is_late
from paten_desk.domain.letters import STATE_WORDS
from paten_desk.domain.requests import Request, is_paused
from paten_desk.domain.roles import who_may
from paten_desk.domain.workflow import Action, Status
from paten_desk.ui.rows_model import Cell, Flagged
from paten_desk.ui.steps import Stop, StopState
from paten_desk.usecases import work
from paten_desk.usecases.work import RequestRow, Step

STEP_NAMES = {
    Action.ACCEPT: "Diterima",
    Action.VERIFY: "Verifikasi",
    Action.FIELD_CHECK: "Periksa lapangan",
    Action.DRAFT: "Konsep surat",
    Action.INITIAL_SECTION: "Paraf Kasi",
    Action.INITIAL_SECRETARY: "Paraf Sekcam",
    Action.SIGN: "Tanda tangan",
    Action.MAKE_READY: "Nomor dan terbit",
    Action.HAND_OVER: "Penyerahan",
    Action.RETURN: "Dikembalikan",
    Action.REJECT: "Ditolak",
    Action.CANCEL: "Dibatalkan",
}
DESKS = {
    Action.VERIFY: "Kasi",
    Action.FIELD_CHECK: "petugas lapangan",
    Action.DRAFT: "operator",
    Action.INITIAL_SECTION: "Kasi",
    Action.INITIAL_SECRETARY: "Sekcam",
    Action.SIGN: "pejabat",
    Action.MAKE_READY: "operator",
}
STATE_CHIPS = {
    Status.RETURNED: ("Dikembalikan", "warn"),
    Status.READY: ("Siap diambil", "good"),
    Status.HANDED_OVER: ("Sudah diambil", "neutral"),
    Status.REJECTED: ("Ditolak", "neutral"),
    Status.CANCELLED: ("Dibatalkan", "neutral"),
}
OUTSIDE = "dari luar kecamatan"
PAUSED = ("Ditunda", "neutral")
PREFIXES = ("Surat Keterangan ", "Register Surat ")


def promise(row: RequestRow, now: datetime) -> Cell:
    """Return the chip of a row: how late it is, what is left, or where it waits."""
    status = Status(row.status)
    if status in STATE_CHIPS:
        return STATE_CHIPS[status]
    if row.paused:
        return PAUSED
    return due_chip(datetime.fromisoformat(row.due_at), now)


def due_chip(due_at: datetime, now: datetime) -> tuple[str, str]:
    """Return the chip of a running promise: late, within the hour, today, or another day."""
    if due_at < now:
        return f"Terlambat {span_words(now - due_at)}", "late"
    if (due_at - now).total_seconds() < 3600:
        return f"Sisa {span_words(due_at - now)}", "warn"
    if due_at.date() == now.date():
        return f"Hari ini {hour(due_at)}", "accent"
    return f"{weekday(due_at.date())} {short_date(due_at.date())}", "neutral"


def promise_of(request: Request, now: datetime) -> tuple[str, str]:
    """Return the chip of one request."""
    if request.status in STATE_CHIPS:
        return STATE_CHIPS[request.status]
    if is_paused(request):
        return PAUSED
    return due_chip(request.due_at, now) if request.due_at else STATE_CHIPS[Status.RETURNED]


def span_words(span: timedelta) -> str:
    """Say a stretch of time in its greatest whole unit: 35 menit, 2 jam, 3 hari."""
    minutes = max(1, int(span.total_seconds()) // 60)
    if minutes < 60:
        return f"{minutes} menit"
    return f"{minutes // 60} jam" if minutes < 24 * 60 else f"{minutes // (24 * 60)} hari"


def short_date(day: date) -> str:
    """Write a date for a narrow place: 23 Nov."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def moment(at: datetime, today: date) -> str:
    """Write when something was done: hari ini 09.41, or 19 Nov 09.41."""
    return f"{'hari ini' if at.date() == today else short_date(at.date())} {hour(at)}"


def short_number(number: str) -> str:
    """Return the running number of a registration number: 0444 of 0444/PATEN/2026; a dash before there is one."""
    return number.split("/")[0] if number else "–"


def short_nik(nik: str) -> str:
    """Return a NIK as lists show it: 9999••••0007."""
    return f"{nik[:4]}••••{nik[-4:]}" if len(nik) >= 12 else mask_nik(nik) or "tanpa NIK"


def short_service(name: str) -> str:
    """Return the part of a service's name that tells it from the others."""
    for prefix in PREFIXES:
        name = name.removeprefix(prefix)
    return name


def service_name(row: RequestRow, catalogue: Mapping[str, Service]) -> str:
    """Return the short name of a row's service; its code where the catalogue no longer has it."""
    service = catalogue.get(row.service)
    return short_service(service.name) if service else row.service


def name_cell(row: RequestRow) -> Cell:
    """Return the applicant of a row with who is served first, flagged where they come from outside the kecamatan."""
    words = f"{row.name} · didahulukan" if row.priority else row.name
    return Flagged(words, "luar", OUTSIDE) if row.outside else words


def next_words(action: Action | None, service: Service | None) -> str:
    """Name the step a row waits for, for a narrow column."""
    if action is None:
        return "–"
    if action is Action.MAKE_READY:
        return "Selesaikan" if service and service.output is OutputKind.NONE else "Beri nomor"
    return {Action.ACCEPT: "Lengkapi", Action.FIELD_CHECK: "Ke lapangan", Action.HAND_OVER: "Serahkan"}.get(
        action, STEP_NAMES[action]
    )


def stops(request: Request, steps: Iterable[Step], now: datetime, output: OutputKind) -> list[Stop]:
    """Return a request's way as it is drawn: who and when behind it, the next step, what is still to come."""
    found: list[Stop] = []
    here = False
    for step in steps:
        name = "Siap diambil" if step.action is Action.MAKE_READY and output is OutputKind.NONE else None
        name = name or STEP_NAMES[step.action]
        if step.at is not None:
            left = "dilewati " if step.skipped else ""
            found.append(Stop(name, f"{left}{step.who}, {moment(step.at, now.date())}", StopState.DONE))
        elif not here:
            here = True
            late = is_late(request, now) and request.status not in STATE_CHIPS
            found.append(Stop(name, _waits(request, step.action, now), StopState.LATE if late else StopState.NOW))
        else:
            found.append(Stop(name))
    return found


def _waits(request: Request, action: Action, now: datetime) -> str:
    if is_paused(request):
        return f"ditunda sejak {moment(request.pauses[-1].since, now.date())}"
    if request.status is Status.RETURNED:
        return "menunggu warga melengkapi"
    if request.status is Status.READY:
        return "menunggu diambil warga"
    words, tone = promise_of(request, now)
    waits = f"menunggu {DESKS.get(action, who_may(action))}"
    return f"{words.lower()}, {waits}" if tone == "late" else waits


def standing_of(request: Request) -> tuple[str, str]:
    """Return what stands beside a request's paper, with its tone: draft, issued, or what ended it."""
    letter = work.letter_of(request)
    if letter is None or not letter.document:
        return "Konsep", "warn"
    if letter.state in STATE_WORDS:
        return STATE_WORDS[letter.state].capitalize(), "late"
    return "Sudah terbit", "good"
