"""Pictures of every page, as the sample office's day left them, for the eye of whoever changed one."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QMessageLogContext, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from paten_desk.domain.office import OfficeRole
from paten_desk.paths import keys_dir
from paten_desk.ui.backups.drill_page import DrillPage
from paten_desk.ui.first_run.window import FirstRunWindow
from paten_desk.ui.home.rows_page import RowsPage
from paten_desk.ui.kabupaten.escrow_page import EscrowPage
from paten_desk.ui.kabupaten.offices_page import OfficesPage
from paten_desk.ui.login import LoginWindow
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.ui.registration.pads_page import PadsPage
from paten_desk.ui.requests.people_page import PeoplePage
from paten_desk.ui.restore.window import RestoreWindow
from paten_desk.ui.scans.sources import content_of
from paten_desk.ui.scans.viewer import ScanPage, leaves
from paten_desk.ui.search.citizen_page import CitizenPage
from paten_desk.ui.search.merging import MergePage
from paten_desk.ui.settings.leaving_page import LeavingPage
from paten_desk.ui.settings.page import SettingsPage
from paten_desk.ui.settings.service_wizard.page import ServicePage
from paten_desk.ui.settings.service_wizard.versions_page import ServiceVersionsPage
from paten_desk.ui.sheets.page import SheetsPage
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.texts.page import TextPage
from paten_desk.ui.texts.versions_page import VersionsPage
from paten_desk.usecases import (
    backup_places,
    backup_turns,
    backups,
    demo,
    figures,
    requests,
    sample,
    scans,
    service_drafts,
    services,
    setup,
)
from paten_desk.usecases.context import Context

Sizes = tuple[tuple[int, int], ...]
SIZES: Sizes = ((1366, 768), (1024, 768))
REQUESTS = 40
DESKS = ("kecamatan", "kabupaten")


class Camera:
    """Takes windows at every size into a folder and remembers the files."""

    def __init__(self, app: QApplication, out: Path, sizes: Sizes) -> None:
        self._app, self._out, self._sizes = app, out, sizes
        self.tasks = Tasks()
        self.made: list[Path] = []

    def take(self, window: QWidget, name: str) -> None:
        """Draw a window as it stands once its work has ended."""
        for width, height in self._sizes:
            window.resize(width, height)
            window.show()
            for _ in range(3):  # layout, worker, layout again
                self._app.processEvents()
                self.tasks.wait()
            path = self._out / f"{name}-{width}x{height}.png"
            if not window.grab().save(str(path)):
                raise OSError(f"cannot write {path}")
            self.made.append(path)

    def forget(self, window: QWidget) -> None:
        """Close a window for good."""
        window.hide()
        window.deleteLater()
        self._app.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def take(app: QApplication, out: Path, played: Path | None = None, sizes: Sizes = SIZES) -> list[Path]:
    """Draw every page of the wizard and of both desks at every size into `out`; return the files.

    `played` is a demo's folder; without it a short day is played first.
    """
    out.mkdir(parents=True, exist_ok=True)
    before = qInstallMessageHandler(_hear)
    camera = Camera(app, out, sizes)
    with tempfile.TemporaryDirectory() as folder:
        if played is None:
            played = Path(folder) / "demo"
            demo.play(played, REQUESTS)
        _first_run(camera, Path(folder) / "baru")
        for desk in DESKS:
            copy = _copy_of(played / "data" / desk, Path(folder))  # what the pictures need stays out of the demo
            with _unlocked(camera, copy, desk) as context:
                _back_up(context, Path(folder))
                _rooms(camera, context, desk)
        _way_back(camera, Path(folder))
    camera.tasks.close()
    qInstallMessageHandler(before)
    return camera.made


def _hear(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    """Pass on what Qt says, but for what its screenless plugin says of every window that is shown."""
    if "propagateSizeHints" not in text:
        sys.stderr.write(f"{text}\n")


def _first_run(camera: Camera, data: Path) -> None:
    """Fill in the wizard as a clerk would, up to the last page before the office is made."""
    wizard = FirstRunWindow(data, camera.tasks)
    camera.take(wizard, "awal-0")
    wizard.begin(OfficeRole.KECAMATAN)
    place, letterhead, officials, *_ = wizard.steps
    place.fields["area"].editor.setProperty("text", "kayu agung")
    place.fields["area"].changed.emit()
    letterhead.fields["address"].editor.setProperty("text", "Jalan Contoh Nomor 1, Kayu Agung")
    next(iter(officials.fields.values())).editor.setProperty("text", "CAMAT CONTOH")
    for at in range(1, len(wizard.steps) + 1):
        camera.take(wizard, f"awal-{at}")
        if at < len(wizard.steps):
            wizard.go_on()
    camera.forget(wizard)


def _copy_of(data: Path, folder: Path) -> Path:
    copy = folder / data.name
    for own, other in ((data, copy), (keys_dir(data), keys_dir(copy))):
        shutil.copytree(own, other, copy_function=shutil.copyfile)  # no times, no rights: Wine lacks the call
    return copy


def _back_up(context: Context, folder: Path) -> None:
    """Make a backup on each of two sticks, the older one tried out."""
    for name in ("Kartu cadangan 1", "Kartu cadangan 2"):
        stick = folder / f"{context.office.role} {name}"
        stick.mkdir()
        target = backup_places.add(context, stick, name, is_stick=True)
        backups.make(context, target)
        assert isinstance(context.clock, demo.Clock)
        context.clock.forward(minutes=4)
        if name.endswith("1"):
            backups.drill(context, target)


def _way_back(camera: Camera, folder: Path) -> None:
    """Bring the counter's office back from its newer stick, page by page, as two people would."""
    sticks = [stick for stick in folder.glob(f"{OfficeRole.KECAMATAN} *") if stick.name.endswith("2")]
    evening = demo.Clock(demo.OPENING.replace(hour=18))
    begin = RestoreWindow(folder / "baru", camera.tasks, clock=evening, plugged=sticks)
    camera.take(begin, "pulih-0")
    camera.forget(begin)
    window = RestoreWindow(folder / DESKS[0], camera.tasks, clock=evening, plugged=sticks)
    camera.take(window, "pulih-1")
    window.go_on()
    camera.take(window, "pulih-2")
    for at, password in enumerate((window.unlock.password, window.agree.password), 3):
        window.agree.who.combo.setCurrentIndex(0)
        password.line.setText(sample.PASSWORD)
        window.go_on()
        camera.tasks.wait()
        camera.take(window, f"pulih-{at}")
    camera.forget(window)
    setup.close()


