"""Fields that suggest while one types; what nobody suggested may be typed as well."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QObject, QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from paten_desk.domain.formats import mask_nik
from paten_desk.domain.office import find_village, village_title
from paten_desk.ui.fields import ComboField, TextField
from paten_desk.usecases import people
from paten_desk.usecases.context import Context
from paten_desk.usecases.people import PersonRow

SHORTEST = 3  # letters of a name before citizens are looked for
LONGEST = 100
SHORTEST_NUMBER, LONGEST_NUMBER = 6, 18  # signs of a NIK or a phone with the gaps in it; a whole NIK has 19


class SuggestField(TextField):
    """One line of text; Down and Enter take a suggestion, and so does leaving the field where only one fits."""

    def __init__(self, name: str, suggestions: Sequence[str] = (), hint: str = "", *, optional: bool = False) -> None:
        super().__init__(name, hint, optional=optional)
        self._suggestions = tuple(suggestions)
        completer = QCompleter(list(suggestions), self.line)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setMaxVisibleItems(10)
        completer.setPopup(_popup())
        self.line.setCompleter(completer)
        completer.activated.connect(lambda _: self.changed.emit())
        go_on_after_choice(self, self.line)

    def match(self) -> str:
        """Return the one suggestion that is meant by what was typed, or ""."""
        typed = self.value().casefold()
        if not typed:
            return ""
        for found in (
            [each for each in self._suggestions if each.casefold() == typed],
            [each for each in self._suggestions if each.casefold().startswith(typed)],
            [each for each in self._suggestions if f" {typed}" in each.casefold()],
        ):
            if len(found) == 1:
                return found[0]
        return ""

    def _leave(self) -> None:
        meant = self.match()
        if meant and meant != self.value():
            self.set_value(meant)
            self.changed.emit()
        self.left.emit()


class VillageField(SuggestField):
    """The office's own villages by their local word; anything else is a place outside the kecamatan."""

    def __init__(self, context: Context) -> None:
        office = context.office
        self._codes = {f"{village_title(office, each)} {each.name}": each.code for each in office.villages}
        self._names = {each.code: each.name for each in office.villages}
        super().__init__(f"{office.words.village} atau kelurahan", tuple(self._codes))
        self.line.textChanged.connect(lambda _: self._tell())

    def village(self) -> tuple[str, str]:
        """Return name and code; the code is "" for a place outside the kecamatan."""
        code = self._codes.get(self.match(), "")
        return (self._names[code], code) if code else (self.value(), "")

    def set_village(self, name: str, code: str) -> None:
        self.set_value(next((words for words, each in self._codes.items() if each == code), name))

    def _tell(self) -> None:
        self.say("" if not self.value() or self.village()[1] else "di luar kecamatan ini")


class ServiceCombo(ComboField):
    """A service by its code, or by any part of its name."""

    def _take_found(self) -> None:
        marked = self._found.currentIndex().isValid()
        if not marked:
            self._take_code()
        if self.value() and not marked:
            self._found.hide()
            self.go_on()
        else:
            super()._take_found()

    def _leave(self) -> None:
        self._take_code()
        super()._leave()
        if (line := self.combo.lineEdit()) is not None:
            line.setCursorPosition(0)

    def _take_code(self) -> None:
        typed = self.combo.currentText().strip().upper()
        if not self.value() and self.combo.findData(typed) >= 0:
            self.set_value(typed)
            self.changed.emit()


class PersonFinder(QObject):
    """Offers the citizens who came before under a field in which their name, NIK or phone is typed.

    Signals:
        chosen: One of them was taken (id of the person).
    """

    chosen = Signal(str)

    def __init__(self, context: Context, line: QLineEdit, shortest: int = SHORTEST, longest: int = LONGEST) -> None:
        """Nobody is offered for fewer letters than `shortest`, nor for more than `longest`."""
        super().__init__(line)
        self._context, self._line, self._lengths = context, line, range(shortest, longest + 1)
        self._ids: list[str] = []
        self._found = QStringListModel(self)
        self._completer = QCompleter(self._found, line)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._popup = _popup()
        self._completer.setPopup(self._popup)
        self._completer.setWidget(line)
        self._completer.activated[QModelIndex].connect(  # type: ignore[index]  # by place: two may bear one name
            lambda at: self.take(at.row())
        )
        line.textEdited.connect(lambda _: self.search())

    def search(self) -> list[str]:
        """Offer the citizens who fit what is typed; return what is offered."""
        typed = " ".join(self._line.text().split())
        rows = people.find(self._context, typed) if len(typed) in self._lengths else []
        self._ids = [row.id for row in rows]
        offered = [person_words(self._context, row) for row in rows]
        self._found.setStringList(offered)
        if offered and self._line.hasFocus():
            self._completer.complete()
        else:
            self._popup.hide()
        return offered

    def take(self, at: int) -> None:
        """Take the citizen offered in this place."""
        if 0 <= at < len(self._ids):
            self.chosen.emit(self._ids[at])


class NameField(TextField):
    """A name in capitals; citizens who came before are offered while it is typed.

    Signals:
        chosen: One of them was taken (id of the person).
    """

    chosen = Signal(str)

    def __init__(self, context: Context, name: str = "Nama sesuai KTP-el") -> None:
        super().__init__(name, capitals=True)
        self._finder = PersonFinder(context, self.line)
        self._finder.chosen.connect(self.chosen)
        self.search, self.take = self._finder.search, self._finder.take


def person_words(context: Context, row: PersonRow) -> str:
    """Say in one line who a citizen is: name, where from, most of the NIK hidden."""
    village = find_village(context.office, row.village)
    where = f"{village_title(context.office, village)} {village.name}" if village else ""
    return " · ".join(part for part in (row.name, where, mask_nik(row.nik) if row.nik else "") if part)


def go_on_after_choice(field: TextField, line: QLineEdit) -> None:
    """Let the Enter that takes a suggestion from the open list also go on to the next field.

    The open list hands Enter to the line itself, past the event filter of the field.
    """
    line.returnPressed.connect(lambda: QTimer.singleShot(0, field, field.go_on))


def _popup() -> QListView:
    made = QListView()
    made.setObjectName("completions")
    return made
