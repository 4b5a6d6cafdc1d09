from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLineEdit

from paten_desk.domain.roles import Role
from paten_desk.store import front as fronts
from paten_desk.ui.home.attention import notes
from paten_desk.ui.switching import WhoForm, ask_switch
from paten_desk.usecases import sessions
from tests.builders import a_user
from tests.ui.conftest import press as push
from tests.ui.pages import press, words, write

PASSWORD, PIN = "payung biru tua", "482915"


@pytest.fixture
def rina(context):
    return a_user(context, Role.COUNTER_CLERK, display="Rina Contoh")


@pytest.fixture
def dedi(context):
    return a_user(context, Role.OPERATOR, display="Dedi Contoh")


def came_in_today(context, user):
    """Give somebody a PIN and let them come in by password once."""
    sessions.set_pin(replace(context, user=user), PIN)
    return sessions.switch_by_password(context, user.id, PASSWORD)


def test_another_person_takes_over_by_password_and_reads_the_note(qtbot, context, rina, answering):
    def take_over(dialog):
        note = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName().startswith("Pesan"))
        note.setText("Ibu Melati kembali jam dua.")
        write(qtbot, dialog, PASSWORD)
        press(qtbot, dialog, "Return")

    answering(take_over)
    answer = ask_switch(context)

    assert answer.taking.user == rina
    assert sessions.last_note(answer.taking).text == "Ibu Melati kembali jam dua."
    assert notes(answer.taking)[0].what == "Pesan Petugas Contoh: Ibu Melati kembali jam dua."


def test_a_pin_is_enough_for_who_came_in_today(qtbot, context, rina, answering):
    came_in_today(context, rina)

    def take_over(dialog):
        assert "PIN, 6 angka." in words(dialog)
        write(qtbot, dialog, PIN)
        press(qtbot, dialog, "Return")

    answering(take_over)

    assert ask_switch(context).taking.user == rina
    assert notes(replace(context, user=rina))[0].what == "Anda melanjutkan Petugas Contoh"


def test_alt_and_a_digit_choose_who_it_is(qtbot, context, rina, dedi, answering):
    came_in_today(context, rina)
    fronts.write_front(context.data, fronts.Front("Kantor", {rina.id: "Rina", dedi.id: "Dedi"}))

    def take_over(dialog):
        assert "PIN, 6 angka." in words(dialog)
        press(qtbot, dialog, "Alt+2")
        assert "Kata sandi. PIN dapat dibuat di Pengaturan." in words(dialog)
        write(qtbot, dialog, PASSWORD)
        press(qtbot, dialog, "Return")

    answering(take_over)

    assert ask_switch(context).taking.user == dedi


def test_a_wrong_pin_says_how_many_tries_are_left(qtbot, context, rina, shown):
    came_in_today(context, rina)
    form = shown(WhoForm(context, [rina]))

    qtbot.keyClicks(form.secret.line, "111222")

    assert form.enter() is None
    assert form.secret.problem() == "PIN tidak cocok. Sisa 4 kali, lalu kata sandi diminta."
    assert form.secret.value() == ""
    assert form.secret.line.hasFocus()


def test_nothing_typed_lets_nobody_in(context, rina, shown):
    form = shown(WhoForm(context, [rina]))

    assert form.enter() is None
    assert form.secret.problem() == "Ketik PIN atau kata sandi."


@pytest.mark.parametrize(("verb", "locks"), [("Kembali", False), ("Kunci layar", True)])
def test_one_can_go_back_or_lock_the_screen(context, rina, answering, verb, locks):
    answering(verb)

    answer = ask_switch(context)

    assert (answer.taking, answer.locks) == (None, locks)


def test_alone_in_the_office_one_can_still_lock(context, answering):
    answering(lambda dialog: push(dialog, "Kunci layar"))

    assert ask_switch(context).locks
