import pytest

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.paths import keys_dir
from paten_desk.store import mark
from paten_desk.usecases import fresh


def test_an_empty_place_is_made(tmp_path):
    fresh.begin_in(tmp_path / "a" / "kantor")

    assert list((tmp_path / "a" / "kantor").iterdir()) == []


def test_what_earlier_tries_left_is_set_aside_one_by_one(tmp_path):
    for turn in (1, 2):
        (tmp_path / "paten.db").write_text(f"usaha {turn}")
        (tmp_path / "slots").mkdir()
        fresh.begin_in(tmp_path)

    assert (tmp_path / "penyiapan-terputus-1" / "paten.db").read_text() == "usaha 1"
    assert (tmp_path / "penyiapan-terputus-2" / "paten.db").read_text() == "usaha 2"
    assert (tmp_path / "penyiapan-terputus-2" / "slots").is_dir()


def test_the_keys_and_the_mark_of_an_earlier_office_are_set_aside(tmp_path):
    data = tmp_path / "kantor"
    keys_dir(data).mkdir()
    (keys_dir(data) / mark.FILE).write_bytes(mark.image(mark.Mark("m", "o", "l", 1, "", {})))

    fresh.begin_in(data)

    assert not keys_dir(data).exists()
    assert mark.read(tmp_path / "kantor kunci-lama-1").office == "o"


def test_a_place_that_cannot_be_written_is_said(tmp_path):
    (tmp_path / "berkas").touch()

    with pytest.raises(StoreUnavailable, match="tidak dapat dibuat"):
        fresh.begin_in(tmp_path / "berkas" / "kantor")
