"""The first window: who is on duty, and their password.

It paints before anything heavy is imported or made: only Qt, the theme and the kit may stand above. Before the first
paint nothing here names Qt's own namespace (`ui/early.py`), and no method in Python is told of an event: the first one
makes the types of all events.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Card
from paten_desk.ui.field import SecretField
from paten_desk.ui.guard import guard
from paten_desk.ui.icons import pixmap
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import Part, clear, column, fill, key_words, label, picture, row, scroll, scroll_in

SEEN_AT_ONCE = 5
PERSON_PITCH = 64
WITH_BRAND = 960  # width of the window
LOOK_MS = 20


class Person:
    """Somebody who may open the program: id, name, post."""

    def __init__(self, id: str, name: str, post: str = "") -> None:
        self.id, self.name, self.post = id, name, post


class LoginWindow(QWidget):
    """Asks who is on duty.

    `unlock(staff id, password)` runs on the worker. It returns a `Problem`, shown under the password (its text also
    counts the tries), or whatever opens the program, which `unlocked` then carries.

    Signals:
        unlocked: The password was right (what `unlock` returned).
        painted: The window stands on the screen; the rest of the program can be imported now.
        recovery_asked: All passwords are lost; the recovery sheet is at hand.
    """

    unlocked = Signal(object)
    painted = Signal()
    recovery_asked = Signal()

    def __init__(
        self,
        office_name: str,
        staff: Sequence[tuple[str, str] | tuple[str, str, str]],
        unlock: Callable[[str, str], object],
        tasks: Tasks,
        *,
        hint: str = "",
        chosen: str = "",
    ) -> None:
        super().__init__()
        self.setWindowTitle("PATEN Desk")
        self.setMinimumSize(800, 480)
        self._unlock, self._tasks = unlock, tasks
        self._narrow = self._seen = False
        people = [Person(*each) for each in staff]
        if people and chosen not in [each.id for each in people]:
            chosen = people[0].id
        self._people = [PersonButton(each, at, each.id == chosen) for at, each in enumerate(people)]
        self.password = SecretField("Kata sandi", hint)
        self.enter = EnterButton("Masuk", "log-in")
        self.leave, self.recover = _quiet("Keluar"), _quiet("Pulihkan")
        self.recover.setToolTip("Lupa kata sandi: lembar pemulihan, atau kunci dari kabupaten")
        self._lay(office_name)
        for person in self._people:
            person.toggled.connect(self._changed)
        self.enter.clicked.connect(self._submit)
        self.leave.clicked.connect(self.close)
        self.recover.clicked.connect(self.recovery_asked)
        tasks.idle.connect(self._release)  # also after an error, which `ui.errors` shows
        self.password.then = self._submit
        self.password.editor.setFocus()

    def chosen(self) -> str:
        """Return the id of the person who is on duty, or ""."""
        return next((each.person.id for each in self._people if each.isChecked()), "")

    def choose(self, staff_id: str) -> None:
        """Choose a person, as a click on the name does."""
        for each in self._people:
            if each.person.id == staff_id:
                each.setChecked(True)

    @guard(None)
    def setVisible(self, visible: bool) -> None:
        self._fit()
        super().setVisible(visible)
        if visible and not self._seen:
            QTimer.singleShot(LOOK_MS, self, self._look)

    def _fit(self) -> None:
        narrow = self.width() < WITH_BRAND
        if narrow is not self._narrow:  # to show what is shown lays out the whole window again
            self._narrow = narrow
            self._brand.setVisible(not narrow)

    def _look(self) -> None:
        """Wait until the window is on the screen: Qt paints it at the moment in which it gets there."""
        if self._seen or not self.isVisible():
            return
        handle = self.windowHandle()
        if handle is not None and handle.isExposed():
            self._seen = True
            handle.widthChanged.connect(self._fit)
            self._stands()
        else:
            QTimer.singleShot(LOOK_MS, self, self._look)

    def _stands(self) -> None:
        """Make what nobody sees, then let the rest of the program be imported."""
        from paten_desk.ui.button import press_with

        self._fit()
        for at, person in enumerate(self._people[:10]):
            press_with(person, alt_digit(at))
        self.painted.emit()

    def _submit(self) -> None:
        if not self.enter.isEnabled():
            return
        if not self.password.value():
            self.password.show_problem("Ketik kata sandi Anda.")
            return
        self._hold(True)
        who, password = self.chosen(), self.password.value()
        self._tasks.run(lambda: self._unlock(who, password), self._opened)

    def _opened(self, outcome: object) -> None:
        self._hold(False)
        self.password.clear_value()
        if isinstance(outcome, Problem):
            self.password.show_problem(outcome.text, blocks=outcome.blocks)
            self.password.editor.setFocus()
            return
        self.password.show_problem("")
        self.unlocked.emit(outcome)

    def _release(self) -> None:
        self._hold(False)

    def _hold(self, on: bool) -> None:
        self.enter.setEnabled(not on)
        self.enter.say("Memeriksa" if on else "Masuk", t.INK_3 if on else t.SURFACE)
        self.password.editor.setEnabled(not on)

    def _changed(self, on: bool) -> None:
        if on:
            chosen = next(each for each in self._people if each.isChecked())
            self._list.ensureWidgetVisible(chosen, 0, 0)
            self.password.clear_value()
            self.password.show_problem("")
            self.password.editor.setFocus()

    def _lay(self, office_name: str) -> None:
        """Place what holds before what is held: a part that changes its window is styled once more, with all in it."""
        self._brand, card = clear(column(gap=t.S2)), Card(pad=t.S5)
        sides = row(None, self._brand, t.S6 * 2, column(None, card, None), None, gap=0, margins=(t.S4,) * 4)
        box = column(sides, gap=0)
        self.setLayout(box)
        box.setStretch(0, 1)
        self._fill_brand(office_name)
        card.setFixedWidth(440)
        self._list = scroll()
        self._list.setMinimumHeight(PERSON_PITCH)
        self._list.setMaximumHeight(PERSON_PITCH * min(len(self._people), SEEN_AT_ONCE) + 2)
        card.add(
            label("Siapa yang bertugas?", "title"),
            label("Tekan Alt dan angka di kanan nama, lalu ketik kata sandi.", "second"),
            t.S1,
            self._list,
            t.S1,
            self.password,
            t.S1,
            row(self.leave, self.recover, None, self.enter),
        )
        scroll_in(self._list, clear(column(*self._people, gap=t.S2)))

    def _fill_brand(self, office_name: str) -> None:
        self._brand.setFixedWidth(400)
        layout = self._brand.layout()
        assert isinstance(layout, QBoxLayout)
        fill(
            layout,
            None,
            row(picture("landmark", t.ACCENT, 40), None),
            t.S2,
            label("PATEN Desk", "hero"),
            label(office_name, "lead", wrap=True),
            t.S1,
            label("Pelayanan satu loket, dari berkas masuk sampai surat di tangan warga.", "second", wrap=True),
            None,
        )


class EnterButton(QPushButton):
    """The verb of this window; it looks as `ui.button.Button` does, but Qt alone paints it."""

    def __init__(self, text: str, icon: str) -> None:
        super().__init__()
        self.setObjectName("enter")
        self.setProperty("kind", "primary")
        self.setAutoDefault(True)  # Enter presses it while it has the focus
        self._icon, self._mark, key = icon, picture(icon, t.SURFACE, 18), label("Enter")
        key.setObjectName("enter_key")
        self.setLayout(row(self._mark, None, column(None, key, None), gap=0, margins=(18, 0, 8, 0)))
        self.say(text)

    def say(self, text: str, color: str = t.SURFACE) -> None:
        """Change the verb, and the colour of its icon."""
        self.setText(text)
        self._mark.setPixmap(pixmap(self._icon, color, 18))


def _quiet(text: str) -> QPushButton:
    """Return a verb that is only a link; Enter presses it while it has the focus."""
    made = QPushButton(text)
    made.setProperty("kind", "quiet")
    made.setAutoDefault(True)
    return made


class PersonButton(QPushButton):
    """One of those who may come in; `place` counts from 0 and gives the key."""

    def __init__(self, person: Person, place: int, chosen: bool) -> None:
        super().__init__()
        self.person = person
        self.setProperty("kind", "person")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setChecked(chosen)
        self.setAccessibleName(", ".join(filter(None, (person.name, person.post))))
        self._badge = label(initials(person.name))
        self._badge.setObjectName("badge")
        self._badge.setProperty("lit", chosen)
        self._badge.setFixedSize(36, 36)
        words: list[Part] = [None, label(person.name, "strong")]
        if person.post:
            words.append(label(person.post, "hint"))
        parts: list[Part] = [self._badge, t.S1, column(*words, None, gap=0), None]
        if place < 10:  # the cap stands a pixel higher: its lower edge is thicker
            parts.append(column(None, label(key_words(alt_digit(place)), "key"), None, margins=(0, 0, 0, 1)))
        self.setLayout(row(*parts, margins=(10, 0, t.S3, 0)))
        self.toggled.connect(self._light)

    def _light(self, on: bool) -> None:
        self._badge.setProperty("lit", on)
        theme.restyle(self._badge)


def alt_digit(place: int) -> str:
    """Return the key that chooses the person at a place, for the first ten."""
    return f"Alt+{(place + 1) % 10}"


def initials(name: str) -> str:
    """Return two letters for a name; titles before it ("H.", "Drs.") do not count."""
    words = [word for word in name.replace(",", " ").split() if not word.endswith(".")] or name.split() or ["?"]
    letters = words[0][0] + words[1][0] if len(words) > 1 else words[0][:2]
    return letters.upper()
