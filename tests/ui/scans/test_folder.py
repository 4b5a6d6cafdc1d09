import pytest

from paten_desk.ui.scans.folder import ScanFolder, scan_folder
from paten_desk.usecases import scan_folders
from tests.ui.pages import heard

LONG_MS = 600_000  # nothing happens by itself


@pytest.fixture
def folder(tmp_path):
    made = tmp_path.parent / f"{tmp_path.name} pemindai"
    made.mkdir()
    (made / "lama.jpg").write_bytes(b"sudah ada")
    return made


@pytest.fixture
def watcher(tasks, folder):
    made = ScanFolder(tasks, folder, LONG_MS)
    tasks.wait()
    return made


def look(watcher, tasks):
    watcher.look()
    tasks.wait()


def test_what_lies_there_before_is_not_new(watcher, tasks):
    look(watcher, tasks)
    look(watcher, tasks)

    assert watcher.waiting() == []


def test_a_file_is_offered_once_it_stopped_growing(watcher, tasks, folder):
    new = folder / "pindai.jpg"
    new.write_bytes(b"separuh")
    look(watcher, tasks)
    assert watcher.waiting() == []

    new.write_bytes(b"separuh dan separuh lagi")
    look(watcher, tasks)
    assert watcher.waiting() == []

    look(watcher, tasks)
    assert watcher.waiting() == [new]


def test_files_come_in_the_order_they_were_made_and_are_offered_once(watcher, tasks, folder):
    said = heard(watcher.changed)
    for name in ("b.jpg", "a.png"):
        (folder / name).write_bytes(b"isi")
    look(watcher, tasks)
    look(watcher, tasks)

    assert [path.name for path in watcher.take()] == ["b.jpg", "a.png"]
    look(watcher, tasks)
    assert watcher.waiting() == []
    assert len(said) == 2
    assert (folder / "a.png").read_bytes() == b"isi"


def test_a_file_that_was_written_anew_is_new(watcher, tasks, folder):
    (folder / "lama.jpg").write_bytes(b"dipindai ulang")
    look(watcher, tasks)
    look(watcher, tasks)

    assert [path.name for path in watcher.waiting()] == ["lama.jpg"]


def test_a_new_file_is_noticed_without_being_asked_for(qtbot, tasks, folder):
    watcher = ScanFolder(tasks, folder, still_ms=20)
    tasks.wait()

    (folder / "pindai.pdf").write_bytes(b"%PDF-")

    qtbot.waitUntil(lambda: len(watcher.waiting()) == 1)


def test_what_was_taken_away_is_offered_no_more(watcher, tasks, folder):
    (folder / "pindai.jpg").write_bytes(b"isi")
    look(watcher, tasks)
    look(watcher, tasks)
    (folder / "pindai.jpg").unlink()
    look(watcher, tasks)

    assert watcher.waiting() == []


def test_another_folder_begins_anew(watcher, tasks, folder, tmp_path):
    (folder / "pindai.jpg").write_bytes(b"isi")
    look(watcher, tasks)
    look(watcher, tasks)

    watcher.watch(None)
    assert (watcher.folder(), watcher.waiting()) == (None, [])
    look(watcher, tasks)
    assert watcher.waiting() == []


def test_all_that_is_on_a_stick_is_old_when_it_is_plugged_in(tasks, tmp_path):
    stick = tmp_path / "stik"
    watcher = ScanFolder(tasks, stick, LONG_MS)
    tasks.wait()

    stick.mkdir()
    (stick / "lama.jpg").write_bytes(b"isi")
    for _ in range(3):
        look(watcher, tasks)
    assert watcher.waiting() == []
    (stick / "baru.jpg").write_bytes(b"isi")
    for _ in range(2):
        look(watcher, tasks)
    assert [path.name for path in watcher.waiting()] == ["baru.jpg"]


def test_nothing_is_asked_of_a_worker_that_has_ended(watcher, tasks, folder):
    tasks.close()

    watcher.look()

    assert not tasks.busy()


def test_the_program_has_one_watcher(context, tasks, folder):
    scan_folders.choose(context, folder)

    assert scan_folder(context, tasks) is scan_folder(context, tasks)
    assert scan_folder(context, tasks).folder() == folder
