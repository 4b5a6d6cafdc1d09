"""Patterns of numbers in the office's own words: {urut:3} on the screen is {seq:3} in the settings."""

from __future__ import annotations

import re
from datetime import date

from paten_desk.domain.errors import Problem
from paten_desk.domain.numbering import NumberParts, check_pattern, format_number

WORDS = {
    "seq": "urut",
    "class": "klasifikasi",
    "unit": "singkatan",
    "unit_code": "kode_kantor",
    "roman_month": "bulan_romawi",
    "month": "bulan",
    "year": "tahun",
    "security": "sifat",
    "suffix": "akhiran",
}
_NAMES = {word: name for name, word in WORDS.items()}
_PART = re.compile(r"\{([a-z_]+)((?::\d)?)\}")
ALL_PARTS = " ".join(f"{{{word}}}" for word in WORDS.values() if word not in ("sifat", "akhiran", "kode_kantor"))
SERIAL = 12


def in_words(pattern: str) -> str:
    """Return a pattern as it stands on the screen."""
    return _PART.sub(lambda found: f"{{{WORDS.get(found[1], found[1])}{found[2]}}}", pattern)


def from_words(typed: str) -> str:
    """Return a pattern as it is stored."""
    return _PART.sub(lambda found: f"{{{_NAMES.get(found[1], found[1])}{found[2]}}}", typed)


def problems_in_words(problems: list[Problem]) -> list[Problem]:
    """Return problems whose texts name the parts as the screen does."""
    return [Problem(each.field, in_words(each.text), each.blocks) for each in problems]


def example(typed: str, unit: str, today: date) -> str:
    """Return what a number made with this pattern looks like, or how a pattern is written."""
    pattern = from_words(typed)
    if check_pattern(pattern):
        return f"Bagian: {ALL_PARTS}"
    made = format_number(pattern, NumberParts(SERIAL, today, "400.12.3.1", unit, "000"))
    return f"Contoh: {made}"
