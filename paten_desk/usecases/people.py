"""Citizens at the counter: found again by NIK, name or phone."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from paten_desk.domain.identity import digits_of, is_well_formed
from paten_desk.domain.people import Party, PartyKind, Person, clean, phone_digits
from paten_desk.store import journal
from paten_desk.store import people as store
from paten_desk.store import requests as request_store
from paten_desk.store.people import PersonRow
from paten_desk.store.requests import RequestRow
from paten_desk.usecases.context import Context

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
    """Return citizens by NIK, KK, phone or any part of the name, newest first."""
    return store.find(text)


def recall(context: Context, nik: str) -> Party | None:
    """Return a citizen served before as they were last written down, or None."""
    nik = digits_of(nik)
    row = store.by_nik(nik) if is_well_formed(nik) else None
    return open_person(row.id) if row else None


def open_person(person: str) -> Party:
    """Return a known citizen by id."""
    return replace(journal.load(Person, person).personal, person=person)


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


def remember(context: Context, party: Party) -> Party:
    """Record a person or what changed about them, and return the party with its person id; within `transaction()`.

    Institutions and village governments are not remembered as citizens.
    """
    if party.kind is not PartyKind.PERSON:
        return party
    row = store.by_nik(party.nik)
    identity = row.id if row else party.person
    facts = replace(party, person="")
    if not identity:
        person = Person(context.new_id(), party.village_code, facts)
        journal.record(context.stamp(), "recorded", person)
        return replace(party, person=person.id)
    held = journal.load(Person, identity)
    person = Person(identity, party.village_code, facts)
    if person != held:
        journal.record(context.stamp(), "corrected", person)
    return replace(party, person=identity)
