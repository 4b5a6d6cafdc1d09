"""Ubah isian: what the paper prints, in one dialog, as long as nothing is signed."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.requests import Request
from paten_desk.ui import tokens as t
from paten_desk.ui.date_field import DateField, read_date
from paten_desk.ui.fields import TextField, show_problems
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.registration import blanks
from paten_desk.ui.widgets import clear, column, row, scroll
from paten_desk.usecases import corrections, services
from paten_desk.usecases.context import Context
from paten_desk.usecases.corrections import Answers

ANSWERS, PEOPLE = "answers", "people"
TALLEST, WIDE, DATE_WIDTH = 380, 600, 200


class AnswersForm(QWidget):
    """Purpose, village letter and the service's own blanks, with what the request says now."""

    def __init__(self, context: Context, request: Request) -> None:
        super().__init__()
        self.setObjectName("clear")
        service, held = services.service_of(request), corrections.answers_of(request)
        self.purpose = TextField("Keperluan, tercetak di surat")
        self.letter_number, self.letter_date = TextField("Nomor surat desa"), DateField("Tanggal surat desa")
        self.own = {each.key: blanks.field_for(each) for each in service.fields}
        self.purpose.set_value(held.purpose)
        self.letter_number.set_value(held.village_letter_number)
        self.letter_date.set_value(held.village_letter_date)
        blanks.put(self.own, held.fields, held.lists)
        letter = row(self.letter_number, self.letter_date)
        letter.setStretch(0, 1)
        self.letter_date.setFixedWidth(DATE_WIDTH)
        self.setLayout(column(self.purpose, letter, *self.own.values(), None, gap=t.S2))
        self.fields = {
            "purpose": self.purpose,
            "village_letter_number": self.letter_number,
            "village_letter_date": self.letter_date,
            **{f"fields.{key}": field for key, field in self.own.items()},
        }
        show_problems(self.fields, [_told(each) for each in corrections.lacking(context, request, service)])

    def answers(self) -> Answers:
        """Return what is typed."""
        return Answers(
            self.purpose.value(),
            self.letter_number.value(),
            self.letter_date.value(),
            blanks.texts(self.own),
            blanks.lists(self.own),
        )

    def allowed(self) -> bool:
        """Say what cannot be read under its field, and whether everything can."""
        wrong = read_date(self.letter_date.line.text())[1]
        found = blanks.unread_problems(self.own) + ([Problem("village_letter_date", wrong)] if wrong else [])
        first = show_problems(self.fields, found)
        if first is not None:
            first.editor.setFocus()
        return first is None


def _told(problem: Problem) -> Problem:
    return Problem(problem.field, problem.text, blocks=False)


def ask(context: Context, request: Request, parent: QWidget) -> str:
    """Ask for corrected answers and record them; return ANSWERS, PEOPLE where those are to be corrected, or ""."""
    form = AnswersForm(context, request)
    framed = scroll(clear(column(form, margins=(0, 0, t.S3, 0))))
    framed.setMinimumSize(WIDE, min(TALLEST, form.sizeHint().height() + t.S4))
    notice = Notice(
        "Ubah isian permohonan",
        "Isian lama tetap ada di riwayat; konsep surat mengikuti yang baru.",
        (("", BACK), (PEOPLE, "Betulkan data orang"), (ANSWERS, "Simpan perubahan")),
        icon="pencil",
        inside=framed,
        allowed=form.allowed,
        parent=parent,
    )
    form.purpose.editor.setFocus()
    chosen = notice.ask()
    if chosen == ANSWERS:
        corrections.correct(context, request.id, form.answers())
    return chosen
