import json
import shutil

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from paten_desk.domain.errors import NoRight
from paten_desk.domain.roles import Right, Role
from paten_desk.ui.asking_key import ask_key, take_answer, waiting
from paten_desk.ui.login import LoginWindow
from paten_desk.ui.recovering import recover
from paten_desk.usecases import approvals, escrow, setup
from tests.builders import a_user
from tests.ui.conftest import press as push
from tests.ui.offices import desk, hall, two_offices
from tests.ui.pages import fill_in, press, words, write

__all__ = ["desk", "hall", "two_offices"]

NEW, OTHER = "perahu naik ke bukit", "perahu turun ke laut"


@pytest.fixture
def locked(two_offices, tmp_path):
    """The counter's folder, closed; its first user."""
    source = two_offices["kecamatan"]
    data = tmp_path / "terkunci"
    shutil.copytree(source.data, data)
    (tmp_path / "stick").mkdir()
    return data, source.user.id


@pytest.fixture
def login(locked, tasks, shown):
    front = setup.front(locked[0])
    return shown(LoginWindow(front.office, list(front.staff.items()), lambda *_: None, tasks))


def answered_by(hall, asked):
    """Let two people of the kabupaten answer, and close it."""
    second = a_user(hall, Role.ADMIN, display="Admin Kabupaten")
    approval = approvals.approve(hall, Right.OPEN_ESCROW, second.id, "payung biru tua")
    content = escrow.answer(hall, asked, "180/BA/XI/2026", approval)
    setup.close()
    return content


def staff(data):
    return list(setup.front(data).staff.items())


def test_a_request_is_written_and_its_digits_are_told(qtbot, locked, login, tasks, tmp_path, answering, monkeypatch):
    data, user = locked
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path / "stick"))
    seen = []
    answering(fill_in(qtbot, NEW, NEW))
    ask_key(data, staff(data), user, tasks, login)
    answering(lambda dialog: (seen.extend(words(dialog)), push(dialog, "Mengerti")))
    tasks.wait()

    (path,) = (tmp_path / "stick").glob("MINTA-KUNCI-*.json")
    check = escrow.read(path.read_bytes()).check
    assert f"Nomor periksa permintaan: {check}" in seen
    assert waiting(data, staff(data)) == [(user, dict(staff(data))[user])]


def test_a_weak_password_and_two_different_ones_are_told(qtbot, locked, login, tasks, answering):
    data, user = locked

    def fill(dialog):
        fill_in(qtbot, "pendek", "lain")(dialog)
        assert "Kedua kata sandi belum sama; ketik ulang." in words(dialog)
        assert any("paling pendek 10 huruf" in text for text in words(dialog))
        dialog.reject()

    answering(fill)
    ask_key(data, staff(data), user, tasks, login)

    assert waiting(data, staff(data)) == []


def test_an_office_without_escrow_hears_that_nobody_can_answer(locked, login, tasks, answering):
    data, user = locked
    held = json.loads((data / "recovery.json").read_text())
    (data / "recovery.json").write_text(json.dumps(held | {"escrow": []}))
    seen = []
    answering(lambda dialog: (seen.extend(words(dialog)), push(dialog, "Mengerti")))

    ask_key(data, staff(data), user, tasks, login)

    assert "Kunci kantor ini belum pernah dititipkan ke kabupaten." in seen


def test_the_answer_lets_the_one_who_asked_in(qtbot, locked, hall, login, tasks, tmp_path, answering, monkeypatch):
    data, user = locked
    path = tmp_path / "jawaban.json"
    path.write_bytes(answered_by(hall, escrow.ask(data, user, NEW)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    seen = []

    def take(dialog):
        write(qtbot, dialog, NEW)
        press(qtbot, dialog, "Return")

    def choose(dialog):
        answering(take)
        push(dialog, "Ambil jawaban kabupaten")

    answering(choose)
    recover(data, login, tasks)
    answering(lambda dialog: (seen.extend(words(dialog)), push(dialog, "Mengerti")))
    tasks.wait()

    assert "Kata sandi baru sudah berlaku." in seen
    assert setup.unlock(data, user, NEW, hall.clock).user.id == user
    setup.close()


def test_another_password_than_when_asking_opens_nothing(
    qtbot, locked, hall, login, tasks, tmp_path, answering, monkeypatch
):
    data, user = locked
    path = tmp_path / "jawaban.json"
    path.write_bytes(answered_by(hall, escrow.ask(data, user, NEW)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    done = []

    def take(dialog):
        push(dialog, "Ambil jawaban")
        assert "Ketik kata sandi dari permintaan." in words(dialog)
        dialog.findChildren(QLineEdit)[-1].setText(OTHER)
        push(dialog, "Ambil jawaban")

    answering(take)
    take_answer(data, waiting(data, staff(data)), tasks, done.append, login)
    with qtbot.captureExceptions() as raised:
        tasks.wait()

    assert isinstance(raised[0][1], NoRight)
    assert done == []
