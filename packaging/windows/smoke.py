"""A first morning on a new computer, with the installed program's own window: smoke.py DATA QT_TEST OUT.

Run under Wine by the installed interpreter, which finds the program and its libraries but nothing of this checkout:
first run by keyboard, lock, log in, register a citizen, look at the receipt. Keys are sent by Qt's own test module,
which is not installed but lies in QT_TEST. Pictures and the receipt go to OUT; the last line written is JSON.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

DATA, QT_TEST, OUT = (Path(word) for word in sys.argv[1:4])

import PySide6  # noqa: E402

os.add_dll_directory(str(QT_TEST))
PySide6.__path__.append(str(QT_TEST))

from PySide6.QtCore import QLocale, QTimer  # noqa: E402
from PySide6.QtGui import QFontInfo, QKeySequence  # noqa: E402
from PySide6.QtPrintSupport import QPrinter  # noqa: E402
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget  # noqa: E402

from paten_desk import app as wiring  # noqa: E402
from paten_desk.domain.requests import VisitDraft  # noqa: E402
from paten_desk.store import mark  # noqa: E402
from paten_desk.ui import errors, painting, pdf, printing  # noqa: E402
from paten_desk.ui.first_run.window import FirstRunWindow  # noqa: E402
from paten_desk.ui.login import LoginWindow  # noqa: E402
from paten_desk.ui.office_window import OfficeWindow  # noqa: E402
from paten_desk.usecases import (  # noqa: E402
    backup_places,
    checks,
    folders,
    proofs,
    requests,
    sample_day,
    services,
)

PASSWORD = "sungai jernih di pagi hari"
LIMIT_S = 60
SETTLE_MS = 500  # Wine tells a window that it is active before its shortcuts count
BEGIN = time.monotonic()


class Counter:
    """The program, and somebody who types."""

    def __init__(self) -> None:
        self.app = wiring.make_app(DATA)
        errors.install()
        self.program = wiring.Program(self.app, DATA)
        self.program.begin()
        self.facts: dict[str, object] = {}

    def window(self, kind: type[QWidget]) -> QWidget:
        """Wait until this window is up and has the keys."""
        self.until(
            lambda: isinstance(self.program.window, kind) and self.program.window.isActiveWindow(), kind.__name__
        )
        QTest.qWait(SETTLE_MS)
        assert self.program.window is not None
        return self.program.window

    def until(self, is_so: Callable[[], object], what: str) -> None:
        """Let the program work until something is so."""
        end = time.monotonic() + LIMIT_S
        while not is_so():
            QTest.qWait(20)
            if time.monotonic() > end:
                self.picture("stuck")
                raise TimeoutError(
                    f"waited for {what}; up is {self.program.window}, {QApplication.activeModalWidget()}"
                )

    def rest(self) -> None:
        """Let the worker end what it was given, and the window show it."""
        for _ in range(3):
            self.program.tasks.wait()
            QTest.qWait(20)

    def press(self, *keys: str) -> None:
        """Press keys ("Ctrl+S") where the cursor is."""
        for key in keys:
            QApplication.sendPostedEvents()
            wanted = QKeySequence.fromString(key)[0]
            QTest.keyClick(self.target(), wanted.key(), wanted.keyboardModifiers())
            self.rest()

    def write(self, *lines: str) -> None:
        """Type lines, each with Enter."""
        for words in lines:
            QTest.keyClicks(self.target(), words)
            self.press("Return")

    def target(self) -> QWidget:
        """Return what has the keys."""
        found = QApplication.activePopupWidget() or QApplication.focusWidget() or self.program.window
        assert found is not None
        return found

    def answer(self, words: str) -> None:
        """Press a verb of the next dialog as soon as it is up."""

        def act() -> None:
            dialog = QApplication.activeModalWidget()
            found = (
                [each for each in dialog.findChildren(QAbstractButton) if words in each.accessibleName()]
                if dialog
                else []
            )
            if found:
                found[0].click()
            else:
                QTimer.singleShot(20, act)

        QTimer.singleShot(20, act)

    def picture(self, name: str) -> None:
        """Keep what the window shows."""
        assert self.program.window is not None
        self.program.window.grab().save(str(OUT / f"{name}.png"))


def main() -> None:
    """Walk through the morning and write what was found."""
    counter = Counter()
    no_dialog_waits(counter)
    set_up(counter)
    log_in(counter)
    receipt = register(counter)
    look_around(counter, receipt)
    counter.app.closeAllWindows()
    counter.program.tasks.close()
    wiring._close_store()
    print(json.dumps(counter.facts))


def no_dialog_waits(counter: Counter) -> None:
    """End the run with the words of a dialog that nobody answers."""
    seen: list[QDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog) and dialog in seen:
            counter.picture("stuck")
            print(f"a dialog waits: {dialog.accessibleName()} {dialog.accessibleDescription()}", flush=True)
            os._exit(9)
        seen[:] = [dialog] if isinstance(dialog, QDialog) else []

    timer = QTimer(counter.app)
    timer.timeout.connect(look)
    timer.start(5000)


def set_up(counter: Counter) -> None:
    """Make an office by keyboard, as tests/ui/first_run does."""
    counter.window(FirstRunWindow)
    counter.picture("1-first-run")
    counter.press("Alt+1")
    counter.write("kayu agung", "")
    QTest.keyClicks(counter.target(), "Jalan Contoh Nomor 1")
    counter.press("Ctrl+S")
    QTest.keyClicks(counter.target(), "CAMAT CONTOH")
    counter.press("Ctrl+S", "Ctrl+S")
    counter.write("Rina Contoh", PASSWORD, PASSWORD)
    wizard = counter.program.window
    counter.until(lambda: getattr(wizard, "recovery", None) is not None, "the recovery sheet")
    counter.rest()
    counter.picture("2-recovery")
    counter.answer("Lanjut tanpa lembar")
    counter.press("Ctrl+S")


def log_in(counter: Counter) -> None:
    """Lock the program and come back with the password."""
    window = counter.window(OfficeWindow)
    assert isinstance(window, OfficeWindow)
    window.locked.emit()
    counter.window(LoginWindow)
    counter.picture("3-login")
    counter.write(PASSWORD)


def register(counter: Counter) -> bytes:
    """Register a citizen who came before, by keyboard; return the receipt."""
    window = counter.window(OfficeWindow)
    assert isinstance(window, OfficeWindow)
    context = window._context
    service = services.catalogue(context)["SKTM"]
    case = sample_day.case(random.Random(1), 1, context.office, service, context.today(), True)
    requests.register(context, VisitDraft(context.new_id(), case.applicant, (case.asked,)))
    counter.rest()
    counter.press("Alt+2")
    counter.write(case.applicant.nik, "sktm")
    QTest.keyClicks(counter.target(), "persyaratan beasiswa")
    counter.press("F6", "Ctrl+S")
    counter.until(lambda: window.page().outcome.pdf(), "the receipt")
    counter.rest()
    counter.picture("4-receipt")
    made = [requests.load(context, row.id) for row in requests.received_on(context, context.today())]
    counter.facts["numbers"] = sorted(request.number for request in made)
    counter.facts["payload"] = proofs.of_receipt(context, made[0])[:7]
    counter.facts["findings"] = [finding.what for finding in checks.check(context).findings]
    receipt: bytes = window.page().outcome.pdf()
    return receipt


def look_around(counter: Counter, receipt: bytes) -> None:
    """Try what the program does on Windows alone: printing, disks, the computer's own id."""
    (OUT / "receipt.pdf").write_bytes(receipt)
    pdf.render(receipt, 0, 150).save(str(OUT / "receipt.png"))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(OUT / "printed.pdf"))
    painting.paint_on(printer, receipt, "Tanda terima")
    counter.facts |= {
        "python": sys.version.split()[0],
        "platform": QApplication.platformName(),
        "font": QFontInfo(counter.app.font()).family(),
        "language": QLocale().name(),
        "printers": [each.name for each in printing.printers()],
        "sticks": [str(path) for path in backup_places.sticks()],
        "unsafe": folders.why_unsafe(DATA),
        "machine": len(mark.system_id()),
        "seconds": round(time.monotonic() - BEGIN, 1),
    }


if __name__ == "__main__":
    try:
        main()
    except BaseException:  # the program's own hook would show it in a dialog that nobody reads
        traceback.print_exc()
        sys.stderr.flush()
        os._exit(1)
