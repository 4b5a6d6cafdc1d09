"""The form at the hand-over: one question, one answer, who takes the paper away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from paten_desk.domain.errors import Problem
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Request
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.fields import ChoiceField, Field, TextField, show_problems
from paten_desk.ui.number_fields import NikField
from paten_desk.ui.widgets import clear, column, label, panel, row, scroll
from paten_desk.usecases import handover, services, work
from paten_desk.usecases.context import Context
from paten_desk.usecases.handover import HandoverDraft

RELATIONS = (("pemohon sendiri", "Pemohon"), ("keluarga", "Keluarga"), ("penerima kuasa", "Penerima kuasa"))
PROXY = "penerima kuasa"


class TickField(Field):
    """One sentence that is true or not."""

    def __init__(self, name: str, words: str) -> None:
        self.box = QCheckBox(words)
        super().__init__(name, self.box)
        self.box.setAccessibleName(words)
        self.box.toggled.connect(lambda _: self.changed.emit())

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        self.box.setChecked(value)


class HandoverForm(Card):
    """Asks what only the right person knows, and who that person is.

    Signals:
        handed_over: The paper has left the office (the request).
    """

    handed_over = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(pad=0)
        self._context = context
        self._held: Request | None = None
        self._name, self._what = label("", "lead", wrap=True), label("", wrap=True)
        self._letter = label("", "hint", wrap=True)
        self._question = label("", "lead", wrap=True)
        self._dossier = label("", "second", wrap=True, tone="late")
        self.answer = TextField("Jawaban", "Ketik jawaban seperti diucapkan; huruf besar dan kecil tidak berpengaruh.")
        self.name = TextField("Nama pengambil", capitals=True)
        self.relation = ChoiceField("Hubungan dengan pemohon", RELATIONS, RELATIONS[0][0])
        self.nik = NikField("NIK pengambil", optional=True, big=False)
        self.proxy_letter = TickField("Surat kuasa", "Surat kuasa diterima dan disimpan")
        self.override_reason = TextField(
            "Alasan tetap diserahkan", "Isi hanya bila Anda yakin; tercatat di riwayat dan dibaca pemeriksa."
        )
        self.fields: dict[str, Field] = {
            "answer": self.answer,
            "name": self.name,
            "relation": self.relation,
            "nik": self.nik,
            "proxy_letter": self.proxy_letter,
            "override_reason": self.override_reason,
        }
        self.save = Button("Serahkan", "primary", "package-check", "Ctrl+S")
        self._build()
        self.relation.changed.connect(self._fit)
        self.answer.left.connect(self._look_at_answer)
        self.save.clicked.connect(self._save)
        self.show_request(None)

    def _build(self) -> None:
        asked = panel(
            "accent",
            column(
                label("Tanyakan kepada pengambil", "hint"),
                self._question,
                self.answer,
                self._dossier,
                self.override_reason,
                gap=t.S1,
                margins=(t.S3, 10, t.S3, 10),
            ),
        )
        fields = column(
            asked, self.name, self.relation, self.proxy_letter, self.nik, None, gap=t.S2, margins=(0, 0, t.S1, 0)
        )
        inside = scroll(clear(fields))
        head = column(self._name, self._what, self._letter, gap=1)
        form = column(head, inside, row(None, self.save), gap=t.S3, margins=(t.S4, t.S3, t.S3, t.S3))
        form.setStretch(1, 1)
        self._form = clear(form)
        self._empty = Empty(
            "package-check", "Pilih surat yang akan diserahkan.", "Ketik nomor atau nama, lalu tekan Enter."
        )
        self.add(self._form, self._empty)

    def show_request(self, held: Request | None) -> None:
        """Begin a hand-over with empty answers, or show how to begin; the same request keeps what was typed."""
        if held is not None and held == self._held:
            return
        self._held = held
        self._form.setVisible(held is not None)
        self._empty.setVisible(held is None)
        for field in self.fields.values():
            field.show_problem("")
        if held is None:
            return
        letter = work.letter_of(held)
        applicant = held.personal.applicant
        self._name.setText(applicant.represents or applicant.name)
        self._what.setText(services.service_of(held).name)
        number = f"Surat {letter.number}" if letter and letter.number else "Tanpa surat"
        self._letter.setText(f"{number} · pendaftaran {held.number}")
        self._question.setText(handover.question(held).text)
        self.answer.set_value("")
        self.name.set_value(applicant.name)
        self.relation.set_value(RELATIONS[0][0])
        self.nik.set_value("")
        self.proxy_letter.set_value(False)
        self.override_reason.set_value("")
        self.override_reason.setVisible(False)
        self._dossier.setVisible(False)
        self._fit()

    def begin(self) -> None:
        """Put the cursor where the answer is typed."""
        self.answer.editor.setFocus()

    def draft(self) -> HandoverDraft:
        """Return what stands on the form."""
        return HandoverDraft(
            self.name.value(),
            self.relation.value(),
            self.nik.value(),
            self.proxy_letter.value(),
            self.answer.value(),
            self.override_reason.value() if self.override_reason.isVisibleTo(self) else "",
        )

    def _fit(self) -> None:
        self.proxy_letter.setVisible(self.relation.value() == PROXY)

    def _look_at_answer(self) -> None:
        """Say whether the answer is right; a wrong one shows what the dossier says and asks for a reason."""
        if self._held is None or not clean(self.answer.value()):
            return
        asked = handover.question(self._held)
        right = handover.is_right(asked, self.answer.value())
        self.answer.show_problem("" if right else "Jawaban belum cocok dengan berkas.")
        self.answer.say("Jawaban cocok dengan berkas." if right else "")
        self._dossier.setText(f"Di berkas tertulis: {asked.answer}")
        self._dossier.setVisible(not right)
        self.override_reason.setVisible(not right)

    def _save(self) -> None:
        if self._held is None:
            return
        self._look_at_answer()
        found = [*handover.check(self._held, self.draft()), *self._nik_problem()]
        if first := show_problems(self.fields, found):
            first.editor.setFocus()
            if isinstance(first, TextField):
                first.line.selectAll()
            return
        self.handed_over.emit(handover.hand_over(self._context, self._held.id, self.draft()))

    def _nik_problem(self) -> list[Problem]:
        short = 0 < len(self.nik.value()) < 16
        text = f"NIK harus 16 angka; baru terisi {len(self.nik.value())}. Lengkapi atau kosongkan."
        return [Problem("nik", text)] if short else []
