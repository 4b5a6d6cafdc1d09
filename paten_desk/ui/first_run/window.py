"""The first window of an empty folder: the wizard, or the sample office."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from paten_desk.domain.office import Office, OfficeRole
from paten_desk.ui import printing
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.first_run.places import LetterheadStep, PlaceStep, Step
from paten_desk.ui.first_run.steps import OfficialsStep, ServicesStep, UsersStep
from paten_desk.ui.preview import Preview
from paten_desk.ui.progress import ProgressStrip
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, picture, row
from paten_desk.usecases import sample, setup
from paten_desk.usecases.context import Context
from paten_desk.usecases.setup import OfficeDraft


class FirstRunWindow(QWidget):
    """Asks in short pages and makes the office.

    Signals:
        finished: The office stands (its `Context`).
    """

    finished = Signal(object)

    def __init__(self, data: Path, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("shell")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle("PATEN Desk · Penyiapan awal")
        self.setMinimumSize(800, 480)
        self._data, self._tasks = data, tasks
        self._context: Context | None = None
        self._draft = OfficeDraft(Office("", OfficeRole.KECAMATAN, "", "", "", ""), ())
        self.steps: list[Step] = []
        self.title, self.second = label("Selamat datang", "title"), label("", "second")
        self.pages = QStackedWidget()
        self.back = Button("Kembali", key="Esc")
        self.next = Button("Lanjut", "primary", key="Ctrl+S")
        self.pages.addWidget(self._welcome())
        self._foot = clear(row(self.back, None, self.next, margins=(24, 8, 24, 12)))
        head = column(self.title, self.second, gap=0, margins=(24, 16, 24, 8))
        box = column(head, self.pages, ProgressStrip(tasks), self._foot, gap=0)
        box.setStretch(1, 1)
        self.setLayout(box)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self._show(0)

    def begin(self, role: OfficeRole) -> None:
        """Begin the pages for this kind of office."""
        kabupaten = role is OfficeRole.KABUPATEN
        self._draft = OfficeDraft(Office("", role, "", "", "", ""), ())
        self.steps = [PlaceStep(kabupaten), LetterheadStep()]
        if not kabupaten:
            self.steps += [OfficialsStep(), ServicesStep()]
        self.steps.append(UsersStep(kabupaten))
        while self.pages.count() > 1:
            if (old := self.pages.widget(1)) is not None:
                self.pages.removeWidget(old)
                old.deleteLater()
        for step in self.steps:
            holder = clear(column(step, margins=(24, 0, 24, 0)))
            self.pages.addWidget(holder)
        self._show(1)

    def take_sample(self) -> None:
        """Make the sample office."""
        self._make(sample.draft())

    def go_on(self) -> None:
        """Keep this page's answers and go to the next, or make the office."""
        at = self.pages.currentIndex()
        if self._context is not None:
            self.finished.emit(self._context)
            return
        step = self.steps[at - 1]
        if not step.show_problems():
            return
        self._draft = step.take(self._draft)
        if at == len(self.steps):
            self._make(self._draft)
        else:
            self._show(at + 1)

    def go_back(self) -> None:
        """Go to the page before; nothing typed is lost."""
        if self._context is None and self.pages.currentIndex() > 0:
            self._show(self.pages.currentIndex() - 1)

    def _make(self, draft: OfficeDraft) -> None:
        self.next.setEnabled(False)
        self.back.setEnabled(False)
        self._tasks.run_long(
            "Menyiapkan kantor", lambda report: setup.create(self._data, draft, report=report), self._made
        )
        self._tasks.idle.connect(self._free)

    def _free(self) -> None:
        self.next.setEnabled(True)
        self.back.setEnabled(True)

    def _made(self, outcome: tuple[Context, str]) -> None:
        self._context, secret = outcome
        context = self._context
        if context.office.sample:
            self.finished.emit(context)
            return
        self._tasks.run(lambda: setup.recovery_pdf(context, secret), self._show_recovery)

    def _show_recovery(self, pdf: bytes) -> None:
        preview = Preview()
        preview.show_pdf(pdf)
        save = Button("Simpan PDF", icon="save", key="Ctrl+P")
        save.clicked.connect(lambda: printing.save_pdf(pdf, Path.home() / "lembar-pemulihan.pdf", self))
        self.pages.addWidget(clear(column(preview, row(save, None), margins=(24, 0, 24, 0))))
        self.pages.setCurrentIndex(self.pages.count() - 1)
        self.title.setText("Cetak lembar pemulihan sekarang")
        self.second.setText(
            "Bila semua kata sandi hilang, hanya lembar ini yang membuka data. Simpan dua rangkap tersegel."
        )
        self.next.say("Sudah saya simpan, mulai bekerja")
        self.back.hide()

    def _show(self, at: int) -> None:
        self.pages.setCurrentIndex(at)
        self._foot.setVisible(at > 0)
        if at == 0:
            self.title.setText("Selamat datang di PATEN Desk")
            self.second.setText("Komputer ini belum memuat data kantor. Pilih cara mulai.")
            return
        step = self.steps[at - 1]
        self.title.setText(step.title)
        self.second.setText(f"Halaman {at} dari {len(self.steps) + 1}. {step.second}")
        self.next.say("Siapkan kantor" if at == len(self.steps) else "Lanjut")
        step.fill(self._draft)
        step.begin()

    def _welcome(self) -> QWidget:
        start = Button("Siapkan kantor ini", "primary", key="Alt+1")
        play = Button("Coba kantor contoh", key="Alt+2")
        hall = Button("Siapkan meja kabupaten", key="Alt+3")
        start.clicked.connect(lambda: self.begin(OfficeRole.KECAMATAN))
        play.clicked.connect(self.take_sample)
        hall.clicked.connect(lambda: self.begin(OfficeRole.KABUPATEN))
        cards = []
        for icon, name, words, button in (
            ("landmark", "Kantor kecamatan", "Enam halaman singkat, paling lama sepuluh menit.", start),
            (
                "eye",
                "Kantor contoh",
                "Kecamatan Kayu Agung dengan orang-orang rekaan, untuk mencoba dan belajar.",
                play,
            ),
            ("building-2", "Meja kabupaten", "Menerima dan menggabungkan berkas dari kecamatan.", hall),
        ):
            card = Card(pad=24).add(
                picture(icon, px=28), label(name, "lead"), label(words, "second", wrap=True), 12, row(button, None)
            )
            card.setMaximumWidth(360)
            cards.append(card)
        return clear(column(None, row(None, *cards, None, gap=16), None, None, margins=(24, 0, 24, 0)))
