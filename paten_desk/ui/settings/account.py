"""Akun saya: who one is, one's own password and PIN."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.roles import ROLE_NAMES
from paten_desk.ui import tokens as t
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import Field, SecretField
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import column, label, picture, row
from paten_desk.usecases import offices, sessions
from paten_desk.usecases.context import Context

STRONG = "Paling sedikit 10 huruf; beberapa kata lebih baik."
NOT_SAME = "Kedua kata sandi belum sama; ketik ulang."
PINS_DIFFER = "Kedua PIN belum sama; ketik ulang."


class AccountCard(Card):
    """The person who is logged in."""

    def __init__(self, context: Context, tasks: Tasks, *more: QWidget) -> None:
        """`more` stands before the buttons of the account."""
        super().__init__(pad=t.S3)
        self.setAccessibleName("Akun saya")
        self._context, self._tasks = context, tasks
        user = context.user
        self.password = Button("Ganti kata sandi saya", icon="lock")
        self.pin = Button("PIN saya", icon="keyboard")
        self.said = label("", "second", wrap=True)
        roles = label(", ".join(ROLE_NAMES[role] for role in user.roles), "hint", wrap=True)
        words = column(label(user.display, "strong"), roles, gap=0)
        top = row(picture("circle-user-round", t.ACCENT, 28), t.S1, words, *more, self.pin, self.password)
        top.setStretchFactor(words, 1)
        self.add(top, self.said)
        self.said.hide()
        self.password.clicked.connect(self._change_password)
        self.pin.clicked.connect(self._set_pin)

    def say(self, words: str) -> None:
        """Say what was done."""
        self.said.setText(words)
        self.said.show()

    def _change_password(self) -> None:
        old, new, again = SecretField("Kata sandi lama"), SecretField("Kata sandi baru", STRONG), again_field()
        fields: dict[str, Field] = {"old": old, "new": new, "again": again}

        def check() -> list[Problem]:
            found = offices.check_own_password(self._context, old.value(), new.value())
            return found if new.value() == again.value() else [*found, Problem("again", NOT_SAME)]

        if ask_form(
            "Ganti kata sandi saya", "", (old, new, again), fields, check, verb="Ganti", icon="lock", parent=self
        ):
            typed = old.value(), new.value()
            self._tasks.run(
                lambda: offices.change_password(self._context, *typed),
                lambda _: self.say("Kata sandi Anda sudah diganti; pakai yang baru saat masuk lagi."),
            )

    def _set_pin(self) -> None:
        held = sessions.has_pin(self._context, self._context.user.id)
        pin = SecretField("PIN baru" if held else "PIN", f"{sessions.PIN_LENGTH} angka, tidak berurutan.")
        again = SecretField("Ulangi PIN")
        fields: dict[str, Field] = {"pin": pin, "again": again}

        def check() -> list[Problem]:
            found = sessions.check_pin(pin.value())
            return found if pin.value() == again.value() else [*found, Problem("again", PINS_DIFFER)]

        if ask_form(
            "Ganti PIN saya" if held else "Buat PIN saya",
            "Dipakai untuk ganti petugas (F12) dan membuka layar terkunci, sesudah kata sandi diketik hari itu.",
            (pin, again),
            fields,
            check,
            icon="keyboard",
            parent=self,
        ):
            sessions.set_pin(self._context, pin.value())
            self.say("PIN Anda berlaku sejak sekarang.")


def again_field() -> SecretField:
    """Return the field in which a new password is typed once more."""
    return SecretField("Ulangi kata sandi baru")
