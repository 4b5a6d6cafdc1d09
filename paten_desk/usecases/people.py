"""Citizens at the counter: found again by NIK, name or phone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from difflib import SequenceMatcher
from typing import Any

from paten_desk.domain.identity import age_on, digits_of, is_well_formed
from paten_desk.domain.office import find_village
from paten_desk.domain.people import Party, PartyKind, Person, clean, phone_digits, search_key
from paten_desk.domain.requests import age_band
from paten_desk.store import journal
from paten_desk.store import people as store
from paten_desk.store import requests as request_store
from paten_desk.store.connection import transaction
from paten_desk.store.people import PersonRow as PersonRow  # lists of the window name these rows
from paten_desk.store.requests import RequestRow
from paten_desk.usecases.context import Context

ONE_LOOK = timedelta(minutes=15)
ALIKE = 0.75
FAMILY, DOUBLES, SHORTEST_NAME = 50, 3, 4
TEXT_FIELDS = (
    "name",
    "no_nik_reason",
    "birth_place",
    "religion",
    "marital_status",
    "occupation",
    "nationality",
    "address",
    "hamlet",
    "village",
    "phone_owner",
    "represents",
)


def find(context: Context, text: str) -> list[PersonRow]:
    """Return citizens by NIK, KK, phone or any part of the name, newest first; old spelling where nothing else is."""
    return store.find(text) or store.find(text, is_old=True)


def alike(context: Context, name: str, year: int, village: str) -> list[PersonRow]:
    """Return who of a village was born in a year and has a name like this one, the likest first.

    For citizens without a card, whose name is spelled as it is heard.
    """
    key = search_key(name)
    close = [(SequenceMatcher(None, key, search_key(row.name)).ratio(), row) for row in store.born_in(year, village)]
    return [row for ratio, row in sorted(close, key=lambda each: -each[0]) if ratio >= ALIKE]


def family(context: Context, kk: str, without: str = "") -> list[PersonRow]:
    """Return the citizens of one family card, oldest record first, without the person of this id."""
    if not is_well_formed(kk := digits_of(kk)):
        return []
    same = (row for row in store.find(kk, FAMILY) if row.id != without)
    return sorted((row for row in same if journal.load(Person, row.id).personal.kk == kk), key=lambda row: row.rowno)


def doubles(context: Context, typed: Party) -> list[PersonRow]:
    """Return who is recorded already and may be the person who is being typed anew, the likest first; at most three.

    The same name as it is searched for, or a like one of the same year of birth and village; never their own record,
    nor the same NIK, which is recalled as soon as it is typed.
    """
    name, nik = clean(typed.name), digits_of(typed.nik)
    if len(name) < SHORTEST_NAME:
        return []
    found: list[PersonRow] = []
    if typed.birth_date and typed.village_code:
        found = alike(context, name, typed.birth_date.year, typed.village_code)
    found += [row for row in store.find(name) if search_key(row.name) == search_key(name)]
    others = (row for row in found if not row.merged_into and row.id != typed.person)
    unlike = {row.id: row for row in others if not (nik and row.nik == nik)}
    return list(unlike.values())[:DOUBLES]


def recall(context: Context, nik: str) -> Party | None:
    """Return a citizen served before as they were last written down, or None."""
    nik = digits_of(nik)
    row = store.by_nik(nik) if is_well_formed(nik) else None
    return open_person(context, row.merged_into or row.id) if row else None


def name_of(context: Context, nik: str) -> str:
    """Return the name a NIK was last written down with, or "", for a warning that masks it."""
    row = store.by_nik(digits_of(nik))
    return row.name if row else ""


def open_person(context: Context, person: str) -> Party:
    """Return a known citizen by id, and record who looked; the same look within a quarter of an hour counts once."""
    with transaction():
        held = journal.load(Person, person)
        newest = journal.history(person)[-1].fact
        if newest.actor != context.user.id or context.now() - newest.time > ONE_LOOK:
            journal.record(context.stamp(), "looked_up", held)
    return replace(held.personal, person=person)


def requests_of(context: Context, nik: str) -> list[RequestRow]:
    """Return what a citizen has asked for, newest first."""
    return request_store.of_person(digits_of(nik))


def tidy(party: Party) -> Party:
    """Return a party with its texts in the one form that is stored."""
    texts: dict[str, Any] = {name: clean(getattr(party, name)) for name in TEXT_FIELDS}
    return replace(
        party,
        **texts,
        nik=digits_of(party.nik),
        kk=digits_of(party.kk),
        phone=phone_digits(party.phone),
        rt=party.rt.strip().zfill(3) if party.rt.strip() else "",
        rw=party.rw.strip().zfill(3) if party.rw.strip() else "",
    )


def statistics(context: Context, applicant: Party, subjects: tuple[Party, ...]) -> dict[str, Any]:
    """Return what a request says openly of its people: village, kind, sex, age band, from outside or not."""
    about = (subjects or (applicant,))[0]
    age = age_on(about.birth_date, context.now().date()) if about.birth_date else None
    is_person = applicant.kind is PartyKind.PERSON
    return {
        "village": about.village_code,
        "applicant_kind": applicant.kind,
        "sex": about.sex,
        "age_band": age_band(age),
        "outside": is_person and find_village(context.office, applicant.village_code) is None,
    }


def remember(context: Context, party: Party) -> Party:
    """Record a person or what changed about them, and return the party with its person id; within `transaction()`.

    Institutions and village governments are not remembered as citizens. Where the record was merged into another one
    of the same person, that one is meant, and stays as it is.
    """
    if party.kind is not PartyKind.PERSON:
        return party
    row = store.by_nik(party.nik)
    meant = row or store.row(party.person)
    if meant is not None and meant.merged_into:
        return replace(party, person=meant.merged_into)
    identity = row.id if row else party.person
    facts = replace(party, person="")
    if identity and not row and _is_another(journal.load(Person, identity).personal, facts):
        identity = ""
    if not identity:
        person = Person(context.new_id(), party.village_code, facts)
        journal.record(context.stamp(), "recorded", person)
        return replace(party, person=person.id)
    held = journal.load(Person, identity)
    person = Person(identity, party.village_code, facts)
    if person != held:
        journal.record(context.stamp(), "corrected", person)
    return replace(party, person=identity)


def _is_another(held: Party, typed: Party) -> bool:
    """Take a NIK and a name that both differ for somebody else, so that nobody's own record is written over."""
    return bool(held.nik and typed.nik) and held.nik != typed.nik and held.name != typed.name
