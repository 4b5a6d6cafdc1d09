"""F12: another person goes on at this computer, by PIN where it counts, else by password."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.roles import ROLE_NAMES, User
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import press_with
from paten_desk.ui.field import SecretField
from paten_desk.ui.fields import TextField
from paten_desk.ui.login import PERSON_PITCH, SEEN_AT_ONCE, Person, PersonButton, alt_digit
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.widgets import clear, column, scroll
from paten_desk.usecases import sessions, setup
from paten_desk.usecases.context import Context

WIDE = 420
LOCK = "lock"


class WhoForm(QWidget):
    """Those who can come in, and one field for the PIN or password of whom is chosen.

    Signals:
        entered: Enter in the field.
    """

    entered = Signal()

    def __init__(self, context: Context, people: list[User]) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self._people = [
            PersonButton(Person(user.id, user.display, _post(user)), at, at == 0) for at, user in enumerate(people)
        ]
        self.secret = SecretField("PIN atau kata sandi", " ")
        self.list = scroll(clear(column(*self._people, gap=t.S2, margins=(0, 0, 2, 0))))
        self.list.setFixedHeight(PERSON_PITCH * min(len(people), SEEN_AT_ONCE))
        self.setLayout(column(self.list, self.secret, gap=t.S2))
        self.setMinimumWidth(WIDE)
        self.setFocusProxy(self.secret.editor)
        for at, person in enumerate(self._people):
            person.toggled.connect(self._changed)
            if at < 10:
                press_with(person, alt_digit(at))
        self.secret.then = self.entered.emit
        self._say()

    def chosen(self) -> str:
        """Return the id of whom is chosen."""
        return next(each.person.id for each in self._people if each.isChecked())

    def enter(self) -> Context | None:
        """Let the chosen one in; what stands in the way is said under the field."""
        if not self.secret.value():
            self.secret.show_problem("Ketik PIN atau kata sandi.")
            return None
        outcome = sessions.enter(self._context, self.chosen(), self.secret.value())
        self.secret.clear_value()
        self._say()
        if isinstance(outcome, Problem):
            self.secret.show_problem(outcome.text)
            self.secret.editor.setFocus()
            return None
        return outcome

    def _changed(self, on: bool) -> None:
        if on:
            self.secret.clear_value()
            self.secret.show_problem("")
            self._say()
            self.list.ensureWidgetVisible(next(each for each in self._people if each.isChecked()), 0, 0)
            self.secret.editor.setFocus()

    def _say(self) -> None:
        words = "Kata sandi. PIN dapat dibuat di Pengaturan."
        if sessions.takes_pin(self._context, self.chosen()):
            words = f"PIN, {sessions.PIN_LENGTH} angka."
        elif sessions.has_pin(self._context, self.chosen()):
            words = "Kata sandi; PIN berlaku sesudahnya."
        self.secret.say(words)


class Answer(NamedTuple):
    """What F12 led to.

    Attributes:
        taking: The session of who goes on, or None where nobody took over.
        locks: The window is to be covered.

    """

    taking: Context | None = None
    locks: bool = False


def ask_switch(context: Context, parent: QWidget | None = None) -> Answer:
    """Ask who goes on here, with a note from who leaves, and record that the counter changed hands."""
    others = [user for user in at_login(context) if user.id != context.user.id]
    if not others:
        way = dialogs.ask(
            "Belum ada petugas lain di kantor ini.",
            "Kunci layar selama Anda pergi; tambahkan petugas di Pengaturan, bagian Petugas.",
            ((LOCK, "Kunci layar"),),
            parent=parent,
        )
        return Answer(locks=way == LOCK)
    form, note = WhoForm(context, others), TextField("Pesan untuk petugas berikutnya", optional=True)
    form.layout().addWidget(note)  # type: ignore[union-attr]  # a form that was just made has its layout
    made: list[Context] = []

    def allowed() -> bool:
        taking = form.enter()
        if taking is not None:
            made.append(taking)
        return taking is not None

    notice = Notice(
        "Siapa yang melanjutkan?",
        f"Yang sedang diketik {context.user.display} tersimpan dan kembali saat ia masuk lagi.",
        (("", BACK), (LOCK, "Kunci layar"), ("yes", "Masuk")),
        icon="users",
        inside=form,
        allowed=allowed,
        parent=parent,
    )
    form.entered.connect(notice.buttons["yes"].click)
    note.then = form.secret.editor.setFocus
    form.secret.editor.setFocus()
    chosen = notice.ask()
    if not made:
        return Answer(locks=chosen == LOCK)
    sessions.hand_over(context, made[0], note.value())
    return Answer(made[0])


def at_login(context: Context) -> list[User]:
    """Return who can come in, in the order of the login window."""
    shown = setup.front(context.data)
    places = {user: at for at, user in enumerate(shown.staff if shown else ())}
    return sorted(setup.users(context), key=lambda user: (places.get(user.id, len(places)), user.display))


def _post(user: User) -> str:
    return ", ".join(ROLE_NAMES[role] for role in user.roles[:2])
