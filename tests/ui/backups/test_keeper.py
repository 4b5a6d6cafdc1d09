import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from paten_desk.domain.errors import NotFound
from paten_desk.store.backup import BackupFailed
from paten_desk.ui.backups.keeper import Keeper
from paten_desk.usecases import backup_places, backup_turns, backups
from tests.builders import a_request
from tests.ui.pages import heard


@pytest.fixture
def keeper(office, tasks, qapp):
    parent = QObject()
    yield Keeper(office.context, tasks, parent)
    if isValid(parent):
        parent.deleteLater()


@pytest.fixture
def many(office):
    """More than 200 records after the last backup."""
    office.backup()
    for serial in range(10, 112):
        a_request(office.context, serial=serial)
    assert backups.due(office.context).records > 200


def proven(office):
    return len(backup_turns.kept(office.context))


def test_after_two_hundred_records_a_backup_is_made_in_the_background(office, keeper, many, tasks):
    office.clock.forward(minutes=5)
    made = heard(keeper.made)

    keeper.look()
    tasks.wait()
    keeper.look()
    tasks.wait()

    assert made == [()]
    assert not backups.due(office.context).is_due


def test_a_few_records_wait(office, keeper, tasks):
    keeper.look()
    tasks.wait()

    assert proven(office) == 0


def test_a_stick_at_home_is_waited_for_in_silence(office, keeper, many, tasks):
    (office.stick / backup_places.LABEL).unlink()
    failed = heard(keeper.failed)

    keeper.look()
    tasks.wait()

    assert failed == []
    assert not tasks.busy()


def test_one_that_fails_is_said_once_and_rests_for_an_hour(office, keeper, many, tasks):
    mark = office.folder / "mark.json"
    mark.unlink()
    mark.mkdir()  # no mark can be written there
    failed = heard(keeper.failed)
    office.clock.forward(minutes=5)

    keeper.look()
    tasks.wait()
    assert len(failed) == 1
    office.clock.forward(minutes=30)
    keeper.look()
    tasks.wait()
    assert len(failed) == 1
    office.clock.forward(minutes=31)
    keeper.look()
    tasks.wait()

    assert len(failed) == 2
    assert not tasks.busy()


def test_a_closed_day_comes_into_a_backup_however_little_is_new(office, keeper, tasks):
    made = heard(keeper.made)

    keeper.after_closing()
    tasks.wait()
    keeper.after_closing()
    tasks.wait()

    assert made == [()]
    assert proven(office) == 1


def test_after_the_closing_a_place_that_is_not_here_is_told(office, keeper, tasks):
    (office.stick / backup_places.LABEL).unlink()
    failed = heard(keeper.failed)

    keeper.after_closing()
    tasks.wait()

    assert isinstance(failed[0], NotFound)
    assert failed[0].hint == "Pasang Kartu cadangan 1, lalu ulangi."


def test_an_office_without_places_is_left_alone(office, keeper, many, tasks):
    backup_places.forget(office.context, office.target.id)

    keeper.look()
    keeper.after_closing()

    assert not tasks.busy()


def test_a_failure_after_the_window_went_disturbs_nobody(office, keeper, tasks):
    (office.stick / backup_places.LABEL).unlink()
    failed = heard(keeper.failed)
    keeper.after_closing()

    keeper.parent().deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    keeper._made(BackupFailed("Kartu cadangan 1 penuh.", ""))

    assert failed == []
