"""The texts of letters in force: what ships with the program, and what this office made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from paten_desk.documents import templates
from paten_desk.documents.template_file import Template
from paten_desk.domain import letter_texts as rules
from paten_desk.domain.errors import NotFound
from paten_desk.domain.letter_texts import LetterText
from paten_desk.domain.letters import Letter
from paten_desk.store import journal
from paten_desk.usecases.context import Context


def is_known(name: str) -> bool:
    """Say whether there is a text of this name."""
    return name in templates.names() or any(held.name == name for held in journal.load_all(LetterText))


def source(name: str, day: date) -> bytes:
    """Return the file of the text that counts on a day.

    Raises:
        PatenError: There is no text of this name.

    """
    held = rules.in_force(journal.load_all(LetterText), name, day)
    return held.source.encode() if held is not None and held.source else templates.shipped(name)


def in_force(context: Context, name: str) -> tuple[Template, str]:
    """Return the text that counts today, with its version.

    Raises:
        PatenError: There is no text of this name.

    """
    return _in_force(journal.version_of(LetterText), name, context.today())


def of_version(name: str, version: str) -> Template:
    """Return the text that a letter was made from; a letter keeps its version whatever is changed later.

    Raises:
        NotFound: This office has no such version.

    """
    found = _of_version(journal.version_of(LetterText), name, version)
    if found is None:
        raise NotFound(
            f"Naskah {name} versi {version} tidak ada di kantor ini.", "Surat yang tersimpan tetap dapat dicetak."
        )
    return found


def of_request(context: Context, template: str, letter: Letter | None) -> Template:
    """Return the text a request's paper is drawn from: its letter's own version, else the one that counts today."""
    if letter is not None and letter.template == template:
        held = _of_version(journal.version_of(LetterText), template, letter.template_version)
        if held is not None:
            return held
    return in_force(context, template)[0]


def with_known_text(context: Context, letter: Letter) -> Letter:
    """Return a letter not yet issued, with today's version where its own left with an older program."""
    if _of_version(journal.version_of(LetterText), letter.template, letter.template_version) is not None:
        return letter
    return replace(letter, template_version=in_force(context, letter.template)[1])


@lru_cache(128)
def _in_force(version: tuple[Any, ...], name: str, day: date) -> tuple[Template, str]:
    raw = source(name, day)
    return templates.read(name, raw), templates.version_of(raw)


@lru_cache(128)
def _of_version(journal_version: tuple[Any, ...], name: str, version: str) -> Template | None:
    held = [text.source.encode() for text in journal.load_all(LetterText) if text.name == name and text.source]
    shipped = [templates.shipped(name)] if name in templates.names() else []
    for raw in (*held, *shipped):
        if templates.version_of(raw) == version:
            return templates.read(name, raw)
    return None
