"""The list of papers: brought as original, as copy, only shown, missing, or not needed and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QApplication, QBoxLayout, QFrame, QLineEdit, QPushButton, QWidget

from paten_desk.domain.catalogue import Requirement
from paten_desk.domain.errors import Problem
from paten_desk.domain.requests import Paper, PaperForm, PaperState
from paten_desk.ui import icons
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.segments import Choice, Segments
from paten_desk.ui.tick_row import MARKS
from paten_desk.ui.widgets import clear, column, empty, fill, label, line, picture, row

FORMS: tuple[Choice, ...] = (
    (PaperForm.ORIGINAL, "Asli"),
    (PaperForm.COPY, "Fotokopi"),
    (PaperForm.SEEN, "Ditunjukkan"),
    (PaperState.MISSING, "Belum ada"),
    (PaperState.NOT_APPLICABLE, "Tidak berlaku"),
)
TAKEN = (PaperForm.ORIGINAL, PaperForm.COPY)
STACKED = 640  # px of a row below which the choices stand under the words


class PaperRow(QFrame):
    """One required paper.

    Signals:
        changed: The user changed the answer, the sheets or the reason.
        entered: Enter, on to the next paper.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, requirement: Requirement) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.requirement = requirement
        name, more = parted(requirement.text)
        note = " · ".join(part for part in (requirement.when, more) if part)
        self._mark = picture("circle", t.EDGE, 18)
        forms = FORMS[:-1] if requirement.when else FORMS  # its condition says whether it applies
        self.segments = Segments(requirement.text, forms)
        usual = [value for value, _ in FORMS].index(usual_form(requirement))
        for at, part in enumerate(self.segments.findChildren(QPushButton)):
            if at == usual:  # one stop of Tab a row: Space takes the usual answer, arrows go to the others
                self.segments.setFocusProxy(part)
            else:
                part.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.sheets = QLineEdit("1")
        self.sheets.setProperty("scale", "small")
        self.sheets.setFixedWidth(40)
        self.sheets.setValidator(QIntValidator(1, 999, self.sheets))
        self.sheets.setAccessibleName(f"{requirement.text}: jumlah lembar")
        self._count = clear(row(self.sheets, label("lbr", "hint"), gap=t.S1))
        keep = self._count.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self._count.setSizePolicy(keep)
        self.reason = QLineEdit()
        self.reason.setProperty("scale", "small")
        self.reason.setPlaceholderText("Mengapa tidak berlaku?")
        self.reason.setAccessibleName(f"{requirement.text}: alasan tidak berlaku")
        self._problem = label("", "second", tone="late")
        words = column(None, label(name, wrap=True), *([label(note, "hint", wrap=True)] if note else []), None, gap=0)
        said = row(self._mark, words)
        said.setStretch(1, 1)
        self._top = row(said, row(None, self._count, self.segments))
        self._top.setStretch(0, 1)
        self.setLayout(column(self._top, row(26, self.reason), row(26, self._problem), gap=3, margins=(0, 2, 0, 2)))
        self.segments.changed.connect(lambda _: self._chosen())
        self.segments.entered.connect(self._enter)
        for typed in (self.sheets, self.reason):
            typed.returnPressed.connect(self.entered)
            typed.textEdited.connect(lambda _: self.changed.emit())
        self.set_value(None)

    def value(self) -> Paper | None:
        """Return the answer, or None while there is none."""
        chosen = self.segments.chosen()
        if not chosen:
            return None
        key = self.requirement.key
        if chosen in set(PaperState):
            return Paper(key, PaperState(chosen), sheets=0)
        sheets = int(self.sheets.text() or 1) if chosen in TAKEN else 0
        return Paper(key, PaperState.THERE, PaperForm(chosen), sheets)

    def why(self) -> str:
        """Return the reason, or "" where the answer needs none."""
        return self.reason.text().strip() if self._needs_reason() else ""

    def set_value(self, paper: Paper | None, why: str = "") -> None:
        """Show an answer, or none."""
        if paper is None or (self.requirement.when and paper.state is PaperState.NOT_APPLICABLE):
            self.segments.choose("")
        else:
            self.segments.choose(paper.form if paper.state is PaperState.THERE else paper.state)
            self.sheets.setText(str(max(1, paper.sheets)))
        self.reason.setText(why)
        self.show_problem("")
        self._fit()

    def tick(self) -> None:
        """Take the paper as it is usually brought, unless it was answered before."""
        if self.segments.chosen() not in set(PaperForm):
            self.set_value(Paper(self.requirement.key, PaperState.THERE, usual_form(self.requirement)))

    def show_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self.segments.setAccessibleDescription(text)

    def problem(self) -> str:
        """Return what is wrong as it stands on the screen, or ""."""
        return self._problem.text()

    def stack(self, stacked: bool) -> None:
        """Put the choices under the words where there is no room beside them."""
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._top.setDirection(way)

    def _chosen(self) -> None:
        self._fit()
        self.show_problem("")
        if self._needs_reason():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _enter(self) -> None:
        if self._needs_reason() and not self.why():
            self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.entered.emit()

    def _needs_reason(self) -> bool:
        return self.segments.chosen() == PaperState.NOT_APPLICABLE

    def _fit(self) -> None:
        chosen = self.segments.chosen()
        self.reason.setVisible(self._needs_reason())
        self._count.setVisible(chosen in TAKEN)
        state = PaperState(chosen) if chosen in set(PaperState) else PaperState.THERE if chosen else None
        name, tone = MARKS[state] if state else ("circle", "")
        self._mark.setPixmap(icons.pixmap(name, t.TONES[tone].ink if tone else t.EDGE, 18))


