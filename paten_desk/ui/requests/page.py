"""Berkas: what the office has in hand, what is late first."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from paten_desk.domain.roles import may
from paten_desk.domain.workflow import REACHES, Action, Status
from paten_desk.ui import dialogs, printing
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button, Tab
from paten_desk.ui.cards import Empty
from paten_desk.ui.page import Page
from paten_desk.ui.requests.board import left_cell, limit_cell
from paten_desk.ui.requests.outage import OutageBar
from paten_desk.ui.requests.peek import Peek
from paten_desk.ui.requests.words import next_words, promise, service_name, short_nik, short_number
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, row
from paten_desk.usecases import morning, requests, services, work, worklists
from paten_desk.usecases.context import Context
from paten_desk.usecases.work import RequestRow

COLUMNS = (
    Column("Janji", 148),
    Column("Nomor", 62),
    Column("Pemohon", strong=True),
    Column("NIK", 114, from_width=700),
    Column("Layanan", 166, from_width=600),
    Column("Berikutnya", 116),
)
OPEN = "open"
IN_HAND = frozenset(REACHES) - {Action.ACCEPT, Action.HAND_OVER}
TABS = (
    ("verify", "Verifikasi", (Action.VERIFY,)),
    ("field", "Lapangan", (Action.FIELD_CHECK,)),
    ("draft", "Konsep", (Action.DRAFT,)),
    ("initial", "Paraf", (Action.INITIAL_SECTION, Action.INITIAL_SECRETARY)),
    ("sign", "Tanda tangan", (Action.SIGN,)),
    ("issue", "Nomor", (Action.MAKE_READY,)),
    ("ready", "Siap diambil", (Action.HAND_OVER,)),
    ("returned", "Dikembalikan", (Action.ACCEPT,)),
)
BOARD, SILENT, MINE = "board", "silent", "mine"
VIEWS = (OPEN, BOARD, SILENT, MINE)
WORDS = {
    OPEN: "Dikerjakan",
    BOARD: "Papan janji",
    SILENT: "Batas diam",
    MINE: "Di meja saya",
    **{name: words for name, words, _ in TABS},
}
SHORT_WORDS = {
    **WORDS,
    "verify": "Periksa",
    "sign": "Ttd",
    "ready": "Siap",
    "returned": "Kembali",
}
ORDER = "yang terlambat dahulu"
LIST = "Daftar pagi"
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
        ("F8", "catat atau akhiri gangguan"),
        ("Ctrl+P", "cetak daftar pagi"),
        ("Ctrl+S", "simpan daftar pagi sebagai PDF"),
        ("Ctrl+K", "cari"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.outage = OutageBar(context)
        self.print = Button("Daftar pagi", icon="printer", key="Ctrl+P")
        super().__init__("Berkas", actions=(self.outage.button, self.print))
        self._context, self._tasks = context, tasks
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
        )
        self.peek = Peek(context)
        self._peeks = True
        self.table.opened.connect(lambda at: self.open_request.emit(at.id))
        self.table.peeked.connect(lambda _: self._toggle_peek())
        self.table.chosen.connect(lambda _: self._show_peek())
        self.peek.open.clicked.connect(lambda: self.open_request.emit(self.table.current().id))
        below = row(self.table, self.peek, gap=t.S3)
        below.setStretch(0, 1)
        views = row(*(self.tabs[name] for name in VIEWS), None, gap=t.S2)
        steps = row(*(tab for name, tab in self.tabs.items() if name not in VIEWS), None, gap=t.S2)
        tabs = column(views, steps, gap=t.S2)
        self.body.addLayout(column(self.outage, tabs, below, gap=t.S3))
        self.outage.changed.connect(self.refresh)
        self.print.clicked.connect(self._print)
        QShortcut(QKeySequence("Ctrl+Tab"), self).activated.connect(self._next_tab)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self._save)

    def show_view(self, name: str) -> None:
        """Show one group of the list: "open", "board", "silent", or a name of `TABS`."""
        if name in self.tabs:
            self._shown = OPEN if name == SILENT and not morning.silent(self._context) else name
            name = self._shown
            self.tabs[name].setChecked(True)
            self.refresh()
            self.begin()

    def refresh(self) -> None:
        context, now = self._context, self._context.now()
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
        self.say("Berkas", f"{counts[OPEN]} dikerjakan, {late} terlambat, {self._ready()} siap diambil")
        first = self._page(None, now)
        self.table.show_rows(first, self._counts[self._shown], ORDER, lambda last: self._page(last, now))
        self._show_peek()

    def begin(self) -> None:
        self.table.setFocus()

    def fit(self, width: int) -> None:
        self._peeks = width >= WITH_PEEK
        self._name_tabs()
        self._show_peek()

    def _name_tabs(self) -> None:
        self.tabs[SILENT].setVisible(bool(self._silent))
        shown = WORDS if self.width() >= WITH_PEEK else SHORT_WORDS
        for name, tab in self.tabs.items():
            tab.setText(f"{shown[name]} {self._counts.get(name, 0)}")
            tab.setAccessibleName(f"{WORDS[name]} {self._counts.get(name, 0)}")

    def _found(self, after: RequestRow | None) -> list[RequestRow]:
        if self._shown == BOARD:
            return morning.board(self._context, after)
        if self._shown == SILENT:
            return [] if after else [each.row for each in self._silent]
        if self._shown == MINE:
            return worklists.mine(self._context, after)
        return worklists.waiting(self._context, self._groups[self._shown], after)

    def _first_cell(self, row: RequestRow, now: datetime) -> Cell:
        if self._shown == BOARD:
            return left_cell(self._context, row, now)
        limits = {each.row.id: each.limit for each in self._silent} if self._shown == SILENT else {}
        return limit_cell(limits[row.id], now.date()) if row.id in limits else promise(row, now)

    def _page(self, after: RequestRow | None, now: datetime) -> list[Row]:
        catalogue = services.catalogue(self._context)
        return [
            Row(
                each,
                (
                    self._first_cell(each, now),
                    short_number(each.number),
                    each.name,
                    short_nik(each.nik),
                    service_name(each, catalogue),
                    next_words(work.next_of(each), catalogue.get(each.service)),
                ),
            )
            for each in self._found(after)
        ]

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


def groups(context: Context) -> dict[str, frozenset[Action]]:
    """Return the tabs this user needs, each with the steps its requests wait for."""
    found = {OPEN: IN_HAND}
    for name, _, actions in TABS:
        if any(may(context.user.roles, action) for action in actions):
            found[name] = frozenset(actions)
    return found
