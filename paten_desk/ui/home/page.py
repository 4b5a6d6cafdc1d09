"""Beranda: the day in five figures, what is due next, what needs a hand, and the charts; each figure opens its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from paten_desk.domain.formats import full_date, hour
from paten_desk.domain.roles import Right, may
from paten_desk.domain.workflow import IN_HAND
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.home.attention import Attention, notes
from paten_desk.ui.home.charts import Charts
from paten_desk.ui.home.day import greeting, nearest
from paten_desk.ui.home.rows_page import RowsPage
from paten_desk.ui.home.tile import Tile
from paten_desk.ui.page import Page
from paten_desk.ui.requests.words import name_cell, next_words, promise, service_name
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column
from paten_desk.usecases import figures, requests, services, work
from paten_desk.usecases.context import Context
from paten_desk.usecases.figures import Home, Which
from paten_desk.usecases.work import RequestRow

COLUMNS = (
    Column("Janji", 152),
    Column("Pemohon", strong=True),
    Column("Layanan", 160, from_width=520),
    Column("Berikutnya", 116, from_width=400),
)
TILES = (
    ("received", "Masuk hari ini"),
    ("in_hand", "Dikerjakan"),
    ("overdue", "Lewat janji"),
    ("ready", "Siap diambil"),
    ("returned", "Dikembalikan"),
)
TWO_COLUMNS, ONE_ROW = 700, 760  # widths of the page from which on parts stand side by side
LEAST_TABLE = 200
SHARES = (57, 43)  # of the width: the list, the charts


class HomePage(Page):
    """What somebody who has just come in wants to know.

    Signals:
        open_request: Enter on a row (the request).
        open_rooms: Another room is wanted (its name, which of its lists).
        page_made: The rows behind a figure shall open over this page.
    """

    open_request = Signal(str)
    open_rooms = Signal(str, str)
    page_made = Signal(object)
    keys = (
        ("Ctrl+N", "daftarkan warga"),
        ("Tab", "ke angka, daftar, dan grafik"),
        ("←→", "pilih angka atau batang grafik"),
        ("Enter", "buka yang dipilih"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.register = Button("Daftarkan", "primary", "plus", "Ctrl+N")
        super().__init__("Beranda", actions=(self.register,), scrolls=True)
        self._context = context
        self._home: Home | None = None
        self.tiles = {name: Tile(words) for name, words in TILES}
        for name, words in TILES:
            self.tiles[name].opened.connect(lambda name=name, words=words: self._open_tile(name, words))
        nothing = Empty(
            "circle-check", "Tidak ada berkas yang menunggu.", "Berkas muncul di sini begitu warga didaftarkan."
        )
        self.table = Table("Jatuh tempo berikutnya", COLUMNS, nothing, (("↑↓", "pilih"), ("Enter", "buka")))
        self.table.setMinimumHeight(LEAST_TABLE)
        self.table.opened.connect(lambda at: self.open_request.emit(at.id))
        self.attention, self.charts = Attention(), Charts()
        self.attention.asked.connect(self.open_rooms)
        self.charts.opened.connect(lambda mark: self._open(mark.title, mark.key))
        self._tiles, self._below = QGridLayout(), QGridLayout()
        for grid in (self._tiles, self._below):
            grid.setSpacing(t.S3)
        left = column(self.table, self.attention, gap=t.S3)
        left.setStretch(0, 1)
        self._left = clear(left)
        whole = column(self._tiles, self._below, gap=t.S3)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)
        self._shape = (0, 0)
        self.fit(t.WIDE)
        self.register.setVisible(may(context.user.roles, Right.REGISTER))
        self.register.clicked.connect(lambda: self.open_rooms.emit("registration", ""))

    def refresh(self) -> None:
        context, now, today = self._context, self._context.now(), self._context.today()
        self._home = home = figures.home(context)
        when = f"{full_date(today)} · pukul {hour(now)} {context.office.zone}"
        self.say(greeting(now, context.user.display), when)
        first = self._page(None, now)
        self._show_figures(home, first[0].key if first else None, now)
        self.attention.show_notes(notes(context))
        self.charts.show_home(home, today, services.catalogue(context))
        order = "yang terlambat dahulu"
        self.table.show_rows(first, home.in_hand.count, order, lambda last: self._page(last, now))

    def begin(self) -> None:
        self.table.setFocus()

    def fit(self, width: int) -> None:
        side, tiles = 2 if width >= TWO_COLUMNS else 1, len(TILES) if width >= ONE_ROW else 3
        if self._shape != (side, tiles):
            self._shape = (side, tiles)
            _lay(self._tiles, list(self.tiles.values()), tiles)
            _lay(self._below, [self._left, self.charts], side)
            self._below.setColumnStretch(0, SHARES[0])
            self._below.setColumnStretch(1, SHARES[1] if side > 1 else 0)

    def _open_tile(self, name: str, title: str) -> None:
        if self._home is not None:
            self._open(title, getattr(self._home, name).which)

    def _open(self, title: str, which: Which) -> None:
        self.page_made.emit(RowsPage(self._context, title, which))

    def _show_figures(self, home: Home, first: RequestRow | None, now: datetime) -> None:
        due, longest = nearest(first, now)
        notes_of = {
            "received": f"{home.collected} sudah diambil",
            "in_hand": due or "di meja kantor",
            "overdue": (longest or "lihat berkasnya") if home.overdue.count else "semua sesuai janji",
            "ready": "menunggu warga",
            "returned": "belum lengkap",
        }
        for name, note in notes_of.items():
            self.tiles[name].show_tally(getattr(home, name), note)
        self.tiles["overdue"].show_tone("late" if home.overdue.count else "")

    def _page(self, after: RequestRow | None, now: datetime) -> list[Row]:
        catalogue = services.catalogue(self._context)
        return [
            Row(
                each,
                (
                    promise(each, now),
                    name_cell(each),
                    service_name(each, catalogue),
                    next_words(work.next_of(each), catalogue.get(each.service)),
                ),
            )
            for each in requests.worklist(self._context, IN_HAND, after)
        ]


def _lay(grid: QGridLayout, parts: Sequence[QWidget], across: int) -> None:
    """Lay parts into a grid anew, so many beside each other."""
    for at, part in enumerate(parts):
        grid.removeWidget(part)
        grid.addWidget(part, at // across, at % across)
