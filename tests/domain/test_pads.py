from datetime import datetime, timedelta, timezone

import pytest

from paten_desk.domain.pads import Pad, check_slip, free, written

WIB = timezone(timedelta(hours=7))
PRINTED = datetime(2026, 11, 2, 8, 0, tzinfo=WIB)
NOW = datetime(2026, 11, 20, 9, 30, tzinfo=WIB)
PAD = Pad("p", 2026, 1, 3, PRINTED, used={"1": "visit"}, spoiled={"2": "basah"})


def test_a_slip_is_written_with_its_year():
    assert written(7, 2026) == "K-2026-0007"


def test_what_is_neither_used_nor_spoiled_is_free():
    assert free(PAD) == (3,)


@pytest.mark.parametrize(
    ("number", "happened_at", "field", "words"),
    [
        (4, NOW, "pad_number", "tidak ada di buku"),
        (0, NOW, "pad_number", "tidak ada di buku"),
        (1, NOW, "pad_number", "sudah diketik"),
        (2, NOW, "pad_number", "basah"),
        (3, NOW + timedelta(minutes=1), "happened_at", "belum terjadi"),
        (3, PRINTED - timedelta(minutes=1), "happened_at", "lebih awal"),
        (3, NOW - timedelta(days=365), "pad_number", "tidak ada di buku"),
    ],
)
def test_what_is_wrong_with_a_slip(number, happened_at, field, words):
    (problem,) = check_slip([PAD], number, happened_at, NOW)

    assert problem.field == field
    assert words in problem.text
    assert problem.blocks


def test_a_free_slip_from_yesterday_is_right():
    assert check_slip([PAD], 3, NOW - timedelta(days=1), NOW) == []
