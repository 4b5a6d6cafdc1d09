"""No page is cut on the screens an office has: 1366 × 768 and 1024 × 768 with text at 100, 150 and 200 %.

Text of 150 and 200 % is Qt's own scale factor: the same screen has so many logical pixels less.
"""

import pytest

from paten_desk.ui import scenes
from paten_desk.usecases import demo, setup
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
        self.found = []

    def take(self, window, name):
        for width, height, scale in SIZES:
            window.resize(width, height)
            window.show()
            for _ in range(8):
                self._app.processEvents()
                self.tasks.wait()
            self.found += [f"{name} at {width}x{height} ({scale} %): {cut}" for cut in cuts(window)]


def test_no_page_is_cut_on_any_screen_at_any_scale(qapp, played, tmp_path):
    looker = Looker(qapp)
    scenes._first_run(looker, tmp_path / "baru")
    for desk in scenes.DESKS:
        copy = scenes._copy_of(played / "data" / desk, tmp_path)
        with scenes._unlocked(looker, copy, desk) as context:
            scenes._back_up(context, tmp_path)
            scenes._rooms(looker, context, desk)
    scenes._way_back(looker, tmp_path)
    looker.tasks.close()

    assert looker.found == []
