"""The first window of an empty folder: the wizard, or the sample office."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from paten_desk.domain.office import Office, OfficeRole
from paten_desk.ui import dialogs
from paten_desk.ui.first_run.letterhead import LetterheadStep
from paten_desk.ui.first_run.places import PlaceStep
from paten_desk.ui.first_run.recovery import RecoverySheet
from paten_desk.ui.first_run.step import Step
from paten_desk.ui.first_run.steps import OfficialsStep, ServicesStep, UsersStep
from paten_desk.ui.first_run.welcome import Welcome
from paten_desk.ui.guard import guard
from paten_desk.ui.steps import Stop, StopState
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.wizard import Wizard
from paten_desk.usecases import sample, setup
from paten_desk.usecases.context import Context
from paten_desk.usecases.setup import OfficeDraft

RESTORE, SAMPLE = "restore", "sample"
LAST_STOP = "Lembar pemulihan"


class FirstRunWindow(Wizard):
    """Asks in short pages and makes the office.

    Signals:
        finished: The office stands (its `Context`).
        restore_asked: An office shall come here from a backup.
    """

    finished = Signal(object)
    restore_asked = Signal()

    def __init__(self, data: Path, tasks: Tasks) -> None:
        super().__init__("Penyiapan awal", tasks)
        self._data, self._tasks = data, tasks
        self._context: Context | None = None
        self._draft = _blank(OfficeRole.KECAMATAN)
        self._at = 0
        self.steps: list[Step] = []
        self.recovery: RecoverySheet | None = None
        self.welcome = Welcome(data)
        self.pages.addWidget(self.welcome)
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.welcome.chosen.connect(self._begin)
        tasks.idle.connect(self._free)
        self._show(0)

    def begin(self, role: OfficeRole) -> None:
        """Begin the pages for this kind of office."""
        kabupaten = role is OfficeRole.KABUPATEN
        self._draft = _blank(role)
        self.steps = [PlaceStep(kabupaten), LetterheadStep(self._tasks)]
        if not kabupaten:
            self.steps += [OfficialsStep(), ServicesStep()]
        self.steps.append(UsersStep(kabupaten))
        while self.pages.count() > 1:
            if (old := self.pages.widget(1)) is not None:
                self.pages.removeWidget(old)
                old.deleteLater()
        for step in self.steps:
            self.add_page(step)
            step.done.connect(self.next.click)
        self._show(1)

    def take_sample(self) -> None:
        """Make the sample office."""
        self._make(sample.draft())

    def go_on(self) -> None:
        """Keep this page's answers and go to the next, make the office, or begin to work in it."""
        if self._context is not None:
            self._leave(self._context)
            return
        step = self.steps[self._at - 1]
        if not step.show_problems():
            return
        self._draft = step.take(self._draft)
        if self._at == len(self.steps):
            self._make(self._draft)
        else:
            self._show(self._at + 1)

    def go_back(self) -> None:
        """Go to the page before; nothing typed is lost."""
        if self._context is None and self._at > 0:
            self._show(self._at - 1)

    def has_side(self) -> bool:
        """Leave the welcome alone."""
        return self._at > 0

    @guard(None)
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._sheet_is_safe():
            super().closeEvent(event)
        else:
            event.ignore()

    def _begin(self, way: str) -> None:
        if way == SAMPLE:
            self.take_sample()
        elif way == RESTORE:
            self.restore_asked.emit()
        else:
            self.begin(OfficeRole(way))

    def _make(self, draft: OfficeDraft) -> None:
        self._hold(True)
        self._tasks.run_long(
            "Menyiapkan kantor", lambda report: setup.create(self._data, draft, report=report), self._made
        )

    def _hold(self, on: bool) -> None:
        self.next.setEnabled(not on)
        self.back.setEnabled(not on)
        self.welcome.hold(on)

    def _free(self) -> None:
        self._hold(False)

    def _made(self, outcome: tuple[Context, str]) -> None:
        context, secret = outcome
        self._context = context
        if context.office.sample:
            self.finished.emit(context)
            return
        self._tasks.run(lambda: setup.recovery_pdf(context, secret), self._show_recovery)

    def _show_recovery(self, pdf: bytes) -> None:
        self.recovery = RecoverySheet(pdf, self._tasks)
        self.add_page(self.recovery)
        self._at = len(self.steps) + 1
        self.pages.setCurrentIndex(self._at)
        self.title.setText("Cetak lembar pemulihan")
        self.second.setText("Kantor Anda sudah siap. Satu hal lagi sebelum mulai bekerja.")
        self.next.say("Mulai bekerja")
        self.back.hide()
        self._show_way()
        self.recovery.print.setFocus()

    def _leave(self, context: Context) -> None:
        if self._sheet_is_safe():
            self.recovery = None
            self.finished.emit(context)

    def _sheet_is_safe(self) -> bool:
        """Ask before the only copy of the recovery code is thrown away."""
        if self.recovery is None or self.recovery.is_kept():
            return True
        return dialogs.confirm(
            "Lembar pemulihan belum dicetak atau disimpan.",
            "Tanpa lembar itu, data tidak dapat dibuka lagi bila semua kata sandi hilang. Lembar baru dapat dibuat di "
            "Pengaturan, bagian Petugas.",
            "Lanjut tanpa lembar",
            careful=True,
            parent=self,
        )

    def _show(self, at: int) -> None:
        self._at = at
        self.pages.setCurrentIndex(at)
        self._foot.setVisible(at > 0)
        self._head.setVisible(at > 0)
        self.fit()
        if at == 0:
            self.welcome.start.setFocus()
            return
        step = self.steps[at - 1]
        self.title.setText(step.title)
        self.second.setText(f"Halaman {at} dari {len(self.steps) + 1}. {step.second}")
        self.next.say("Siapkan kantor" if at == len(self.steps) else "Lanjut")
        self._show_way()
        step.fill(self._draft)
        step.begin()

    def _show_way(self) -> None:
        stops = []
        for at, step in enumerate(self.steps, 1):
            state = StopState.DONE if at < self._at else StopState.NOW if at == self._at else StopState.LATER
            stops.append(Stop(step.stop, step.summary(self._draft) if at < self._at else "", state))
        last = StopState.NOW if self._context is not None else StopState.LATER
        self.way.show_stops([*stops, Stop(LAST_STOP, "", last)])


def _blank(role: OfficeRole) -> OfficeDraft:
    return OfficeDraft(Office("", role, "", "", "", ""), ())
