"""Every error reaches the user here, and nowhere else."""

from __future__ import annotations

import logging
import sys
import threading
from datetime import datetime
from types import TracebackType

from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication

from paten_desk.domain.errors import PatenError

_log = logging.getLogger(__name__)
_showing: list[str] = []


def install() -> None:
    """Show whatever a slot lets through: Qt hands it to Python's exception hook."""
    sys.excepthook = _hook
    threading.excepthook = _thread_hook


def show(error: BaseException) -> None:
    """Tell the user about an error.

    A `PatenError` is shown as it stands. Anything else is a bug: logged under a code, told in one sentence.
    Only one error stands on the screen at a time; those noticed meanwhile are only logged.
    """
    if isinstance(error, PatenError):
        _log.info("%s: %s", type(error).__name__, error.message)
        _tell(error.message, error.hint)
        return
    code = code_at(datetime.now())
    _log.critical("unexpected error, code %s", code, exc_info=error)
    _tell("Terjadi kesalahan pada program; data yang sudah disimpan aman.", f"Sampaikan kode {code} kepada admin.")


def code_at(noticed_at: datetime) -> str:
    """Return the code that finds an error in the log: K-0803-1412 is 3 August, 14.12."""
    return f"K-{noticed_at:%m%d-%H%M}"


def _tell(message: str, hint: str) -> None:
    app = QApplication.instance()
    if app is None or QThread.currentThread() is not app.thread() or _showing:
        return
    from paten_desk.ui import dialogs  # not before the first window stands

    _showing.append(message)
    try:
        dialogs.tell(message, hint)
    finally:
        _showing.clear()


def _hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if isinstance(error, Exception):
        show(error)
    else:
        sys.__excepthook__(kind, error, trace)


def _thread_hook(args: threading.ExceptHookArgs) -> None:
    if isinstance(args.exc_value, Exception):
        show(args.exc_value)
