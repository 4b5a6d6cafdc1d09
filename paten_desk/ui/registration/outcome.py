"""After saving: the number, the promise, the paper as it will print, and the next citizen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.formats import hour
from paten_desk.domain.printing import receipt_kind
from paten_desk.domain.requests import Request, missing_papers
from paten_desk.domain.workflow import Status
from paten_desk.ui import printing, spooler
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.preview import Preview
from paten_desk.ui.registration.summary import promise_words
from paten_desk.ui.segments import Choice, Segments
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import Part, chip, clear, column, empty, fill, label, line, picture, row, scroll
from paten_desk.usecases import print_profiles, receipts, work
from paten_desk.usecases.context import Context

RECEIPTS: tuple[Choice, ...] = (("a5", "A5"), ("80mm", "Struk 80 mm"))
SIDE = 340


class Outcome(QWidget):
    """What came of a visit.

    Signals:
        open_request: One of its requests is to be seen (id).
    """

    open_request = Signal(str)

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._tasks = context, tasks
        self._visit, self._form, self._sheet = "", "a5", "a5"
        self._made: Sequence[Request] = ()
        self._pdf = b""
        self._told = column(gap=t.S3)
        self.card = Card().add(self._told, None)
        self.preview = Preview("Lembar sedang dibuat.")
        self._sheets = row(gap=t.S2)
        self.print = Button("Cetak", "primary", "printer", "Ctrl+P")
        self.save = Button("Simpan sebagai PDF", icon="download")
        self.next = Button("Warga berikutnya", icon="user-plus", key="Ctrl+N")
        self.said = label("", "second")
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        side = scroll(clear(column(self.card, None)))
        side.setFixedWidth(SIDE)
        box = row(side, column(clear(self._sheets), self.preview, gap=t.S2), gap=t.S3)
        box.setStretch(1, 1)
        self.setLayout(box)

    def show_visit(self, made: Sequence[Request]) -> None:
        """Show the requests of a visit as they were registered or given back."""
        self._made, self._visit = made, made[0].visit
        empty(self._told)
        for at, request in enumerate(made):
            fill(self._told, *([line()] if at else []), self._one(request))
        choices = self._choices()
        empty(self._sheets)
        sheets = Segments("Lembar", choices)
        sheets.changed.connect(self._choose)
        fill(self._sheets, label("Lembar", "hint"), sheets, None)
        wanted = self._form if any(value == self._form for value, _ in choices) else choices[0][0]
        sheets.choose(wanted)
        self.said.setText("")
        self._draw(wanted)

    def is_returned(self) -> bool:
        """Say whether every request of the visit was given back."""
        return all(request.status is Status.RETURNED for request in self._made)

    def pdf(self) -> bytes:
        """Return the sheet that is shown, or no bytes while it is drawn."""
        return self._pdf

    def _one(self, request: Request) -> QWidget:
        service = work.service_of(request)
        back = request.status is Status.RETURNED
        tone = "warn" if back else "good"
        head = row(
            picture("file-warning" if back else "circle-check", t.TONES[tone].ink, 28),
            chip("Dikembalikan" if back else "Terdaftar", tone),
            None,
        )
        parts: list[Part] = [head, label(service.name, "strong", wrap=True)]
        if back:
            names = {each.key: each.text for each in service.requirements}
            parts += [label("Belum ada:", "hint")]
            parts += [label(f"• {names[key]}", "second", wrap=True) for key in missing_papers(request.papers)]
        elif request.due_at is not None:
            due = promise_words(self._context, request.due_at)
            parts += [label("Nomor pendaftaran", "hint"), label(request.number, "figure")]
            parts += [label("Janji selesai", "hint"), label(due, "lead", wrap=True, tone="accent")]
        open_it = Button("Buka berkas", "quiet", "folder-open")
        open_it.clicked.connect(self._opener(request.id))
        return clear(column(*parts, row(open_it, None), gap=t.S1))

    def _opener(self, request: str) -> Callable[[], None]:
        return lambda: self.open_request.emit(request)

    def _choices(self) -> list[Choice]:
        made = list(RECEIPTS) if any(request.serial for request in self._made) else []
        back = [request for request in self._made if request.status is Status.RETURNED]
        return made + [(request.id, f"Kekurangan {request.service}") for request in back]

    def _choose(self, sheet: str) -> None:
        if sheet in dict(RECEIPTS):
            self._form = sheet
        self._draw(sheet)

    def _draw(self, sheet: str) -> None:
        context, visit = self._context, self._visit
        self._pdf = b""
        receipt = sheet in dict(RECEIPTS)
        self._sheet = sheet if receipt else "a5"  # what is missing is told on A5
        self.print.say("Cetak tanda terima" if receipt else "Cetak lembar kekurangan")

        def work() -> bytes:
            return receipts.receipt_pdf(context, visit, sheet) if receipt else receipts.deficiency_pdf(context, sheet)

        self._tasks.run(work, self._show)

    def _show(self, pdf: bytes) -> None:
        self._pdf = pdf
        self.preview.show_pdf(pdf)

    def _print(self) -> None:
        pdf = self._pdf
        if not pdf:
            return  # the sheet is still being drawn
        own = print_profiles.profile(self._context, receipt_kind(self._sheet))
        self.said.setText("Lembar dikirim ke printer.")
        printing.print_made(self._tasks, lambda: pdf, self._title(), self._printed, own)

    def _printed(self, name: str) -> None:
        """Say that the printer took it, and a little later how far it is."""
        taken = f"Diterima printer {name} pukul {hour(self._context.now())}"
        self.said.setText(f"{taken}.")
        self._tasks.run(
            lambda: spooler.queue(name),
            lambda queue: self.said.setText(f"{taken}; {queue.words()}." if queue.is_known else f"{taken}."),
        )

    def _save(self) -> None:
        if self._pdf and (path := printing.save_pdf(self._pdf, Path.home() / f"{self._title()}.pdf", self)):
            self.said.setText(f"Tersimpan: {path.name}")

    def _title(self) -> str:
        number = next((request.number for request in self._made if request.number), "")
        return f"Tanda terima {number.replace('/', '-')}" if number else "Lembar kekurangan berkas"
