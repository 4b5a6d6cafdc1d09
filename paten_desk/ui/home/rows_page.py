"""The rows behind one figure of Beranda."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from paten_desk.domain.lateness import is_broken
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.home.day import counts
from paten_desk.ui.page import Page
from paten_desk.ui.requests.words import moment, name_cell, promise, service_name, short_nik, short_number, span_words
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.table import Table
from paten_desk.usecases import figures, services
from paten_desk.usecases.context import Context
from paten_desk.usecases.figures import Which
from paten_desk.usecases.work import RequestRow

COLUMNS = (
    Column("Keadaan", 152),
    Column("Nomor", 62),
    Column("Pemohon", strong=True),
    Column("NIK", 114, from_width=900),
    Column("Layanan", 166, from_width=660),
    Column("Masuk", 118, from_width=760),
    Column("Janji", 118, from_width=1000),
    Column("Selesai", 124, from_width=560),
)


class RowsPage(Page):
    """Exactly the requests that a figure counts; what moves on meanwhile leaves the list when it is read again.

    Signals:
        open_request: Enter on a row (the request).
        back: Esc.
    """

    open_request = Signal(str)
    back = Signal()
    keys = (("↑↓", "pilih berkas"), ("Enter", "buka berkas"), ("Esc", "kembali ke Beranda"))

    def __init__(self, context: Context, title: str, which: Which) -> None:
        leave = Button("Kembali", "quiet", "chevron-left", "Esc")
        super().__init__(title, actions=(leave,))
        self._context, self._head, self._which = context, title, which
        nothing = Empty("folder-open", "Tidak ada berkas di balik angka ini.", "Tekan Esc untuk kembali ke Beranda.")
        self.table = Table(title, COLUMNS, nothing, (("↑↓", "pilih"), ("Enter", "buka")))
        self.table.opened.connect(lambda at: self.open_request.emit(at.id))
        self.body.addWidget(self.table)
        leave.clicked.connect(self.back)

    def refresh(self) -> None:
        """Count and read again."""
        tally = figures.count(self._context, self._which)
        self.say(self._head, counts(tally))
        order = "yang terbaru dahulu" if self._which.is_of_days() else "yang janjinya terdekat dahulu"
        self.table.show_rows(self._page(None), tally.count, order, self._page)

    def begin(self) -> None:
        self.table.setFocus()

    def _page(self, after: RequestRow | None) -> list[Row]:
        catalogue, now = services.catalogue(self._context), self._context.now()
        return [
            Row(
                each,
                (
                    promise(each, now),
                    short_number(each.number),
                    name_cell(each),
                    short_nik(each.nik),
                    service_name(each, catalogue),
                    moment(datetime.fromisoformat(each.received_at), now.date()),
                    moment(datetime.fromisoformat(each.due_at), now.date()) if each.number else "–",
                    _done(each),
                ),
            )
            for each in figures.rows(self._context, self._which, after)
        ]


def _done(row: RequestRow) -> Cell:
    """Say whether the office was done in time: Tepat janji, Lewat 2 jam, or a dash while it is not done."""
    done_at = row.ready_at or row.ended_at
    if not done_at or not row.number:
        return "–"
    if is_broken(row.due_at, done_at, done_at, stands=True):
        return f"Lewat {span_words(datetime.fromisoformat(done_at) - datetime.fromisoformat(row.due_at))}", "late"
    return "Tepat janji", "good"
