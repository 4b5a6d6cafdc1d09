import re

from paten_desk.ui import tokens
from paten_desk.ui.style import style_sheet


def test_the_style_sheet_uses_no_colour_that_the_tokens_do_not_name():
    named = {value for value in vars(tokens).values() if isinstance(value, str)}
    named |= {color for tone in tokens.TONES.values() for color in vars(tone).values()}

    used = set(re.findall(r"#[0-9A-F]{6}\b", style_sheet("icons")))

    assert used <= named
