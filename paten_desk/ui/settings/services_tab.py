"""Layanan: what is offered, how soon, at what fee; the wizard changes a service or makes a new one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.catalogue import Service, ServiceStatus, fee_of
from paten_desk.domain.formats import fee, long_date
from paten_desk.domain.roles import Right, may, who_may
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.settings import attached_forms
from paten_desk.ui.settings.service_wizard import starting
from paten_desk.ui.settings.service_wizard.page import ServicePage
from paten_desk.ui.settings.service_wizard.versions_page import ServiceVersionsPage
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, label, row
from paten_desk.usecases import services
from paten_desk.usecases.context import Context
from paten_desk.usecases.service_drafts import ServiceDraft

COLUMNS = (
    Column("Keadaan", 110),
    Column("Kode", 90),
    Column("Layanan", strong=True),
    Column("Waktu", 140, from_width=640),
    Column("Biaya", 140, from_width=760),
    Column("Klasifikasi", 130, from_width=1000),
    Column("Versi baru", 190, from_width=900),
)


class ServicesTab(QWidget):
    """All services, those that are offered first; Enter opens the wizard.

    Signals:
        page_made: A page shall open over the settings (the page).
    """

    page_made = Signal(object)

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._tasks = context, tasks
        self._may_change = may(context.user.roles, Right.CHANGE_SERVICE)
        self.table = Table(
            "Layanan",
            COLUMNS,
            Empty("list-checks", "Katalog layanan kosong", "Pasang ulang PATEN Desk dari paket resminya."),
            keys=(("↑↓", "pilih"), ("Enter", "ubah")) if self._may_change else (("↑↓", "pilih"),),
        )
        self.forms = Button("Formulir", icon="file-text", key="F7")
        self.forms.setAccessibleName("Formulir terlampir")
        self.history = Button("Versi", icon="history", key="F8")
        self.new = Button("Layanan baru", icon="plus", key="Ctrl+N")
        self.edit = Button("Ubah layanan", "primary", "pencil", "F2")
        for button in (self.forms, self.new, self.edit):
            button.setEnabled(self._may_change)
        why = "" if self._may_change else f"Yang dapat mengubah layanan: {who_may(Right.CHANGE_SERVICE)}."
        foot = row(label(why, "second", wrap=True), self.forms, self.history, self.new, self.edit)
        foot.setStretch(0, 1)
        self.setLayout(column(self.table, foot))
        self.table.opened.connect(lambda _: self.edit.click())
        self.edit.clicked.connect(lambda: self._open(starting.edit(context, str(self.table.current()), self)))
        self.new.clicked.connect(lambda: self._open(starting.new(context, str(self.table.current()), self)))
        self.history.clicked.connect(self._show_versions)
        self.forms.clicked.connect(lambda: attached_forms.show(context, self._chosen(), self))

    def refresh(self) -> None:
        """Read the catalogue again, with services that are still to come."""
        coming = services.coming(self._context)
        catalogue = {**coming, **services.catalogue(self._context)}
        order = sorted(catalogue.values(), key=lambda held: (not held.offered, held.name))
        rows = [Row(held.code, self._cells(held, coming.get(held.code))) for held in order]
        self.table.show_rows(rows, len(rows), "yang dibuka dulu")

    def _cells(self, held: Service, coming: Service | None) -> tuple[Cell, ...]:
        return (
            _state(held, coming),
            held.code,
            held.name,
            str(held.duration),
            fee(fee_of(held)),
            held.code_2022 if self._context.office.classification == "2022" else held.code_old,
            f"berlaku {long_date(coming.since)}" if coming else "",
        )

    def _chosen(self) -> Service:
        code = str(self.table.current())
        return {**services.coming(self._context), **services.catalogue(self._context)}[code]

    def _open(self, draft: ServiceDraft | None) -> None:
        if draft is not None:
            self.page_made.emit(ServicePage(self._context, self._tasks, draft))

    def _show_versions(self) -> None:
        self.page_made.emit(ServiceVersionsPage(self._context, self._chosen()))


def _state(held: Service, coming: Service | None) -> tuple[str, str]:
    if held is coming:
        return "Menunggu", "warn"
    if held.status is ServiceStatus.HISTORICAL:
        return "Dihapus", "neutral"
    return ("Dibuka", "good") if held.offered else ("Ditutup", "neutral")
