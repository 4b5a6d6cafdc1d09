import pytest

from paten_desk.ui import outbox
from paten_desk.usecases.standings import Standing


@pytest.mark.parametrize(
    ("is_away", "words"), [(False, "3 catatan belum diakui kabupaten"), (True, "3 catatan belum diterima kantor")]
)
def test_what_waits_is_told_with_its_receiver(is_away, words):
    standing = Standing(5, 2, 3, is_away)

    assert outbox.waiting(standing, "catatan") == words
    assert outbox.waiting(standing) == words.replace(" catatan", "")
    assert words.endswith(f"belum {outbox.taken(standing)} {outbox.receiver(standing)}")
