import pytest

from paten_desk.ui.first_run.welcome import Welcome
from tests.ui.pages import press


@pytest.mark.parametrize(
    ("key", "way"), [("Alt+1", "kecamatan"), ("Alt+2", "sample"), ("Alt+3", "kabupaten"), ("Alt+4", "restore")]
)
def test_each_way_to_begin_has_its_key(qtbot, shown, tmp_path, key, way):
    page = shown(Welcome(tmp_path))

    with qtbot.waitSignal(page.chosen) as chosen:
        press(qtbot, page, key)

    assert chosen.args == [way]


def test_nothing_can_be_chosen_while_an_office_is_made(qtbot, shown, tmp_path):
    page = shown(Welcome(tmp_path))

    page.hold(True)
    assert not any(button.isEnabled() for button in (page.start, page.play, page.hall, page.restore))

    page.hold(False)
    assert page.start.isEnabled()
