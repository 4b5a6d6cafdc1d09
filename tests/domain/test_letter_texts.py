from datetime import date

import pytest

from paten_desk.domain.letter_texts import LetterText, in_force

VERSIONS = (
    LetterText("a", "sktm", date(2026, 1, 1), "satu"),
    LetterText("b", "sktm", date(2026, 6, 1), "dua"),
    LetterText("c", "sktm", date(2026, 6, 1), "tiga"),
    LetterText("d", "domicile", date(2026, 3, 1), "lain"),
)


@pytest.mark.parametrize(
    ("day", "source"),
    [(date(2025, 12, 31), None), (date(2026, 5, 31), "satu"), (date(2026, 6, 1), "tiga"), (date(2030, 1, 1), "tiga")],
)
def test_the_newest_version_of_a_day_counts_and_of_two_the_later_recorded(day, source):
    held = in_force(VERSIONS, "sktm", day)

    assert (held.source if held else None) == source
