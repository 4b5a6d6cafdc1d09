"""Every page can be read, heard and used.

None is cut on the screens an office has: 1366 × 768 and 1024 × 768 with text at 100, 150 and 200 %.
Text of 150 and 200 % is Qt's own scale factor: the same screen has so many logical pixels less.
"""

import pytest

from paten_desk.ui import scenes
from paten_desk.usecases import demo, setup
from tests.ui.controls import unnamed, unreachable
from tests.ui.cuts import cuts

SCREENS = ((1366, 768), (1024, 768))
SCALES = (100, 150, 200)  # percent
SIZES = [(width * 100 // scale, height * 100 // scale, scale) for width, height in SCREENS for scale in SCALES]


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cuts")
    demo.play(folder / "demo", 12)
    setup.close()
    return folder / "demo"


class Looker(scenes.Camera):
    """Looks at every page the camera would take, instead of taking it."""

    def __init__(self, app):
        super().__init__(app, None, ())
        self.found, self.unnamed, self.unreachable = [], set(), set()

    def take(self, window, name):
        for width, height, scale in SIZES:
            window.resize(width, height)
            window.show()
            for _ in range(3):
                self._app.processEvents()
                self.tasks.wait()
            self.unnamed |= {f"{name}: {each}" for each in unnamed(window)}
            self.unreachable |= {f"{name}: {each}" for each in unreachable(window)}
            self.found += [f"{name} at {width}x{height} ({scale} %): {cut}" for cut in cuts(window)]


@pytest.fixture(scope="module")
def looked(qapp, played, tmp_path_factory):
    """Look at every page of the program once."""
    folder, looker = tmp_path_factory.mktemp("looked"), Looker(qapp)
    scenes._first_run(looker, folder / "baru")
    for desk in scenes.DESKS:
        copy = scenes._copy_of(played / "data" / desk, folder)
        with scenes._unlocked(looker, copy, desk) as context:
            scenes._back_up(context, folder)
            scenes._rooms(looker, context, desk)
    scenes._way_back(looker, folder)
    looker.tasks.close()
    return looker


def test_no_page_is_cut_on_any_screen_at_any_scale(looked):
    assert looked.found == []


def test_every_control_has_a_name_for_who_hears_the_screen(looked):
    assert looked.unnamed == set()


def test_every_action_is_reached_without_a_mouse(looked):
    assert looked.unreachable == set()
