"""Beranda: the day in five figures, what is due next, and what each service brought."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from paten_desk.domain.formats import full_date, hour
from paten_desk.domain.roles import Right, may
from paten_desk.domain.workflow import ENDED, Status
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.home.attention import Attention, notes
from paten_desk.ui.home.bars import Bars, Legend
from paten_desk.ui.home.day import WAITING, day_bars, greeting, nearest, received
from paten_desk.ui.home.tile import Tile
from paten_desk.ui.page import Page
from paten_desk.ui.requests.words import next_words, promise, service_name
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import requests, services, work
from paten_desk.usecases.context import Context
from paten_desk.usecases.work import RequestRow

COLUMNS = (
    Column("Janji", 152),
    Column("Pemohon", strong=True),
    Column("Layanan", 160, from_width=520),
    Column("Berikutnya", 116, from_width=400),
)
IN_HAND = frozenset(Status) - ENDED - WAITING
TILES = (
    ("received", "Masuk hari ini", "requests", "open"),
    ("in_hand", "Dikerjakan", "requests", "open"),
    ("late", "Lewat janji", "requests", "open"),
    ("ready", "Siap diambil", "requests", "ready"),
    ("returned", "Dikembalikan", "requests", "returned"),
)


class HomePage(Page):
    """What somebody who has just come in wants to know.

    Signals:
        open_request: Enter on a row (the request).
        open_rooms: Another room is wanted (its name, which of its lists).
    """

    open_request = Signal(str)
    open_rooms = Signal(str, str)
    keys = (
        ("Ctrl+N", "daftarkan warga"),
        ("Tab", "ke angka, lalu ke daftar"),
        ("Enter", "buka yang dipilih"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.register = Button("Daftarkan", "primary", "plus", "Ctrl+N")
        super().__init__("Beranda", actions=(self.register,))
        self._context = context
        self.tiles = {name: Tile(words) for name, words, _, _ in TILES}
        for name, _, room, view in TILES:
            self.tiles[name].opened.connect(lambda room=room, view=view: self.open_rooms.emit(room, view))
        nothing = Empty(
            "circle-check", "Tidak ada berkas yang menunggu.", "Berkas muncul di sini begitu warga didaftarkan."
        )
        self.table = Table("Jatuh tempo berikutnya", COLUMNS, nothing, (("↑↓", "pilih"), ("Enter", "buka")))
        self.table.opened.connect(lambda at: self.open_request.emit(at.id))
        self.attention = Attention()
        self.attention.asked.connect(self.open_rooms)
        self.bars, self._legend = Bars("Layanan hari ini"), Legend()
        self._nothing = label("Belum ada permohonan hari ini.", "second")
        chart = Card("Layanan hari ini").add(self._legend, self.bars, self._nothing, None)
        side = column(self.attention, chart, gap=t.S3)
        side.setStretch(1, 1)
        self._side = clear(side)
        below = row(self.table, self._side, gap=t.S3)
        below.setStretch(0, 1)
        whole = column(row(*self.tiles.values(), gap=t.S3), below, gap=t.S3)
        whole.setStretch(1, 1)
        self.body.addLayout(whole)
        self.register.setVisible(may(context.user.roles, Right.REGISTER))
        self.register.clicked.connect(lambda: self.open_rooms.emit("registration", ""))

    def refresh(self) -> None:
        context, now, today = self._context, self._context.now(), self._context.today()
        rows = requests.received_on(context, today)
        when = f"{full_date(today)} · pukul {hour(now)} {context.office.zone}"
        self.say(greeting(now, context.user.display), when)
        self._show_figures(rows, now)
        self.attention.show_notes(notes(context))
        bars = day_bars(rows, now, today, services.catalogue(context))
        self.bars.show_bars(bars)
        self._nothing.setVisible(not bars)
        self._legend.setVisible(any(bar.late for bar in bars))
        count = requests.count(context, IN_HAND)
        order = "yang terlambat dahulu"
        self.table.show_rows(self._page(None, now), count, order, lambda last: self._page(last, now))

    def begin(self) -> None:
        self.table.setFocus()

    def fit(self, width: int) -> None:
        self._side.setFixedWidth(round((width - 2 * t.S5) * (0.43 if width >= 1000 else 0.41)))

    def _show_figures(self, rows: list[RequestRow], now: datetime) -> None:
        context = self._context
        came = received(rows, context.today())
        first = next(iter(requests.worklist(context, IN_HAND, limit=1)), None)
        due, longest = nearest(first, now)
        late = requests.overdue(context)
        self.tiles["received"].show_number(str(came.count), f"{came.collected} sudah diambil")
        self.tiles["in_hand"].show_number(str(requests.count(context, IN_HAND)), due or "di meja kantor")
        self.tiles["late"].show_number(str(late), (longest or "lihat berkasnya") if late else "semua sesuai janji")
        self.tiles["late"].show_tone("late" if late else "")
        for name, status, note in (
            ("ready", Status.READY, "menunggu warga"),
            ("returned", Status.RETURNED, "belum lengkap"),
        ):
            self.tiles[name].show_number(str(requests.count(context, frozenset({status}))), note)

    def _page(self, after: RequestRow | None, now: datetime) -> list[Row]:
        catalogue = services.catalogue(self._context)
        return [
            Row(
                each,
                (
                    promise(each, now),
                    each.name,
                    service_name(each, catalogue),
                    next_words(work.next_of(each), catalogue.get(each.service)),
                ),
            )
            for each in requests.worklist(self._context, IN_HAND, after)
        ]
