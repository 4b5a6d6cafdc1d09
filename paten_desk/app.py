"""Wiring: make each part once and hand it to those that need it.

The login window paints before peewee, reportlab or cryptography are imported; the rest comes on the worker meanwhile.
So imports stand in the functions here, below what must come before them.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from paten_desk import paths

if TYPE_CHECKING:
    from filelock import FileLock
    from PySide6.QtWidgets import QApplication, QWidget

    from paten_desk.domain.errors import Damaged, PatenError
    from paten_desk.store.front import Front
    from paten_desk.usecases.context import Context

SIZE = (1366, 768)
SMALLEST_SCREEN = 1024
LONGEST_REST_MS = 20_000  # where no password is asked, as in the first run
DONE = object()


class Program:
    """One run of the program on one data folder: which window is up."""

    def __init__(self, app: QApplication, data: Path) -> None:
        from paten_desk.ui.tasks import Tasks

        self.app, self.data = app, data
        self.tasks = Tasks()
        self.window: QWidget | None = None
        self._began: float | None = None

    def begin(self) -> None:
        """Show the login window, the first-run page where no office is set up, or the way back from a backup."""
        from paten_desk.domain.errors import PatenError
        from paten_desk.store.front import read_front

        try:
            shown = read_front(self.data)
        except PatenError as error:  # nobody can log in here
            self._restore(None, error)
            return
        if shown is None:
            self._first_run()
        else:
            self._login(shown)

    def _login(self, shown: Front) -> None:
        from paten_desk.ui.login import LoginWindow

        staff = list(shown.staff.items())
        login = LoginWindow(shown.office, staff, self._unlock, self.tasks, hint=shown.hint)
        login.painted.connect(self._get_ready)
        login.unlocked.connect(self._enter)
        login.recovery_asked.connect(self._recover)
        self._swap(login)

    def _get_ready(self) -> None:
        """Make Qt's part here, slice by slice between the keys that are typed, then import the rest on the worker."""
        from paten_desk.ui import ready

        slices = ready.steps()

        def go_on(_: object = None) -> None:
            if next(slices, DONE) is not DONE:
                self.tasks.run(lambda: None, go_on)
            else:
                self.tasks.run(_import_the_rest, lambda _: _collect_again())

        go_on()

    def _unlock(self, user: str, password: str) -> object:
        """Open the office; runs on the worker. After wrong passwords the next try has to wait."""
        from paten_desk.domain.errors import Damaged, NoRight, Problem
        from paten_desk.usecases import setup

        try:
            return setup.unlock(self.data, user, password)
        except NoRight as error:
            return Problem("password", str(error))
        except Damaged as error:
            return error

    def _recover(self, trouble: Damaged | None = None) -> None:
        """Go one of the ways back in; the only one where the database is lost leads to the backups."""
        from paten_desk.ui import recovering
        from paten_desk.ui.login import LoginWindow

        login = self.window
        assert isinstance(login, LoginWindow)
        if recovering.offer_restore(trouble, login) if trouble else recovering.recover(self.data, login, self.tasks):
            self._restore(None)

    def _enter(self, opened: Context | Damaged) -> None:
        from paten_desk.domain.errors import Damaged
        from paten_desk.usecases import clock

        if isinstance(opened, Damaged):
            self._recover(opened)
            return
        self._began = clock.steady()
        self._open(opened)

    def _open(self, context: Context, room: str = "") -> None:
        from paten_desk.ui.office_window import OfficeWindow

        window = OfficeWindow(context, self.tasks, room, self._began)
        window.locked.connect(self._lock)
        window.switched.connect(self._open)
        window.reopened.connect(lambda changed: self._open(changed, "settings"))  # the page that changed them
        window.restore_asked.connect(self._restore)
        self._swap(window)

    def _lock(self) -> None:
        from paten_desk.usecases import setup

        self.tasks.wait()
        setup.close()
        self.begin()

    def _restore(self, path: Path | None, trouble: PatenError | None = None) -> None:
        """Close the office, if one is open, and show the way back from a backup."""
        from paten_desk.ui.restore.window import RestoreWindow
        from paten_desk.usecases import setup

        self.tasks.wait()
        setup.close()
        window = RestoreWindow(self.data, self.tasks, path, trouble)
        window.left.connect(self._lock)
        self._swap(window)

    def _first_run(self) -> None:
        from paten_desk.ui.first_run.window import FirstRunWindow

        wizard = FirstRunWindow(self.data, self.tasks)
        wizard.finished.connect(self._enter)
        wizard.restore_asked.connect(lambda: self._restore(None))
        self._swap(wizard)

    def _swap(self, window: QWidget) -> None:
        before, self.window = self.window, window
        if before is None:
            window.resize(*SIZE)
            room = self.app.primaryScreen().availableSize()
            full = SMALLEST_SCREEN <= room.width() <= SIZE[0]
        else:
            window.setGeometry(before.geometry())
            full = before.isMaximized()
        window.showMaximized() if full else window.show()
        if before is not None:
            before.hide()
            before.deleteLater()


