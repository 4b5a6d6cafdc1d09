"""The scans of one request: attached at once, looked at on record, taken off with a reason."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from paten_desk.domain.catalogue import Service
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right, may
from paten_desk.domain.scans import Scan, ScanDraft
from paten_desk.ui import dialogs
from paten_desk.ui.cards import Card
from paten_desk.ui.registration.papers import short_name
from paten_desk.ui.scans.box import Begun, ScanBox
from paten_desk.ui.scans.strip import OTHER
from paten_desk.ui.segments import Choice
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import scans
from paten_desk.usecases.context import Context


class ScansCard(Card):
    """The strip on the page of a request; who does not register only looks.

    Signals:
        page_made: A page shall open over this one (the page).
    """

    page_made = Signal(object)

    def __init__(self, context: Context, tasks: Tasks, page: QWidget) -> None:
        super().__init__("Pindaian berkas", note=" ")
        self._context = context
        self._request = ""
        self._papers: tuple[Choice, ...] = ()
        self._shown: list[Scan] | None = None
        self._may_change = may(context.user.roles, Right.REGISTER)
        self.box = ScanBox(context, tasks, self._start, self._content, self._may_change)
        self.add(self.box)
        self.box.listen_on(page)
        self.box.page_made.connect(self.page_made)
        self.box.removed.connect(self._retire)
        self.box.assigned.connect(self._assign)

    def show_request(self, request: Request, service: Service) -> None:
        """Show the scans of a request."""
        names = {each.key: short_name(each) for each in service.requirements}
        self._request = request.id
        self._papers = tuple((paper.key, names.get(paper.key, paper.key)) for paper in request.papers)
        self._shown = None
        self.refresh()

    def refresh(self) -> None:
        """Read again which scans there are."""
        found = scans.of_request(self._context, self._request)
        if found != self._shown:
            self._shown = found
            self.note.setText(f"{len(found)} pindaian" if found else "belum ada")
            self.box.show_scans(found, self._papers)
            self.setVisible(self._may_change or bool(found))

    def _start(self, paper: str) -> Begun:
        context, request = self._context, self._request
        return lambda content: scans.attach(context, request, paper, content), self._hear

    def _hear(self, made: object) -> None:
        if not isValid(self):
            return  # the page was left meanwhile; the scan is on record
        self.refresh()
        if self._shown and made in self._shown:
            self.box.strip.tiles.setCurrentRow(self._shown.index(made))

    def _content(self, scan: Scan | ScanDraft) -> bytes:
        assert isinstance(scan, Scan)
        return scans.content_of(self._context, scan.id)

    def _retire(self, scan: Scan) -> None:
        name = dict(self._papers).get(scan.paper, OTHER)
        reason = dialogs.ask_reason(
            f"Lepas pindaian {name}?",
            "Pindaian ini tidak ditampilkan lagi; catatannya tetap ada.",
            "Lepas pindaian",
            parent=self,
        )
        if reason:
            scans.retire(self._context, scan.id, reason)
            self.refresh()

    def _assign(self, scan: Scan, paper: str) -> None:
        scans.assign(self._context, scan.id, paper)
        self.refresh()