@contextmanager
def _unlocked(camera: Camera, data: Path, desk: str) -> Iterator[Context]:
    """Draw the login of an office and open it at the end of the sample day."""
    shown = setup.front(data)
    assert shown is not None
    staff = list(shown.staff.items())
    login = LoginWindow(shown.office, staff, lambda user, password: None, camera.tasks, hint=shown.hint)
    camera.take(login, f"{desk}-00-login")
    camera.forget(login)
    clock = demo.Clock(demo.OPENING.replace(hour=16, minute=20))
    try:
        yield setup.unlock(data, staff[0][0], sample.PASSWORD, clock)
    finally:
        setup.close()


def _rooms(camera: Camera, context: Context, desk: str) -> None:
    """Draw every room of the rail, the views of those that have several, and what opens over them."""
    window = OfficeWindow(context, camera.tasks)
    for at, room in enumerate(window.room_names(), 1):
        page = window.open_room(room)
        name = f"{desk}-{at:02}-{room}"
        camera.take(window, name)
        if isinstance(page, SettingsPage | OfficesPage | SheetsPage):
            for view in page.views()[1:]:
                page.show_view(view)
                camera.take(window, f"{name}-{view}")
    if context.office.role is OfficeRole.KECAMATAN:
        first = requests.find(context, "0001")[0].id
        citizen = requests.load(context, first).personal.applicant.person
        held = [scans.attach(context, first, "", content_of(_a_paper(at))) for at in range(3)]
        window.open_request(first)
        camera.take(window, f"{desk}-20-request")
        window.go_back()
        for name, page in (
            ("22-people", PeoplePage(context, requests.load(context, first))),
            ("23-pads", PadsPage(context, camera.tasks)),
            ("24-leaving", LeavingPage(context, context.user, frozenset(window.room_names()))),
            ("26-text", TextPage(context, camera.tasks, "sktm")),
            ("27-text-versions", VersionsPage(context, "sktm")),
            ("28-citizen", CitizenPage(context, camera.tasks, citizen)),
            ("29-merging", MergePage(context, citizen)),
            (
                "30-scan",
                ScanPage(
                    camera.tasks, leaves([(held[0], "Kartu keluarga")], lambda _: scans.content_of(context, held[0].id))
                ),
            ),
            ("31-rows", RowsPage(context, "Masuk hari ini", figures.home(context).received.which)),
            ("33-serviceversions", ServiceVersionsPage(context, services.catalogue(context)["SKTM"])),
            ("25-drill", DrillPage(*backup_turns.drill_newest(context), camera.tasks)),
        ):
            window.open_page(page)
            camera.take(window, f"{desk}-{name}")
            window.go_back()
        _service(camera, window, context, f"{desk}-32-service")
        window.search("contoh")
        camera.take(window, f"{desk}-21-search")
    else:
        window.open_page(EscrowPage(context))
        camera.take(window, f"{desk}-20-escrow")
    camera.forget(window)


def _a_paper(at: int) -> QImage:
    """Draw what could be a paper of nobody."""
    made = QImage(800, 500 if at else 1130, QImage.Format.Format_RGB32)
    made.fill(Qt.GlobalColor.white)
    painter = QPainter(made)
    painter.setFont(QFont(painter.font().family(), 28))
    painter.drawText(60, 90, f"CONTOH {at + 1}")
    for top in range(150, made.height() - 80, 50):
        painter.fillRect(60, top, 680 - top * 7 % 190, 14, Qt.GlobalColor.lightGray)
    painter.end()
    return made


def _service(camera: Camera, window: OfficeWindow, context: Context, name: str) -> None:
    """Draw every page of the service wizard, on a new version of a service."""
    page = ServicePage(context, camera.tasks, service_drafts.begin(context, "SKTM"))
    window.open_page(page)
    for at in range(len(page.parts)):
        page.go_to(at)
        camera.take(window, f"{name}-{at + 1}")
    window.go_back()
