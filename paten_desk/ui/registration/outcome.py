"""After saving: the number, the promise, the paper as it will print, and the next citizen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from paten_desk.domain.formats import hour
from paten_desk.domain.printing import receipt_kind
from paten_desk.domain.requests import Request, missing_papers
from paten_desk.domain.workflow import Status
from paten_desk.ui import printing, spooler
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import ComboField
from paten_desk.ui.guard import guard
from paten_desk.ui.preview import Preview
from paten_desk.ui.registration.summary import promise_words
from paten_desk.ui.registration.text_sheet import TextSheet
from paten_desk.ui.segments import Choice
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import Part, chip, clear, column, empty, fill, label, line, picture, row, scroll
from paten_desk.usecases import print_profiles, receipts, services
from paten_desk.usecases.context import Context

TEXT = "text"
RECEIPTS: tuple[Choice, ...] = (*receipts.FORMATS.items(), (TEXT, "Teks (dot matrix)"))
USUAL = "a5"
SIDE, SHEET_WIDTH = 340, 300
BESIDE = 680
BIGGEST = 16_777_215


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
        self._visit, self._sheet = "", USUAL
        self._made: Sequence[Request] = ()
        self._pdf = self._codes = b""
        self._told = column(gap=t.S3)
        self.card = Card().add(self._told, None)
        self.preview = Preview("Lembar sedang dibuat.")
        self.text = TextSheet()
        self.text.hide()
        self.sheet = ComboField("Lembar")
        self.sheet.setMaximumWidth(SHEET_WIDTH)
        self.print = Button("Cetak", "primary", "printer", "Ctrl+P")
        self.save = Button("Simpan sebagai PDF", icon="download")
        self.next = Button("Warga berikutnya", icon="user-plus", key="Ctrl+N")
        self.said = label("", "second")
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.sheet.changed.connect(self._choose)
        self._side = scroll(clear(column(self.card, None)))
        choice = row(self.sheet, None)
        choice.setStretch(0, 9)
        paper = column(choice, self.preview, self.text, gap=t.S2)
        paper.setStretch(1, 1)
        paper.setStretch(2, 1)
        self._box = row(self._side, clear(paper), gap=t.S3)
        self._box.setStretch(1, 1)
        self.setLayout(self._box)

    @guard(None)
    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell what came of the visit even where there is no room for the paper beside it."""
        super().resizeEvent(event)
        narrow = self.width() < BESIDE
        self._box.setDirection(QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight)
        self._box.setStretch(0, 1 if narrow else 0)
        self._box.setStretch(1, 0 if narrow else 1)
        self._side.setMaximumWidth(BIGGEST if narrow else SIDE)
        self._side.setMinimumWidth(0 if narrow else SIDE)
        self._fit()

    def _fit(self) -> None:
        beside, is_text = self.width() >= BESIDE, self.sheet.value() == TEXT
        self.text.setVisible(beside and is_text)
        self.preview.setVisible(beside and not is_text)

    def show_visit(self, made: Sequence[Request]) -> None:
        """Show the requests of a visit as they were registered or given back."""
        self._made, self._visit = made, made[0].visit
        empty(self._told)
        for at, request in enumerate(made):
            fill(self._told, *([line()] if at else []), self._one(request))
        choices = self._choices()
        offered = [value for value, _ in choices]
        last = print_profiles.receipt_form(self._context)
        wanted = next((form for form in (last, USUAL) if form in offered), offered[0])
        self.sheet.set_choices(choices)
        self.sheet.set_value(wanted)
        self.said.setText("")
        self._draw(wanted)

    def is_returned(self) -> bool:
        """Say whether every request of the visit was given back."""
        return all(request.status is Status.RETURNED for request in self._made)

    def pdf(self) -> bytes:
        """Return the sheet that is shown, or no bytes while it is drawn and where it is plain text."""
        return self._pdf

    def _one(self, request: Request) -> QWidget:
        service = services.service_of(request)
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
        several = len({request.service for request in back}) < len(back)
        return made + [
            (request.id, f"Kekurangan {request.service}" + (f", berkas {at}" if several else ""))
            for at, request in enumerate(back, 1)
        ]

    def _choose(self) -> None:
        if not (sheet := self.sheet.value()):
            return  # a name is being typed
        self._draw(sheet)
        if sheet in dict(RECEIPTS):
            print_profiles.keep_receipt_form(self._context, sheet)

    def _draw(self, sheet: str) -> None:
        context, visit = self._context, self._visit
        self._pdf = self._codes = b""
        receipt = sheet in dict(RECEIPTS)
        self._sheet = sheet if receipt else USUAL  # what is missing is told on A5
        self.print.say("Cetak tanda terima" if receipt else "Cetak lembar kekurangan")
        self.save.setEnabled(sheet != TEXT)

        def work() -> bytes:
            if sheet == TEXT:
                return receipts.receipt_text(context, visit)
            return receipts.receipt_pdf(context, visit, sheet) if receipt else receipts.deficiency_pdf(context, sheet)

        self._tasks.run(work, lambda made: self._show(visit, sheet, made))

    def _show(self, visit: str, sheet: str, made: bytes) -> None:
        if (visit, sheet) != (self._visit, self.sheet.value()):
            return  # another one is wanted by now
        if sheet == TEXT:
            self._codes = made
            self.text.setPlainText(receipts.words_of(made))
        else:
            self._pdf = made
            self.preview.show_pdf(made)
        self._fit()

    def _print(self) -> None:
        pdf, codes, title = self._pdf, self._codes, self._title()
        if not pdf and not codes:
            return  # the sheet is still being drawn
        own = print_profiles.profile(self._context, receipt_kind(self._sheet))
        self.said.setText("Lembar dikirim ke printer.")
        if pdf:
            printing.print_made(self._tasks, lambda: pdf, title, self._printed, own)
        else:
            found = printing.printers()
            self._tasks.run(lambda: printing.print_text_as(codes, own, found, title), self._printed)

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
