"""Page 2: the papers a citizen brings, and on what condition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter

from paten_desk.domain.catalogue import Requirement
from paten_desk.domain.errors import Problem
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import TextField
from paten_desk.ui.rows_model import Column
from paten_desk.ui.settings.service_wizard.part import Pairs, ServicePart
from paten_desk.ui.settings.service_wizard.row_list import RowList
from paten_desk.ui.widgets import clear, column, scroll
from paten_desk.usecases import service_choices, service_drafts, services
from paten_desk.usecases.context import Context
from paten_desk.usecases.service_drafts import ServiceDraft

COLUMNS = (Column("Berkas", strong=True), Column("Syarat", 250, from_width=620))
WHEN_HINT = "Kosongkan bila selalu diminta. Contoh: bila untuk keperluan berobat."


class PapersPart(ServicePart):
    """The list of papers; a row keeps its key whatever becomes of its words, a new one gets a new key."""

    stop = "Persyaratan"
    title = "Persyaratan"
    second = "Yang dihapus tetap ada pada versi lama."
    owned = ("requirements",)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._draft: ServiceDraft | None = None
        self.text = TextField("Berkas", "Tulis juga bentuknya, misalnya Fotokopi kartu keluarga (KK).")
        self.when = TextField("Syarat", WHEN_HINT, optional=True)
        found = QCompleter(service_choices.conditions(context), self.when.line)
        found.setFilterMode(Qt.MatchFlag.MatchContains)
        found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.when.line.setCompleter(found)
        self.list = RowList(
            "Berkas",
            COLUMNS,
            Empty("list-checks", "Belum ada berkas", "Tekan Ctrl+N untuk menulis berkas pertama."),
            lambda paper: (paper.text or "berkas baru", paper.when or "selalu"),
            self._blank,
            Pairs((self.text, self.when)),
        )
        self._area = scroll(clear(column(self.list)))
        self.setLayout(column(self._area))
        self.list.chosen.connect(lambda _: self._show_row())
        self.list.edited.connect(self.changed)
        self.list.begun.connect(self._begin_row)
        self.text.changed.connect(self._take_row)
        self.when.changed.connect(self._take_row)
        self.when.left.connect(self._show_row)
        self.when.then = self._row_done
        self.when.line.returnPressed.connect(self.when.go_on)  # Enter that the open list of conditions passes on

    def begin(self) -> None:
        self.list.setFocus()

    def fill(self, draft: ServiceDraft) -> None:
        self._draft = draft
        self.list.show_rows(draft.service.requirements, max(0, self.list.at()))
        self._show_row()

    def take(self, draft: ServiceDraft) -> ServiceDraft:
        return replace(draft, service=replace(draft.service, requirements=self.list.rows))

    def mark(self, problems: Sequence[Problem]) -> None:
        """Mark the rows that are wrong, and say under the chosen one what it lacks."""
        by_row = {problem.field: problem.text for problem in problems}
        self.list.mark([at for at in range(len(self.list.rows)) if f"requirements.{at}" in by_row])
        self.text.show_problem(by_row.get(f"requirements.{self.list.at()}", by_row.get("requirements", "")))

    def go_to(self, problems: Sequence[Problem]) -> None:
        """Choose the first row that is wrong."""
        first = next((problem.field for problem in problems if "." in problem.field), "")
        if first:
            self.list.choose(int(first.partition(".")[2]))
        self.mark(problems)
        (self.text.line if self.list.rows else self.list.add).setFocus()

    def _blank(self) -> Requirement:
        assert self._draft is not None
        return Requirement(services.next_key(replace(self._draft.service, requirements=self.list.rows)), "")

    def _begin_row(self) -> None:
        self.text.line.setFocus()
        self._area.ensureWidgetVisible(self.text)

    def _show_row(self) -> None:
        at = self.list.at()
        if at < 0:
            return
        paper = self.list.rows[at]
        if self.text.value() != paper.text:
            self.text.set_value(paper.text)
        if self.when.line.text() != paper.when:
            self.when.set_value(paper.when)
        self.text.show_problem("")

    def _row_done(self) -> None:
        if (found := self.when.line.completer()) is not None and (popup := found.popup()) is not None:
            popup.hide()  # it would keep from the field that it was left
        self._show_row()
        self.list.table.setFocus()

    def _take_row(self) -> None:
        at = self.list.at()
        if at >= 0:
            when = service_drafts.condition(self.when.value())
            self.list.put(replace(self.list.rows[at], text=self.text.value(), when=when))
