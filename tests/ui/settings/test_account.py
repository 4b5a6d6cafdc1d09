import pytest

from paten_desk.domain.errors import Invalid
from paten_desk.ui.settings.account import AccountCard
from paten_desk.usecases import offices, sample, sessions, setup
from tests.ui.conftest import press as push
from tests.ui.pages import fill_in, words

NEW, PIN = "sungai jernih di pagi hari", "482915"


@pytest.fixture
def card(desk, tasks, shown):
    return shown(AccountCard(desk, tasks))


def test_one_changes_ones_own_password(qtbot, desk, card, tasks, answering):
    answering(fill_in(qtbot, sample.PASSWORD, NEW, NEW))
    card.password.click()
    tasks.wait()

    assert setup.unlock(desk.data, desk.user.id, NEW, desk.clock).user.id == desk.user.id
    assert card.said.text().startswith("Kata sandi Anda sudah diganti")


def test_a_wrong_old_password_changes_nothing(qtbot, desk, card, tasks, answering):
    def fill(dialog):
        fill_in(qtbot, "bukan kata sandi saya", NEW, "lain lagi sama sekali")(dialog)
        assert {
            "Kata sandi lama tidak cocok; ketik sekali lagi.",
            "Kedua kata sandi belum sama; ketik ulang.",
        } <= set(words(dialog))
        dialog.reject()

    answering(fill)
    card.password.click()
    tasks.wait()

    assert setup.unlock(desk.data, desk.user.id, sample.PASSWORD, desk.clock)
    with pytest.raises(Invalid):
        offices.change_password(desk, "bukan kata sandi saya", NEW)


def test_one_gives_oneself_a_pin_that_counts_after_the_password(qtbot, desk, card, answering):
    answering(fill_in(qtbot, PIN, PIN))
    card.pin.click()

    assert card.said.text() == "PIN Anda berlaku sejak sekarang."
    sessions.switch_by_password(desk, desk.user.id, sample.PASSWORD)
    assert sessions.switch_by_pin(desk, desk.user.id, PIN).user.id == desk.user.id


def test_a_pin_that_is_easy_or_typed_differently_is_told(qtbot, desk, card, answering):
    def fill(dialog):
        fill_in(qtbot, "123456", "123457")(dialog)
        push(dialog, "Simpan")
        assert "PIN ini mudah ditebak; pilih angka yang tidak berurutan dan tidak kembar." in words(dialog)
        assert "Kedua PIN belum sama; ketik ulang." in words(dialog)
        dialog.reject()

    answering(fill)
    card.pin.click()

    assert not sessions.has_pin(desk, desk.user.id)
