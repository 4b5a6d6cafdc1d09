import json
import subprocess

import pytest

from paten_desk.domain.errors import NoRight, NotFound, Rejected
from paten_desk.store import keys
from tests.conftest import SHIPPED_COST


def test_a_password_opens_its_own_slot_and_no_other(tmp_path):
    key = keys.new_data_key()
    keys.wrap_for(tmp_path, "a", "empat kata yang panjang", key)
    keys.wrap_for(tmp_path, "b", "kata lain yang panjang", key)

    assert keys.unwrap_for(tmp_path, "a", "empat kata yang panjang") == key
    with pytest.raises(NoRight, match="tidak cocok"):
        keys.unwrap_for(tmp_path, "b", "empat kata yang panjang")


def test_a_guess_costs_64_mib_and_three_rounds(tmp_path, monkeypatch):
    monkeypatch.setattr(keys, "MEMORY_KIB", SHIPPED_COST[0])
    monkeypatch.setattr(keys, "ROUNDS", SHIPPED_COST[1])
    key = keys.new_data_key()

    keys.wrap_for(tmp_path, "a", "empat kata yang panjang", key)

    slot = json.loads((tmp_path / "slots" / "a.json").read_text(encoding="ascii"))
    assert (slot["kdf"], slot["memory_kib"], slot["rounds"]) == ("argon2id", 65_536, 3)
    assert keys.unwrap_for(tmp_path, "a", "empat kata yang panjang") == key


def test_a_slot_moved_to_another_user_does_not_open(tmp_path):
    keys.wrap_for(tmp_path, "a", "empat kata yang panjang", keys.new_data_key())
    (tmp_path / "slots" / "a.json").rename(tmp_path / "slots" / "b.json")

    with pytest.raises(NoRight):
        keys.unwrap_for(tmp_path, "b", "empat kata yang panjang")


def test_a_user_without_a_slot_is_told_what_to_do(tmp_path):
    with pytest.raises(NotFound, match="belum punya kata sandi"):
        keys.unwrap_for(tmp_path, "x", "apa saja")


@pytest.mark.parametrize(
    "password", ["pendek", "1234567890", "aaaaaaaaaaaa", "Paten Desk", "kayu agung", "Kayu-Agung!"]
)
def test_weak_passwords_are_refused_in_one_sentence(password):
    assert keys.weak_password(password, ("Kayu Agung",)).endswith(".")


def test_a_sentence_of_words_is_a_good_password():
    assert keys.weak_password("sungai komering pagi hari") == ""


def test_the_recovery_sheet_opens_the_data_with_stock_age_alone(tmp_path):
    key = keys.new_data_key()
    secret = keys.make_recovery(tmp_path, key)
    (tmp_path / "identity.txt").write_text(secret + "\n")

    opened = subprocess.run(
        ["age", "-d", "-i", tmp_path / "identity.txt", tmp_path / "recovery.age"], capture_output=True, check=True
    )

    assert opened.stdout == key
    assert keys.recover(tmp_path, secret.lower().replace("1", "1 ", 1)) == key


def test_a_wrong_recovery_code_is_refused(tmp_path):
    keys.make_recovery(tmp_path, keys.new_data_key())

    with pytest.raises(NoRight, match="lembar pemulihan"):
        keys.recover(tmp_path, "AGE-SECRET-KEY-1XXXX")


def test_waiting_grows_after_three_tries_and_ends_somewhere():
    waits = [keys.wait_after(tries) for tries in range(20)]

    assert waits[:3] == [0, 0, 0]
    assert waits == sorted(waits)
    assert waits[-1] == 900


def test_a_secret_outside_the_data_opens_with_its_data_key_alone(tmp_path):
    key = keys.new_data_key()
    keys.store_secret(tmp_path / "kunci", "signing", b"s" * 32, key)

    assert keys.read_secret(tmp_path / "kunci", "signing", key) == b"s" * 32
    with pytest.raises(Rejected):
        keys.read_secret(tmp_path / "kunci", "signing", keys.new_data_key())
    with pytest.raises(NotFound, match="tidak ada di komputer ini"):
        keys.read_secret(tmp_path / "kunci", "other", key)


def test_no_secret_stands_in_the_clear(tmp_path):
    key = keys.new_data_key()
    keys.wrap_for(tmp_path, "a", "empat kata yang panjang", key)
    secret = keys.make_recovery(tmp_path, key)
    keys.store_secret(tmp_path, "signing", b"signing-seed-signing-seed-signin", key)

    everything = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert key not in everything
    assert key.hex().encode() not in everything
    assert secret.encode() not in everything
    assert b"signing-seed" not in everything


def test_a_lost_recovery_file_is_said_and_comes_from_a_backup(tmp_path):
    secret = keys.make_recovery(tmp_path, keys.new_data_key())
    (tmp_path / "recovery.age").unlink()

    with pytest.raises(NotFound, match="tidak ada") as told:
        keys.recover(tmp_path, secret)

    assert told.value.hint == "Salin dari cadangan."
