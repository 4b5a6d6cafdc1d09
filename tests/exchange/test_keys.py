import json
import subprocess
from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain import ledger
from paten_desk.domain.errors import Rejected
from paten_desk.exchange import keys, signature
from paten_desk.exchange.keys import KeyCard, Role

SEED = b"\1" * 32


@pytest.fixture(scope="module")
def card():
    return KeyCard(
        Role.KECAMATAN,
        "99.99.05",
        "Kecamatan Contoh",
        "0199a000-0000-7000-8000-000000000001",
        signature.public_key(SEED).hex(),
        (keys.recipient_of(keys.new_identity()),),
        date(2026, 11, 20),
    )


def bent(card, seed=SEED, **changes):
    """A card file whose fields were changed and that was signed as it then stands."""
    said = json.loads(keys.write_card(card, SEED))
    said["card"] |= changes
    armor = signature.sign(seed, ledger.canonical(said["card"]) + b"\n", signature.REPLY_NAMESPACE)
    return ledger.canonical(said | {"signature": armor.decode()}) + b"\n"


def test_a_card_comes_back_as_it_was_written(card):
    assert keys.read_card(keys.write_card(card, SEED)) == card


def test_a_kabupaten_has_a_working_key_and_one_in_its_safe(card):
    safe = keys.recipient_of(keys.new_identity())
    kabupaten = replace(card, role=Role.KABUPATEN, area="99.99", ledger="", recipients=(*card.recipients, safe))

    assert keys.read_card(keys.write_card(kabupaten, SEED)) == kabupaten


def test_every_changed_bit_of_a_card_is_refused(card):
    data = keys.write_card(card, SEED)

    for at in range(len(data)):
        for bit in range(8):
            with pytest.raises(Rejected):
                keys.read_card(data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :])
        with pytest.raises(Rejected):
            keys.read_card(data[:at])


def test_a_card_signed_by_another_key_than_it_introduces_is_refused(card):
    with pytest.raises(Rejected, match=r"\[SIGNATURE\]"):
        keys.read_card(bent(card, seed=b"\2" * 32))
    with pytest.raises(ValueError, match="another key"):
        keys.write_card(card, b"\2" * 32)


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"format": "paten-key-card/2"}, "VERSION"),
        ({"area": "99.99"}, "SCHEMA"),
        ({"ledger": ""}, "SCHEMA"),
        ({"role": "kabupaten"}, "SCHEMA"),
        ({"recipients": []}, "SCHEMA"),
        ({"made": "2026-02-30"}, "SCHEMA"),
        ({"more": 1}, "SCHEMA"),
        ({"name": "zero\u200bwidth"}, "JSON"),
    ],
)
def test_a_bent_card_is_refused_even_when_it_is_well_signed(card, change, code):
    with pytest.raises(Rejected) as refused:
        keys.read_card(bent(card, **change))

    assert refused.value.code == code


@pytest.mark.parametrize("data", [b"", b"{}", b"{}\n", b"\xff\xd8\n", b"[]\n", b'{"card":1}\n', b"x" * 9000])
def test_what_is_no_card_is_refused(data):
    with pytest.raises(Rejected):
        keys.read_card(data)


def test_the_check_number_is_read_by_phone_and_differs_for_every_card(card):
    number = keys.check_number(card)

    assert [len(group) for group in number.split(" ")] == [4] * 5
    assert number.replace(" ", "").isdecimal()
    assert number == keys.check_number(keys.read_card(keys.write_card(card, SEED)))
    assert number != keys.check_number(replace(card, recipients=(keys.recipient_of(keys.new_identity()),)))


def test_stock_tools_check_a_card(card, tmp_path):
    said = json.loads(keys.write_card(card, SEED))
    (tmp_path / "sig").write_text(said["signature"])

    checked = subprocess.run(
        ["ssh-keygen", "-Y", "check-novalidate", "-n", signature.REPLY_NAMESPACE, "-s", tmp_path / "sig"],
        input=ledger.canonical(said["card"]) + b"\n",
        capture_output=True,
    )

    assert checked.returncode == 0


def test_the_register_lets_an_office_sign_data_and_a_kabupaten_replies(card):
    kabupaten = replace(card, role=Role.KABUPATEN, area="99.99", ledger="")

    office_line, kabupaten_line = keys.allowed_signers([card, kabupaten]).splitlines()

    assert office_line.startswith('kec-99.99.05 namespaces="paten-data-v1@paten-desk" ssh-ed25519 AAAA')
    assert kabupaten_line.startswith('kab-99.99 namespaces="paten-reply-v1@paten-desk" ssh-ed25519 AAAA')


def test_new_keys_are_new():
    assert keys.new_signing_seed() != keys.new_signing_seed()
    assert len(keys.new_signing_seed()) == 32
    assert keys.new_identity() != keys.new_identity()


def test_a_mistyped_age_key_is_noticed():
    identity = keys.new_identity()

    with pytest.raises(ValueError, match="identity"):
        keys.recipient_of(identity[:-1] + ("A" if identity[-1] != "A" else "C"))
