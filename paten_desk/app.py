"""Wiring: make each part once and hand it to those that need it.

The login window paints before peewee, reportlab or cryptography are imported; the rest comes on the worker meanwhile.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from paten_desk import paths
from paten_desk.domain.errors import NoRight, PatenError, Problem
from paten_desk.store import front as fronts
from paten_desk.ui import errors, log, theme
from paten_desk.ui.login import LoginWindow
from paten_desk.ui.tasks import Tasks

if TYPE_CHECKING:
    from paten_desk.usecases.context import Context

_log = logging.getLogger(__name__)


class Program:
    """One run of the program on one data folder: which window is up."""

    def __init__(self, app: QApplication, data: Path) -> None:
        self.app, self.data = app, data
        self.tasks = Tasks()
        self.window: QWidget | None = None

    def begin(self) -> None:
        """Show the login window, or the first-run page where no office is set up."""
        shown = fronts.read_front(self.data)
        if shown is None:
            self._first_run()
        else:
            self._login(shown)

    def _login(self, shown: fronts.Front) -> None:
        staff = list(shown.staff.items())
        login = LoginWindow(shown.office, staff, self._unlock, self.tasks, hint=shown.hint)
        login.painted.connect(lambda: self.tasks.run(_import_the_rest, lambda _: None))
        login.unlocked.connect(self._open)
        self._swap(login)

    def _unlock(self, user: str, password: str) -> object:
        """Open the office; runs on the worker."""
        from paten_desk.usecases import setup

        waiting = setup.seconds_to_wait(self.data, user)
        try:
            return setup.unlock(self.data, user, password)
        except NoRight as error:
            more = f" Tunggu {waiting} detik sebelum mencoba lagi." if waiting else ""
            return Problem("password", f"{error.message}{more}")

    def _open(self, context: Context) -> None:
        from paten_desk.ui.office_window import OfficeWindow

        window = OfficeWindow(context, self.tasks)
        window.locked.connect(self._lock)
        window.reopened.connect(self._open)
        self._swap(window)

    def _lock(self) -> None:
        from paten_desk.usecases import setup

        self.tasks.wait()
        setup.close()
        self.begin()

    def _first_run(self) -> None:
        from paten_desk.ui.first_run.window import FirstRunWindow

        wizard = FirstRunWindow(self.data, self.tasks)
        wizard.finished.connect(self._open)
        self._swap(wizard)

    def _swap(self, window: QWidget) -> None:
        before, self.window = self.window, window
        window.resize(1366, 768) if before is None else window.setGeometry(before.geometry())
        window.show()
        if before is not None:
            before.hide()
            before.deleteLater()


def main(arguments: list[str]) -> int:
    """Open the window; return the exit code."""
    parser = argparse.ArgumentParser(prog="paten-desk")
    parser.add_argument("--data", type=Path, default=None, metavar="DIR")
    chosen = parser.parse_args([word for word in arguments if word != "window"])
    data = chosen.data or paths.data_dir()
    app = make_app(data)
    errors.install()
    from paten_desk.usecases import instance

    try:
        lock = instance.hold(data)
    except PatenError as error:
        errors.show(error)
        return 1
    log.open_log(paths.log_dir(data))
    program = Program(app, data)
    program.begin()
    code = app.exec()
    program.tasks.close()
    _close_store()
    lock.release()
    return code


def make_app(data: Path) -> QApplication:
    """Make the application object with the program's look; the text scale counts only before it."""
    shown = None
    try:
        shown = fronts.read_front(data)
    except PatenError:
        _log.info("office.json cannot be read before the window is up")
    if shown is not None and shown.text_scale != 100:
        os.environ.setdefault("QT_SCALE_FACTOR", str(shown.text_scale / 100))
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    theme.install(app)
    return app


def _import_the_rest() -> None:
    """Import what the first click after login needs; runs on the worker while somebody types a password."""
    from paten_desk import documents  # noqa: F401
    from paten_desk.usecases import reference, setup  # noqa: F401

    reference.shipped_services()
    reference.shipped_holidays()


def _close_store() -> None:
    if "paten_desk.usecases.setup" in sys.modules:
        from paten_desk.usecases import setup

        setup.close()


def screenshots_command(arguments: list[str]) -> int:
    """Draw every page of the sample office into a folder, at both screen sizes; return the exit code."""
    parser = argparse.ArgumentParser(prog="paten-desk screenshots")
    parser.add_argument("out", type=Path, metavar="OUT")
    parser.add_argument("--data", type=Path, default=None, help="folder demo yang sudah jadi")
    chosen = parser.parse_args(arguments)
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
