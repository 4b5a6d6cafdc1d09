"""The little grammar of letter texts: words, blanks, and parts that stand only with or without a blank.

    {{purpose}}                       the blank's value
    {{kecamatan.capital}}             the same in capitals
    {{#valid_until}} ... {{/}}        stands only where the blank is filled
    {{^valid_until}} ... {{/}}        stands only where it is not

Parts are not nested. Values are put in after reading, so nothing in a value is ever read as a blank.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from paten_desk.domain.errors import PatenError

DOTS = "." * 16
CAPITAL = ".capital"

_TOKEN = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_NAME = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words or one blank.

    Attributes:
        words: The words, or the name of the blank.
        is_blank: Which of the two.
        when: Name of the blank this piece depends on, or "".
        unless: True where the piece stands only without that blank.

    """

    words: str
    is_blank: bool = False
    when: str = ""
    unless: bool = False


Text = tuple[Piece, ...]


def read(words: str, is_known: Callable[[str], bool]) -> Text:
    """Read a text of a template.

    Raises:
        PatenError: A blank is unknown, or braces and parts do not close.

    """
    pieces: list[Piece] = []
    when, unless, at = "", False, 0
    for token in _TOKEN.finditer(words):
        pieces += _plain(words[at : token.start()], when, unless)
        at = token.end()
        name = token.group(1).strip()
        if name == "/":
            if not when:
                raise _wrong(words)
            when, unless = "", False
        elif name[:1] in ("#", "^"):
            if when:
                raise _wrong(words)
            when, unless = check_name(name[1:].strip(), is_known), name[0] == "^"
        else:
            pieces.append(Piece(check_name(name, is_known), True, when, unless))
    pieces += _plain(words[at:], when, unless)
    if when:
        raise _wrong(words)
    return tuple(pieces)


def check_name(name: str, is_known: Callable[[str], bool]) -> str:
    """Return the name of a blank when it is one.

    Raises:
        PatenError: No blank has this name.

    """
    if not _NAME.fullmatch(name) or not is_known(name.removesuffix(CAPITAL)):
        raise PatenError(
            f"Naskah surat memuat isian yang tidak dikenal: {name[:60]}.", "Gunakan nama isian dari daftar isian."
        )
    return name


def blanks(text: Text) -> list[str]:
    """List the names of the blanks a text prints."""
    return [piece.words.removesuffix(CAPITAL) for piece in text if piece.is_blank]


def needed(text: Text) -> list[str]:
    """List the blanks a text cannot do without."""
    return [piece.words.removesuffix(CAPITAL) for piece in text if piece.is_blank and not piece.when]


def empty(text: Text, values: Mapping[str, str]) -> list[str]:
    """List the blanks that would stay open if a text were printed with these values."""
    printed = (piece for piece in text if piece.is_blank and holds(piece.when, piece.unless, values))
    names = (piece.words.removesuffix(CAPITAL) for piece in printed)
    return [name for name in names if not values.get(name, "").strip()]


def holds(when: str, unless: bool, values: Mapping[str, str]) -> bool:
    """Tell whether a condition on a blank is met; none is always met."""
    return not when or bool(values.get(when, "").strip()) is not unless


def fill(text: Text, values: Mapping[str, str], missing: Callable[[str], str]) -> str:
    """Write a text with its blanks filled; what `missing` returns stands in for an empty one."""
    return "".join(_written(piece, values, missing) for piece in text if holds(piece.when, piece.unless, values))


def _written(piece: Piece, values: Mapping[str, str], missing: Callable[[str], str]) -> str:
    if not piece.is_blank:
        return piece.words
    name = piece.words.removesuffix(CAPITAL)
    value = values.get(name, "").strip()
    if not value:
        return missing(name)
    return value.upper() if piece.words.endswith(CAPITAL) else value


def _plain(words: str, when: str, unless: bool) -> list[Piece]:
    if "{{" in words or "}}" in words:
        raise _wrong(words)
    return [Piece(words, False, when, unless)] if words else []


def _wrong(words: str) -> PatenError:
    return PatenError(f"Naskah surat tidak dapat dibaca: {words[:60]}", "Periksa tanda kurung kurawalnya.")
