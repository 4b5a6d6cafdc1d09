import pytest

from paten_desk.ui import tokens as t


def light(color):
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("text", "ground"), t.TEXT_PAIRS)
def test_every_word_can_be_read_on_its_ground(text, ground):
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(("edge", "ground"), t.EDGE_PAIRS)
def test_borders_that_mean_something_can_be_seen(edge, ground):
    assert contrast(edge, ground) >= 3


def test_body_text_is_at_least_ten_and_a_half_points():
    assert t.SMALL * 0.75 >= 10.5
