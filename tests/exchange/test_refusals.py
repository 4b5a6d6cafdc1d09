import re
from pathlib import Path

import pytest

from paten_desk.exchange.refusals import SENTENCES, Code, refusal

FORMAT = Path(__file__).parents[2] / "docs" / "sealed-file.md"
NOT_FOR_PEOPLE = re.compile(r"!|\b(error|invalid|gagal|file|zip|json|hash|checksum|import)\b", re.IGNORECASE)


@pytest.mark.parametrize("code", Code)
def test_every_code_says_what_happened_and_what_to_do_in_calm_words(code):
    refused = refusal(code)

    assert refused.code == code
    for sentence in (refused.message, refused.hint):
        assert sentence.endswith(".")
        assert len(sentence) <= 120
        assert not NOT_FOR_PEOPLE.search(sentence)


def test_there_are_sentences_for_the_codes_and_for_nothing_else():
    assert set(SENTENCES) == set(Code)


def test_the_published_format_names_every_code():
    published = FORMAT.read_text("utf-8")

    assert all(f"| `{code}` |" in published for code in Code)


def test_the_technical_reason_stays_off_the_screen():
    refused = refusal(Code.ZIP, "central directory")

    assert refused.__notes__ == ["central directory"]
    assert "central directory" not in str(refused)
