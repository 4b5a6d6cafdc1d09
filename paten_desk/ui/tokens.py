"""Colours and sizes: the only file of the windows that names a colour or a size.

Sizes are logical pixels at 96 dpi (15 px = 11.25 pt). The text scale of 100 to 200 % is Qt's own scale factor, set
before the application begins, so no page ever multiplies a size by itself.
"""

from __future__ import annotations

FAMILY = "Source Sans Pro"

PAGE = "#F3F5F7"  # behind cards
SURFACE = "#FFFFFF"  # cards, fields, tables
SUNKEN = "#EBEFF2"  # heads of tables, read-only fields
DESK = "#DDE3E8"  # under a sheet of paper
SHEET_EDGE = "#B6C1CA"  # thin edge of a sheet; handles of scroll bars
PROBLEM_GROUND = "#FFFBFB"  # inside a field with a problem
LINE = "#DCE2E7"  # hairlines between things; decoration only
EDGE = "#7F8D99"  # border of what can be typed in or pressed
INK = "#16232E"  # text
INK_2 = "#485763"  # labels, second lines
INK_3 = "#5F6D79"  # hints, key caps, placeholders: the faintest text there is

ACCENT = "#0B5D78"  # what can be done, or is chosen
ACCENT_DARK = "#084659"
ACCENT_TINT = "#E3F0F4"
ACCENT_LINE = "#A9CBD7"


class Tone:
    """A meaning in colour: words, the ground they may stand on, the line around that ground."""

    def __init__(self, ink: str, tint: str, line: str) -> None:
        self.ink, self.tint, self.line = ink, tint, line


TONES = {
    "neutral": Tone(INK_2, SUNKEN, "#C9D2D9"),
    "accent": Tone(ACCENT, ACCENT_TINT, ACCENT_LINE),
    "good": Tone("#1B6638", "#E4F3E8", "#A9D3B6"),  # proven, or free of charge
    "warn": Tone("#7F4D00", "#FFF1D6", "#E8C583"),  # soon, or not yet
    "late": Tone("#A8201A", "#FCE9E7", "#E9AFAA"),  # late, wrong, must be decided
}

# What is painted on what: (text, ground). A test reckons the contrast of every pair.
TEXT_PAIRS = (
    (INK, SURFACE),
    (INK, PAGE),
    (INK, ACCENT_TINT),
    (INK_2, SURFACE),
    (INK_2, PAGE),
    (INK_2, SUNKEN),
    (INK_2, ACCENT_TINT),
    (INK_3, SURFACE),
    (INK_3, PAGE),
    (INK_3, SUNKEN),
    (ACCENT, SURFACE),
    (ACCENT, PAGE),
    (ACCENT_DARK, ACCENT_TINT),
    (SURFACE, ACCENT),
    (SURFACE, ACCENT_DARK),
    (SURFACE, INK),
    (TONES["late"].ink, PROBLEM_GROUND),
    *((tone.ink, tone.tint) for tone in TONES.values()),
    *((tone.ink, SURFACE) for tone in TONES.values()),
    *((tone.ink, PAGE) for tone in TONES.values()),
    *((INK, tone.tint) for tone in TONES.values()),
    *((INK_2, tone.tint) for tone in TONES.values()),
    *((INK_3, tone.tint) for tone in TONES.values()),
)
EDGE_PAIRS = (
    (EDGE, SURFACE),
    (EDGE, PAGE),
    (ACCENT, SURFACE),
    (TONES["late"].ink, SURFACE),
)  # borders that mean something

S1, S2, S3, S4, S5, S6 = 4, 8, 12, 16, 24, 32
RADIUS, RADIUS_CARD, RADIUS_CHIP = 6, 8, 4
FIELD_H, FIELD_BIG_H, FIELD_SMALL_H, BUTTON_H, BUTTON_SMALL_H = 36, 42, 30, 36, 28
ROW_H, HEAD_H, CHIP_H, RAIL_H, RAIL_SMALL_H = 38, 32, 22, 38, 28
RAIL_WIDE, RAIL_SLIM, RAIL_NARROW, RAIL_ICONS, TOPBAR_H, STATUS_H = 200, 180, 166, 52, 56, 30
WIDE, MIDDLE, SMALL_WINDOW = 1200, 1000, 780  # widths of the window at which the rail grows from icons alone

KEYCAP, CAPTION, SMALL, BODY, LEAD, BIG, TITLE, FIGURE, HERO = 12, 13, 14, 15, 17, 20, 22, 30, 34
