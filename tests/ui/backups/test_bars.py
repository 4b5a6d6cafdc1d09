import pytest

from paten_desk.domain.errors import PatenError
from paten_desk.ui.backups.bars import FailedBar
from tests.ui.pages import heard, press, words

FULL = PatenError("Kartu cadangan 1 penuh.", "Kosongkan ruang di sana, lalu ulangi.")


@pytest.fixture
def bar(shown):
    made = shown(FailedBar(leads=True))
    made.tell(FULL)
    return made


def test_a_failed_backup_says_what_stood_in_the_way_and_that_work_goes_on(bar):
    said = "Kosongkan ruang di sana, lalu ulangi. Pekerjaan dapat diteruskan."

    assert words(bar) == ["Kartu cadangan 1 penuh.", said]


def test_a_key_leads_to_the_page_of_the_backups(qtbot, bar):
    opened = heard(bar.opened)

    press(qtbot, bar, "Ctrl+B")

    assert opened == [()]
    assert not bar.isVisible()


def test_a_key_takes_the_bar_away(qtbot, bar):
    press(qtbot, bar, "Ctrl+Shift+B")

    assert not bar.isVisible()


def test_who_has_no_such_page_is_not_led_there(shown):
    bar = shown(FailedBar(leads=False))

    bar.tell(FULL)

    assert not bar.open.isVisible()