class PapersCard(Card):
    """Section 3: every paper of the service with its answer.

    Signals:
        changed: An answer changed.
        done: Enter on the last paper.
    """

    changed = Signal()
    done = Signal()

    def __init__(self, scans: QWidget | None = None) -> None:
        """Stand `scans` under the papers."""
        self.all_there = Button("Semua ada", "small", key="F6")
        super().__init__("3  Berkas", self.all_there, pad=t.S3)
        self.rows: dict[str, PaperRow] = {}
        self._stack = column(gap=0)
        self.add(self._stack, *([line(), scans] if scans is not None else []))
        self.all_there.clicked.connect(self.tick_all)
        self._stacked = False
        self.show_requirements(())

    def show_requirements(self, requirements: Sequence[Requirement]) -> None:
        """Ask for the papers of a service."""
        empty(self._stack)
        self.rows = {each.key: PaperRow(each) for each in requirements}
        for each in self.rows.values():
            each.changed.connect(self._changed)
            each.entered.connect(lambda each=each: self._go_on(each))
            each.stack(self._stacked)
            self._stack.addWidget(each)
        if not self.rows:
            fill(self._stack, label("Daftar berkas muncul setelah layanan dipilih.", "second"))
        self.all_there.setEnabled(bool(self.rows))
        self._say()

    def listed(self) -> list[PaperRow]:
        """Return the papers that are asked for."""
        return list(self.rows.values())

    def value(self) -> tuple[Paper, ...]:
        """Return the answers given so far."""
        return tuple(paper for held in self.rows.values() if (paper := held.value()) is not None)

    def reasons(self) -> dict[str, str]:
        """Return the reasons given, by key of the paper."""
        return {key: why for key, held in self.rows.items() if (why := held.why())}

    def set_value(self, papers: Sequence[Paper], reasons: Mapping[str, str]) -> None:
        """Show answers."""
        given = {paper.key: paper for paper in papers}
        for key, held in self.rows.items():
            held.set_value(given.get(key), reasons.get(key, ""))
        self._say()

    def tick_all(self) -> None:
        """Answer that all listed papers are there, as they are usually brought."""
        for held in self.listed():
            held.tick()
        self._changed()

    def show_problems(self, problems: Sequence[Problem]) -> QWidget | None:
        """Stand problems ("papers.SKTM-1") under their papers; return the choices of the first."""
        found = {problem.field: problem.text for problem in reversed(problems)}
        for key, held in self.rows.items():
            held.show_problem(found.get(f"papers.{key}", ""))
        first = next((held for key, held in self.rows.items() if f"papers.{key}" in found), None)
        return None if first is None else first.reason if first.reason.isVisibleTo(first) else first.segments

    def focused(self) -> str:
        """Return the key of the paper whose row has the cursor, or ""."""
        here = QApplication.focusWidget()
        return next((key for key, held in self.rows.items() if here is not None and held.isAncestorOf(here)), "")

    def missing(self) -> int:
        """Count the papers that are answered as missing."""
        return sum(paper.state is PaperState.MISSING for paper in self.value())

    def stack(self, width: int) -> None:
        """Lay the rows out for so many pixels."""
        self._stacked = width < STACKED
        for held in self.rows.values():
            held.stack(self._stacked)

    def _go_on(self, after: PaperRow | None) -> None:
        rows = self.listed()
        at = rows.index(after) + 1 if after in rows else 0
        if at < len(rows):
            rows[at].segments.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.done.emit()

    def _changed(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        there = sum(paper.state is PaperState.THERE for paper in self.value())
        needed = sum(
            held.segments.chosen() != PaperState.NOT_APPLICABLE for held in self.listed()
        )  # what does not apply is not counted
        self.note.setText(f"{there} dari {needed} ada" if self.rows else "")


def parted(text: str) -> tuple[str, str]:
    """Part a requirement from what stands in brackets behind it, unless that is only an abbreviation."""
    name, _, more = text.partition(" (")
    more = more.removesuffix(")")
    return (name, more) if " " in more else (text, "")


def short_name(requirement: Requirement) -> str:
    """Name a paper by what it is, without how it is usually brought: "Kartu keluarga (KK)"."""
    name = parted(requirement.text)[0].removeprefix("Fotokopi ")
    return name[:1].upper() + name[1:]


def usual_form(requirement: Requirement) -> PaperForm:
    """Return how a paper is usually brought, as its wording asks for it."""
    return PaperForm.COPY if requirement.text.casefold().startswith("fotokopi") else PaperForm.ORIGINAL
