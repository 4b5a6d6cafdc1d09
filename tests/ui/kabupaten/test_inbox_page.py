from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from paten_desk.ui.kabupaten.inbox_page import InboxPage
from paten_desk.usecases import kabupaten
from tests.ui.pages import bring_up, press, words


@pytest.fixture
def page(hall, tasks, qtbot):
    return bring_up(qtbot, InboxPage(hall, tasks))


@pytest.fixture
def sealed(tmp_path, page):
    (path,) = (tmp_path / "stick").glob("*.age")
    return path


def choose(monkeypatch, name, answer):
    given = str(answer) if name == "getExistingDirectory" else (str(answer), "")
    monkeypatch.setattr(QFileDialog, name, lambda *_, **__: given)


def results(page):
    return [row.cells[0][0] for row in page.table.rows.rows]


def test_an_empty_inbox_says_how_to_begin(page):
    assert "Belum ada berkas yang diperiksa" in words(page)
    assert page.choose.hasFocus()
    assert not page.merge.isEnabled()


def test_a_file_is_looked_at_first_then_merged_and_answered_by_keyboard(
    qtbot, hall, page, tasks, sealed, tmp_path, monkeypatch
):
    choose(monkeypatch, "getOpenFileName", sealed)
    press(qtbot, page, "Ctrl+O")
    tasks.wait()
    assert results(page) == ["Siap digabungkan"]
    assert kabupaten.figures(hall) == []

    press(qtbot, page, "Ctrl+S")
    tasks.wait()
    assert results(page) == ["Lengkap"]
    assert [figure.received for figure in kabupaten.figures(hall)] == [2]
    code = page.table.rows.rows[0].cells[4]
    assert code in words(page)

    (tmp_path / "balasan").mkdir()
    choose(monkeypatch, "getExistingDirectory", tmp_path / "balasan")
    press(qtbot, page, "Ctrl+P")
    (reply,) = (tmp_path / "balasan").iterdir()
    assert reply.name.startswith("BALASAN-160205-")
    assert any(text.startswith("Balasan tersimpan:") for text in words(page))


def test_the_same_file_again_changes_nothing(hall, page, tasks, sealed):
    for _ in range(2):
        page.look_at([sealed])
        tasks.wait()
        page.merge.click()
        tasks.wait()

    assert results(page) == ["Sudah ada"]
    assert [figure.received for figure in kabupaten.figures(hall)] == [2]


def test_a_bad_file_is_told_in_a_sentence_and_stops_no_other(qtbot, page, tasks, sealed, tmp_path):
    bad = tmp_path / "foto.age"
    bad.write_bytes(b"bukan berkas tersegel")
    page.look_at([sealed, bad])
    tasks.wait()

    assert results(page) == ["Siap digabungkan", "Ditolak"]
    assert page.table.current() == str(bad)
    assert len(page.note.text()) > 30

    press(qtbot, page, "Del")
    assert results(page) == ["Siap digabungkan"]
    assert page.merge.isEnabled()


def test_files_can_be_dropped_on_the_page(page, tasks, sealed):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(sealed))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        dropped,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    page.dropEvent(event)
    tasks.wait()

    assert results(page) == ["Siap digabungkan"]


def test_a_stick_that_was_pulled_out_is_told(qtbot, page, tasks, sealed, tmp_path, monkeypatch):
    page.look_at([sealed])
    tasks.wait()
    page.merge.click()
    tasks.wait()
    choose(monkeypatch, "getExistingDirectory", tmp_path / "tidak ada")

    with qtbot.captureExceptions() as raised:
        page.save.click()

    assert "Flashdisk atau folder" in str(raised[0][1])
    assert not Path(tmp_path / "tidak ada").exists()
