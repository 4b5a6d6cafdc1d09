"""Somebody leaves: what is to be done, in order, over the settings."""

from __future__ import annotations

from PySide6.QtCore import Signal

from paten_desk.domain.roles import User
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.page import Page
from paten_desk.ui.steps import CheckRow
from paten_desk.ui.widgets import clear, column, empty, fill, label, line
from paten_desk.usecases import leaving, offices
from paten_desk.usecases.context import Context
from paten_desk.usecases.leaving import Todo

VERBS = {"admin": "Ke daftar", "retire": "Pensiunkan", "sheet": "Buat lembar", "backup": "Cadangkan"}
SECONDS = {
    "admin": "Pilih petugas lain, lalu ubah perannya dengan F2.",
    "retire": "Semua catatannya tetap ada.",
    "sheet": "Kode yang ia kenal tidak membuka apa pun lagi.",
    "backup": "Cadangan lama masih dapat dibuka dengan kata sandi lamanya.",
}


class LeavingPage(Page):
    """The list of `usecases.leaving`, with the way to each step.

    Signals:
        back: Esc, or the list of users is wanted.
        sheet_asked: A new recovery sheet is to be made.
        open_rooms: Another room is wanted (its name, which of its lists).
    """

    back = Signal()
    sheet_asked = Signal()
    open_rooms = Signal(str, str)
    keys = (("Ctrl+S", "langkah berikutnya"), ("Esc", "kembali"))

    def __init__(self, context: Context, user: User, rooms: frozenset[str] = frozenset()) -> None:
        """`rooms` are those this user sees; a step done in another room has no button without it."""
        self.leave_it = Button("Kembali", "quiet", "chevron-left", "Esc")
        self.next = Button("", "primary", key="Ctrl+S")
        super().__init__(f"{user.display} berhenti bertugas", "", (self.leave_it, self.next), scrolls=True)
        self._context, self._user, self._rooms = context, user, rooms
        self.rows: dict[str, CheckRow] = {}
        self._list = column(gap=0)
        why = "Sesudah semuanya beres, yang ia ketahui tidak membuka data baru."
        card = Card("Yang perlu dikerjakan").add(clear(self._list), t.S1, label(why, "hint", wrap=True))
        self.body.addLayout(column(card, None))
        self.leave_it.clicked.connect(self.back)
        self.next.clicked.connect(self._go_on)

    def refresh(self) -> None:
        """Look how far it is done."""
        todos = leaving.todo(self._context, self._user.id)
        empty(self._list)
        self.rows = {todo.key: self._row(todo) for todo in todos}
        for at, each in enumerate(self.rows.values()):
            fill(self._list, *([line()] if at else []), each)
        open_ones = [todo.key for todo in todos if not todo.done]
        self.say(
            f"{self._user.display} berhenti bertugas",
            f"{len(todos) - len(open_ones)} dari {len(todos)} beres" if open_ones else "Semuanya beres.",
        )
        verb = self._verb(open_ones[0]) if open_ones else ""
        self.next.say(verb or "Selesai")
        self._next = open_ones[0] if verb else ""

    def begin(self) -> None:
        """Put the cursor on the next step."""
        self.next.setFocus()

    def _row(self, todo: Todo) -> CheckRow:
        state, tone = ("Beres", "good") if todo.done else ("Belum", "warn")
        made = CheckRow(todo.text, SECONDS[todo.key], state, tone, "" if todo.done else self._verb(todo.key))
        made.acted.connect(lambda: self._do(todo.key))
        return made

    def _verb(self, key: str) -> str:
        return "" if key == "backup" and "backups" not in self._rooms else VERBS[key]

    def _go_on(self) -> None:
        if self._next:
            self._do(self._next)
        else:
            self.back.emit()

    def _do(self, key: str) -> None:
        if key == "admin":
            self.back.emit()
        elif key == "retire":
            self._retire()
        elif key == "sheet":
            self.sheet_asked.emit()
        else:
            self.open_rooms.emit("backups", "")

    def _retire(self) -> None:
        if dialogs.confirm(
            f"Pensiunkan {self._user.display}?",
            "Ia tidak dapat masuk lagi; semua catatannya tetap ada.",
            "Pensiunkan",
            careful=True,
            parent=self,
        ):
            offices.retire_user(self._context, self._user.id)
            self.refresh()
            self.begin()
