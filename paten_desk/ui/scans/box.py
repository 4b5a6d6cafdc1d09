"""The scans of one request at work: what comes in goes to the worker, and comes back as scans."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from paten_desk.domain.errors import PatenError
from paten_desk.domain.scans import Scan, ScanDraft, ScanKind, next_paper
from paten_desk.ui import dialogs
from paten_desk.ui.guard import guard
from paten_desk.ui.scans.folder import ScanFolder, scan_folder
from paten_desk.ui.scans.sources import Source, content_of, demand_few, is_text_first, may_hold, sources_of
from paten_desk.ui.scans.strip import OTHER, Strip
from paten_desk.ui.scans.tiles import Tile
from paten_desk.ui.scans.viewer import Leaf, ScanPage, leaves
from paten_desk.ui.segments import Choice
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column
from paten_desk.usecases import scans as usecase
from paten_desk.usecases.context import Context

Held = Scan | ScanDraft
Begun = tuple[Callable[[bytes], object], Callable[[object], None]]
"""What the worker makes of the bytes of one source, and where its outcome goes."""
TYPED_IN = (QLineEdit, QPlainTextEdit, QComboBox)


class ScanBox(QWidget):
    """A strip with what it needs.

    `begin(paper)` is asked for every source that comes in, `load(scan)` for the bytes of one that is looked at.

    Signals:
        removed: A scan is to be taken off (the scan).
        assigned: A scan shows another paper (the scan, the paper's key).
        page_made: A page shall open over this one (the page).
    """

    removed = Signal(object)
    assigned = Signal(object, str)
    page_made = Signal(object)

    def __init__(
        self,
        context: Context,
        tasks: Tasks,
        begin: Callable[[str], Begun],
        load: Callable[[Held], bytes],
        may_change: bool = True,
    ) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._tasks, self._begin, self._load = context, tasks, begin, load
        self._may_change = may_change
        self._scans: list[Held] = []
        self._papers: list[Choice] = []
        self._coming: list[str] = []
        self._thumbs: dict[str, QImage | None] = {}
        self._followed: QWidget | None = None
        self._page: QWidget = self
        self.focused: Callable[[], str] = str
        self.strip = Strip(may_change)
        self.setLayout(column(self.strip))
        self.folder: ScanFolder = scan_folder(context, tasks)
        self.folder.changed.connect(self._show_offer)
        self.strip.asked.connect(self._choose)
        self.strip.offered.connect(lambda: self.bring(self.folder.take()))
        self.strip.left_aside.connect(self.folder.take)
        self.strip.opened.connect(self._open)
        self.strip.removed.connect(lambda at: self.removed.emit(self._scans[at]))
        self.strip.tiles.removed.connect(lambda at: self.removed.emit(self._scans[at]) if may_change else None)
        self.strip.assigned.connect(lambda at, key: self.assigned.emit(self._scans[at], key))
        self._show_offer()

    def show_scans(self, scans: Sequence[Held], papers: Sequence[Choice]) -> None:
        """Show the scans of a request and the papers it asks for; pictures not seen yet come from the worker."""
        self._scans, self._papers = list(scans), list(papers)
        self._show()
        wanted = [scan for scan in self._scans if scan.content not in self._thumbs]
        if wanted:
            self._thumbs |= dict.fromkeys([scan.content for scan in wanted])
            self._tasks.run(lambda: _images(usecase.thumbs(self._context, wanted)), self._hear_thumbs)

    def listen_on(self, page: QWidget) -> None:
        """Take what is dragged onto a page, or pasted there."""
        if not self._may_change:
            return
        self._page = page
        page.setAcceptDrops(True)
        page.installEventFilter(self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.strip).activated.connect(self.paste)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def bring(self, sources: Sequence[Source]) -> None:
        """Take sources in, one after the other, on the worker.

        Raises:
            PatenError: There are too many.

        """
        demand_few(sources)
        for source in sources:
            shown = [*(scan.paper for scan in self._scans), *self._coming]
            self._take(source, next_paper([key for key, _ in self._papers], shown, self.focused()))

    def paste(self) -> None:
        """Take what was copied; nothing where it holds no scan."""
        self.bring(sources_of(_copied()))

    def is_busy(self) -> bool:
        """Say whether a source is still being made a scan."""
        return bool(self._coming)

    @guard(None)
    def showEvent(self, event: QShowEvent) -> None:
        """See whether the folder is back, such as one on a stick."""
        super().showEvent(event)
        self.folder.look()

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return watched is self._followed and self._takes_key(event)
        if isinstance(event, QDropEvent) and self.strip.isVisible():  # entering and moving are drops as well for Qt
            return self._takes_drop(event)
        if event.type() == QEvent.Type.DragLeave:
            self.strip.invite(False)
        return super().eventFilter(watched, event)

    def _takes_key(self, event: QKeyEvent) -> bool:
        """Say whether Ctrl+V in a field means a scan: a copied file or picture, and no text."""
        mime = _copied()
        wanted = event.matches(QKeySequence.StandardKey.Paste) and self.strip.isVisible()
        if not wanted or is_text_first(mime) or not may_hold(mime):
            return False
        self.paste()
        return True

    def _takes_drop(self, event: QDropEvent) -> bool:
        if not may_hold(event.mimeData()):
            return False
        if isinstance(event, QDragEnterEvent | QDragMoveEvent):
            for field in self._page.findChildren(QLineEdit):
                field.setAcceptDrops(False)  # else it would write the name of the file
            self.strip.invite(True)
        else:
            self.strip.invite(False)
            self.bring(sources_of(event.mimeData()))
        event.acceptProposedAction()
        return True

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        """Listen to the keys of the one field that has the cursor."""
        if self._followed is not None and isValid(self._followed):
            self._followed.removeEventFilter(self)
        mine = isinstance(now, TYPED_IN) and isValid(self._page) and self._page.isAncestorOf(now)
        self._followed = now if mine else None
        if self._followed is not None:
            self._followed.installEventFilter(self)

    def _take(self, source: Source, paper: str) -> None:
        work, done = self._begin(paper)
        self._coming.append(paper)
        self.strip.show_busy(len(self._coming))

        def make() -> object:
            try:
                return work(content_of(source))
            except PatenError as error:  # counted down before it is told
                return error

        def hear(outcome: object) -> None:
            if isValid(self):
                self._coming.remove(paper)
                self.strip.show_busy(len(self._coming))
            if isinstance(outcome, PatenError):
                raise outcome
            done(outcome)

        self._tasks.run(make, hear)

    def _choose(self) -> None:
        chosen = dialogs.choose_files("Pilih pindaian atau foto", usecase.FILES, self.folder.folder(), self)
        self.bring(chosen)

    def _open(self, at: int) -> None:
        names = [self._name(scan) for scan in self._scans]
        held: list[Leaf] = leaves(list(zip(self._scans, names, strict=True)), self._load)
        first = next(place for place, leaf in enumerate(held) if leaf.scan == self._scans[at])
        self.page_made.emit(ScanPage(self._tasks, held, first))

    def _hear_thumbs(self, found: dict[str, QImage | None]) -> None:
        if isValid(self):
            self._thumbs |= found
            self._show()

    def _show(self) -> None:
        tiles = [self._tile(at, scan) for at, scan in enumerate(self._scans, 1)]
        self.strip.show_scans(tiles, [scan.paper for scan in self._scans], self._papers)

    def _tile(self, at: int, scan: Held) -> Tile:
        name, pages = self._name(scan), f", {scan.pages} halaman" if scan.pages > 1 else ""
        icon = "file-text" if scan.kind is ScanKind.PDF else "file-warning"
        return Tile(name, f"Pindaian {at}: {name}{pages}", self._thumbs.get(scan.content), icon)

    def _name(self, scan: Held) -> str:
        return dict(self._papers).get(scan.paper, OTHER)

    def _show_offer(self) -> None:
        self.strip.show_offer(len(self.folder.waiting()))


def _copied() -> QMimeData:
    """Return what was copied; some systems give nothing at all for an empty clipboard."""
    return QGuiApplication.clipboard().mimeData() or QMimeData()


def _images(thumbs: dict[str, bytes]) -> dict[str, QImage | None]:
    return {digest: QImage.fromData(content) if content else None for digest, content in thumbs.items()}
