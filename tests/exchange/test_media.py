import errno
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.errors import Rejected
from paten_desk.exchange import media
from paten_desk.exchange.media import LEGAL_NAME, MediumUnavailable, write_file

NAME = "PATEN-999905-20261120-0042.age"
CONTENT = b"age-encryption.org/v1\n" + bytes(range(256)) * 600


@pytest.fixture
def stick(tmp_path):
    """A folder with a name as people give them."""
    folder = tmp_path / "Ñandú Kantor Camat 日"
    folder.mkdir()
    return folder


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def test_a_file_stands_whole_under_its_name_and_nothing_else_is_left(stick):
    written = write_file(stick, NAME, CONTENT)

    assert written == stick / NAME
    assert media.read_file(written) == CONTENT
    assert names(stick) == [NAME]


def test_writing_the_same_again_changes_nothing(stick):
    write_file(stick, NAME, CONTENT)

    assert write_file(stick, NAME, CONTENT) == stick / NAME


def test_another_file_of_that_name_is_never_overwritten(stick):
    (stick / NAME).write_bytes(b"older")

    with pytest.raises(MediumUnavailable, match=f"sudah ada berkas lain bernama {NAME}"):
        write_file(stick, NAME, CONTENT)

    assert (stick / NAME).read_bytes() == b"older"
    assert names(stick) == [NAME]


def test_what_an_interrupted_writing_left_is_swept_and_nothing_of_others(stick):
    (stick / "PATEN-999905-20261119-0041.age.tmp").write_bytes(b"half")
    (stick / (NAME + ".tmp")).write_bytes(b"half")
    (stick / "foto.jpg.tmp").write_bytes(b"of others")

    write_file(stick, NAME, CONTENT)

    assert names(stick) == [NAME, "foto.jpg.tmp"]


def test_a_target_that_fills_up_while_writing_keeps_nothing(stick):
    """In a process of its own, where the system itself refuses files beyond 64 KiB."""
    script = (
        "import resource, sys; from pathlib import Path; from paten_desk.exchange import media\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "try: media.write_file(Path(sys.argv[1]), sys.argv[2], bytes(200000))\n"
        "except media.MediumUnavailable as told: sys.exit(str(told))\n"
    )

    done = subprocess.run([sys.executable, "-c", script, stick, NAME], capture_output=True, text=True)

    assert "Tempat tujuan penuh" in done.stderr
    assert names(stick) == []


def test_a_target_without_room_is_not_begun(stick, monkeypatch):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(1000, 999, 1))

    with pytest.raises(MediumUnavailable, match="penuh"):
        write_file(stick, NAME, CONTENT)

    assert names(stick) == []


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.EROFS, "terkunci"), (errno.EACCES, "terkunci"), (errno.EIO, "Pasang kembali"), (errno.ENODEV, "Pasang")],
)
def test_a_locked_or_pulled_stick_is_told_apart(stick, monkeypatch, number, words):
    opened = os.open

    def refusing(path, flags, *more):
        if flags & os.O_CREAT:
            raise OSError(number, os.strerror(number))
        return opened(path, flags, *more)

    monkeypatch.setattr(os, "open", refusing)

    with pytest.raises(MediumUnavailable) as told:
        write_file(stick, NAME, CONTENT)

    assert words in str(told.value)


def test_a_sync_that_fails_is_not_taken_for_a_success(stick, monkeypatch):
    def failing(handle):
        raise OSError(errno.EIO, "lost")

    monkeypatch.setattr(os, "fsync", failing)

    with pytest.raises(MediumUnavailable):
        write_file(stick, NAME, CONTENT)

    assert names(stick) == []


def test_a_stick_that_holds_less_than_it_says_is_found_out(stick, monkeypatch):
    """It gives zeros beyond its true end."""
    true_end, read = 100_000, os.read

    def forgetful(handle, size):
        at = os.lseek(handle, 0, os.SEEK_CUR)
        chunk = read(handle, size)
        kept = max(0, min(len(chunk), true_end - at))
        return chunk[:kept] + bytes(len(chunk) - kept)

    monkeypatch.setattr(os, "read", forgetful)

    with pytest.raises(MediumUnavailable, match="tidak sama dengan yang ditulis"):
        write_file(stick, NAME, CONTENT)

    assert names(stick) == []


