"""The first window: who is on duty, and their password.

It paints before anything heavy is imported: only Qt, the theme and the kit may stand above.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button, press_with
from paten_desk.ui.cards import Card
from paten_desk.ui.field import SecretField
from paten_desk.ui.guard import guard
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import Part, clear, column, key_cap, label, line, picture, row, scroll

SEEN_AT_ONCE = 5
PERSON_PITCH = 64


class Person(NamedTuple):
    """Somebody who may open the program: id, name, post."""

    id: str
    name: str
    post: str = ""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line beside the log-in, known without a key: the day, the last closing."""

    icon: str
    text: str
    tone: str = ""


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
        staff: Sequence[Person | tuple[str, str] | tuple[str, str, str]],
        unlock: Callable[[str, str], object],
        tasks: Tasks,
        *,
        facts: Sequence[Fact] = (),
        foot: Sequence[Fact] = (),
        hint: str = "",
        chosen: str = "",
    ) -> None:
        """`facts` stand beside the log-in, `foot` in the bar below, its last one at the right end."""
        super().__init__()
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("PATEN Desk")
        self.setMinimumSize(800, 480)
        self._unlock, self._tasks = unlock, tasks
        self._seen = False
        self._people = [_PersonButton(Person(*each), at + 1) for at, each in enumerate(staff)]
        self.password = SecretField("Kata sandi", hint)
        self.enter = Button("Masuk", "primary", "log-in", "Enter")
        self.leave, self.recover = Button("Keluar", "quiet"), Button("Pulihkan", "quiet")
        self.recover.setToolTip("Lupa kata sandi: pakai lembar pemulihan")
        self._brand = self._make_brand(office_name, facts)
        middle = row(None, self._brand, t.S6 * 2, self._make_card(), None, gap=0, margins=(t.S4,) * 4)
        box = column(middle, *([_bar(foot)] if foot else []), gap=0)
        box.setStretch(0, 1)
        self.setLayout(box)
        for person in self._people:
            person.toggled.connect(self._changed)
        self.enter.clicked.connect(self._submit)
        self.leave.clicked.connect(self.close)
        self.recover.clicked.connect(self.recovery_asked)
        tasks.idle.connect(self._release)  # also after an error, which `ui.errors` shows
        self.password.then = self._submit
        first = next((each for each in self._people if each.person.id == chosen), self._people[0] if staff else None)
        if first is not None:
            first.setChecked(True)
        self.password.editor.setFocus()

    def chosen(self) -> str:
        """Return the id of the person who is on duty, or ""."""
        return next((each.person.id for each in self._people if each.isChecked()), "")

    def choose(self, staff_id: str) -> None:
        """Choose a person, as a click on the name does."""
        for each in self._people:
            if each.person.id == staff_id:
                each.setChecked(True)

    def say_tries(self, hint: str) -> None:
        """Change the line under the password, such as how many tries are left."""
        self.password.say(hint)

    @guard(None)
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self, self.painted.emit)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        self._brand.setVisible(self.width() >= 960)
        super().resizeEvent(event)

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
        self.enter.say("Memeriksa" if on else "Masuk")
        self.password.editor.setEnabled(not on)

    def _changed(self, on: bool) -> None:
        if on:
            chosen = next(each for each in self._people if each.isChecked())
            self._list.ensureWidgetVisible(chosen, 0, 0)
            self.password.clear_value()
            self.password.show_problem("")
            self.password.editor.setFocus()

    def _make_card(self) -> Card:
        self._list = scroll(clear(column(*self._people, gap=t.S2)))
        self._list.setMinimumHeight(PERSON_PITCH)
        self._list.setMaximumHeight(PERSON_PITCH * min(len(self._people), SEEN_AT_ONCE) + 2)
        self._list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        card = Card(pad=t.S5).add(
            label("Siapa yang bertugas?", "title"),
            label("Tekan Alt dan angka di kanan nama, lalu ketik kata sandi.", "second"),
            t.S1,
            self._list,
            t.S1,
            self.password,
            t.S1,
            row(self.leave, self.recover, None, self.enter),
        )
        card.setFixedWidth(440)
        holder = Card()
        holder.setObjectName("clear")
        holder.body.setContentsMargins(0, 0, 0, 0)
        holder.add(None, card, None)
        return holder

    def _make_brand(self, office_name: str, facts: Sequence[Fact]) -> QWidget:
        parts: list[Part] = [
            None,
            row(picture("landmark", t.ACCENT, 40), None),
            t.S2,
            label("PATEN Desk", "hero"),
            label(office_name, "lead", wrap=True),
            t.S1,
            label("Pelayanan satu loket, dari berkas masuk sampai surat di tangan warga.", "second", wrap=True),
        ]
        if facts:
            parts += [t.S5, line(), t.S2]
        for fact in facts:
            color = t.TONES[fact.tone].ink if fact.tone else t.INK_3
            words = label(fact.text, tone=fact.tone if fact.tone in ("warn", "late") else "")
            parts.append(row(picture(fact.icon, color), words, None))
        brand = clear(column(*parts, None, gap=t.S2))
        brand.setFixedWidth(400)
        return brand


def _bar(facts: Sequence[Fact]) -> QFrame:
    made = QFrame()
    made.setObjectName("status")
    made.setFixedHeight(t.STATUS_H)
    parts: list[Part] = []
    for at, fact in enumerate(facts):
        if at:
            parts.append(None if at == len(facts) - 1 else 10)
        parts += [picture(fact.icon, t.TONES[fact.tone].ink if fact.tone else t.INK_3, 15), label(fact.text)]
    made.setLayout(row(*parts, gap=6, margins=(t.S4, 0, t.S4, 0)))
    return made


class _PersonButton(QPushButton):
    def __init__(self, person: Person, place: int) -> None:
        super().__init__()
        self.person = person
        self.setProperty("kind", "person")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setAutoDefault(False)
        self.setAccessibleName(", ".join(filter(None, (person.name, person.post))))
        self._badge = label(initials(person.name), "strong")
        self._badge.setFixedSize(36, 36)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        words: list[Part] = [None, label(person.name, "strong")]
        if person.post:
            words.append(label(person.post, "hint"))
        parts: list[Part] = [self._badge, t.S1, column(*words, None, gap=0), None]
        if place <= 10:
            digit = str(place % 10)
            parts.append(key_cap(f"Alt+{digit}"))
            press_with(self, f"Alt+{digit}")
        self.setLayout(row(*parts, margins=(10, 0, t.S3, 0)))
        for inside in self.findChildren(QLabel):
            inside.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.toggled.connect(self._light)
        self._light(False)

    def _light(self, on: bool) -> None:
        ink, ground = (t.SURFACE, t.ACCENT) if on else (t.INK_2, t.SUNKEN)
        self._badge.setStyleSheet(f"background: {ground}; color: {ink}; border-radius: 18px;")
        theme.restyle(self._badge)


def initials(name: str) -> str:
    """Return two letters for a name; titles before it ("H.", "Drs.") do not count."""
    words = [word for word in name.replace(",", " ").split() if not word.endswith(".")] or name.split() or ["?"]
    letters = words[0][0] + words[1][0] if len(words) > 1 else words[0][:2]
    return letters.upper()
