"""The texts of letters as an office keeps them: each change a version with its day, none ever lost."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class LetterText:
    """One version of a letter's text.

    Attributes:
        name: Name of the template, as services name it.
        since: First day this version counts.
        source: The template file's text; "" goes back to the text that ships with the program.
        note: Why it was changed.
        pack: Who sent it, where it came by a signed pack, or "".

    """

    id: str
    name: str
    since: date
    source: str
    note: str = ""
    pack: str = ""


def in_force(versions: Iterable[LetterText], name: str, day: date) -> LetterText | None:
    """Return the version of a text that counts on a day, the later recorded of two; None for the shipped one."""
    found = None
    for text in versions:
        if text.name == name and text.since <= day and (found is None or found.since <= text.since):
            found = text
    return found
