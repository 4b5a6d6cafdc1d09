"""One box for everything: requests, citizens and letters by any part of a name or number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from paten_desk.domain.people import search_key
from paten_desk.store import letters as letter_store
from paten_desk.store import people as people_store
from paten_desk.store import requests as request_store
from paten_desk.store.letters import LetterRow as LetterRow  # lists of the window name these rows
from paten_desk.store.people import PersonRow as PersonRow
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import people
from paten_desk.usecases.context import Context

PAGE = 20
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


class How(StrEnum):
    """In which pass something was found."""

    AS_TYPED = ""
    OLD_SPELLING = "old"
    ALIKE = "alike"


@dataclass(frozen=True, slots=True)
class Found:
    """The first page of each kind, newest first."""

    text: str
    how: How
    requests: list[RequestRow]
    people: list[PersonRow]
    letters: list[LetterRow]


@dataclass(frozen=True, slots=True)
class Totals:
    """How many of each kind there are in all."""

    requests: int
    people: int
    letters: int


def look(context: Context, text: str) -> Found:
    """Search everywhere: as typed, then in old spelling, then citizens by a like name, year of birth and village."""
    found = _pass(text, How.AS_TYPED)
    if not _is_empty(found):
        return found
    found = _pass(text, How.OLD_SPELLING)
    if not _is_empty(found):
        return found
    close = _alike(context, text)[:PAGE]
    return Found(text, How.ALIKE if close else How.AS_TYPED, [], close, [])


def more_requests(context: Context, found: Found, before: int) -> list[RequestRow]:
    """Return the next page of requests, before a row number."""
    return request_store.search_all(found.text, PAGE, before, found.how is How.OLD_SPELLING)


def more_people(context: Context, found: Found, before: int) -> list[PersonRow]:
    """Return the next page of citizens, before a row number; who is only alike stands on the first one."""
    if found.how is How.ALIKE:
        return []
    return people_store.find(found.text, PAGE, before, found.how is How.OLD_SPELLING)


def more_letters(context: Context, found: Found, before: int) -> list[LetterRow]:
    """Return the next page of letters, before a row number."""
    return letter_store.find(found.text, PAGE, before, found.how is How.OLD_SPELLING)


def is_whole(found: Found) -> bool:
    """Say whether the first pages hold everything, so that nothing needs counting."""
    return max(len(found.requests), len(found.people), len(found.letters)) < PAGE or found.how is How.ALIKE


def totals(context: Context, found: Found) -> Totals:
    """Count everything that was found; exact."""
    is_old = found.how is How.OLD_SPELLING
    held = (len(found.requests), len(found.people), len(found.letters))
    if is_whole(found):
        return Totals(*held)
    counts = (request_store.count_found, people_store.count, letter_store.count_found)
    return Totals(
        *(many if many < PAGE else count(found.text, is_old) for many, count in zip(held, counts, strict=True))
    )


def _pass(text: str, how: How) -> Found:
    is_old = how is How.OLD_SPELLING
    return Found(
        text,
        how,
        request_store.search_all(text, PAGE, is_old=is_old),
        people_store.find(text, PAGE, is_old=is_old),
        letter_store.find(text, PAGE, is_old=is_old),
    )


def _is_empty(found: Found) -> bool:
    return not (found.requests or found.people or found.letters)


def _alike(context: Context, text: str) -> list[PersonRow]:
    """Take a year and a village of the office out of the words; without both nobody is alike."""
    year = _YEAR.search(text)
    if year is None:
        return []
    words = search_key(text.replace(year.group(), " "))
    for village in context.office.villages:
        place = search_key(village.name)
        if place and f" {place} " in f" {words} ":
            name = f" {words} ".replace(f" {place} ", " ").strip()
            return people.alike(context, name, int(year.group()), village.code)
    return []
