"""Everything the office holds on one citizen: on a page, on paper for them, and two records of one person made one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from paten_desk.domain.errors import NotFound, WrongStatus
from paten_desk.domain.people import Party, Person
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right, may
from paten_desk.store import journal
from paten_desk.store import letters as letter_store
from paten_desk.store import people as store
from paten_desk.store import requests as request_store
from paten_desk.store.connection import transaction
from paten_desk.store.letters import LetterRow
from paten_desk.store.people import PersonRow
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import people
from paten_desk.usecases.context import Context

MOST = 500
WRITTEN = ("recorded", "corrected")


@dataclass(frozen=True, slots=True)
class Note:
    """What a clerk noted on a request."""

    request: str
    number: str
    text: str


@dataclass(frozen=True, slots=True)
class Citizen:
    """One citizen with all that is theirs, newest first.

    Attributes:
        party: The citizen as last written down, with the id of their record.
        family: Others with the same family card.
        merged: Records of the same person that were merged into this one.

    """

    party: Party
    family: list[PersonRow]
    requests: list[RequestRow]
    letters: list[LetterRow]
    notes: list[Note]
    merged: list[PersonRow]


def open_citizen(context: Context, person: str) -> Citizen:
    """Return a citizen with family, requests, letters and notes, and record the look; a merged record leads on.

    Raises:
        NoRight, NotFound: Not by this user; there is none.

    """
    context.demand(Right.LOOK_UP)
    row = _row(person)
    party = people.open_person(context, row.merged_into or row.id)
    merged = store.merged_with(party.person)
    requests = _requests(party, merged)
    return Citizen(
        party,
        people.family(context, party.kk, party.person),
        requests,
        letter_store.of_requests([each.id for each in requests]),
        _notes(requests),
        merged,
    )


def may_reveal(context: Context, person: str) -> bool:
    """Say whether this user may see the numbers in full: a chief, or at the counter who wrote the record."""
    if may(context.user.roles, Right.REVEAL):
        return True
    written = {f"person.{verb}.v1" for verb in WRITTEN}
    facts = (record.fact for record in journal.history(person))
    wrote = any(fact.actor == context.user.id and fact.kind in written for fact in facts)
    return wrote and may(context.user.roles, Right.REVEAL_OWN)


def reveal(context: Context, person: str) -> Party:
    """Return a citizen's numbers in full, and record who asked to see them.

    Raises:
        NoRight, NotFound: Not by this user; there is none.

    """
    if not may_reveal(context, person):
        context.demand(Right.REVEAL)
    with transaction():
        held = journal.load(Person, person)
        journal.record(context.stamp(), "revealed", held)
    return replace(held.personal, person=person)


def merge(context: Context, stays: str, goes: str) -> None:
    """Let one of two records of the same person stand for both; the other is kept, and `unmerge` brings it back.

    Raises:
        NoRight, NotFound, WrongStatus: Not by this user; there is no such record; one of them is merged already.

    """
    context.demand(Right.CORRECT)
    if stays == goes:
        raise WrongStatus("Kedua catatan ini satu catatan yang sama.", "Pilih warga lain untuk digabungkan.")
    with transaction():
        if _row(stays).merged_into or _row(goes).merged_into or store.merged_with(goes):
            raise WrongStatus(
                "Salah satu catatan ini sudah pernah digabungkan.", "Batalkan dahulu penggabungan yang lama."
            )
        journal.record(context.stamp(), "merged", replace(journal.load(Person, goes), merged_into=stays))


def unmerge(context: Context, goes: str) -> None:
    """Bring a merged record back as it was.

    Raises:
        NoRight, NotFound, WrongStatus: Not by this user; there is no such record; it is not merged.

    """
    context.demand(Right.CORRECT)
    with transaction():
        if not _row(goes).merged_into:
            raise WrongStatus("Catatan ini tidak sedang digabungkan.", "Muat ulang halaman warga.")
        journal.record(context.stamp(), "unmerged", replace(journal.load(Person, goes), merged_into=""))


def side_by_side(context: Context, one: str, other: str) -> tuple[Party, Party]:
    """Return two records to be compared before they are merged; both looks are recorded.

    Raises:
        NoRight, NotFound: Not by this user; there is no such record.

    """
    context.demand(Right.CORRECT)
    return people.open_person(context, _row(one).id), people.open_person(context, _row(other).id)


def twins(context: Context, person: str) -> list[PersonRow]:
    """Return records that may be of the same person: the same name, or born in the same year with a like one."""
    party = journal.load(Person, person).personal
    found = store.find(party.name) if party.name else []
    if party.birth_date and party.village_code:
        found += people.alike(context, party.name, party.birth_date.year, party.village_code)
    return list({row.id: row for row in found if row.id != person}.values())


def _row(person: str) -> PersonRow:
    row = store.row(person)
    if row is None:
        raise NotFound("Data warga ini tidak ada.", "Cari lagi dengan nama atau NIK.")
    return row


def _requests(party: Party, merged: list[PersonRow]) -> list[RequestRow]:
    """Return the requests of a citizen or about them; who has no NIK is told from others by their record."""
    ids = {party.person, *(row.id for row in merged)}
    found: dict[str, RequestRow] = {}
    for nik in {party.nik, *(row.nik for row in merged)} - {""}:
        found |= {row.id: row for row in request_store.search_all(nik, MOST)}
    names = {row.name for row in merged if not row.nik} | (set() if party.nik else {party.name})
    for name in names:
        found |= {row.id: row for row in request_store.search_all(name, MOST) if _is_of(row.id, ids)}
    return sorted(found.values(), key=lambda row: -row.rowno)


def _is_of(request: str, ids: set[str]) -> bool:
    personal = journal.load(Request, request).personal
    return any(each.person in ids for each in (personal.applicant, *personal.subjects))


def _notes(requests: list[RequestRow]) -> list[Note]:
    held = ((row, journal.load(Request, row.id).personal.note) for row in requests)
    return [Note(row.id, row.number, note) for row, note in held if note]
