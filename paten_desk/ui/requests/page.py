"""Berkas: what the office has in hand, what is late first."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from paten_desk.domain.roles import Right, may
from paten_desk.domain.workflow import Status
from paten_desk.ui import dialogs, printing
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button, Tab
from paten_desk.ui.cards import Empty
from paten_desk.ui.page import Page
from paten_desk.ui.requests import telling
from paten_desk.ui.requests.batch_bar import BatchBar
from paten_desk.ui.requests.lists import (
    BOARD,
    COLUMNS,
    FIELD,
    LATE_FIRST,
    MINE,
    OPEN,
    ORDERS,
    READY,
    SHORT_WORDS,
    SILENT,
    VIEWS,
    WORDS,
    Around,
    around,
    groups,
    page_of,
    row_of,
)
from paten_desk.ui.requests.outage import OutageBar
from paten_desk.ui.requests.peek import Peek
from paten_desk.ui.requests.receiving import ReceivingBar
from paten_desk.ui.rows_model import Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, label, row
from paten_desk.usecases import figures, morning, reminders, requests, worklists
from paten_desk.usecases.context import Context
from paten_desk.usecases.work import RequestRow

LIST = "Daftar pagi"
KEYS = (("↑↓", "pilih"), ("Shift", "tandai"), ("Enter", "buka"), ("Space", "intip"))
TOLD = (READY, "returned", FIELD)
WITH_PEEK = 1000


class RequestsPage(Page):
    """The worklist with its tabs and the panel beside it.

    Signals:
        open_request: Enter on a row (the request).
    """

    open_request = Signal(str)
    keys = (
        ("↑↓", "pilih berkas"),
        ("Enter", "buka berkas"),
        ("Space", "intip berkas"),
        ("Ctrl+Tab", "kelompok berikutnya"),
        ("Shift+↑↓", "tandai beberapa"),
        ("Ctrl+A", "tandai semua yang tampak"),
        ("Ctrl+Enter", "kerjakan yang ditandai"),
        ("F7", "kabari warga"),
        ("F8", "catat atau akhiri gangguan"),
        ("F9", "terima berkas ke meja saya"),
        ("Ctrl+P", "cetak daftar pagi"),
        ("Ctrl+S", "simpan daftar pagi sebagai PDF"),
        ("Ctrl+K", "cari"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.outage = OutageBar(context)
        self.receive = Button("Terima berkas", icon="inbox", key="F9")
        self.print = Button("Daftar pagi", icon="printer", key="Ctrl+P")
        super().__init__("Berkas", actions=(self.outage.button, self.receive, self.print))
        self._context, self._tasks = context, tasks
        self._ages = label("", "hint")
        self._groups = groups(context)
        self._shown = OPEN
        self._counts: dict[str, int] = {}
        self._silent: list[morning.Silent] = []
        names = (*VIEWS, *(name for name in self._groups if name not in VIEWS))
        self.tabs = {name: Tab("", name == OPEN) for name in names}
        self.tabs[SILENT].hide()
        for name, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, name=name: self.show_view(name))
        self.table = Table(
            "Daftar berkas",
            COLUMNS,
            Empty(
                "folder-open", "Belum ada berkas di kelompok ini.", "Berkas muncul di sini begitu warga didaftarkan."
            ),
            KEYS,
            many=True,
        )
        self.batch, self.receiving = BatchBar(context, tasks), ReceivingBar(context)
        self.tell = Button("Kabari warga", "small", "message-square", "F7")
        self.peek = Peek(context)
        self._peeks = True
        below = row(self.table, self.peek, gap=t.S3)
        below.setStretch(0, 1)
        views = row(*(self.tabs[name] for name in VIEWS), None, self._ages, self.tell, gap=t.S2)
        steps = row(*(tab for name, tab in self.tabs.items() if name not in VIEWS), None, gap=t.S2)
        self.body.addLayout(
            column(self.outage, self.receiving, column(views, steps, gap=t.S2), self.batch, below, gap=t.S3)
        )
        self._connect()

    def _connect(self) -> None:
        self.table.opened.connect(lambda at: self.open_request.emit(at.id))
        self.table.peeked.connect(lambda _: self._toggle_peek())
        self.table.chosen.connect(lambda _: self._show_peek())
        self.table.marked.connect(lambda: self.batch.show_rows(self.table.marks()))
        self.peek.open.clicked.connect(lambda: self.open_request.emit(self.table.current().id))
        for changed in (self.outage.changed, self.batch.changed, self.receiving.taken):
            changed.connect(self.refresh)
        self.receiving.closed.connect(self.begin)
        self.receive.setVisible(may(self._context.user.roles, Right.MOVE_PAPERS))
        self.receive.clicked.connect(self.receiving.begin)
        self.tell.clicked.connect(self._tell)
        self.print.clicked.connect(self._print)
        QShortcut(QKeySequence("Ctrl+Tab"), self).activated.connect(self._next_tab)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self._save)

    def show_view(self, name: str) -> None:
        """Show one list: a name of `lists.WORDS`."""
        if name in self.tabs:
            self._shown = OPEN if name == SILENT and not morning.silent(self._context) else name
            name = self._shown
            self.tabs[name].setChecked(True)
            self.refresh()
            self.begin()

    def refresh(self) -> None:
        context = self._context
        counts = {name: worklists.count(context, actions) for name, actions in self._groups.items()}
        self._silent = morning.silent(context)
        self._counts = counts | {
            BOARD: morning.count(context),
            SILENT: len(self._silent),
            MINE: worklists.count_mine(context),
        }
        if not self._silent and self._shown == SILENT:
            self._shown = OPEN
            self.tabs[OPEN].setChecked(True)
        self._name_tabs()
        self.outage.refresh()
        late = requests.overdue(context)
        outside = figures.in_hand(context).outside
        apart = f", {outside} dari luar kecamatan" if outside else ""
        self.say("Berkas", f"{counts[OPEN]} dikerjakan, {late} terlambat, {self._ready()} siap diambil{apart}")
        name = self._shown
        beside = around(context, {each.row.id: each.limit for each in self._silent})
        order = ORDERS.get(name, LATE_FIRST)
        first = self._page(None, beside)
        self.table.show_rows(first, self._counts[name], order, lambda last: self._page(last, beside))
        self._fit_tell()
        self._show_peek()

    def begin(self) -> None:
        self.table.setFocus()

    def fit(self, width: int) -> None:
        self._peeks = width >= WITH_PEEK
        self._name_tabs()
        self._fit_tell()
        self._show_peek()

    def take_scan(self, text: str) -> bool:
        """Take over the papers of a scanned receipt while they are being received; say whether it was so."""
        if not self.receiving.isVisible():
            return False
        self.receiving.take(text)
        return True

    def _name_tabs(self) -> None:
        self.tabs[SILENT].setVisible(bool(self._silent))
        shown = WORDS if self.width() >= WITH_PEEK else SHORT_WORDS
        for name, tab in self.tabs.items():
            tab.setText(f"{shown[name]} {self._counts.get(name, 0)}")
            tab.setAccessibleName(f"{WORDS[name]} {self._counts.get(name, 0)}")

    def _page(self, after: RequestRow | None, beside: Around) -> list[Row]:
        if self._shown == SILENT:
            found = [] if after else [each.row for each in self._silent]
        else:
            found = page_of(self._context, self._shown, after)
        return [row_of(self._context, self._shown, each, beside) for each in found]

    def _fit_tell(self) -> None:
        """Offer to tell citizens where papers wait for them, with how long they have lain there."""
        waits = self._shown in TOLD and bool(self.table.rows.rows)
        self.tell.setVisible(waits and may(self._context.user.roles, Right.TELL_CITIZEN))
        old = {words: count for words, count in reminders.ageing(self._context).items() if count} if waits else {}
        self._ages.setText(" · ".join(f"{words}: {count}" for words, count in old.items()))
        self._ages.setVisible(self._shown == READY and self.width() >= WITH_PEEK)

    def _tell(self) -> None:
        if (chosen := self.table.current()) is not None and telling.ask(self._context, chosen.id, self):
            self.refresh()

    def _ready(self) -> int:
        return requests.count(self._context, frozenset({Status.READY}))

    def _toggle_peek(self) -> None:
        self._peeks = not self._peeks
        self._show_peek()

    def _show_peek(self) -> None:
        chosen = self.table.current()
        self.peek.setVisible(self._peeks and chosen is not None)
        if self.peek.isVisibleTo(self):
            self.peek.show_request(chosen.id)

    def _next_tab(self) -> None:
        names = [name for name in self.tabs if name != SILENT or self._silent]
        self.show_view(names[(names.index(self._shown) + 1) % len(names)])

    def _print(self) -> None:
        context = self._context
        printing.print_made(self._tasks, lambda: morning.pdf(context), LIST, self._printed)

    def _printed(self, printer: str) -> None:
        self.say("Berkas", f"Daftar pagi diterima printer {printer}.")

    def _save(self) -> None:
        context = self._context
        path = dialogs.choose_new_file("Simpan sebagai PDF", dialogs.PDF, Path.home() / f"{LIST}.pdf", self)
        if path is not None:
            self._tasks.run(lambda: printing.write_pdf(morning.pdf(context), path), lambda _: self._saved(path))

    def _saved(self, path: Path) -> None:
        self.say("Berkas", f"Daftar pagi tersimpan: {path.name}")