@pytest.mark.parametrize("kept", [0, 1, 65_536, len(CONTENT) - 1])
def test_a_file_that_lost_its_end_is_found_out(stick, monkeypatch, kept):
    def losing(handle):
        os.ftruncate(handle, kept)

    monkeypatch.setattr(os, "fsync", losing)

    with pytest.raises(MediumUnavailable, match="tidak sama dengan yang ditulis"):
        write_file(stick, NAME, CONTENT)


@pytest.mark.parametrize(("busy", "succeeds"), [(3, True), (4, False)])
def test_a_virus_scanner_that_holds_the_file_is_waited_for(stick, monkeypatch, busy, succeeds):
    waits, replace, left = [], Path.replace, [busy]

    def held(path, target):
        left[0] -= 1
        if left[0] >= 0:
            raise PermissionError(errno.EACCES, "held")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", held)

    if succeeds:
        write_file(stick, NAME, CONTENT, wait=waits.append)
    else:
        with pytest.raises(MediumUnavailable, match="terkunci"):
            write_file(stick, NAME, CONTENT, wait=waits.append)

    assert len(waits) == 3
    assert names(stick) == ([NAME] if succeeds else [])


def test_a_folder_that_is_gone_is_told(stick):
    for act in (lambda: write_file(stick / "x", NAME, b""), lambda: media.sealed_files(stick / "x")):
        with pytest.raises(MediumUnavailable, match="tidak dapat dibaca"):
            act()
    with pytest.raises(MediumUnavailable, match="tidak dapat dibaca"):
        media.read_file(stick / NAME)


def test_sealed_files_are_known_by_their_content(stick):
    write_file(stick, NAME, CONTENT)
    (stick / "kiriman (1).age.bin").write_bytes(CONTENT)
    (stick / "foto.age").write_bytes(b"\xff\xd8")
    (stick / "folder.age").mkdir()

    assert [path.name for path in media.sealed_files(stick)] == [NAME, "kiriman (1).age.bin"]


def test_a_file_too_big_to_be_ours_is_not_read_whole(stick):
    big = stick / "big"
    with big.open("wb") as stream:
        stream.truncate(5 << 30)

    with pytest.raises(Rejected, match=r"\[SIZE\]"):
        media.read_file(big)


@given(
    st.integers(1, 999_999),
    st.dates(date(2026, 1, 1), date(2099, 1, 1)),
    st.none() | st.tuples(st.integers(1, 99), st.integers(1, 99)),
)
def test_every_name_is_legal_on_every_stick(number, day, part):
    made = [media.file_name("99.99.05", day, number, part), media.reply_name("99.99.05", day, number)]

    for name in [*made, media.card_name("99.99.05"), media.card_name("99.99")]:
        assert LEGAL_NAME.fullmatch(name)
        assert name.isascii()
        assert len(name) <= 48


def test_names_say_office_day_number_and_part():
    day = date(2026, 3, 12)

    assert media.file_name("99.99.05", day, 42) == "PATEN-999905-20260312-0042.age"
    assert media.file_name("99.99.05", day, 42, (1, 3)) == "PATEN-999905-20260312-0042-1D3.age"
    assert media.reply_name("99.99.05", day, 42) == "BALASAN-999905-20260312-0042.age"
    assert media.card_name("99.99") == "KUNCI-9999.json"
    assert media.ask_name("1234 5678 9012") == "MINTA-KUNCI-123456789012.json"
    assert media.answer_name("1234 5678 9012") == "JAWAB-KUNCI-123456789012.json"


@pytest.mark.parametrize("name", ["", "../x.age", "CON", "PATEN.age", "PATEN-999905-20260312-0042.age\n", "a/b"])
def test_any_other_name_is_a_mistake_of_the_program(stick, name):
    with pytest.raises(ValueError, match="legal"):
        write_file(stick, name, b"")


def test_a_pack_of_letter_texts_is_named_after_its_maker_day_and_content():
    assert media.pack_name("99.99.05", date(2026, 11, 20), "1a2b3c4d5e") == (
        "NASKAH-999905-20261120-1a2b3c4d.paten-naskah.json"
    )
