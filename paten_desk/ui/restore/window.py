"""The way from a backup to a working office or village laptop: choose, open, agree, wait, read what comes next."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QTimer, Signal

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import Invalid, NoRight, PatenError, Problem
from paten_desk.domain.roles import Right, may, who_may
from paten_desk.ui import tokens as t
from paten_desk.ui.reports import Report, attempt
from paten_desk.ui.restore.agreeing import AgreeStep
from paten_desk.ui.restore.choosing import ChooseStep
from paten_desk.ui.restore.done import DoneStep
from paten_desk.ui.restore.purpose import PurposeStep
from paten_desk.ui.restore.step import Step
from paten_desk.ui.restore.unlocking import Key, UnlockStep
from paten_desk.ui.steps import Stop, StopState
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.wizard import Wizard
from paten_desk.usecases import backup_turns, restoring, unlocking
from paten_desk.usecases.context import wall_clock
from paten_desk.usecases.continuing import Restored
from paten_desk.usecases.restoring import Found, Seen
from paten_desk.usecases.unlocking import Opened

LAST_STOP = DoneStep.stop
CHECKS, RESTORES, PREPARES = "Memeriksa cadangan", "Memulihkan kantor", "Menyiapkan laptop desa"
Outcome = Problem | PatenError


class RestoreWindow(Wizard):
    """Leads from a stick to a working office; until two people agreed, or the sheet was used, nothing is changed.

    Signals:
        left: To the login, or to the first run where there is no office.
    """

    left = Signal()

    def __init__(
        self,
        data: Path,
        tasks: Tasks,
        path: Path | None = None,
        trouble: PatenError | None = None,
        *,
        clock: Callable[[], datetime] = wall_clock,
        plugged: list[Path] | None = None,
    ) -> None:
        """Begin with the backups in `path`, or with those that are plugged in.

        `trouble` is why nobody can log in: there is no way back to the login then.
        """
        super().__init__("Pemulihan", tasks)
        self._data, self._tasks, self._clock, self._plugged = data, tasks, clock, plugged
        self._trouble, self._path = trouble, path
        self._found: Found | None = None
        self._opened: Opened | None = None
        self._is_done = False
        self._is_new = restoring.is_new(data)
        self.purpose, self.choose = PurposeStep(), ChooseStep()
        self.unlock, self.agree = UnlockStep(), AgreeStep()
        self.steps: list[Step] = [self.choose, self.unlock, self.agree]
        if self._is_new:
            self.steps.insert(0, self.purpose)
        for step in self.steps:
            self.add_page(step)
            step.done.connect(self.go_on)
        self.choose.sought.connect(self.seek)
        self.choose.folder_chosen.connect(self.look_in)
        self.next.clicked.connect(self.go_on)
        self.back.clicked.connect(self.go_back)
        tasks.idle.connect(self._free)
        self._show(self.steps[0])
        QTimer.singleShot(0, self, self._begin)

    def has_side(self) -> bool:
        """Leave the whole width to the three cards where it is small."""
        return self.pages.currentIndex() > 0 or not self._is_new or self.width() >= t.WIDE

    def step(self) -> Step:
        """Return the page that is shown."""
        return self.steps[self.pages.currentIndex()]

    def seek(self) -> None:
        """Look for backups on what is plugged in."""
        self._hold(True)
        self.choose.wait()
        self._tasks.run(lambda: backup_turns.search(self._data, self._clock(), self._plugged), self._list)

    def look_in(self, path: Path) -> None:
        """Look for backups in a folder."""
        self._hold(True)
        self._tasks.run(lambda: attempt(lambda: restoring.plan(self._data, path, self._clock()).found), self._list)

    def go_on(self) -> None:
        """Do what the page's verb says."""
        step = self.step()
        if not self.next.isEnabled():
            return
        if self._is_done:
            self.left.emit()
        elif step is self.choose:
            self._found = self.choose.chosen()
            if self.choose.is_ready() and self._found is not None:
                self.unlock.fill(self._found)
                self._show(self.unlock)
        elif not step.stand_under(step.problems()):
            return
        elif step is self.unlock:
            self._open()
        elif step is self.agree:
            self._restore()
        else:
            self.choose.count_missing(self._reason() is not BranchReason.VILLAGE, self._clock())
            self._show(self.choose)

    def go_back(self) -> None:
        """Go to the page before, or to where the way began."""
        at = self.pages.currentIndex()
        if self._is_done or not self.back.isEnabled():
            return
        if at == 0:
            self.left.emit()
        else:
            self._show(self.steps[at - 1])

    def _begin(self) -> None:
        if self._path is not None:
            self.look_in(self._path)
        else:
            self.seek()

    def _list(self, found: Sequence[Found] | PatenError) -> None:
        if isinstance(found, PatenError):
            self.choose.show_found((), self._clock())
            self.choose.tell(found)
        else:
            self.choose.show_found(found, self._clock())
            if self._trouble is not None:
                self.choose.tell(self._trouble)
        self._free()

    def _open(self) -> None:
        found, key = self._found, self.unlock.key()
        assert found is not None
        self._hold(True)
        self._tasks.run_long(CHECKS, lambda report: self._look(found, key, report), self._looked)

    def _look(self, found: Found, key: Key, report: Report) -> tuple[Opened, Seen] | Outcome:
        """Open a backup and read all of it; runs on the worker."""
        report(0, 0, "Membuka kunci cadangan")
        try:
            if key.secret:
                opened = unlocking.open_by_sheet(found.generation, key.user, key.secret, key.password)
            else:
                opened = unlocking.open_by_password(found.generation, key.user, key.password)
        except NoRight as error:
            return Problem("secret" if key.secret else "password", str(error))
        except Invalid as error:
            return Problem("new", error.problems[0].text)
        except PatenError as error:
            return Problem("user", str(error))
        seen = attempt(lambda: restoring.look(self._data, opened, report))
        if isinstance(seen, PatenError):
            return seen
        person = next((user for user in seen.users if user.id == key.user), None)
        if person is None or person.retired or not may(person.roles, Right.RESTORE):
            return Problem("user", f"Petugas ini tidak berwenang; minta {who_may(Right.RESTORE)}.")
        return opened, seen

    def _looked(self, outcome: tuple[Opened, Seen] | Outcome) -> None:
        self._free()
        if isinstance(outcome, PatenError):
            self._refuse(outcome)
        elif isinstance(outcome, Problem):
            self.unlock.password.clear_value()
            self.unlock.stand_under([outcome])
        else:
            assert self._found is not None
            self._opened, seen = outcome
            is_village = self._reason() is BranchReason.VILLAGE
            self.agree.fill(self._found, self._opened, seen, self._clock(), is_new=self._is_new, is_village=is_village)
            self._show(self.agree)

    def _restore(self) -> None:
        opened, consent, prepared = self._opened, self.agree.consent(), self.agree.prepared()
        assert opened is not None
        self._hold(True)
        name = PREPARES if prepared else RESTORES
        self._tasks.run_long(name, lambda report: self._bring(opened, consent, prepared, report), self._brought)

    def _reason(self) -> BranchReason:
        return self.purpose.reason if self._is_new else BranchReason.RESTORED

    def _bring(
        self, opened: Opened, consent: tuple[str, str] | None, prepared: str, report: Report
    ) -> Restored | Outcome:
        """Take the consent and put the backup in the place of what is here; runs on the worker."""
        report(0, 0, "Memeriksa persetujuan")
        if consent is not None:
            try:
                opened = unlocking.agree(opened, *consent)
            except PatenError as error:
                return Problem("password", str(error))
        return attempt(
            lambda: restoring.restore(
                self._data, opened, self._reason(), prepared=prepared, clock=self._clock, report=report
            )
        )

    def _brought(self, outcome: Restored | Outcome) -> None:
        self._free()
        if isinstance(outcome, PatenError):
            self._refuse(outcome)
        elif isinstance(outcome, Problem):
            self.agree.password.clear_value()
            self.agree.stand_under([outcome])
        else:
            self._is_done = True
            done = DoneStep(outcome)
            self.steps.append(done)
            self.add_page(done)
            self._show(done)

    def _refuse(self, error: PatenError) -> None:
        """Go back to the list with the sentence that says why."""
        self._show(self.choose)
        self.choose.tell(error)

    def _show(self, step: Step) -> None:
        at = self.steps.index(step)
        self.pages.setCurrentIndex(at)
        self.title.setText(step.title)
        self.second.setText(step.second)
        self.next.say(step.verb)
        self.next.setVisible(step is not self.purpose)  # its cards have a verb each
        self.back.setVisible(not self._is_done and (at > 0 or self._trouble is None))
        self._show_way(at)
        self.fit()
        self._free()
        step.begin()

    def _show_way(self, now: int) -> None:
        stops = []
        for at, step in enumerate(self.steps):
            state = StopState.DONE if at < now else StopState.NOW if at == now else StopState.LATER
            stops.append(Stop(step.stop, step.summary() if at < now else "", state))
        last = [] if self._is_done else [Stop(LAST_STOP, "", StopState.LATER)]
        self.way.show_stops([*stops, *last])

    def _hold(self, on: bool) -> None:
        for button in (self.next, self.back, self.choose.again, self.choose.folder):
            button.setEnabled(not on)

    def _free(self) -> None:
        self._hold(False)
        self.next.setEnabled(self.step() is not self.agree or self.agree.can_go_on())
