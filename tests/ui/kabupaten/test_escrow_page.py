import shutil

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog

from paten_desk.domain.errors import Rejected
from paten_desk.domain.roles import Role
from paten_desk.ui.kabupaten.escrow_page import EscrowPage
from paten_desk.ui.kabupaten.keys_page import KeysPage
from paten_desk.usecases import escrow, setup
from tests.builders import a_user
from tests.ui.pages import bring_up, come_back, heard, press, words, write

NEW, PASSWORD = "perahu naik ke bukit", "payung biru tua"


@pytest.fixture
def locked(two_offices, hall, tmp_path):
    """The counter's folder, closed, and its request on a stick."""
    source = two_offices["kecamatan"]
    data = tmp_path / "terkunci"
    shutil.copytree(source.data, data)
    content = escrow.ask(data, source.user.id, NEW)
    return data, source.user.id, escrow.write_asked(tmp_path / "stick", content)


@pytest.fixture
def page(qtbot, hall):
    return bring_up(qtbot, EscrowPage(hall))


def agree(qtbot):
    def with_password(dialog):
        write(qtbot, dialog, PASSWORD)
        press(qtbot, dialog, "Return")

    return with_password


def test_two_people_answer_and_the_office_opens_with_its_new_password(
    qtbot, page, hall, locked, tmp_path, answering, monkeypatch
):
    data, user, request = locked
    a_user(hall, Role.ADMIN, display="Admin Kabupaten")
    page.take(request)
    assert escrow.read(request.read_bytes()).check in words(page)
    write(qtbot, page, "180/BA/XI/2026")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path / "stick"))

    answering(agree(qtbot))
    press(qtbot, page, "Return")

    (answered,) = (tmp_path / "stick").glob("JAWAB-KUNCI-*.json")
    assert answered.name in page.said.text()
    setup.close()
    escrow.take(data, data / setup.DATABASE, user, NEW, answered.read_bytes())
    assert setup.unlock(data, user, NEW, hall.clock).user.id == user


def test_an_answer_is_made_once_and_saved_again_where_no_folder_was_chosen(
    qtbot, page, hall, locked, tmp_path, answering, monkeypatch
):
    a_user(hall, Role.ADMIN, display="Admin Kabupaten")
    page.take(locked[2])
    page.minutes.set_value("180/BA/XI/2026")
    chosen = [""]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: chosen[0])
    answering(agree(qtbot))
    page.answer.click()
    assert page.answer.words() == "Simpan jawaban"

    chosen[0] = str(tmp_path / "stick")
    come_back(qtbot, page)
    press(qtbot, page, "Ctrl+S")

    assert len(list((tmp_path / "stick").glob("JAWAB-KUNCI-*.json"))) == 1


def test_without_a_berita_acara_or_a_second_person_there_is_no_answer(qtbot, page, hall, locked, answering):
    a_user(hall, Role.ADMIN, display="Admin Kabupaten")
    page.take(locked[2])

    page.answer.click()
    assert page.minutes.problem() == "Isi nomor berita acara permintaan kunci."
    page.minutes.set_value("180/BA/XI/2026")
    answering("Kembali")
    page.answer.click()

    assert page._answer == b""


def test_another_file_is_refused_and_nothing_is_shown(page, tmp_path):
    other = tmp_path / "lain.json"
    other.write_text("{}")

    with pytest.raises(Rejected, match="bukan berkas permintaan"):
        page.take(other)

    assert page._stack.currentIndex() == 0


def test_a_request_can_be_dropped_on_the_page(page, locked):
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(locked[2]))])
    where = QPointF(5, 5), Qt.DropAction.CopyAction

    page.dropEvent(QDropEvent(*where, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier))

    assert page.office.text() == setup.front(locked[0]).office


def test_the_keys_lead_to_the_requests(qtbot, hall, tasks):
    keys = bring_up(qtbot, KeysPage(hall, tasks))
    made = heard(keys.page_made)

    press(qtbot, keys, "F7")

    assert isinstance(made[0], EscrowPage)
    left = heard(made[0].back)
    made[0].leave_it.click()
    assert left == [()]
