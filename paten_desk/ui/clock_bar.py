"""A doubtful clock: one bar above the page, and two ways on. Nothing waits for it."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Signal

from paten_desk.domain.clocks import ClockCheck, Doubt
from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import full_date, hour
from paten_desk.domain.roles import Right, may, who_may
from paten_desk.ui.alert_bar import AlertBar
from paten_desk.ui.approving import ask_approval
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.date_field import DateField, read_date
from paten_desk.ui.fields import Field
from paten_desk.ui.time_field import TimeField, read_time
from paten_desk.usecases import clock
from paten_desk.usecases.context import Context

CAN_BE_RIGHT = frozenset({Doubt.AHEAD, Doubt.DRIFT})
MEANWHILE = "Pelayanan tetap jalan; catatan sejak ini ditandai."


class ClockBar(AlertBar):
    """Hidden while the clock is trusted.

    Signals:
        confirmed: The computer's time is right after all.
        mended: Two people set the time (the new `Context`).
    """

    confirmed = Signal()
    mended = Signal(object)

    def __init__(self, context: Context) -> None:
        self.confirm = Button("Jam sudah benar", "small", key="Ctrl+J")
        self.fix = Button("Betulkan jam", "small", "clock", "Ctrl+Shift+J")
        super().__init__("warn", self.confirm, self.fix)
        self._context, self._since = context, clock.anchor(context)
        self.confirm.clicked.connect(self._confirm)
        self.fix.clicked.connect(self._fix)

    def look(self) -> None:
        """Look at the clock, record a new doubt, and show the one that stands."""
        clock.watch(self._context, self._since)
        standing = clock.standing_doubt(self._context)
        if standing is None:
            self.hide()
        else:
            self._show(standing)

    def _show(self, standing: ClockCheck) -> None:
        fixes = may(self._context.user.roles, Right.FIX_CLOCK)
        whom = "" if fixes else f" Yang membetulkan jam: {who_may(Right.FIX_CLOCK)}."
        self.fix.setVisible(fixes)
        self.confirm.setVisible(standing.doubt in CAN_BE_RIGHT or clock.look(self._context) is Doubt.NONE)
        self.say(clock.words(self._context, standing), MEANWHILE + whom, "warn")

    def _confirm(self) -> None:
        clock.confirm(self._context)
        self._since = clock.anchor(self._context)
        self.look()
        self.confirmed.emit()

    def _fix(self) -> None:
        right = self._ask()
        if right is None:
            return
        words = f"Jam program menjadi {full_date(right.date())} pukul {hour(right)}."
        approval = ask_approval(self._context, Right.FIX_CLOCK, words, self)
        if approval is not None:
            self.mended.emit(clock.correct(self._context, right, approval))

    def _ask(self) -> datetime | None:
        day, at = DateField("Tanggal sebenarnya"), TimeField("Jam sebenarnya", "Lihat jam dinding atau telepon.")
        fields: dict[str, Field] = {"day": day, "time": at}
        now = self._context.now()

        def check() -> list[Problem]:
            found = []
            if day.value() is None:
                found.append(Problem("day", read_date(day.line.text())[1] or "Isi tanggal sebenarnya."))
            if at.value() is None:
                found.append(Problem("time", read_time(at.line.text())[1] or "Isi jam sebenarnya."))
            return found or clock.check_time(self._context, _joined(day.value(), at.value(), now))

        agreed = ask_form(
            "Betulkan jam",
            "Berlaku di program ini sampai ditutup; betulkan juga jam komputernya. Kedua waktu tercatat.",
            (day, at),
            fields,
            check,
            verb="Lanjut",
            icon="clock",
            parent=self,
        )
        return _joined(day.value(), at.value(), now) if agreed else None


def _joined(day: date | None, at: time | None, now: datetime) -> datetime:
    """Return a day and a time in the office's zone."""
    assert day is not None
    assert at is not None
    return datetime.combine(day, at, now.tzinfo)
