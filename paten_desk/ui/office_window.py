"""The window of an unlocked office: rooms by role, the search box, the scanner, the status bar."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QApplication

from paten_desk.domain.errors import NotFound, PatenError
from paten_desk.domain.formats import full_date
from paten_desk.domain.office import OfficeRole, full_name
from paten_desk.domain.roles import Right, may
from paten_desk.ui import opening, outbox
from paten_desk.ui.backups.safeguards import ROOM, Safeguards
from paten_desk.ui.backups.words import status_part
from paten_desk.ui.bars import Part, Status
from paten_desk.ui.clock_bar import ClockBar
from paten_desk.ui.idle import Idle
from paten_desk.ui.locking import Lock, close_dialogs
from paten_desk.ui.main_window import MainWindow
from paten_desk.ui.navigation import Desk, rooms
from paten_desk.ui.page import Page
from paten_desk.ui.scanner import Scanner
from paten_desk.ui.switching import ask_switch
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import clock, sessions
from paten_desk.usecases.context import Context

MINUTE_MS = 60_000
SOON_MS = 300  # printers are looked for when the window has stood a moment
STATUS_MS = 100  # the status bar follows; the page itself comes first


class OfficeWindow(MainWindow):
    """The main window with an office behind it.

    Signals:
        locked: Ten hours have passed, somebody logs in anew.
        switched: Another person goes on, or the clock was set; the window is made anew (`Context`, room or "").
        reopened: The office's settings changed; the window is made anew (the new `Context`).
        restore_asked: The office shall come back from a backup (its folder, or None to look for one).
    """

    locked = Signal()
    switched = Signal(object, str)
    reopened = Signal(object)
    restore_asked = Signal(object)

    def __init__(self, context: Context, tasks: Tasks, room: str = "", began: float | None = None) -> None:
        """Open with a room, or with the first one of the rail; `began` is when somebody logged in (`clock.steady`)."""
        office = context.office
        is_hall = office.role is OfficeRole.KABUPATEN
        above = "Meja kabupaten" if is_hall else f"{office.kabupaten_kind} {office.kabupaten}"
        name = f"{full_name(office)} · CONTOH" if office.sample else full_name(office)
        self._desk = Desk(context, tasks)
        self._rooms_here = rooms(self._desk)
        super().__init__(name, above, self._rooms_here, tasks)
        self._context = context
        self._printer, self._rests = "Printer sedang dicari", False
        self._began, self._room = began, ""
        self._lock: Lock | None = None
        self._idle: Idle | None = None
        self._looks_up = may(context.user.roles, Right.LOOK_UP)
        self.top.show_search(self._looks_up)
        self.clock_bar = ClockBar(context)
        self.bars.addWidget(self.clock_bar)
        self.clock_bar.confirmed.connect(self.show_state)
        self.clock_bar.mended.connect(self._go_on_with)
        self.safeguards = Safeguards(context, tasks, self, self._key_of(ROOM))
        self.safeguards.room_asked.connect(self.open_room)
        self.safeguards.decided.connect(self._go_on_with)
        self.safeguards.restore_asked.connect(self._bring_back)
        self.searched.connect(self.search)
        self.staff_asked.connect(self._switch)
        self.closing.connect(self._rest)
        tasks.idle.connect(self.show_state)
        self._again, self._status_soon = QTimer(self), QTimer(self)
        for timer, look in ((self._again, self._look_around), (self._status_soon, self.show_state)):
            timer.setSingleShot(True)
            timer.timeout.connect(look)
        self._again.start(SOON_MS)
        self.moved.connect(lambda _: self._status_soon.start(STATUS_MS))
        self.open_room(room or self._rooms_here[0].name)
        self.show_state()
        QTimer.singleShot(0, self, self._listen)

    def room_names(self) -> list[str]:
        """Return the names of the rooms in the rail."""
        return [room.name for room in self._rooms_here]

    def _key_of(self, room: str) -> str:
        names = self.room_names()
        return f"Alt+{(names.index(room) + 1) % 10}" if room in names else ""

    def open_room(self, name: str, view: str = "") -> Page:
        """Show the page of a room, at one of its views where one is named; its wishes to go elsewhere are heard."""
        page, self._room = super().open_room(name), name
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
        if not text.strip() or self._lock is not None:
            return
        request, page = opening.search(self._desk.context, self._desk.tasks, self.page(), text, self)
        self.open_request(request)
        if page is not None:
            self.open_page(page)

    def open_request(self, request: str) -> None:
        """Show one request over the open page; "" shows none."""
        if request:
            self.open_page(opening.request_page(self._desk.context, self._desk.tasks, request))

    def _compare(self, person: str) -> None:
        self.open_page(opening.twins_page(self._desk.context, person))

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
        here = f"{context.counter} · {context.user.display}"
        day = context.today()
        behind = clock.is_doubtful(context)
        self.show_status(
            Status(
                Part(f"{here} (F12 ganti)", here),
                Part(full_date(day) + (" (jam komputer diragukan)" if behind else ""), tone="warn" if behind else ""),
                status_part(context),
                outbox.part(context),
                Part(self._printer),
            )
        )

    def _listen(self) -> None:
        """Hear scanner, keys and mouse once the window stands: both look at every event, and it makes thousands."""
        app = QApplication.instance()
        if not isinstance(app, QApplication) or self._rests:
            return
        self._idle = Idle(app, self, self._began)
        self._idle.rested.connect(self.cover)
        self._idle.ended.connect(self._end)
        if self._looks_up:
            from paten_desk.ui.search.live import LiveSearch

            LiveSearch(self.top.box, self, self._desk.context, self._desk.tasks)
            self._scanner = Scanner(app, self)  # a window that was left hears no scanner
            self._scanner.scanned.connect(lambda text: None if self._lock else self.take_scan(text))

    def _look_around(self) -> None:
        """Look at clock and printer after the window stands, and every minute."""
        from paten_desk.ui import printing

        self.clock_bar.look()
        self.safeguards.look()
        found = printing.printers()
        self._printer = found[0].name if found else "Printer belum ada"
        self.show_state()
        self._again.start(MINUTE_MS)

    def may_close(self) -> bool:
        """Offer a backup first, unless nobody is there to answer: locked, left, or the computer shuts down."""
        app = QApplication.instance()
        shuts_down = isinstance(app, QApplication) and app.isSavingSession()
        return self._rests or self._lock is not None or shuts_down or self.safeguards.may_leave()

    def cover(self) -> None:
        """Cover everything until somebody who may comes back."""
        if self._lock is not None or self._rests:
            return
        self._keep()
        self._lock = Lock(self._context, self)
        self._lock.opened.connect(self._let_in)
        self._lock.show()

    def _let_in(self, taking: Context) -> None:
        lock, self._lock = self._lock, None
        assert lock is not None
        if taking.user == self._context.user:
            lock.uncover()
            return
        if taking.user.id != self._context.user.id:
            sessions.hand_over(self._context, taking)
        lock.accept()  # the covers stay until the window goes
        self._clear_away(lambda: self._hand_to(taking))

    def _switch(self) -> None:
        """Keep what is typed, then let another person take over."""
        self._keep()
        answer = ask_switch(self._context, self)
        if answer.locks:
            self.cover()
        elif answer.taking is not None:
            self._hand_to(answer.taking)

    def _hand_to(self, taking: Context) -> None:
        self.clock_bar.look()  # the new window looks from a new moment on
        self._rest()
        self.switched.emit(taking, "")

    def _end(self) -> None:
        """Close the office for the next login; long work is waited for until the next look."""
        if self._tasks.busy() or self._rests:
            return
        self._keep()
        if self._lock is not None:
            self._lock.accept()
        self._clear_away(self._log_out)

    def _log_out(self) -> None:
        self._rest()
        self.locked.emit()

    def _clear_away(self, then: Callable[[], None]) -> None:
        """Go back in all dialogs, which belong to whoever leaves, then go on."""
        if close_dialogs():
            QTimer.singleShot(0, self, lambda: self._clear_away(then))
        else:
            then()

    def _keep(self) -> None:
        if (page := self.page()) is not None:
            page.leave()

    def _go_on_with(self, mended: Context) -> None:
        self._keep()
        self._rest()
        self.switched.emit(mended, self._room)

    def _reopen(self, context: Context) -> None:
        self._rest()
        self.reopened.emit(context)

    def _bring_back(self, path: Path | None) -> None:
        """Stop what still runs for the office, which is about to be closed."""
        for job in self._tasks.long_work():
            job.cancel()
        with suppress(PatenError):  # a damaged database keeps no draft
            self._keep()
        self._rest()
        self.restore_asked.emit(path)

    def _rest(self) -> None:
        """Look at nothing any more: the office is about to be closed or opened anew."""
        self._again.stop()
        self._status_soon.stop()
        if self._rests:
            return
        self._rests = True
        if self._idle is not None:
            self._idle.stop()
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
            ("twins_asked", self._compare),
            ("back", self.go_back),
            ("reopened", self._reopen),
            ("day_closed", self.safeguards.day_closed),
            ("restore_asked", self._bring_back),
        ):
            signal = getattr(page, name, None)
            if signal is not None:
                signal.connect(slot)