def main(arguments: list[str]) -> int:
    """Open the window; return the exit code."""
    data = _chosen_folder(arguments)
    trouble = _finish_restore(data)
    app = make_app(data)
    from PySide6.QtCore import QTimer

    from paten_desk.ui import errors

    errors.install()
    program = Program(app, data)
    held: list[FileLock] = []

    def hold() -> None:
        from paten_desk.ui import forward  # not before the first window stands

        held.extend(forward.hold(app, data, lambda: program.window, trouble))

    if trouble is None:
        program.begin()
    QTimer.singleShot(0, hold)
    code = app.exec()
    _collect_again()
    program.tasks.close()
    _close_store()
    for lock in held:
        lock.release()
    return code


def _chosen_folder(arguments: list[str]) -> Path:
    if not [word for word in arguments if word != "window"]:
        return paths.data_dir()
    import argparse

    parser = argparse.ArgumentParser(prog="paten-desk")
    parser.add_argument("--data", type=Path, default=None, metavar="DIR")
    chosen: Path | None = parser.parse_args([word for word in arguments if word != "window"]).data
    return chosen or paths.data_dir()


def _finish_restore(data: Path) -> PatenError | None:
    """Finish a restore that a power cut stopped, before anything is read; return what stands in the way."""
    from paten_desk.domain.errors import PatenError
    from paten_desk.store import swap

    try:
        if swap.is_cut_off(data):
            from paten_desk.usecases import instance

            instance.finish_restore(data)
    except PatenError as error:
        return error
    return None


def make_app(data: Path) -> QApplication:
    """Make the application object with the program's look; the text scale counts only before it.

    The garbage collector rests until the rest is imported: Qt's modules make a hundred thousand objects, none of them
    rubbish, and looking through them again and again takes a quarter of the start.
    """
    gc.disable()
    from paten_desk.domain.errors import PatenError
    from paten_desk.store.front import read_front
    from paten_desk.ui import early, guard, style, tokens  # noqa: F401  # what needs no Qt comes before it

    shown = None
    with suppress(PatenError):  # told again, with a window, when the login asks for the same file
        shown = read_front(data)
    if shown is not None and shown.text_scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(shown.text_scale / 100))
    from PySide6.QtCore import QTimer  # its import hook reads the source of every module that comes after it

    from paten_desk.ui import theme

    app = theme.application(sys.argv[0])
    theme.install(app)
    QTimer.singleShot(LONGEST_REST_MS, _collect_again)
    return app


def _collect_again() -> None:
    """Let the garbage collector work again, but never look through what the start has made."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def _import_the_rest() -> None:
    """Import what the first click after login needs; runs on the worker while somebody types a password."""
    from paten_desk import documents  # noqa: F401
    from paten_desk.store import nouns
    from paten_desk.ui import office_window  # noqa: F401
    from paten_desk.ui.home import page as home  # noqa: F401
    from paten_desk.usecases import reference, setup  # noqa: F401

    nouns.get_ready()
    reference.shipped_services()
    reference.shipped_holidays()


def _close_store() -> None:
    if "paten_desk.usecases.setup" in sys.modules:
        from paten_desk.usecases import setup

        setup.close()


def screenshots_command(arguments: list[str]) -> int:
    """Draw every page of the sample office into a folder, at both screen sizes; return the exit code."""
    import argparse

    parser = argparse.ArgumentParser(prog="paten-desk screenshots")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--data", type=Path, default=None, help="folder demo yang sudah jadi")
    chosen = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from paten_desk.ui import scenes

    app = make_app(chosen.out)
    made = scenes.take(app, chosen.out, chosen.data)
    sys.stdout.write("\n".join(str(path) for path in made) + "\n")
    return 0


def screenshots_of_demo(out: Path) -> int:
    """Draw the pages as the demo's day left them into OUT/screens; return the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from paten_desk.ui import scenes

    app = make_app(out)
    scenes.take(app, out / "screens", out, sizes=scenes.SIZES[:1])
    return 0
