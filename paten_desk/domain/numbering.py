"""How numbers look: patterns of tokens, sequence scopes, roman months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import ROMAN_MONTHS

TOKENS = frozenset({"security", "class", "seq", "unit", "unit_code", "roman_month", "month", "year", "suffix"})
BLANK = " " * 6
_TOKEN = re.compile(r"\{([a-z_]+)(?::(\d))?\}")


class SequenceScope(StrEnum):
    """What shares one running number; each starts anew on 1 January."""

    ALL_OUTGOING = "all_outgoing"
    PER_SERVICE = "per_service"
    ALL_MAIL = "all_mail"
    PER_CLASS = "per_class"


@dataclass(frozen=True, slots=True)
class NumberParts:
    """What the blanks of a pattern are filled with.

    Attributes:
        serial: The running number; 0 leaves it blank, to be written by hand.
        dated: The letter's own date; month and year come from it, never from "now".
        prefix: Of the ledger, with the sign that joins it to the running number: "L2." or "L2-"; "" for the first.
        suffix: Of an inserted number, "a"; where the pattern has no place for it, it follows the number: 015.a.

    """

    serial: int
    dated: date
    classification: str = ""
    unit: str = ""
    unit_code: str = ""
    security: str = ""
    suffix: str = ""
    prefix: str = ""


def book_of(scope: SequenceScope, service: str, classification: str) -> str:
    """Name the number book that a letter draws from."""
    return {
        SequenceScope.ALL_OUTGOING: "letter",
        SequenceScope.ALL_MAIL: "mail",
        SequenceScope.PER_SERVICE: f"letter:{service}",
        SequenceScope.PER_CLASS: f"letter:{classification}",
    }[scope]


def format_number(pattern: str, parts: NumberParts) -> str:
    """Fill a pattern such as "{class}/{seq:3}/{unit}/{roman_month}/{year}"."""
    values = {
        "security": parts.security,
        "class": parts.classification,
        "seq": str(parts.serial) if parts.serial else BLANK,
        "unit": parts.unit,
        "unit_code": parts.unit_code,
        "roman_month": ROMAN_MONTHS[parts.dated.month - 1],
        "month": f"{parts.dated.month:02}",
        "year": str(parts.dated.year),
        "suffix": parts.suffix,
    }
    inserted = f".{parts.suffix}" if parts.suffix and "{suffix}" not in pattern else ""

    def fill(found: re.Match[str]) -> str:
        value = values[found[1]].zfill(int(found[2] or 0))
        return f"{parts.prefix}{value}{inserted}" if found[1] == "seq" else value

    return _TOKEN.sub(fill, pattern)


def check_pattern(pattern: str, field: str = "pattern") -> list[Problem]:
    """List what is wrong with a pattern as typed."""
    unknown = [name for name, _ in _TOKEN.findall(pattern) if name not in TOKENS]
    if unknown:
        return [Problem(field, f"Bagian {{{unknown[0]}}} tidak dikenal; pilih dari daftar.")]
    if re.search(r"[{}]", _TOKEN.sub("", pattern)):
        return [Problem(field, "Kurung kurawal pada pola nomor tidak berpasangan.")]
    if "seq" not in {name for name, _ in _TOKEN.findall(pattern)}:
        return [Problem(field, "Pola nomor harus memuat nomor urut {seq}.")]
    return []


def last_digits(serial: int) -> str:
    """Return the six digits that stand large on a receipt and find the request again."""
    return f"{serial:06d}"[-6:]
