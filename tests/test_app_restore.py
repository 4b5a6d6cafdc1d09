import shutil
import sys

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QLabel

from paten_desk import app as program
from paten_desk.paths import keys_dir
from paten_desk.store import front, swap
from paten_desk.ui.first_run.window import FirstRunWindow
from paten_desk.ui.login import LoginWindow
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.ui.restore.window import RestoreWindow
from paten_desk.usecases import backups, setup
from tests.backing import flip
from tests.desks import answering, desk, made_office, qapp, tasks

__all__ = ["answering", "desk", "made_office", "qapp", "tasks"]


def close_soon(seen):
    """Close every window once the event loop runs, and note which there were."""

    def close():
        for each in QApplication.topLevelWidgets():
            if each.isVisible():
                seen.append(each)
                each.close()

    QTimer.singleShot(0, close)


@pytest.fixture
def cut_off(made_office):
    """The office after a power cut in the middle of a restore: the old data are aside, the new ones not yet in."""
    context, _ = made_office
    data = context.data
    part, aside = data.with_name("kantor pulih.part"), data.with_name("kantor-sebelum-pulih-x")
    shutil.copytree(data, part)
    shown = front.read_front(part)
    shown.office = "Kecamatan Pulih"
    front.write_front(part, shown)
    data.rename(aside)
    data.mkdir()
    swap._note(data, swap.IN, part.name, aside.name)
    return data


def test_a_restore_that_a_power_cut_stopped_is_finished_before_anything_is_read(qapp, cut_off, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    seen = []
    close_soon(seen)

    assert program.main(["--data", str(cut_off)]) == 0

    (login,) = seen
    assert isinstance(login, LoginWindow)
    assert "Kecamatan Pulih" in [each.text() for each in login.findChildren(QLabel)]
    assert not swap.is_cut_off(cut_off)
    assert swap.waits(cut_off) == "kantor-sebelum-pulih-x"


def test_a_restore_that_cannot_be_finished_ends_with_its_sentence(qapp, cut_off, answering, monkeypatch, capsys):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    (keys_dir(cut_off) / swap.FILE).write_text("{")
    answering("Mengerti")

    assert program.main(["--data", str(cut_off)]) == 1

    assert "Jangan hapus apa pun" in capsys.readouterr().err
    assert list(cut_off.glob("*.db")) == []


@pytest.mark.parametrize("harm", ["head", "foreign", "gone", "empty"])
def test_a_database_that_cannot_be_opened_leads_from_the_login_to_the_backups(desk, made_office, answering, harm):
    context, _ = made_office
    database = context.data / setup.DATABASE
    if harm == "head":
        flip(database, 20)
    elif harm == "gone":
        database.unlink()
    else:
        database.write_bytes(b"bukan basis data" * 1000 if harm == "foreign" else b"")
    before = database.read_bytes() if database.exists() else None
    desk.begin()

    answering("Kembali")
    desk.log_in()
    assert isinstance(desk.window, LoginWindow)
    answering("Pulihkan dari cadangan")
    desk.log_in()
    assert isinstance(desk.window, RestoreWindow)
    assert (database.read_bytes() if database.exists() else None) == before

    desk.press("Esc")
    assert isinstance(desk.window, LoginWindow)


def test_names_that_cannot_be_read_lead_to_the_backups_at_once(desk, made_office):
    context, _ = made_office
    (context.data / front.FILE).write_text("{")

    desk.begin()

    assert isinstance(desk.window, RestoreWindow)
    assert any("office.json" in each.text() for each in desk.window.findChildren(QLabel))


def test_the_login_leads_to_the_backups_and_back(desk, made_office, answering):
    desk.begin()

    answering("Pulihkan data")
    desk.window.recover.click()
    desk.settle()
    assert isinstance(desk.window, RestoreWindow)
    desk.press("Esc")

    desk.log_in()
    assert isinstance(desk.window, OfficeWindow)


def test_an_empty_folder_leads_to_the_backups_and_back(desk):
    desk.begin()

    desk.press("Alt+4")
    assert isinstance(desk.window, RestoreWindow)
    desk.press("Esc")

    assert isinstance(desk.window, FirstRunWindow)


def test_a_running_office_is_closed_before_it_comes_back_from_a_backup(desk, made_office, tmp_path):
    context, _ = made_office
    opened = setup.open_office(context.data, context.user.id, context.data_key)
    backups.make_in(opened, tmp_path / "KARTU")
    setup.close()
    desk.begin()
    desk.log_in()

    desk.window.restore_asked.emit(tmp_path / "KARTU")
    desk.settle()

    assert isinstance(desk.window, RestoreWindow)
    assert not setup.is_open()
    assert len(desk.window.choose.table.rows.rows) == 1
    desk.press("Esc")
    assert isinstance(desk.window, LoginWindow)
    desk.log_in()
    assert isinstance(desk.window, OfficeWindow)
