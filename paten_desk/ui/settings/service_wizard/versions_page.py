"""The versions of a service: who recorded them, since when they count, and what each of them changed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut

from paten_desk.domain.catalogue import Service
from paten_desk.domain.formats import long_date
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.page import Page
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.settings.service_wizard.changes_list import ChangesList
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import row
from paten_desk.usecases import service_choices, services
from paten_desk.usecases.context import Context
from paten_desk.usecases.services import ServiceVersion

COLUMNS = (
    Column("Keadaan", 100),
    Column("Berlaku sejak", strong=True),
    Column("Dicatat", 120, from_width=470),
    Column("Oleh", 130, from_width=360),
)
SHIPPED = "PATEN Desk"
FIRST = "Versi pertama; belum ada versi sebelumnya."


class ServiceVersionsPage(Page):
    """All versions, the newest record first, beside what the chosen one changed.

    Signals:
        back: Esc.
    """

    back = Signal()
    keys = (("↑↓", "pilih versi"), ("F6", "daftar versi atau yang berubah"), ("Esc", "kembali"))

    def __init__(self, context: Context, service: Service) -> None:
        self.leave_it = Button("Kembali", "quiet", "chevron-left", "Esc")
        super().__init__(
            f"Versi layanan: {service.name}",
            "Versi tidak pernah dihapus; permohonan tetap memakai versi ketika diterima.",
            (self.leave_it,),
        )
        self._context, self._code = context, service.code
        self._versions: list[ServiceVersion] = []
        self.table = Table(
            "Versi layanan",
            COLUMNS,
            Empty("history", "Belum ada versi", "Versi pertama ada sesudah layanan ini disimpan."),
            keys=(("↑↓", "pilih"),),
        )
        self.changes = ChangesList("Yang berubah")
        below = row(self.table, self.changes, gap=t.S3)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        self.body.addLayout(below)
        self.table.chosen.connect(lambda at: self._compare(int(at)))
        self.leave_it.clicked.connect(self.back)
        QShortcut(QKeySequence("F6"), self).activated.connect(self._other_panel)

    def refresh(self) -> None:
        """Read the versions again."""
        self._versions = services.versions(self._context, self._code)
        rows = [Row(at, _cells(each)) for at, each in enumerate(self._versions)]
        self.table.show_rows(rows, len(rows), "terbaru dulu")
        self._compare(self.table.current() or 0)

    def begin(self) -> None:
        self.table.setFocus()

    def _other_panel(self) -> None:
        (self.table if self.changes.area.hasFocus() else self.changes).setFocus()

    def _compare(self, at: int) -> None:
        if not self._versions:
            return
        version = self._versions[at]
        if version.earlier is None:
            self.changes.show_changes((), FIRST)
        else:
            found = service_choices.changes(self._context, version.earlier, version.service)
            self.changes.show_changes(found, "Isinya sama dengan versi sebelumnya.")


def _cells(version: ServiceVersion) -> tuple[Cell, ...]:
    state: Cell = "Diganti" if version.is_replaced else ""
    if version.counts or version.waits:
        state = ("Berlaku", "good") if version.counts else ("Menunggu", "warn")
    recorded = f"{version.recorded_at:%d-%m-%Y}" if version.recorded_at else "bawaan"
    return state, long_date(version.service.since), recorded, version.by or SHIPPED
