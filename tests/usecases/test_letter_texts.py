import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from paten_desk.documents import templates
from paten_desk.domain.errors import NotFound, PatenError
from paten_desk.domain.letter_texts import LetterText
from paten_desk.domain.letters import Letter
from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import letter_texts, letters
from tests.builders import a_request
from tests.usecases.test_letters import text_of

TODAY = date(2026, 11, 20)


def reworded(words="Naskah kantor ini."):
    raw = json.loads(templates.shipped("sktm"))
    raw["blocks"].insert(0, {"paragraph": words})
    return json.dumps(raw)


def record(context, source, since=TODAY, name="sktm"):
    made = LetterText(context.new_id(), name, since, source)
    with transaction():
        journal.record(context.stamp(), "changed", made)
    return made


def test_as_long_as_nothing_is_changed_the_shipped_text_counts(context):
    text, version = letter_texts.in_force(context, "sktm")

    assert text == templates.template("sktm")
    assert version == templates.version_of(templates.shipped("sktm"))


def test_a_changed_text_is_printed_from_its_day_on(context, clock):
    record(context, reworded(), TODAY + timedelta(days=1))
    assert "Naskah kantor ini." not in text_of(letters.preview(context, a_request(context, Status.DRAFTED).id))

    clock.forward(days=1)
    later = a_request(context, Status.DRAFTED, serial=2)
    assert "Naskah kantor ini." in text_of(letters.preview(context, later.id))


def test_a_draft_keeps_the_text_it_was_made_from(context):
    draft = a_request(context, Status.SIGNED)
    record(context, reworded())

    ready = letters.issue(context, draft.id)

    assert "Naskah kantor ini." not in text_of(letters.original(context, ready.id))
    letter = journal.load(Letter, ready.letter)
    assert letter.template_version == templates.version_of(templates.shipped("sktm"))


def test_an_empty_version_goes_back_to_the_shipped_text(context):
    record(context, reworded())
    record(context, "")

    assert letter_texts.in_force(context, "sktm")[0] == templates.template("sktm")


def test_a_text_of_its_own_needs_no_shipped_one(context):
    record(context, reworded(), name="naskah_kantor")

    assert letter_texts.is_known("naskah_kantor")
    assert letter_texts.in_force(context, "naskah_kantor")[0].title
    with pytest.raises(PatenError):
        letter_texts.in_force(context, "tidak_ada")


def test_every_version_can_be_had_again(context):
    first = templates.version_of(templates.shipped("sktm"))
    record(context, reworded())

    assert letter_texts.of_version("sktm", first) == templates.template("sktm")
    assert letter_texts.of_version("sktm", letter_texts.in_force(context, "sktm")[1]) != templates.template("sktm")
    with pytest.raises(NotFound):
        letter_texts.of_version("sktm", "tidak ada")


def test_a_draft_whose_text_left_with_an_older_program_takes_todays(context):
    context = context.with_office(replace(context.office, number_at_print=True))
    signed = a_request(context, Status.SIGNED)
    letters.number(context, signed.id)
    held = journal.load(Letter, journal.load(Request, signed.id).letter)
    with transaction():
        old = {key: text for key, text in held.personal.blanks.items() if key not in ("kabupaten_kind", "subject.name")}
        left = replace(held, template_version="000000000000", personal=replace(held.personal, blanks=old))
        journal.record(context.stamp(), "corrected", left)

    ready = letters.issue(context, signed.id)

    assert journal.load(Letter, ready.letter).template_version == templates.version_of(templates.shipped("sktm"))
