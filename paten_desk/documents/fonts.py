"""The type families of our paper, and what is done with a letter they do not have.

A sheet names its faces `LETTER` and `SANS`. Which family stands for `LETTER` is the office's choice: inside
`letters_in("times")` all that is measured and drawn under the names of `LETTER` comes from the family chosen.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from paten_desk.paths import resource

LETTER, LETTER_BOLD, LETTER_ITALIC = "PatenLetter", "PatenLetter-Bold", "PatenLetter-Italic"
SANS, SANS_SEMIBOLD, SANS_BOLD, SANS_ITALIC = (
    "SourceSans",
    "SourceSans-Semibold",
    "SourceSans-Bold",
    "SourceSans-Italic",
)

LETTER_FACES = (LETTER, LETTER_BOLD, LETTER_ITALIC, "PatenLetter-BoldItalic")
FAMILIES = {"arial": "PatenLetter", "times": "PatenSerif", "bookman": "PatenBook"}

_FILES = {
    SANS: "SourceSansPro-Regular.ttf",
    SANS_SEMIBOLD: "SourceSansPro-Semibold.ttf",
    SANS_BOLD: "SourceSansPro-Bold.ttf",
    SANS_ITALIC: "SourceSansPro-It.ttf",
}
_SUBSTITUTES = ("□", "☐", "?")
_NEAR = {"\u2011": "-", "\u2010": "-", "\u02bb": "‘", "\u02bc": "’", "\u02be": "’", "\u02bf": "‘", "●": "•", "□": "☐"}


_family: ContextVar[str] = ContextVar("family", default="arial")


@cache
def register() -> None:
    """Tell reportlab about the fonts that every sheet uses, once for a process."""
    _register_family("arial")
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(resource("fonts", file))))
    pdfmetrics.registerFontFamily(SANS, SANS, SANS_BOLD, SANS_ITALIC, SANS_BOLD)


@cache
def _register_family(family: str) -> None:
    for name in LETTER_FACES:
        _, dash, style = name.partition("-")
        file = f"{FAMILIES[family]}-{style or 'Regular'}.ttf"
        pdfmetrics.registerFont(TTFont(f"{FAMILIES[family]}{dash}{style}", str(resource("fonts", file))))
    own = FAMILIES[family]
    pdfmetrics.registerFontFamily(own, own, f"{own}-Bold", f"{own}-Italic", f"{own}-BoldItalic")


@contextmanager
def letters_in(family: str) -> Iterator[None]:
    """Draw `LETTER` in another family for a while, in this thread alone: "arial", "times" or "bookman".

    The files of a family are read when it is first used. An unknown name, e.g. of a newer program, is "arial".
    """
    known = family if family in FAMILIES else "arial"
    _register_family(known)
    before = _family.set(known)
    try:
        yield
    finally:
        _family.reset(before)


def face(font: str) -> str:
    """Return the name of the font that is drawn where a sheet asks for this one."""
    family = _family.get()
    return font if family == "arial" or font not in LETTER_FACES else font.replace(LETTER, FAMILIES[family])


def width(words: str, font: str, size: float) -> float:
    """Measure words in points."""
    register()
    return float(pdfmetrics.stringWidth(words, face(font), size))


def clean(words: str, font: str) -> str:
    """Make any text printable in a font: what it lacks is shown as a box, never dropped and never an error.

    Accents are composed, tabs, newlines and odd spaces become spaces, invisible direction and joining marks go.
    """
    if words.isascii() and words.isprintable():
        return words
    composed, drawn = unicodedata.normalize("NFC", words), face(font)
    return "".join(_shown(letter, drawn) for letter in composed)


def markup(words: str, font: str) -> str:
    """Return text as a paragraph takes it: data can never become markup."""
    return escape(clean(words, font))


def lacking(words: str) -> str:
    """List the letters of a text that would be printed as a box, each once, in order."""
    composed = unicodedata.normalize("NFC", words)
    boxed = [letter for letter in composed if letter not in _SUBSTITUTES and _shown(letter, LETTER) == _box(LETTER)]
    return "".join(dict.fromkeys(boxed))


@cache
def _glyphs(font: str) -> frozenset[int]:
    register()
    face: Any = pdfmetrics.getFont(font).face
    return frozenset(face.charToGlyph)


@cache
def _box(font: str) -> str:
    return next(sign for sign in _SUBSTITUTES if ord(sign) in _glyphs(font))


@lru_cache(8192)
def _shown(letter: str, font: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Zl", "Zp", "Zs") and letter != "\u00a0":
        return " "
    if kind == "Cf":
        return ""
    if kind not in ("Cs", "Cn", "Co"):
        if ord(letter) in _glyphs(font):
            return letter
        plain = unicodedata.normalize("NFKC", letter)
        if plain != letter and all(ord(part) in _glyphs(font) for part in plain):
            return plain
        if letter in _NEAR:
            return _NEAR[letter]
    return _box(font)
