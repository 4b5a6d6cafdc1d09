from dataclasses import FrozenInstanceError

import pytest

from paten_desk.domain.letters import Letter


def test_a_draft_has_no_number_signature_or_document():
    letter = Letter("a", "r", "SKTM", "sktm", "0123456789ab")

    assert (letter.number, letter.serial, letter.document, letter.copies) == ("", 0, "", 0)
    assert letter.signature is None


def test_an_issued_letter_is_not_altered():
    letter = Letter("a", "r", "SKTM", "sktm", "0123456789ab", number="401/001/KEC-CTH/XI/2026")

    with pytest.raises(FrozenInstanceError):
        letter.number = "401/002/KEC-CTH/XI/2026"
