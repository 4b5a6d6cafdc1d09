"""Pengaturan: one page, a tab for each part that the user may see."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import Right, may
from paten_desk.ui import dialogs
from paten_desk.ui.button import Button
from paten_desk.ui.key_cards import KeyCards
from paten_desk.ui.page import Page
from paten_desk.ui.segments import Segments
from paten_desk.ui.settings.hours_tab import HoursTab
from paten_desk.ui.settings.laptop_tab import LaptopTab
from paten_desk.ui.settings.laptops_tab import LaptopsTab
from paten_desk.ui.settings.office_form import OfficeForm
from paten_desk.ui.settings.officials_tab import OfficialsTab
from paten_desk.ui.settings.printers_tab import PrintersTab
from paten_desk.ui.settings.services_tab import ServicesTab
from paten_desk.ui.settings.texts_tab import TextsTab
from paten_desk.ui.settings.users_tab import UsersTab
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import row
from paten_desk.usecases import branches, calendars, inspection
from paten_desk.usecases.context import Context

HOLIDAY_FILES = "Hari libur (*.json *.csv);;Semua berkas (*)"


class SettingsPage(Page):
    """What the office decides for itself; every change is a record. Who decides nothing still finds the own account.

    Signals:
        reopened: The office changed; the window is made anew with this context.
        page_made: A page shall open over this one (the page).
    """

    reopened = Signal(object)
    page_made = Signal(object)
    keys = (
        ("F6", "bagian berikutnya"),
        ("Ctrl+S", "simpan data kantor atau jam kerja"),
        ("Ctrl+N", "tambah pejabat, layanan, petugas, atau hari libur"),
        ("Ctrl+D", "hapus hari libur setempat"),
        ("Ctrl+R", "urungkan perubahan jam kerja"),
        ("F2", "ubah yang dipilih"),
        ("F7", "layanan yang dilayani petugas, atau formulir terlampir layanan"),
        ("F8", "versi layanan"),
        ("Ctrl+P", "cetak halaman uji printer"),
        ("Ctrl+O", "pilih lambang daerah atau folder pindaian"),
    )

    def __init__(self, context: Context, tasks: Tasks) -> None:
        self.holidays = Button("Muat hari libur", icon="calendar-days")
        self.following = Button("Berikutnya", "quiet", key="F6")
        may_change = may(context.user.roles, Right.CHANGE_OFFICE)
        is_counter = context.office.role is OfficeRole.KECAMATAN
        actions = (self.holidays,) if may_change and is_counter else ()
        super().__init__("Pengaturan", "Setiap perubahan tercatat dan berlaku sejak hari ini.", actions)
        self._context = context
        self.users = UsersTab(context, tasks)
        self._parts: dict[str, QWidget] = {}
        named: list[tuple[str, str]] = []
        if may_change:
            self.office = OfficeForm(context)
            self.office.saved.connect(self.reopened)
            self._parts["office"] = self.office
            named.append(("office", "Kantor"))
        if may_change and is_counter:
            self.officials, self.services = OfficialsTab(context), ServicesTab(context, tasks)
            self.services.page_made.connect(self.page_made)
            self._parts |= {"officials": self.officials, "services": self.services}
            named += [("officials", "Pejabat"), ("services", "Layanan")]
            self.hours = HoursTab(context)
            self.hours.saved.connect(self.reopened)
            self._parts["hours"] = self.hours
            named.append(("hours", "Jam kerja"))
            texts = TextsTab(context, tasks)
            texts.page_made.connect(self.page_made)
            self._parts["texts"] = texts
            named.append(("texts", "Naskah surat"))
        self._parts["users"] = self.users
        named.append(("users", "Petugas" if may(context.user.roles, Right.CHANGE_USERS) else "Akun saya"))
        self._parts["printers"] = PrintersTab(context, tasks)
        named.append(("printers", "Printer"))
        exports = is_counter and may(context.user.roles, Right.EXPORT)
        if exports and branches.here(context) is not None:
            self._parts["laptop"] = LaptopTab(context, tasks)
            named.append(("laptop", "Laptop ini"))
        elif exports:
            self.cards = KeyCards(context, tasks, "kabupaten")
            self._parts["keys"] = self.cards
            named.append(("keys", "Kunci kabupaten"))
            if may(context.user.roles, Right.RESTORE):
                self._parts["laptops"] = LaptopsTab(context, tasks)
                named.append(("laptops", "Laptop desa"))
        self.tabs = Segments("Bagian", named, named[0][0])
        self.stack = QStackedWidget()
        for part in self._parts.values():
            self.stack.addWidget(part)
        several = len(named) > 1
        self.body.addLayout(row(self.tabs, self.following, None))
        self.tabs.setVisible(several)
        self.following.setVisible(several)
        self.body.addWidget(self.stack, 1)
        self.tabs.changed.connect(self.show_view)
        self.following.clicked.connect(self._next)
        self.users.page_made.connect(self.page_made)
        self.holidays.clicked.connect(self._load_holidays)

    def views(self) -> list[str]:
        """Return the names of the parts that this user sees."""
        return list(self._parts)

    def show_view(self, name: str) -> None:
        """Show one part; the user stays where they are if they may not see it."""
        if name in self._parts:
            self.tabs.choose(name)
            self.stack.setCurrentWidget(self._parts[name])
            self.refresh()
            self.begin()

    def refresh(self) -> None:
        """Read the shown part again."""
        shown = self.stack.currentWidget()
        if isinstance(
            shown,
            OfficialsTab
            | ServicesTab
            | HoursTab
            | TextsTab
            | UsersTab
            | KeyCards
            | LaptopsTab
            | LaptopTab
            | PrintersTab,
        ):
            shown.refresh()

    def begin(self) -> None:
        """Put the cursor into the list or the first field of the part."""
        shown = self.stack.currentWidget()
        if isinstance(shown, OfficeForm | HoursTab | LaptopsTab | LaptopTab | PrintersTab):
            shown.begin()
        elif isinstance(shown, UsersTab) and shown.table.isHidden():
            shown.mine.setFocus()
        elif isinstance(shown, OfficialsTab | ServicesTab | TextsTab | UsersTab | KeyCards):
            shown.table.setFocus()

    def _next(self) -> None:
        names = list(self._parts)
        self.show_view(names[(names.index(self.tabs.chosen()) + 1) % len(names)])

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
