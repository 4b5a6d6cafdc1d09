"""Pictures of every page, as the sample office's day left them, for the eye of whoever changed one."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from paten_desk.ui.login import LoginWindow
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import demo, requests, sample, setup
from paten_desk.usecases.context import Context

SIZES = ((1366, 768), (1024, 768))
REQUESTS = 40
DESKS = ("kecamatan", "kabupaten")


def take(
    app: QApplication, out: Path, played: Path | None = None, sizes: tuple[tuple[int, int], ...] = SIZES
) -> list[Path]:
    """Draw every page of both desks at every size into `out`; return the files.

    `played` is a demo's folder; without it a short day is played first.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        if played is None:
            played = Path(folder) / "demo"
            demo.play(played, REQUESTS)
        made: list[Path] = []
        for desk in DESKS:
            made += _desk(app, out, played / "data" / desk, desk, sizes)
        setup.close()
    return made


def _desk(app: QApplication, out: Path, data: Path, desk: str, sizes: tuple[tuple[int, int], ...]) -> list[Path]:
    shown = setup.front(data)
    assert shown is not None
    clock = demo.Clock(demo.OPENING.replace(hour=16, minute=20))
    tasks = Tasks()
    made = []
    login = LoginWindow(shown.office, list(shown.staff.items()), lambda user, password: None, tasks, hint=shown.hint)
    made += _grab(app, login, out, f"{desk}-00-login", sizes)
    login.deleteLater()
    context = setup.unlock(data, next(iter(shown.staff)), sample.PASSWORD, clock)
    window = OfficeWindow(context, tasks)
    for at, room in enumerate(window.room_names(), 1):
        window.open_room(room)
        made += _grab(app, window, out, f"{desk}-{at:02}-{room}", sizes, tasks)
    if desk == DESKS[0]:
        made += _over(app, window, context, out, sizes, tasks)
    window.hide()
    window.deleteLater()
    app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    tasks.close()
    return made


def _over(
    app: QApplication,
    window: OfficeWindow,
    context: Context,
    out: Path,
    sizes: tuple[tuple[int, int], ...],
    tasks: Tasks,
) -> list[Path]:
    """Draw what opens over the rooms: one request, and a search."""
    found = requests.find(context, "contoh")
    made = []
    if found:
        window.open_request(found[0].id)
        made += _grab(app, window, out, "kecamatan-20-request", sizes, tasks)
        window.go_back()
    window.search("contoh")
    return made + _grab(app, window, out, "kecamatan-21-search", sizes, tasks)


def _grab(
    app: QApplication,
    widget: QWidget,
    out: Path,
    name: str,
    sizes: tuple[tuple[int, int], ...],
    tasks: Tasks | None = None,
) -> list[Path]:
    made = []
    for width, height in sizes:
        widget.resize(width, height)
        widget.show()
        for _ in range(3):  # layout, worker, layout again
            app.processEvents()
            if tasks is not None:
                tasks.wait()
        path = out / f"{name}-{width}x{height}.png"
        widget.grab().save(str(path))
        made.append(path)
    return made
