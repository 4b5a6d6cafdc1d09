import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.ui.backups.places import ask_place
from paten_desk.usecases import backup_places
from paten_desk.usecases.backup_turns import Stick
from tests.ui.conftest import press


@pytest.fixture
def parent(shown):
    return shown(QWidget())


@pytest.fixture
def other(tmp_path):
    made = tmp_path / "DISK KEDUA"
    made.mkdir()
    return made


def test_a_stick_that_is_plugged_in_becomes_a_place(office, other, parent, answering):
    def name_it(dialog):
        dialog.findChildren(QLineEdit)[-1].setText("Kartu cadangan 2")
        press(dialog, "Pakai")

    def which(dialog):
        answering(name_it)
        press(dialog, "Lanjut")

    answering(which)

    made = ask_place(office.context, [Stick(other, "DISK KEDUA")], parent)

    assert (made.name, made.is_stick, made.path) == ("Kartu cadangan 2", True, str(other))
    assert made in backup_places.targets(office.context)


def test_a_folder_of_another_disk_is_chosen_where_no_stick_is(office, other, parent, answering, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(other))
    answering("Pakai")

    made = ask_place(office.context, [], parent)

    assert (made.name, made.is_stick) == ("DISK KEDUA", False)


def test_a_name_that_is_taken_is_mended_in_the_dialog(office, other, parent, answering, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(other))

    def twice(dialog):
        line = dialog.findChildren(QLineEdit)[-1]
        line.setText("Kartu cadangan 1")
        press(dialog, "Pakai")
        assert dialog.isVisible()
        line.setText("Disk kedua")
        press(dialog, "Pakai")

    answering(twice)

    assert ask_place(office.context, [], parent).name == "Disk kedua"


def test_the_office_s_own_folder_is_no_place(office, parent, answering, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(office.data))

    def refused(dialog):
        press(dialog, "Pakai")
        assert dialog.isVisible()
        press(dialog, "Kembali")

    answering(refused)

    assert ask_place(office.context, [], parent) is None
    assert backup_places.targets(office.context) == [office.target]


def test_going_back_chooses_nothing(office, other, parent, answering, monkeypatch):
    answering("Kembali")
    assert ask_place(office.context, [Stick(other, "X")], parent) is None

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    assert ask_place(office.context, [], parent) is None


def test_a_place_that_vanishes_meanwhile_is_told(office, other, parent, answering, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(other))
    (other / backup_places.LABEL).mkdir()  # no label can be written there
    answering("Pakai")

    with pytest.raises(StoreUnavailable):
        ask_place(office.context, [], parent)
