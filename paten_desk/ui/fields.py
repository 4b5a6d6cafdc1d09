"""Fields of a form: a label above, an editor, one line below with a hint or with what is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLineEdit, QListView, QPlainTextEdit, QSizePolicy, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import icons, theme
from paten_desk.ui import tokens as t
from paten_desk.ui.guard import guard
from paten_desk.ui.segments import Choice, Segments
from paten_desk.ui.widgets import clear, column, label, picture, row

PASSING = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.MenuBarFocusReason)


class Field(QWidget):
    """One question of a form.

    Enter moves on to the next field; in a field of several lines Ctrl+Enter does.

    Signals:
        changed: The user changed the answer.
        left: The user went on to another field.
    """

    changed = Signal()
    left = Signal()

    def __init__(self, name: str, editor: QWidget, hint: str = "", *, optional: bool = False) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.name, self.editor, self._hint = name, editor, hint
        editor.setAccessibleName(name)
        head = label(name, "label")
        head.setBuddy(editor)
        self._below = label(hint, "hint", wrap=True)
        self._mark = picture("circle-alert", t.TONES["late"].ink, 15)
        beside = clear(column(2, self._mark, None, gap=0))
        beside.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._under = clear(row(beside, self._below, gap=6))
        self._under.layout().setStretch(1, 1)  # type: ignore[union-attr]
        top = row(head, None, *([label("boleh kosong", "hint")] if optional else []))
        self.setLayout(column(top, editor, self._under, None, gap=3))
        for part in (editor, *editor.findChildren(QLineEdit)):
            part.installEventFilter(self)
        self.show_problem("")

    def show_problem(self, text: str, *, blocks: bool = True) -> None:
        """Say under the field what is wrong and what to do, or take it back with ""; a warning has no red border."""
        self._problem = text
        tone = ("late" if blocks else "warn") if text else ""
        self._mark.setPixmap(
            icons.pixmap("circle-alert" if blocks else "triangle-alert", t.TONES[tone or "late"].ink, 15)
        )
        self._mark.setVisible(bool(text))
        self._below.setText(text or self._hint)
        self._below.setProperty("role", "second" if text else "hint")
        self._below.setProperty("tone", tone)
        self._under.setVisible(bool(text or self._hint))
        self.editor.setProperty("problem", bool(text) and blocks)
        self.editor.setAccessibleDescription(text or self._hint)
        theme.restyle(self._below)
        theme.restyle(self.editor)

    def problem(self) -> str:
        """Return what is wrong as it stands on the screen, or ""."""
        return self._problem

    def say(self, hint: str) -> None:
        """Change the hint; a problem hides it."""
        self._hint = hint
        if not self._problem:
            self.show_problem("")

    def go_on(self) -> None:
        """Move to the next field, as Enter does."""
        self.focusNextPrevChild(True)

    @guard(False)
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut and event.reason() not in PASSING:
            self._leave()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._goes_on(event):
            self.go_on()
            return True
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        self.left.emit()

    def _goes_on(self, event: QKeyEvent) -> bool:
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == Qt.KeyboardModifier.NoModifier


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


class SecretField(Field):
    """A password or PIN: dots, never shown, never copied."""

    def __init__(self, name: str, hint: str = "") -> None:
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setProperty("scale", "big")
        super().__init__(name, self.line, hint)
        self.line.textEdited.connect(self.changed)

    def value(self) -> str:
        return self.line.text()

    def clear_value(self) -> None:
        self.line.clear()


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
