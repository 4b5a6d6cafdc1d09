from datetime import date

import pytest

from paten_desk.domain.errors import Rejected
from paten_desk.domain.proofs import Kind, Proof, key_id
from paten_desk.exchange import proofs
from paten_desk.exchange.signature import public_key

SEED = b"s" * 32
PUBLIC = public_key(SEED)
MADE = Proof(Kind.LETTER, "99.99.05", key_id(PUBLIC), date(2026, 11, 20), None, "001/KEC/2026", "SC", b"12345678")


def test_a_code_is_letters_and_digits_that_any_keyboard_can_type():
    text = proofs.write(MADE, SEED)

    assert text.startswith("PATEN2:")
    assert text[7:].isalnum()
    assert text.upper() == text
    assert len(text) < 222  # fits into a QR code of 49 modules


def test_what_was_signed_is_read_and_its_signature_holds():
    proof, body, signature = proofs.read(proofs.write(MADE, SEED))

    assert proof == MADE
    assert proofs.is_signed_by(PUBLIC, body, signature)
    assert not proofs.is_signed_by(public_key(b"t" * 32), body, signature)


def test_small_letters_spaces_and_dashes_of_typing_are_mended():
    text = proofs.write(MADE, SEED)
    typed = " ".join(text[at : at + 5] for at in range(0, len(text), 5)).lower()

    assert proofs.read(typed)[0] == MADE
    assert proofs.read(text[:30] + "-\n" + text[30:])[0] == MADE


def test_no_letter_of_a_code_can_be_changed():
    text = proofs.write(MADE, SEED)
    for at in range(7, len(text)):
        other = text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]
        try:
            _, body, signature = proofs.read(other)
        except Rejected:
            continue
        assert not proofs.is_signed_by(PUBLIC, body, signature), at


@pytest.mark.parametrize(
    "text", ["", "PATEN2:", "PATEN1:99.99.05:R:1:ABCD", "PATEN2:ABC", "PATEN2:" + "A" * 500, "halo"]
)
def test_what_is_no_code_is_refused_in_a_sentence(text):
    with pytest.raises(Rejected) as caught:
        proofs.read(text)

    assert caught.value.code == "PROOF"
    assert caught.value.hint


def test_a_code_cut_short_is_refused():
    text = proofs.write(MADE, SEED)
    for length in range(len(text)):
        try:
            _, body, signature = proofs.read(text[:length])
        except Rejected:
            continue
        assert not proofs.is_signed_by(PUBLIC, body, signature)
