"""What wants a hand beside the requests: a note left here, an outage, a limit that nears, a forgotten day, a year
without holidays, letters without paper, data not sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.formats import full_date, hour
from paten_desk.domain.roles import Right, may
from paten_desk.domain.workflow import Action
from paten_desk.ui import outbox
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.steps import MARKS
from paten_desk.ui.widgets import clear, column, empty, fill, label, line, picture, row
from paten_desk.usecases import (
    calendars,
    closings,
    field_checks,
    morning,
    outages,
    print_jobs,
    reminders,
    sessions,
    standings,
)
from paten_desk.usecases.context import Context


@dataclass(frozen=True, slots=True)
class Note:
    """One sentence with what to do.

    Attributes:
        verb: What the button says; "" where this user can do nothing about it.
        room, view: Where the button leads.

    """

    what: str
    second: str
    tone: str
    verb: str = ""
    room: str = "closings"
    view: str = ""


def notes(context: Context) -> list[Note]:
    """Look for what was left lying; one calm line where there is nothing."""
    roles = context.user.roles
    found = [] if (left := sessions.last_note(context)) is None else [_left_by(left)]
    found += _stopped(context)
    found += _silent(context)
    forgotten = closings.unclosed_days(context)
    if forgotten:
        verb = "Tutup" if may(roles, Right.CLOSE_DAY) else ""
        what = f"{full_date(forgotten[0])} belum ditutup"
        found.append(Note(what, "Hari itu ditutup dahulu, lalu hari ini.", "late", verb))
    found += _to_visit(context)
    found += _uncollected(context)
    found += _without_paper(context)
    found += _without_holidays(context)
    standing = standings.standing(context)
    if standing.open:
        verb = "Kirim" if may(roles, Right.EXPORT) else ""
        second = "Dibawa sepulang dari desa." if standing.is_away else "Dikirim sesudah hari ditutup."
        found.append(Note(outbox.waiting(standing, "catatan"), second, "warn", verb))
    return found or [Note("Semua beres", "Tidak ada hari atau data yang tertinggal.", "good")]


def _without_paper(context: Context) -> list[Note]:
    """Ask about letters that a crash left uncertain, and name those that were never printed."""
    waiting = print_jobs.waiting(context)
    verb = "Periksa" if may(context.user.roles, Right.NUMBER) else ""  # whose rail has the room
    unsure = sum(each.uncertain for each in waiting)
    if unsure:
        what = f"{unsure} surat belum pasti tercetak"
        second = "Program berhenti saat mencetak. Lihat kertasnya: sudah tercetak, atau cetak ulang."
        return [Note(what, second, "late", verb, "letters", "unprinted")]
    if waiting:
        what = f"{len(waiting)} surat bernomor belum dicetak"
        return [Note(what, "Cetak sekarang, atau semua sekaligus.", "warn", verb, "letters", "unprinted")]
    return []


def _to_visit(context: Context) -> list[Note]:
    """Name today's field checks, and those whose time has passed, to who goes."""
    if not may(context.user.roles, Action.FIELD_CHECK):
        return []
    tomorrow = (context.now().date() + timedelta(days=1)).isoformat()
    due = [row for row in field_checks.appointments(context) if "" < row.field_check_at < tomorrow]
    second = "Bawa berkasnya, lalu catat temuannya."
    return [Note(f"{len(due)} pemeriksaan lapangan", second, "accent", "Lihat", "requests", "field")] if due else []


def _uncollected(context: Context) -> list[Note]:
    """Ask to tell those whose paper has lain ready for more than a week."""
    if not may(context.user.roles, Action.HAND_OVER):
        return []
    waiting = sum(list(reminders.ageing(context).values())[reminders.WEEK :])
    what = f"{waiting} surat belum diambil lebih dari seminggu"
    return [Note(what, "Kabari warganya dengan F7.", "warn", "Lihat", "requests", "ready")] if waiting else []


def _stopped(context: Context) -> list[Note]:
    """Name what stops the office now."""
    verb = "Buka" if may(context.user.roles, Action.RESUME) else ""
    return [
        Note(
            outages.words(each),
            f"Sejak {full_date(each.since.date())} pukul {hour(each.since)}; janji yang terkena ditunda.",
            "warn",
            verb,
            "requests",
            "board",
        )
        for each in outages.running(context)
    ]


def _silent(context: Context) -> list[Note]:
    """Warn before silence counts as consent."""
    waiting = morning.silent(context)
    if not waiting:
        return []
    count = f"{len(waiting)}" if len(waiting) < morning.MOST_SILENT else f"Sedikitnya {len(waiting)}"
    what = f"{count} permohonan mendekati batas diam"
    second = f"Setelah {context.office.silence_days} hari kerja tanpa keputusan, permohonan dianggap dikabulkan."
    return [Note(what, second, "late", "Lihat", "requests", "silent")]


def _without_holidays(context: Context) -> list[Note]:
    """Ask for the holidays of the coming year from December on, and of a year that has begun without them."""
    year = calendars.missing_year(context)
    if not year:
        return []
    verb = "Muat" if may(context.user.roles, Right.CHANGE_OFFICE) else ""
    second = "Janji yang melewati tahun itu masih perkiraan. Minta berkasnya kepada kabupaten."
    return [Note(f"Hari libur {year} belum dimuat", second, "warn", verb, "settings")]


def _left_by(note: sessions.Note) -> Note:
    """Say what the person before left for whoever sits here now."""
    what = f"Pesan {note.who}: {note.text}" if note.text else f"Anda melanjutkan {note.who}"
    return Note(what, f"{note.registered} permohonan ia daftarkan hari ini.", "accent")


class Attention(Card):
    """The notes under each other.

    Signals:
        asked: A room is wanted (its name, which of its lists).
    """

    asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__("Perlu perhatian")
        self._rows = column(gap=t.S2)
        self._found: list[Note] = []
        self.add(self._rows)

    def show_notes(self, found: list[Note]) -> None:
        """Show the notes; those that are shown already stay as they are, and so does the cursor."""
        if found == self._found:
            return
        self._found = list(found)
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
            button.clicked.connect(lambda: self.asked.emit(note.room, note.view))
            box.addWidget(button)
        return clear(box)
