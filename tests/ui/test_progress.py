import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from paten_desk.ui.progress import ProgressStrip, run_and_wait, time_left
from paten_desk.ui.tasks import Job, Progress


@pytest.fixture
def strip(qtbot, tasks):
    now = [0.0]
    made = ProgressStrip(tasks, clock=lambda: now[0])
    made.now = now
    qtbot.addWidget(made)
    return made


def words(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.text()]


def test_without_long_work_there_is_no_strip(strip):
    assert strip.isHidden()


def test_long_work_shows_what_how_far_and_how_long(tasks, strip):
    job = Job("Membuat cadangan", lambda _: None)
    tasks.began.emit(job)
    tasks.progressed.emit(job, Progress("Membuat cadangan", 0, 100))
    strip.now[0] = 10.0
    tasks.progressed.emit(job, Progress("Membuat cadangan", 25, 100, "menyalin 412 surat"))

    assert words(strip) == ["Membuat cadangan", "menyalin 412 surat", "kira-kira 30 detik lagi"]
    assert (strip.bar.value(), strip.bar.maximum()) == (25, 100)

    tasks.ended.emit(job)

    assert strip.isHidden()


def test_batal_stops_the_work_that_is_shown(tasks, strip):
    job = Job("Membuat cadangan", lambda _: None)
    tasks.began.emit(job)

    strip.cancel.click()

    assert job.is_cancelled()
    assert "sedang dihentikan" in words(strip)


def test_the_next_work_is_shown_after_the_first(tasks, strip):
    first, second = Job("Membuat cadangan", lambda _: None), Job("Menyusun laporan", lambda _: None)
    tasks.began.emit(first)
    tasks.began.emit(second)
    assert "Membuat cadangan" in words(strip)

    tasks.ended.emit(first)

    assert "Menyusun laporan" in words(strip)


@pytest.mark.parametrize(
    ("passed_s", "done", "total", "said"),
    [
        (1, 50, 100, ""),
        (10, 0, 100, ""),
        (10, 100, 100, ""),
        (10, 50, 100, "kira-kira 10 detik lagi"),
        (60, 20, 100, "kira-kira 4 menit lagi"),
        (3, 5, 0, ""),
    ],
)
def test_the_time_left_is_said_as_soon_as_it_can_be_known(passed_s, done, total, said):
    assert time_left(passed_s, done, total) == said


def test_work_that_holds_the_user_can_be_cancelled_with_esc(qtbot, tasks):
    began, go_on, done = threading.Event(), threading.Event(), []

    def work(report):
        began.set()
        go_on.wait(5)
        report(1, 2)

    run_and_wait(tasks, "Memulihkan cadangan", work, done.append)
    began.wait(5)
    dialog = next(each for each in QApplication.topLevelWidgets() if isinstance(each, QDialog) and each.isVisible())

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    go_on.set()
    tasks.wait()

    assert done == []
    assert dialog.isHidden()
