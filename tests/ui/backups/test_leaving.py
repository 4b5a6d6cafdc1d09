import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from paten_desk.domain.roles import Role
from paten_desk.ui.backups.leaving import Making, may_leave
from paten_desk.usecases import backup_places, backup_turns, setup
from tests.ui.conftest import press as push
from tests.ui.pages import press


@pytest.fixture
def parent(shown):
    return shown(QWidget())


def said(dialog):
    return " ".join(each.text() for each in dialog.findChildren(QLabel))


def hold(tasks):
    """Let the worker wait until the dialog that shows the backup is seen."""
    gate = threading.Event()
    tasks.run(lambda: gate.wait(60), lambda _: None)
    return gate


def let_it_be_made(tasks, gate):
    """Let the backup run and be delivered into the dialog that waits for it."""

    def act(dialog):
        assert isinstance(dialog, Making)
        gate.set()
        tasks.wait()

    return act


def test_one_key_makes_the_backup_and_leaves(qtbot, office, tasks, parent, answering):
    seen = []

    def make(dialog):
        seen.append(said(dialog))
        gate = hold(tasks)
        press(qtbot, dialog, "Return")
        answering(let_it_be_made(tasks, gate))

    answering(make)

    assert may_leave(office.context, tasks, parent)
    assert "Kartu cadangan 1 sudah terpasang" in seen[0]
    assert len(backup_turns.kept(office.context)) == 1
    assert may_leave(office.context, tasks, parent)  # nothing is new: nothing is asked


def test_leaving_without_a_backup_is_one_key_too(qtbot, office, tasks, parent, answering):
    answering(lambda dialog: press(qtbot, dialog, "Ctrl+Q"))

    assert may_leave(office.context, tasks, parent)
    assert backup_turns.kept(office.context) == []


def test_esc_stays(qtbot, office, tasks, parent, answering):
    answering(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))

    assert not may_leave(office.context, tasks, parent)


def test_who_does_not_want_to_wait_leaves_while_it_is_made(office, tasks, parent, answering):
    gate = hold(tasks)

    def make(dialog):
        push(dialog, "Cadangkan, lalu keluar")
        answering("Keluar tanpa cadangan")

    answering(make)

    assert may_leave(office.context, tasks, parent)
    gate.set()
    tasks.wait()
    assert backup_turns.kept(office.context) == []


def test_what_stands_in_the_way_is_said_and_tried_again(office, tasks, parent, answering):
    label = office.stick / backup_places.LABEL
    label.rename(office.stick / "aside")
    seen = []

    def fail(dialog):
        seen.append(said(dialog))
        gate = hold(tasks)
        push(dialog, "Sudah terpasang, cadangkan")
        answering(let_it_be_made(tasks, gate))
        answering(plug_in)

    def plug_in(dialog):
        seen.append(said(dialog))
        (office.stick / "aside").rename(label)
        gate = hold(tasks)
        push(dialog, "Ulangi")
        answering(let_it_be_made(tasks, gate))

    answering(fail)

    assert may_leave(office.context, tasks, parent)
    assert "Pasang Kartu cadangan 1 bila ada" in seen[0]
    assert "belum terpasang" in seen[1]
    assert len(backup_turns.kept(office.context)) == 1


def test_nobody_is_asked_who_could_not_make_one(office, tasks, parent):
    info = replace(office.context, user=replace(office.context.user, roles=(Role.INFO,)))
    assert may_leave(info, tasks, parent)

    backup_places.forget(office.context, office.target.id)
    assert may_leave(office.context, tasks, parent)

    setup.close()
    assert may_leave(office.context, tasks, parent)


def test_the_dialog_shows_how_far_the_backup_is(office, tasks, parent, answering):
    steps, gate = [], hold(tasks)

    def watch(dialog):
        dialog.bar.valueChanged.connect(lambda: steps.append((dialog.bar.maximum(), dialog.said.text())))
        gate.set()
        tasks.wait()

    answering(watch)

    assert Making(office.context, tasks, parent).ask() == "leave"
    assert any(most > 0 for most, _ in steps)
