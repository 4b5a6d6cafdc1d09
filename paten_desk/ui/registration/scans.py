"""The scans of the request on the form: in the archive already, named by no record before the visit is registered."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Signal

from paten_desk.domain.scans import Scan, ScanDraft
from paten_desk.ui.scans.box import Begun, ScanBox
from paten_desk.ui.segments import Choice
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import scans
from paten_desk.usecases.context import Context

Origin = tuple[str, int]
"""Token of the visit and place of its request for which a scan was brought."""


class FormScans(ScanBox):
    """The strip under the papers of section 3.

    `origin` says for which request of which visit a scan comes in: it may be another one when the worker is done.

    Signals:
        changed: A scan was taken off, or shows another paper.
        taken: A scan is in the archive (origin, draft); whoever holds the visit adds it.
    """

    changed = Signal()
    taken = Signal(object, object)

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__(context, tasks, self._start, self._content)
        self._drafts: list[ScanDraft] = []
        self._asked: Sequence[Choice] = ()
        self.origin: Callable[[], Origin] = lambda: ("", 0)
        self.removed.connect(self._remove)
        self.assigned.connect(self._assign)

    def value(self) -> tuple[ScanDraft, ...]:
        """Return the scans of the request on the form."""
        return tuple(self._drafts)

    def set_value(self, drafts: Sequence[ScanDraft]) -> None:
        """Show the scans of a request."""
        self._drafts = list(drafts)
        self.show_scans(self._drafts, self._asked)

    def ask_for(self, papers: Sequence[Choice]) -> None:
        """Say which papers the service asks for, by key and name."""
        self._asked = papers
        self.show_scans(self._drafts, papers)

    def add(self, draft: ScanDraft) -> None:
        """Add a scan; the same picture stands there once."""
        if draft.content not in {each.content for each in self._drafts}:
            self.set_value((*self._drafts, draft))
            self.strip.tiles.setCurrentRow(len(self._drafts) - 1)

    def _start(self, paper: str) -> Begun:
        origin = self.origin()
        return (
            lambda content: scans.take(self._context, content, paper),
            lambda draft: self.taken.emit(origin, draft),
        )

    def _content(self, scan: Scan | ScanDraft) -> bytes:
        assert isinstance(scan, ScanDraft)
        return scans.draft_content(self._context, scan)

    def _remove(self, gone: ScanDraft) -> None:
        self.set_value([each for each in self._drafts if each != gone])
        self.changed.emit()

    def _assign(self, moved: ScanDraft, paper: str) -> None:
        self.set_value([replace(each, paper=paper) if each == moved else each for each in self._drafts])
        self.changed.emit()
