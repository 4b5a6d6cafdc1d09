import json

import pytest

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.paths import keys_dir
from paten_desk.store import swap

OLD = {"paten.db": "lama", "slots/a.json": "lama", "office.json": "lama", "catatan.txt": "lama"}
NEW = {"paten.db": "baru", "slots/a.json": "baru", "arsip-2026.db": "baru"}


def fill(folder, content):
    for name, text in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def content(folder):
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "paten.lock"
    }


@pytest.fixture
def data(tmp_path):
    data = tmp_path / "kantor"
    fill(data, OLD)
    (data / "paten.lock").touch()
    fill(tmp_path / "part", NEW)
    return data


def test_the_new_content_takes_the_place_and_the_old_one_is_kept(data, tmp_path):
    swap.start(data, tmp_path / "part", tmp_path / "aside")

    assert content(data) == NEW
    assert content(tmp_path / "aside") == OLD
    assert (data / "paten.lock").exists()
    assert not (tmp_path / "part").exists()
    assert swap.waits(data) == "aside"
    assert not swap.is_cut_off(data)
    swap.end(data)
    assert swap.waits(data) == ""


@pytest.mark.parametrize("moved_out", range(5))
def test_a_cut_while_the_old_moves_out_is_finished(data, tmp_path, moved_out):
    swap._note(data, swap.OUT, "part", "aside")
    (tmp_path / "aside").mkdir()
    for path in sorted(path for path in data.iterdir() if path.name != "paten.lock")[:moved_out]:
        path.rename(tmp_path / "aside" / path.name)
    assert swap.is_cut_off(data)

    assert swap.finish(data)

    assert content(data) == NEW
    assert content(tmp_path / "aside") == OLD


@pytest.mark.parametrize("moved_in", range(4))
def test_a_cut_while_the_new_moves_in_is_finished(data, tmp_path, moved_in):
    (tmp_path / "aside").mkdir()
    for path in [path for path in data.iterdir() if path.name != "paten.lock"]:
        path.rename(tmp_path / "aside" / path.name)
    swap._note(data, swap.IN, "part", "aside")
    for path in sorted((tmp_path / "part").iterdir())[:moved_in]:
        path.rename(data / path.name)
    if moved_in == 3:
        (tmp_path / "part").rmdir()

    assert swap.finish(data)

    assert content(data) == NEW


def test_where_the_new_content_is_gone_the_old_one_comes_back(data, tmp_path):
    swap._note(data, swap.OUT, "weg", "aside")
    (tmp_path / "aside").mkdir()
    (data / "paten.db").rename(tmp_path / "aside" / "paten.db")

    assert swap.finish(data)

    assert content(data) == OLD
    assert swap.waits(data) == ""


def test_without_a_cut_there_is_nothing_to_do(data, tmp_path):
    assert not swap.finish(data)
    swap.start(data, tmp_path / "part", tmp_path / "aside")
    assert not swap.finish(data)
    swap._note(data, swap.OUT, "weg", "auch weg")
    assert swap.finish(data)
    assert content(data) == NEW


def test_a_folder_that_cannot_be_moved_says_so_and_the_next_start_goes_on(data, tmp_path):
    fill(tmp_path, {"aside/slots/im weg.json": "milik orang"})

    with pytest.raises(StoreUnavailable, match="belum selesai") as caught:
        swap.start(data, tmp_path / "part", tmp_path / "aside")

    assert "diteruskan" in caught.value.hint
    assert swap.is_cut_off(data)
    (tmp_path / "aside" / "slots" / "im weg.json").unlink()
    swap.finish(data)
    assert content(data) == NEW


@pytest.mark.parametrize("text", ["{", "[]", json.dumps({"phase": "out"})])
def test_a_journal_that_cannot_be_read_stops_with_a_sentence(data, text):
    fill(keys_dir(data), {swap.FILE: text})

    with pytest.raises(StoreUnavailable, match="belum selesai"):
        swap.is_cut_off(data)


def test_a_journal_that_cannot_be_taken_away_is_said(data):
    (keys_dir(data) / swap.FILE).mkdir(parents=True)

    with pytest.raises(StoreUnavailable, match="belum selesai"):
        swap.end(data)
