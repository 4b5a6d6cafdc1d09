"""Penyerahan: find the paper, ask the one question, hand it over."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from paten_desk.domain.formats import hour
from paten_desk.domain.printing import SheetKind
from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import Status
from paten_desk.ui import printing
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import TextField
from paten_desk.ui.guard import guard
from paten_desk.ui.handover.form import HandoverForm
from paten_desk.ui.page import Page
from paten_desk.ui.requests.words import name_cell, service_name, short_nik, short_number
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, panel, picture, row
from paten_desk.usecases import print_profiles, receipts, requests, services
from paten_desk.usecases.context import Context
from paten_desk.usecases.work import RequestRow

COLUMNS = (
    Column("Nomor", 66),
    Column("Pemohon", strong=True),
    Column("NIK", 124, from_width=600),
    Column("Layanan", 176, from_width=430),
)
READY = frozenset({Status.READY})
FORM_WIDTH, TWO_PANELS, BIGGEST = 420, 700, 16_777_215
NOTHING_READY = ("Belum ada yang siap diambil.", "Surat muncul di sini begitu diberi nomor dan terbit.")
NOTHING_FOUND = "Tidak ada yang siap diambil dengan nomor atau nama itu."
KEYS = (("↑↓", "pilih"), ("Enter", "serahkan"))


class HandoverPage(Page):
    """One box that finds, the papers that are ready, and the form of the chosen one.

    Signals:
        open_request: The request behind the paper is wanted.
    """

    open_request = Signal(str)
    keys = (
        ("Enter", "di kotak cari: ambil yang teratas"),
        ("↓", "di kotak cari: ke daftar"),
        ("Ctrl+F", "cari lagi"),
        ("Ctrl+S", "serahkan"),
        ("Ctrl+P", "sesudah diserahkan: cetak bukti penyerahan"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__("Penyerahan")
        self._context, self._tasks = context, tasks
        self._picked, self._last = "", ""
        self.box = FindField()
        self.table = Table("Siap diambil", COLUMNS, Empty("package-check", *NOTHING_READY), KEYS)
        self.form = HandoverForm(context)
        self._done = label("", wrap=True)
        mark = picture("circle-check", t.TONES["good"].ink, 20)
        self.print = Button("Cetak bukti penyerahan", "", "printer", "Ctrl+P")
        words = row(mark, self._done, gap=t.S2)
        words.setStretch(1, 1)
        said = column(words, row(self.print, None), gap=t.S2, margins=(t.S3, t.S2, t.S3, t.S2))
        self._said = panel("good", said)
        self._said.hide()
        finding = column(self.box, self._said, self.table, gap=t.S3)
        finding.setStretch(2, 1)
        self._finding, self._narrow = clear(finding), False
        whole = row(self._finding, self.form, gap=t.S3)
        whole.setStretch(0, 1)
        self.body.addLayout(whole)
        self.box.changed.connect(self._find_again)
        self.box.entered.connect(self._take)
        self.box.down.connect(self.table.view.setFocus)
        self.table.chosen.connect(lambda _: self._pick_where_the_cursor_is())
        self.table.view.clicked.connect(lambda _: self._take() if self._narrow else self._pick())
        self.table.opened.connect(lambda _: self._take())
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self._seek)
        self.form.handed_over.connect(self._handed_over)
        self.print.clicked.connect(self._print)

    def show_view(self, request: str) -> None:
        """Choose one request, as another page asks."""
        self.box.set_value(requests.load(self._context, request).number)
        self._find_again()
        self._take()

    def refresh(self) -> None:
        context, typed = self._context, self.box.value()
        count = requests.count(context, READY)
        self.say("Penyerahan", f"{count} siap diambil")
        self.table.empty.say(*(NOTHING_FOUND, "Periksa nomornya, atau cari di Berkas.") if typed else NOTHING_READY)
        if typed:
            found = [each for each in requests.find(context, typed) if each.status == Status.READY]
            self.table.show_rows(self._rows(found), len(found), "terbaru dahulu")
        else:
            first = self._rows(requests.worklist(context, READY))
            order = "janji terlama dahulu"
            self.table.show_rows(first, count, order, lambda last: self._rows(requests.worklist(context, READY, last)))
        self._show_form()

    def begin(self) -> None:
        self.box.editor.setFocus()

    def fit(self, width: int) -> None:
        self._narrow = width < TWO_PANELS
        self._fit_panels()

    def _fit_panels(self) -> None:
        """Show list and form beside each other, or where there is no room the one that is worked with."""
        picked = bool(self._picked)
        self._finding.setVisible(not (self._narrow and picked))
        self.form.setVisible(not self._narrow or picked)
        self.form.setMinimumWidth(0 if self._narrow else FORM_WIDTH)
        self.form.setMaximumWidth(BIGGEST if self._narrow else FORM_WIDTH)

    def _seek(self) -> None:
        """Go back to the box; on a narrow page the form gives way to it."""
        if self._narrow:
            self._picked = ""
            self._show_form()
        self.begin()

    def _rows(self, found: list[RequestRow]) -> list[Row]:
        catalogue = services.catalogue(self._context)
        return [
            Row(each, (short_number(each.number), name_cell(each), short_nik(each.nik), service_name(each, catalogue)))
            for each in found
        ]

    def _find_again(self) -> None:
        self._picked = ""
        self._said.hide()
        self.refresh()

    def _pick_where_the_cursor_is(self) -> None:
        if self.table.view.hasFocus() and not self._narrow:
            self._pick()

    def _pick(self) -> None:
        """Begin with the chosen row; a row that is only shown begins nothing."""
        chosen: RequestRow | None = self.table.current()
        self._picked = chosen.id if chosen else ""
        self._show_form()

    def _take(self) -> None:
        self._pick()
        if self._picked:
            self.form.begin()

    def _show_form(self) -> None:
        held = requests.load(self._context, self._picked) if self._picked else None
        if held is not None and held.status is not Status.READY:
            held, self._picked = None, ""  # handed over at another counter meanwhile
        self.form.show_request(held)
        self._fit_panels()

    def _handed_over(self, request: Request) -> None:
        collector = request.personal.collector
        name = collector.name if collector else request.personal.applicant.name
        self._last = request.id
        self._done.setText(f"Nomor {short_number(request.number)} sudah diserahkan kepada {name}.")
        self._said.show()
        self.box.set_value("")
        self._picked = ""
        self.refresh()
        self.begin()

    def _print(self) -> None:
        context, request = self._context, self._last
        number = short_number(requests.load(context, request).number)
        own = print_profiles.profile(context, SheetKind.RECEIPT_A5)
        title = f"Bukti penyerahan {number}"
        printing.print_made(
            self._tasks,
            lambda: receipts.handover_pdf(context, request),
            title,
            lambda printer: self._printed(title, printer),
            own,
        )

    def _printed(self, title: str, printer: str) -> None:
        self._done.setText(f"{title} diterima printer {printer} pukul {hour(self._context.now())}.")


class FindField(TextField):
    """The box that finds; Enter takes the first row, the arrow down goes to the list.

    Signals:
        entered: Enter.
        down: The arrow down.
    """

    entered = Signal()
    down = Signal()

    def __init__(self) -> None:
        super().__init__("Nomor, nama, NIK, atau HP", "Boleh beberapa angka terakhir saja.")

    def go_on(self) -> None:
        """Take the first row, as Enter does."""
        self.entered.emit()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            self.down.emit()
            return True
        return super().eventFilter(watched, event)
