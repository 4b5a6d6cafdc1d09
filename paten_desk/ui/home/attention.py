"""What wants a hand beside the requests: the last person's note, a forgotten day, data that were not sent."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.formats import full_date
from paten_desk.domain.roles import Right, may
from paten_desk.ui import outbox
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.steps import MARKS
from paten_desk.ui.widgets import clear, column, empty, fill, label, line, picture, row
from paten_desk.usecases import closings, sending, sessions
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence with what to do; `verb` is "" where this user can do nothing about it."""

    what: str
    second: str
    tone: str
    verb: str = ""


def notes(context: Context) -> list[Note]:
    """Look for what was left lying; one calm line where there is nothing."""
    roles = context.user.roles
    found = [] if (left := sessions.last_note(context)) is None else [_left_by(left)]
    forgotten = closings.unclosed_days(context)
    if forgotten:
        verb = "Tutup" if may(roles, Right.CLOSE_DAY) else ""
        what = f"{full_date(forgotten[0])} belum ditutup"
        found.append(Note(what, "Hari itu ditutup dahulu, lalu hari ini.", "late", verb))
    standing = sending.standing(context)
    if standing.open:
        verb = "Kirim" if may(roles, Right.EXPORT) else ""
        second = "Dibawa sepulang dari desa." if standing.is_away else "Dikirim sesudah hari ditutup."
        found.append(Note(outbox.waiting(standing, "catatan"), second, "warn", verb))
    return found or [Note("Semua beres", "Tidak ada hari atau data yang tertinggal.", "good")]


def _left_by(note: sessions.Note) -> Note:
    """Say what the person before left for whoever sits here now."""
    what = f"Pesan {note.who}: {note.text}" if note.text else f"Anda melanjutkan {note.who}"
    return Note(what, f"{note.registered} permohonan ia daftarkan hari ini.", "accent")


class Attention(Card):
    """The notes under each other.

    Signals:
        asked: The room where the day is closed and data are sent is wanted.
    """

    asked = Signal()

    def __init__(self) -> None:
        super().__init__("Perlu perhatian")
        self._rows = column(gap=t.S2)
        self.add(self._rows)

    def show_notes(self, found: list[Note]) -> None:
        """Show the notes anew."""
        empty(self._rows)
        for at, note in enumerate(found):
            fill(self._rows, *([line()] if at else []), self._row(note))

    def _row(self, note: Note) -> QWidget:
        words = column(label(note.what, "strong", wrap=True), label(note.second, "hint", wrap=True), gap=0)
        mark = picture(MARKS[note.tone], t.TONES[note.tone].ink, 20)
        box = row(mark, words, gap=t.S3)
        box.setStretch(1, 1)
        if note.verb:
            button = Button(note.verb, "small")
            button.setAccessibleName(f"{note.verb}: {note.what}")
            button.clicked.connect(self.asked)
            box.addWidget(button)
        return clear(box)
