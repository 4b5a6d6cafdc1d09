from dataclasses import replace

import pytest

from paten_desk.domain.roles import Role
from paten_desk.paths import keys_dir
from paten_desk.store import mark
from paten_desk.ui.backups.guard_bar import HELD, GuardBar
from paten_desk.usecases import guards
from tests.backing import PASSWORD
from tests.ui.conftest import press as push
from tests.ui.pages import come_back, heard, press, words, write


@pytest.fixture
def elsewhere(office):
    """The office after another computer wrote last."""
    held = mark.read(keys_dir(office.data))
    other = mark.machine_of(keys_dir(office.data), held.ledger, "another computer")
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(replace(held, machine=other)))
    return office.reopen()


@pytest.fixture
def bar(shown):
    def make(context):
        made = GuardBar(context)
        shown(made)
        made.look()
        return made

    return make


def test_a_sound_office_shows_no_bar(office, bar):
    made = bar(office.context)

    assert not made.isVisible()


def test_what_holds_registrations_back_is_said_and_decided_with_one_key(qtbot, elsewhere, bar, answering):
    made = bar(elsewhere)
    decided = heard(made.decided)
    assert words(made) == [guards.stops(elsewhere)[0].sentence, HELD]
    assert not made.later.isVisible()

    def agree(dialog):
        write(qtbot, dialog, PASSWORD)
        press(qtbot, dialog, "Return")

    answering(lambda dialog: (answering(agree), push(dialog, "Pindah ke sini")))
    come_back(qtbot, made)
    press(qtbot, made, "Ctrl+G")

    assert decided == [elsewhere]
    made.look()
    assert not made.isVisible()


def test_a_clerk_is_told_who_decides(elsewhere, bar):
    clerk = replace(elsewhere, user=replace(elsewhere.user, roles=(Role.COUNTER_CLERK,)))

    made = bar(clerk)

    assert "Yang menentukan: kepala seksi" in words(made)[1]
    assert not made.go.isVisible()


def test_a_warning_can_be_put_off_with_a_key_and_a_stop_cannot(qtbot, office, bar):
    (keys_dir(office.data) / mark.FILE).unlink()
    made = bar(office.reopen())
    assert "Tanda kemajuan" in words(made)[0]
    assert not made.go.isVisible()

    press(qtbot, made, "Ctrl+Shift+G")

    assert not made.isVisible()
    made.look()
    assert not made.isVisible()


def test_the_way_to_a_backup_is_asked_of_the_window(qtbot, office, bar, answering):
    held = mark.read(keys_dir(office.data))
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(replace(held, leaf="x" * 43)))
    made = bar(office.reopen())
    asked = heard(made.restore_asked)

    answering("Pilih cadangan")
    press(qtbot, made, "Ctrl+G")

    assert len(asked) == 1
