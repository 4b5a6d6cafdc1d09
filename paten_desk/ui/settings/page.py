"""Pengaturan: one page, a tab for each part."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from paten_desk.ui import dialogs
from paten_desk.ui.button import Button
from paten_desk.ui.key_cards import KeyCards
from paten_desk.ui.page import Page
from paten_desk.ui.segments import Segments
from paten_desk.ui.settings.office_form import OfficeForm
from paten_desk.ui.settings.people_tabs import OfficialsTab, UsersTab
from paten_desk.ui.settings.services_tab import ServicesTab
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import row
from paten_desk.usecases import calendars, inspection
from paten_desk.usecases.context import Context

TABS = (
    ("office", "Kantor"),
    ("officials", "Pejabat"),
    ("services", "Layanan"),
    ("users", "Petugas"),
    ("keys", "Kunci kabupaten"),
)
HOLIDAY_FILES = "Hari libur (*.json *.csv);;Semua berkas (*)"


class SettingsPage(Page):
    """What the office decides for itself; every change is a record.

    Signals:
        reopened: The office changed; the window is made anew with this context.
    """

    reopened = Signal(object)
    keys = (("Ctrl+S", "simpan"), ("Ctrl+N", "tambah"), ("F2", "ubah"))

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.holidays = Button("Muat hari libur", icon="calendar-days")
        super().__init__("Pengaturan", "Setiap perubahan tercatat dan berlaku sejak hari ini.", (self.holidays,))
        self._context = context
        self.office = OfficeForm(context)
        self.officials, self.services = OfficialsTab(context), ServicesTab(context)
        self.users, self.cards = UsersTab(context), KeyCards(context, tasks, "kabupaten")
        self.tabs = Segments("Bagian", TABS, "office")
        self.stack = QStackedWidget()
        self._parts: dict[str, QWidget] = {}
        for (name, _), part in zip(
            TABS, (self.office, self.officials, self.services, self.users, self.cards), strict=True
        ):
            self._parts[name] = part
            self.stack.addWidget(part)
        self.body.addLayout(row(self.tabs, None))
        self.body.addWidget(self.stack, 1)
        self.tabs.changed.connect(self.show_part)
        self.office.saved.connect(self.reopened)
        self.holidays.clicked.connect(self._load_holidays)

    def show_part(self, name: str) -> None:
        """Show one part."""
        self.tabs.choose(name)
        self.stack.setCurrentWidget(self._parts[name])
        self.refresh()

    def refresh(self) -> None:
        """Read the shown part again."""
        shown = self.stack.currentWidget()
        if isinstance(shown, OfficialsTab | ServicesTab | UsersTab | KeyCards):
            shown.refresh()

    def _load_holidays(self) -> None:
        path = dialogs.choose_file("Pilih berkas hari libur resmi", HOLIDAY_FILES, parent=self)
        if path:
            made = calendars.import_file(self._context, inspection.content_of(path))
            dialogs.tell(
                f"Hari libur {made.year} sudah dimuat: {len(made.days)} hari.",
                "Janji yang sudah dicetak tidak berubah.",
                tone="good",
                parent=self,
            )
