import pytest

from paten_desk.domain.errors import PatenError
from paten_desk.domain.scans import MOST_BYTES_IN
from paten_desk.usecases import scan_folders


@pytest.fixture
def folder(tmp_path):
    made = tmp_path.parent / f"{tmp_path.name} pindaian"
    made.mkdir()
    return made


def test_the_folder_of_this_computer_is_remembered_until_none_is_wanted(context, folder):
    assert scan_folders.folder(context) is None

    scan_folders.choose(context, folder)
    assert scan_folders.folder(context) == folder

    scan_folders.choose(context, None)
    assert scan_folders.folder(context) is None


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b'{"folder": 3}', b"\xff"])
def test_a_damaged_setting_counts_as_none(context, content):
    (context.data / scan_folders.FILE).write_bytes(content)

    assert scan_folders.folder(context) is None


def test_a_folder_that_is_not_there_or_is_our_own_is_refused(context, folder):
    with pytest.raises(PatenError, match="tidak ada"):
        scan_folders.choose(context, folder / "hilang")
    with pytest.raises(PatenError, match="milik PATEN Desk"):
        scan_folders.choose(context, context.data)


def test_only_what_may_be_a_scan_stands_in_a_folder(folder):
    for name in ("a.jpg", "b.PDF", "c.txt", ".d.jpg", "kosong.png"):
        (folder / name).write_bytes(b"" if name == "kosong.png" else b"isi")
    (folder / "e.jpg").mkdir()
    with (folder / "film.tif").open("wb") as file:
        file.truncate(MOST_BYTES_IN + 1)

    found = scan_folders.stand(folder)

    assert {path.name for path in found} == {"a.jpg", "b.PDF"}
    assert {size for size, _ in found.values()} == {3}


def test_a_folder_that_was_pulled_out_holds_nothing(folder):
    assert scan_folders.stand(folder / "hilang") == {}
