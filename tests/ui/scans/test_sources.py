from io import BytesIO

import pytest
from PIL import Image

from paten_desk.domain.errors import PatenError
from paten_desk.domain.scans import LONGEST_EDGE
from paten_desk.ui.scans.sources import content_of, demand_few, is_text_first, may_hold, sources_of
from tests.ui.scans.given import a_file, an_image, carrying


def test_files_come_before_the_picture_that_goes_with_them(qapp, tmp_path):
    paths = [a_file(tmp_path, "a.jpg"), a_file(tmp_path, "b.jpg")]

    assert sources_of(carrying(*paths, tmp_path, tmp_path / "hilang.jpg", image=an_image())) == paths


def test_a_copied_picture_is_a_source(qapp):
    (source,) = sources_of(carrying(image=an_image(90, 60)))

    assert Image.open(BytesIO(content_of(source))).size == (90, 60)


def test_a_copied_picture_comes_at_the_size_that_is_kept(qapp):
    assert Image.open(BytesIO(content_of(an_image(5000, 100)))).size == (LONGEST_EDGE, 40)


def test_a_file_gives_its_bytes(qapp, tmp_path):
    path = a_file(tmp_path)

    assert content_of(path) == path.read_bytes()


def test_text_alone_holds_no_scan(qapp, tmp_path):
    assert sources_of(carrying(text="9999")) == []
    assert not may_hold(carrying(text="9999"))
    assert may_hold(carrying(image=an_image()))
    assert may_hold(carrying(tmp_path))


def test_text_goes_first_unless_a_file_was_copied(qapp, tmp_path):
    assert is_text_first(carrying(text="9999", image=an_image()))
    assert not is_text_first(carrying(tmp_path, text=str(tmp_path)))
    assert not is_text_first(carrying(image=an_image()))


def test_a_whole_folder_is_refused(qapp, tmp_path):
    demand_few([tmp_path] * 20)

    with pytest.raises(PatenError, match="21 berkas"):
        demand_few([tmp_path] * 21)
