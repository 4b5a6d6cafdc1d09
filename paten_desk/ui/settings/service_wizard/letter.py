"""Page 7: by which text the paper is written, and how it looks."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal

from paten_desk.domain.catalogue import OutputKind, Service
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import AreaField, ComboField, TextField
from paten_desk.ui.preview import Preview
from paten_desk.ui.settings.service_wizard.part import ServicePart
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, row, scroll
from paten_desk.usecases import letter_texts, service_choices, service_drafts
from paten_desk.usecases.context import Context
from paten_desk.usecases.service_drafts import ServiceDraft

LOOK_MS = 500
BESIDE = 820  # px of this page from which the sample stands beside the fields
NO_PAPER = "Layanan ini tidak memberi surat, jadi tidak memakai naskah."


class LetterPart(ServicePart):
    """The text, its title and its own sentence; a sample stands beside them.

    Signals:
        text_asked: The editor of this text is wanted (its name).
    """

    text_asked = Signal(str)
    stop = "Surat"
    title = "Surat"
    second = "Naskah yang dipakai surat layanan ini; kerangka dapat dipakai beberapa layanan."
    owned = ("template", "title", "statement", "addressed_to")

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self._context, self._tasks = context, tasks
        self._draft: ServiceDraft | None = None
        self._offered: OutputKind | None = None
        self._asked_for: tuple[Service, str] | None = None
        self.text = ComboField("Naskah surat")
        self.title_field = TextField("Judul surat", "Tercetak di atas surat dan di tanda terima.")
        self.statement = AreaField("Kalimat pokok", "Untuk kerangka surat: benar bertempat tinggal di ...", lines=2)
        self.addressed_to = TextField("Ditujukan kepada", "Instansi yang memutuskan.", optional=True)
        self.fields = {
            "template": self.text,
            "title": self.title_field,
            "statement": self.statement,
            "addressed_to": self.addressed_to,
        }
        self.edit = Button("Buka naskah", "", "pencil", "F7")
        self.fetch = Button("Tambahkan isiannya", "", "plus", "F8")
        self._none = label(NO_PAPER, "second", wrap=True)
        self._asked = clear(column(*self.fields.values(), row(self.edit, None), row(self.fetch, None), gap=t.S2))
        self.preview = Preview("Contoh surat tampil di sini begitu naskahnya dipilih.")
        form = Card().add(self._none, self._asked, None)
        below = row(scroll(clear(column(form, None))), self.preview, gap=t.S3)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        self.setLayout(column(below))
        self._soon = QTimer(self, singleShot=True)
        self._soon.timeout.connect(self._look)
        self.hear(*self.fields.values())
        self.changed.connect(lambda: self._soon.start(LOOK_MS))
        self.text.changed.connect(self._fit)
        self.edit.clicked.connect(lambda: self.text_asked.emit(self.text.value()))
        self.fetch.clicked.connect(self._fetch)

    def begin(self) -> None:
        if self._asked.isVisibleTo(self):
            super().begin()

    def fill(self, draft: ServiceDraft) -> None:
        service, self._draft = draft.service, draft
        has_paper = service.output is not OutputKind.NONE
        self._none.setVisible(not has_paper)
        self._asked.setVisible(has_paper)
        if self._offered is not service.output:
            self._offered = service.output
            self.text.set_choices(service_choices.texts(self._context, service.output))
        self.text.set_value(service.template)
        self.title_field.set_value(service.title)
        self.statement.set_value(service.statement)
        self.addressed_to.set_value(service.addressed_to)
        self._fit()
        self._look()

    def take(self, draft: ServiceDraft) -> ServiceDraft:
        if draft.service.output is OutputKind.NONE:
            return replace(draft, service=replace(draft.service, template=""))
        fields = draft.service.fields if self._draft is None else self._draft.service.fields
        service = replace(
            draft.service,
            template=self.text.value(),
            title=self.title_field.value(),
            statement=self.statement.value(),
            addressed_to=self.addressed_to.value(),
            fields=fields,
        )
        return replace(draft, service=service)

    def fit(self, width: int) -> None:
        """Drop the sample where there is no room for it."""
        self.preview.setVisible(width >= BESIDE)
        if self.isVisible():
            self._look()

    def rest(self) -> None:
        """Draw no sample that was asked for before."""
        self._soon.stop()

    def _fit(self) -> None:
        held = self._typed()
        self.edit.setEnabled(bool(self.text.value()))
        self.fetch.setVisible(
            held is not None and service_choices.with_asked(self._context, held.service) != held.service
        )

    def _typed(self) -> ServiceDraft | None:
        return None if self._draft is None else self.take(self._draft)

    def _fetch(self) -> None:
        held = self._typed()
        if held is not None:
            self._draft = replace(held, service=service_choices.with_asked(self._context, held.service))
            self.text.show_problem("")
            self._fit()
            self.changed.emit()

    def _look(self) -> None:
        """Draw the sample on the worker, unless it shows the same service and text already."""
        held, context = self._typed(), self._context
        if held is None or not held.service.template or self.preview.isHidden():
            return
        service = service_drafts.read(held)
        asked = (service, letter_texts.in_force(context, service.template)[1])
        if asked != self._asked_for:
            self._asked_for = asked
            self._tasks.run(lambda: service_choices.sample(context, service), lambda pdf: self._drawn(asked, pdf))

    def _drawn(self, asked: tuple[Service, str], pdf: bytes) -> None:
        if pdf and asked == self._asked_for:
            self.preview.show_pdf(pdf, "Contoh", "warn")
