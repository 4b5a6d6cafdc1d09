"""The field check of a request: when somebody goes, and what they found."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.field_checks import check_appointment
from paten_desk.domain.requests import Request
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.ask import ask_form
from paten_desk.ui.date_field import DateField, read_date
from paten_desk.ui.fields import ComboField, Field
from paten_desk.ui.time_field import TimeField, read_time
from paten_desk.ui.widgets import clear, row
from paten_desk.usecases import field_checks
from paten_desk.usecases.context import Context

MORNING = time(9, 0)


def plan(context: Context, request: Request, parent: QWidget | None = None) -> bool:
    """Ask when somebody goes and who, and keep it; say whether it was kept."""
    now, held = context.now(), request.field_check
    day, at = DateField("Hari"), TimeField("Jam")
    officer = ComboField("Petugas", field_checks.officers(context))
    day.set_value(held.at.date() if held else None)
    at.set_value(held.at.time() if held else MORNING)
    officer.set_value(held.officer if held else context.user.id)
    fields: dict[str, Field] = {"day": day, "at": at, "officer": officer}

    def check() -> list[Problem]:
        unread = [Problem("day", read_date(day.line.text())[1]), Problem("at", read_time(at.line.text())[1])]
        if wrong := [each for each in unread if each.text]:
            return wrong
        found = check_appointment(_moment(now, day.value(), at.value()), officer.value(), now)
        return [Problem("day" if each.field == "at" else each.field, each.text) for each in found]

    if not ask_form(
        "Kapan petugas memeriksa ke lokasi?",
        "Waktunya tertulis di daftar Lapangan, dan warga dapat dikabari dengan F7.",
        (clear(row(day, at, gap=t.S3)), officer),
        fields,
        check,
        icon="map-pin",
        parent=parent,
    ):
        return False
    field_checks.plan(context, request.id, _moment(now, day.value(), at.value()), officer.value())
    return True


def finish(context: Context, request: Request, parent: QWidget | None = None) -> bool:
    """Ask what was found, and keep it; say whether it was kept."""
    found = dialogs.ask_reason(
        "Apa yang ditemukan di lapangan?",
        "Permohonan berlanjut ke langkah berikutnya.",
        "Simpan hasil",
        name="Temuan",
        parent=parent,
    )
    if found:
        field_checks.finish(context, request.id, found)
    return bool(found)


def _moment(now: datetime, day: date | None, at: time | None) -> datetime | None:
    return datetime.combine(day, at, now.tzinfo) if day and at else None
