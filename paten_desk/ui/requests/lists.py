"""The lists of the room Berkas: one for each step of the user's roles, and views across them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from paten_desk.domain.catalogue import Service
from paten_desk.domain.formats import hour, weekday
from paten_desk.domain.roles import may
from paten_desk.domain.workflow import TO_DO, Action
from paten_desk.ui.requests.board import left_cell, limit_cell
from paten_desk.ui.requests.words import (
    name_cell,
    next_words,
    promise,
    service_name,
    short_date,
    short_nik,
    short_number,
)
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.usecases import dossiers, field_checks, morning, reminders, services, work, worklists
from paten_desk.usecases.context import Context
from paten_desk.usecases.work import RequestRow

COLUMNS = (
    Column("Janji", 148),
    Column("Nomor", 62),
    Column("Pemohon", strong=True),
    Column("NIK", 114, from_width=960),
    Column("Layanan", 158, from_width=600),
    Column("Di meja", 104, from_width=780),
    Column("Berikutnya", 126),
)
NAME = 2  # place of the applicant among the columns
OPEN, BOARD, SILENT, MINE = "open", "board", "silent", "mine"
VIEWS = (OPEN, BOARD, SILENT, MINE)
FIELD, READY = "field", "ready"
STEPS = {
    "verify": (Action.VERIFY,),
    FIELD: (Action.FIELD_CHECK,),
    "draft": (Action.DRAFT,),
    "initial": (Action.INITIAL_SECTION, Action.INITIAL_SECRETARY),
    "sign": (Action.SIGN,),
    "issue": (Action.MAKE_READY,),
    READY: (Action.HAND_OVER,),
    "returned": (Action.ACCEPT,),
}
WORDS = {
    OPEN: "Dikerjakan",
    BOARD: "Papan janji",
    SILENT: "Batas diam",
    MINE: "Di meja saya",
    "verify": "Verifikasi",
    FIELD: "Lapangan",
    "draft": "Konsep",
    "initial": "Paraf",
    "sign": "Tanda tangan",
    "issue": "Nomor",
    READY: "Siap diambil",
    "returned": "Dikembalikan",
}
SHORT_WORDS = {**WORDS, "verify": "Periksa", "sign": "Ttd", READY: "Siap", "returned": "Kembali"}
WAITING_DAYS, LONG_DAYS = 7, 30  # days a paper lies ready before its row is tinted, and before it is late
LATE_FIRST = "yang terlambat dahulu"
ORDERS = {FIELD: "janji temu terdekat dahulu", READY: "terlama menunggu dahulu"}


@dataclass(frozen=True, slots=True)
class Around:
    """What the cells of one list need beside the rows.

    Attributes:
        desks: Name on each desk by user id.
        limits: By request, when silence counts as consent; filled for that list alone.

    """

    now: datetime
    catalogue: Mapping[str, Service]
    desks: Mapping[str, str]
    limits: Mapping[str, date]


def groups(context: Context) -> dict[str, frozenset[Action]]:
    """Return the lists this user needs, each with the steps its requests wait for."""
    found = {OPEN: TO_DO}
    for name, actions in STEPS.items():
        if any(may(context.user.roles, action) for action in actions):
            found[name] = frozenset(actions)
    return found


def page_of(context: Context, name: str, after: RequestRow | None) -> list[RequestRow]:
    """Return a page of a list; the list of the silence limit is read elsewhere."""
    if name == BOARD:
        return morning.board(context, after)
    if name == MINE:
        return worklists.mine(context, after)
    if name == FIELD:
        return [] if after else field_checks.appointments(context)
    if name == READY:
        return reminders.uncollected(context, after)
    return worklists.waiting(context, groups(context)[name], after)


def row_of(context: Context, name: str, each: RequestRow, around: Around) -> Row:
    """Return a row as the list `name` shows it."""
    last = told_words(each) if name == READY else next_words(work.next_of(each), around.catalogue.get(each.service))
    return Row(
        each,
        (
            _first_cell(context, name, each, around),
            short_number(each.number),
            name_cell(each),
            short_nik(each.nik),
            service_name(each, around.catalogue),
            around.desks.get(each.holder, "") if each.holder else "–",
            last,
        ),
    )


def told_words(row: RequestRow) -> str:
    """Say when the citizen was last told that the paper is ready."""
    if not row.called_at:
        return "Belum dikabari"
    return f"Dikabari {short_date(datetime.fromisoformat(row.called_at).date())}"


def age_cell(row: RequestRow, now: datetime) -> Cell:
    """Say how long a paper has lain ready."""
    if not row.ready_at:
        return "Siap diambil", "good"
    days = (now.date() - datetime.fromisoformat(row.ready_at).date()).days
    if not days:
        return "Siap hari ini", "good"
    tone = "late" if days > LONG_DAYS else "warn" if days >= WAITING_DAYS else "good"
    return f"Siap {days} hari", tone


def visit_cell(row: RequestRow, now: datetime) -> Cell:
    """Say when somebody goes to look."""
    if not row.field_check_at:
        return "Belum dijadwalkan", "warn"
    at = datetime.fromisoformat(row.field_check_at)
    if at < now:
        return f"Lewat {short_date(at.date())} {hour(at)}", "late"
    day = "Hari ini" if at.date() == now.date() else f"{weekday(at.date())} {short_date(at.date())}"
    return f"{day} {hour(at)}", "accent"


def around(context: Context, silent: Mapping[str, date]) -> Around:
    """Read once what the cells of a list need."""
    return Around(context.now(), services.catalogue(context), dossiers.desks(context), silent)


def _first_cell(context: Context, name: str, row: RequestRow, around: Around) -> Cell:
    if name == BOARD:
        return left_cell(context, row, around.now)
    if name == FIELD:
        return visit_cell(row, around.now)
    if name == READY:
        return age_cell(row, around.now)
    limit = around.limits.get(row.id) if name == SILENT else None
    return limit_cell(limit, around.now.date()) if limit else promise(row, around.now)
