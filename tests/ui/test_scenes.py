import pytest
from PySide6.QtGui import QImage

from paten_desk.ui import scenes
from paten_desk.usecases import demo, setup

SIZE = (1024, 768)
EVERY_ROOM = {
    "kecamatan": (
        "home registration requests letters handover closings numbers sheets backups settings request search "
        "people pads leaving drill text citizen merging scan rows service serviceversions login"
    ),
    "kabupaten": "inbox offices keys backups settings escrow login",
}


@pytest.fixture(scope="module")
def pictures(qapp, tmp_path_factory):
    folder = tmp_path_factory.mktemp("scenes")
    demo.play(folder / "demo", 3)
    setup.close()
    return scenes.take(qapp, folder / "out", folder / "demo", sizes=(SIZE,))


@pytest.mark.parametrize("desk", scenes.DESKS)
def test_every_room_of_a_desk_has_its_picture(pictures, desk):
    taken = {path.name.split("-")[2] for path in pictures if path.name.startswith(desk)}

    assert set(EVERY_ROOM[desk].split()) == taken


def test_the_wizard_is_drawn_page_by_page(pictures):
    assert len([path for path in pictures if path.name.startswith("awal-")]) == 6


def test_the_way_back_from_a_backup_is_drawn_page_by_page(pictures):
    assert len([path for path in pictures if path.name.startswith("pulih-")]) == 5


def test_the_views_of_a_room_are_drawn_too(pictures):
    names = " ".join(path.name for path in pictures)

    assert all(part in names for part in ("settings-users", "settings-keys", "offices-figures", "sheets-wall"))


def test_every_picture_has_its_size_and_something_on_it(pictures):
    for path in pictures:
        image = QImage(str(path))
        assert (image.width(), image.height()) == SIZE, path.name
        seen = {image.pixel(x, y) for x in range(0, SIZE[0], 8) for y in range(0, SIZE[1], 8)}
        assert len(seen) > 8, path.name
