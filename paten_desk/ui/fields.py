"""Fields of a form: a label above, an editor, one line below with a hint or with what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QPlainTextEdit

from paten_desk.domain.errors import Problem
from paten_desk.ui.field import Field, SecretField
from paten_desk.ui.guard import guard
from paten_desk.ui.segments import Choice, Segments


class TextField(Field):
    """One line of text; `capitals` writes it the way an identity card does."""

    def __init__(
        self,
        name: str,
        hint: str = "",
        *,
        optional: bool = False,
        capitals: bool = False,
        small: bool = False,
        longest: int = 200,
    ) -> None:
        self.line = QLineEdit()
        self.line.setMaxLength(longest)
        if small:
            self.line.setProperty("scale", "small")
        super().__init__(name, self.line, hint, optional=optional)
        self._capitals = capitals
        self.line.textEdited.connect(self._edited)

    def value(self) -> str:
        """Return the text without blanks at its ends or doubled inside."""
        return " ".join(self.line.text().split())

    def set_value(self, value: str) -> None:
        self.line.setText(value)
        self.line.setCursorPosition(0)

    def _edited(self, text: str) -> None:
        if self._capitals and text != text.upper():
            at = self.line.cursorPosition()
            self.line.setText(text.upper())
            self.line.setCursorPosition(at)
        self.changed.emit()


class AreaField(Field):
    """Several lines of text; Tab and Ctrl+Enter move on."""

    def __init__(self, name: str, hint: str = "", *, optional: bool = False, lines: int = 3) -> None:
        self.area = QPlainTextEdit()
        self.area.setTabChangesFocus(True)
        self.area.setFixedHeight(self.area.fontMetrics().lineSpacing() * lines + 18)
        super().__init__(name, self.area, hint, optional=optional)
        self.area.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.area.toPlainText().strip()

    def set_value(self, value: str) -> None:
        blocked = self.area.blockSignals(True)
        self.area.setPlainText(value)
        self.area.blockSignals(blocked)

    def _goes_on(self, event: QKeyEvent) -> bool:
        pressed = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        return pressed and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class ChoiceField(Field):
    """A choice of one among two to four, all of them seen."""

    def __init__(self, name: str, choices: Sequence[Choice], chosen: str = "", hint: str = "") -> None:
        self.segments = Segments(name, choices, chosen)
        super().__init__(name, self.segments, hint)
        self.segments.changed.connect(lambda _: self.changed.emit())
        self.segments.entered.connect(self.go_on)

    def value(self) -> str:
        return self.segments.chosen()

    def set_value(self, value: str) -> None:
        self.segments.choose(value)


class ComboField(Field):
    """A choice of one among many: typing any part of it finds it."""

    def __init__(self, name: str, choices: Sequence[Choice] = (), hint: str = "", *, optional: bool = False) -> None:
        self.combo = QComboBox()
        self.combo.setEditable(True)
        self.combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.combo.setMaxVisibleItems(12)
        self.combo.setMinimumContentsLength(12)
        self.combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._found = QListView()
        self._found.setObjectName("completions")
        completer = QCompleter(self.combo.model(), self.combo)
        completer.setPopup(self._found)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.combo.setCompleter(completer)
        super().__init__(name, self.combo, hint, optional=optional)
        for each in self.combo.findChildren(QLineEdit):
            each.setAccessibleName(name)
        self._found.installEventFilter(self)
        self.set_choices(choices)
        self.combo.activated.connect(lambda _: self.changed.emit())

    def set_choices(self, choices: Sequence[Choice]) -> None:
        """Replace what can be chosen; nothing is chosen then."""
        blocked = self.combo.blockSignals(True)
        self.combo.clear()
        for value, words in choices:
            self.combo.addItem(words, value)
        self.combo.setCurrentIndex(-1)
        self.combo.setEditText("")
        self.combo.blockSignals(blocked)

    def value(self) -> str:
        """Return the value whose words stand in the field, or "" where they name none."""
        at = self.combo.findText(self.combo.currentText().strip(), Qt.MatchFlag.MatchFixedString)
        return str(self.combo.itemData(at)) if at >= 0 else ""

    def set_value(self, value: str) -> None:
        at = self.combo.findData(value)
        self.combo.setCurrentIndex(at)
        if at < 0:
            self.combo.setEditText("")

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            watched is self._found
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and self._goes_on(event)
        ):
            self._take_found()
            return True
        return super().eventFilter(watched, event)

    def _take_found(self) -> None:
        """Take the marked one of the choices found, or the first, and go on: three letters and Enter are enough."""
        index = self._found.currentIndex()
        words = (index if index.isValid() else self._found.model().index(0, 0)).data()
        self._found.hide()
        at = self.combo.findText(str(words))
        if at >= 0:
            self.combo.setCurrentIndex(at)
            self.changed.emit()
        self.go_on()

    def _leave(self) -> None:
        """Take the first choice that holds what was typed."""
        typed = self.combo.currentText().strip()
        if typed and not self.value():
            at = self.combo.findText(typed, Qt.MatchFlag.MatchContains)
            if at >= 0:
                self.combo.setCurrentIndex(at)
                self.changed.emit()
        self.left.emit()


__all__ = ["AreaField", "ChoiceField", "ComboField", "Field", "SecretField", "TextField", "below", "show_problems"]


def show_problems(fields: Mapping[str, Field], problems: Sequence[Problem], only: str = "") -> Field | None:
    """Stand each problem under its field and take away those that are mended.

    `only` names the one field that was left just now. Returns the first field that blocks, for the cursor.
    """
    first: Field | None = None
    by_field: dict[str, Problem] = {}
    for problem in sorted(problems, key=lambda each: not each.blocks):
        by_field.setdefault(problem.field, problem)
    for name, field in fields.items():
        if only and name != only:
            continue
        found = by_field.get(name)
        field.show_problem(found.text if found else "", blocks=found.blocks if found else True)
        if found and found.blocks and first is None:
            first = field
    return first


def below(start: str, problems: Sequence[Problem]) -> list[Problem]:
    """Return the problems of the fields whose names begin so, under the rest of their names."""
    return [
        Problem(each.field.removeprefix(start), each.text, each.blocks)
        for each in problems
        if each.field.startswith(start)
    ]
