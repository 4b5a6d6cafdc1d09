"""The window of an unlocked office: rooms by role, the search box, the scanner, the status bar."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication

from paten_desk.domain.errors import NotFound
from paten_desk.domain.formats import full_date
from paten_desk.domain.office import OfficeRole, full_name
from paten_desk.ui.bars import Part, Status
from paten_desk.ui.main_window import MainWindow
from paten_desk.ui.navigation import Desk, rooms
from paten_desk.ui.page import Page
from paten_desk.ui.scanner import Scanner
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import sending
from paten_desk.usecases.context import Context

MINUTE_MS = 60_000
SOON_MS = 300  # printers are looked for when the window has stood a moment


class OfficeWindow(MainWindow):
    """The main window with an office behind it.

    Signals:
        locked: F12, the next person logs in.
        reopened: The office's settings changed; the window is made anew (the new `Context`).
    """

    locked = Signal()
    reopened = Signal(object)

    def __init__(self, context: Context, tasks: Tasks, room: str = "") -> None:
        """Open with a room, or with the first one of the rail."""
        office = context.office
        above = f"{office.kabupaten_kind} {office.kabupaten}"
        if office.role is OfficeRole.KABUPATEN:
            above = "Meja kabupaten"
        name = f"{full_name(office)} · CONTOH" if office.sample else full_name(office)
        self._desk = Desk(context, tasks)
        self._rooms_here = rooms(self._desk)
        super().__init__(name, above, self._rooms_here, tasks)
        self._context = context
        self._printer, self._rests = "Printer sedang dicari", False
        self.searched.connect(self.search)
        self.staff_asked.connect(self._lock)
        self.closing.connect(self._rest)
        self.moved.connect(lambda _: self.show_state())
        tasks.idle.connect(self.show_state)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._look_around)
        self._again.start(SOON_MS)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._scanner = Scanner(app)
            self._scanner.setParent(self)  # a window that was left hears no scanner
            self._scanner.scanned.connect(self.search)
        self.open_room(room or self._rooms_here[0].name)

    def room_names(self) -> list[str]:
        """Return the names of the rooms in the rail."""
        return [room.name for room in self._rooms_here]

    def open_room(self, name: str, view: str = "") -> Page:
        """Show the page of a room, at one of its views where one is named; its wishes to go elsewhere are heard."""
        page = super().open_room(name)
        self._hear(page)
        show_view = getattr(page, "show_view", None)
        if view and show_view is not None:
            show_view(view)
        return page

    def open_page(self, page: Page) -> None:
        """Show a page over the open one; its wishes to go elsewhere are heard."""
        super().open_page(page)
        self._hear(page)

    def search(self, text: str) -> None:
        """Show what was found for typed words; a scanned receipt opens its request at once."""
        if not text.strip():
            return
        from paten_desk.ui.search.page import SearchPage

        if isinstance(self.page(), SearchPage):
            self.go_back()
        page = SearchPage(self._desk.context, self._desk.tasks, text)
        if request := page.only():
            page.deleteLater()
            self.open_request(request)
        else:
            self.open_page(page)

    def open_request(self, request: str) -> None:
        """Show one request over the open page."""
        from paten_desk.ui.requests.detail import RequestPage

        self.open_page(RequestPage(self._desk.context, self._desk.tasks, request))

    def go_to(self, room: str, view: str = "") -> None:
        """Go to a room, and there to one of its lists or cases.

        Raises:
            NotFound: This user's rail has no such room.

        """
        if room not in self.room_names():
            raise NotFound("Ruang itu tidak tersedia untuk peran Anda.", "Minta petugas yang berwenang membukanya.")
        page = self.open_room(room)
        if view and (show := getattr(page, "show_view", None)):
            show(view)

    def show_state(self) -> None:
        """Bring the status bar up to date."""
        context = self._context
        now = context.now()
        day = context.today()
        behind = day != now.date()
        standing = sending.standing(context)
        outbox = Part(f"{standing.open} belum diakui kabupaten", short=f"{standing.open} belum diakui")
        if context.office.role is OfficeRole.KABUPATEN:
            outbox = Part("Meja kabupaten", short="Kabupaten")
        self.show_status(
            Status(
                Part(f"{context.counter} · {context.user.display} (F12 ganti)", context.user.display),
                Part(full_date(day) + (" (jam komputer diragukan)" if behind else ""), tone="warn" if behind else ""),
                Part("Cadangan belum teruji", tone="warn"),
                outbox,
                Part(self._printer),
            )
        )

    def _look_around(self) -> None:
        """Look for the printer after the window stands, and every minute: it may have been plugged in."""
        from paten_desk.ui import printing

        found = printing.printers()
        self._printer = found[0].name if found else "Printer belum ada"
        self.show_state()
        self._again.start(MINUTE_MS)

    def _lock(self) -> None:
        """Keep what is typed, then let another person take over."""
        if (page := self.page()) is not None:
            page.leave()
        self._rest()
        self.locked.emit()

    def _reopen(self, context: Context) -> None:
        self._rest()
        self.reopened.emit(context)

    def _rest(self) -> None:
        """Look at nothing any more: the office is about to be closed or opened anew."""
        self._again.stop()
        if self._rests:
            return
        self._rests = True
        for look in (self.show_state, self.refresh):
            self._tasks.idle.disconnect(look)

    def _hear(self, page: Page) -> None:
        if page.property("heard"):
            return
        page.setProperty("heard", True)
        for name, slot in (
            ("open_request", self.open_request),
            ("open_rooms", self.go_to),
            ("page_made", self.open_page),
            ("back", self.go_back),
            ("reopened", self._reopen),
        ):
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(slot)
