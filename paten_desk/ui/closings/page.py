"""Tutup Hari: what is open, one button that closes the day, and the paper that proves it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedWidget

from paten_desk.domain.closings import Closing
from paten_desk.domain.formats import full_date, hour, weekday
from paten_desk.domain.printing import SheetKind
from paten_desk.domain.roles import Right, may, who_may
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.closings.checklist import Checklist, DayFigures, ServiceTable, items
from paten_desk.ui.closings.sending import SendingCard
from paten_desk.ui.page import Page
from paten_desk.ui.preview import Preview
from paten_desk.ui.printing import print_made
from paten_desk.ui.requests.words import short_date
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, empty, fill, label, panel, picture, row
from paten_desk.usecases import closings, print_profiles
from paten_desk.usecases.context import Context

SIDE = 320
NARROW_SIDE = 288
CHECK, SHEET = "check", "sheet"


class ClosingPage(Page):
    """Closes the oldest day that is open, today last.

    Signals:
        open_rooms: Another room is wanted (its name, which of its lists).
        day_closed: A day was closed; it belongs into a backup.
    """

    open_rooms = Signal(str, str)
    day_closed = Signal()
    least_width = 844
    keys = (
        ("Ctrl+S", "tutup hari"),
        ("Ctrl+P", "cetak berita acara"),
        ("F6", "daftar periksa atau berita acara"),
        ("F7", "simpan data yang belum dikirim"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.turn = Button("Lihat berita acara", "", "file-check", "F6")
        self.print = Button("Cetak berita acara", "", "printer", "Ctrl+P")
        super().__init__("Tutup Hari", actions=(self.turn, self.print))
        self._context, self._tasks = context, tasks
        self._made: Closing | None = None
        self._day: date | None = None
        self.checklist, self.figures, self.services = Checklist(), DayFigures(), ServiceTable()
        self.preview = Preview("Berita acara dibuat saat hari ditutup.")
        self._stack = QStackedWidget()
        checks = column(self.checklist, self.services, gap=t.S3)
        checks.setStretch(1, 1)
        self._stack.addWidget(clear(checks))
        self._stack.addWidget(self.preview)
        self.sending = SendingCard(context, tasks, self.refresh)
        self._said = column()
        self.close_day = Button("", "primary", "lock", "Ctrl+S")
        self.line = _LineCard()
        self._side = clear(column(self.figures, self.line, self.sending, None, self._said, self.close_day, gap=t.S3))
        whole = row(self._stack, self._side, gap=t.S3)
        whole.setStretch(0, 1)
        self.body.addLayout(whole)
        self.checklist.asked.connect(self.open_rooms)
        self.close_day.clicked.connect(self._close)
        self.turn.clicked.connect(self._turn)
        self.print.clicked.connect(self._print)

    def refresh(self) -> None:
        context, today = self._context, self._context.today()
        forgotten = closings.unclosed_days(context)
        closed = closings.is_closed(context, today)
        self._day = forgotten[0] if forgotten else None if closed else today
        if self._made is None and closed:
            self._made = closings.closing_of(context, today)
        counted = closings.count(context, self._day or today)
        self.say("Tutup Hari", full_date(today))
        self.checklist.show_items(items(context, counted))
        self.figures.show_count("Hari ini" if (self._day or today) == today else full_date(counted.day), counted)
        self.services.show_count(context, counted)
        self.sending.refresh()
        self._show_closing()

    def begin(self) -> None:
        (self.close_day if self.close_day.isVisibleTo(self) else self.print).setFocus()

    def fit(self, width: int) -> None:
        is_wide = width >= t.MIDDLE
        self._side.setFixedWidth(SIDE if is_wide else NARROW_SIDE)
        self.checklist.fit(is_narrow=not is_wide)

    def _show_closing(self) -> None:
        allowed = may(self._context.user.roles, Right.CLOSE_DAY)
        made, day = self._made, self._day
        self.close_day.setVisible(allowed and day is not None)
        self.close_day.setEnabled(True)
        if day is not None:
            self.close_day.say(
                "Tutup hari" if day == self._context.today() else f"Tutup {weekday(day)}, {short_date(day)}"
            )
        for button in (self.turn, self.print):
            button.setVisible(made is not None)
        self.line.setVisible(made is not None)
        if made is not None:
            self.line.show_line(closings.closing_line(self._context, made))
        empty(self._said)
        if day is not None and day != self._context.today():
            self._tell(
                "warn", "triangle-alert", "Ada hari yang terlewat", f"{full_date(day)} ditutup dahulu, lalu hari ini."
            )
        elif day is not None and not allowed:
            self._tell("neutral", "info", "Hari ini belum ditutup", f"Yang menutup hari: {who_may(Right.CLOSE_DAY)}.")
        elif day is None and made is not None:
            at = f"Berita acara tersimpan pukul {hour(made.closed_at)}."
            self._tell("good", "circle-check", "Hari ini sudah ditutup", at)

    def _tell(self, tone: str, icon: str, head: str, words: str) -> None:
        ink = t.TONES[tone].ink
        top = row(picture(icon, ink, 18), label(head, "strong", tone=tone), None)
        inside = column(top, label(words, "second", wrap=True), gap=t.S1, margins=(t.S3, 10, t.S3, 10))
        fill(self._said, panel(tone, inside))

    def _close(self) -> None:
        day = self._day
        self.close_day.setEnabled(False)
        self._tasks.run(lambda: closings.close(self._context, day), self._closed)

    def _closed(self, made: Closing) -> None:
        self._made = made
        self._stack.setCurrentIndex(0)
        self.refresh()
        self._turn()
        self.begin()
        self.day_closed.emit()

    def _turn(self) -> None:
        made = self._made
        if made is None:
            return
        shows = self._stack.currentWidget() is self.preview
        self._stack.setCurrentIndex(0 if shows else 1)
        self.turn.say("Lihat berita acara" if shows else "Lihat daftar periksa")
        if not shows:
            note = f"{weekday(made.day)}, {short_date(made.day)}"
            self._tasks.run(
                lambda: closings.stored_pdf(self._context, made.day), lambda pdf: self.preview.show_pdf(pdf, note)
            )

    def _print(self) -> None:
        made = self._made
        if made is not None:
            title = f"Berita acara {full_date(made.day)}"
            own = print_profiles.profile(self._context, SheetKind.REPORT)
            print_made(self._tasks, lambda: closings.stored_pdf(self._context, made.day), title, profile=own)


class _LineCard(Card):
    """The line that can be sent by messenger as one more witness."""

    def __init__(self) -> None:
        super().__init__(pad=t.S3)
        self.copy = Button("Salin baris", "quiet", "clipboard-list")
        self.words = label("", "second", wrap=True)
        self.words.setAccessibleName("Baris penutup")
        self.add(row(label("Baris penutup", "head"), None, self.copy), self.words)
        self.copy.clicked.connect(lambda: QApplication.clipboard().setText(self.words.text()))

    def show_line(self, text: str) -> None:
        self.words.setText(text)
