import pytest

from paten_desk.domain.errors import NoRight
from paten_desk.store import front as fronts
from paten_desk.store import keys
from paten_desk.usecases import passwords

WRONG = "bukan sandi saya"


@pytest.fixture
def data(tmp_path):
    keys.wrap_for(tmp_path, "rina", "payung biru tua", bytes(32))
    fronts.write_front(tmp_path, fronts.Front("Kantor", {"rina": "Rina"}))
    return tmp_path


def _guess(data, tick):
    with pytest.raises(NoRight) as said:
        passwords.open_slot(data, "rina", WRONG, tick)
    return said.value.message


def test_wrong_passwords_make_one_wait_longer_each_time(data):
    tick = passwords.BEGUN + 10_000
    for wait in (0, 0, 1, 2, 4, 8):
        assert "tidak cocok" in _guess(data, tick)
        assert passwords.seconds_to_wait(data, "rina", tick) == wait
        tick += wait


def test_who_does_not_wait_is_not_even_tried(data):
    tick = passwords.BEGUN + 20_000
    for _ in range(3):
        _guess(data, tick)

    assert "Tunggu 1 detik" in _guess(data, tick + 0.5)
    assert fronts.read_front(data).tries == {"rina": 3}
    assert passwords.open_slot(data, "rina", "payung biru tua", tick + 1) == bytes(32)
    assert fronts.read_front(data).tries == {}


def test_a_new_start_of_the_program_does_not_shorten_the_wait(data):
    fronts.write_front(data, fronts.Front("Kantor", {"rina": "Rina"}, tries={"rina": 8}))

    assert passwords.seconds_to_wait(data, "rina", passwords.BEGUN) == 32
    assert "Tunggu 2 detik" in _guess(data, passwords.BEGUN + 30)


def test_a_turned_clock_does_not_shorten_the_wait(data, monkeypatch):
    tick = passwords.BEGUN + 30_000
    for _ in range(4):
        _guess(data, tick)
        tick += 2

    monkeypatch.setattr("time.time", lambda: 4e9)

    assert passwords.seconds_to_wait(data, "rina", tick - 2) == 2


def test_the_wait_ends_some_day(data):
    fronts.write_front(data, fronts.Front("Kantor", {"rina": "Rina"}, tries={"rina": 400}))

    assert passwords.seconds_to_wait(data, "rina", passwords.BEGUN) == keys.LONGEST_WAIT_S


def test_a_new_password_forgives(data):
    fronts.write_front(data, fronts.Front("Kantor", {"rina": "Rina"}, tries={"rina": 5}))

    passwords.forgive(data, "rina")

    assert passwords.seconds_to_wait(data, "rina", passwords.BEGUN) == 0
    passwords.forgive(data, "rina")


def test_an_empty_folder_has_nobody_to_wait_for(tmp_path):
    assert passwords.seconds_to_wait(tmp_path, "rina") == 0
    passwords.forgive(tmp_path, "rina")
