"""Every pattern that offices were seen to use, under both classifications and all four scopes, on an issued letter.

Source: domain.md §4.3.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from paten_desk.domain.letters import Letter
from paten_desk.domain.numbering import SequenceScope
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal, numbers
from paten_desk.usecases import letter_prints, letters, number_lines, requests, work
from tests.builders import a_request

PATTERNS = (
    ("{class}/{seq:3}/{unit}/{roman_month}/{year}", "{class}/001/KEC-CTH/XI/2026"),
    ("{class}/{seq}/{unit_code}/{year}", "{class}/1/419.112/2026"),
    ("B/{class}/{seq}/{unit_code}/{year}", "B/{class}/1/419.112/2026"),
    ("{class}/{seq:3}/{year}", "{class}/001/2026"),
    ("{class}/{seq:2}/{year}", "{class}/01/2026"),
    ("188/{seq}/{unit_code}/{year}", "188/1/419.112/2026"),
    ("{seq:2} TAHUN {year}", "01 TAHUN 2026"),
    ("{class}/{seq:3}/{unit}/{month}/{year}", "{class}/001/KEC-CTH/11/2026"),
)
CODES = {"2022": "400.9.14", "old": "401"}
BOOKS = (
    (SequenceScope.ALL_OUTGOING, "letter", (1, 2, 3)),
    (SequenceScope.ALL_MAIL, "mail", (1, 2, 3)),
    (SequenceScope.PER_SERVICE, "letter:SKTM", (1, 2, 1)),
    (SequenceScope.PER_CLASS, "letter:{class}", (1, 2, 1)),
)


def issued(context, code="SKTM", serial=1):
    return journal.load(Letter, a_request(context, Status.READY, code, serial).letter)


@pytest.mark.parametrize("classification", CODES)
@pytest.mark.parametrize(("pattern", "written"), PATTERNS)
def test_a_letter_bears_the_number_of_the_offices_pattern(context, classification, pattern, written):
    office = replace(context.office, letter_pattern=pattern, classification=classification, unit_code="419.112")

    made = issued(context.with_office(office))

    assert made.number == written.replace("{class}", CODES[classification])


@pytest.mark.parametrize("classification", CODES)
@pytest.mark.parametrize(("scope", "book", "serials"), BOOKS)
def test_letters_share_a_running_number_as_the_scope_says(context, clock, classification, scope, book, serials):
    office = replace(context.office, letter_scope=scope, classification=classification)
    desk = context.with_office(office)

    made = [issued(desk, code, at) for at, code in enumerate(("SKTM", "SKTM", "SKBN"), 1)]
    clock.forward(days=60)
    next_year = issued(desk, serial=4)

    assert made[0].book == book.replace("{class}", CODES[classification])
    assert tuple(letter.serial for letter in made) == serials
    assert (next_year.year, next_year.serial) == (2027, 1)
    assert numbers.last(made[0].book, 2026) == max(letter.serial for letter in made if letter.book == made[0].book)


def test_a_letters_month_is_its_own_and_not_the_day_of_its_print(context, clock):

    ready = a_request(context, Status.READY)
    clock.at += timedelta(days=30)

    letter_prints.copy(context, ready.id)

    assert "/XI/2026" in journal.load(Letter, ready.letter).number


def test_a_dossier_that_was_returned_goes_on_with_the_number_it_got(context):
    context = context.with_office(replace(context.office, number_at_print=True))
    made = a_request(context, Status.DRAFTED)
    first = letters.number(context, made.id)
    work.act(context, made.id, Action.RETURN, "fotokopi KK kurang")
    requests.complete(context, made.id, made.papers)
    work.act(context, made.id, Action.VERIFY)

    again = letters.draft(context, made.id)

    second = journal.load(Letter, again.letter)
    assert (second.id, second.number) == (first.id, first.number)
    assert second.personal.blanks["valid_until"] == first.personal.blanks["valid_until"]
    assert number_lines.holes(number_lines.book(context, "letter", 2026)) == []
