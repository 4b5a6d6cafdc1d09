"""Cetak data saya: everything the office holds on one citizen, drawn for the citizen, and recorded."""

from __future__ import annotations

from datetime import date, datetime

from paten_desk.documents import own_data
from paten_desk.documents.own_data import OwnData
from paten_desk.domain.formats import full_date, hour, long_date, spaced_nik
from paten_desk.domain.letters import STATE_WORDS, LetterState
from paten_desk.domain.office import full_name
from paten_desk.domain.people import Party, Person
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right, User, may
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.store.letters import LetterRow
from paten_desk.usecases import citizens, letterheads, scans, services, work
from paten_desk.usecases.context import Context

SEXES = {"L": "Laki-laki", "P": "Perempuan"}
VERBS = {
    "recorded": "mencatat",
    "corrected": "membetulkan",
    "looked_up": "membuka",
    "revealed": "melihat nomor lengkap",
    "data_printed": "mencetak lembar ini",
    "merged": "menggabungkan",
    "unmerged": "membatalkan penggabungan",
    "attached": "melampirkan pindaian",
    "assigned": "memilah pindaian",
}
SIMPLE = (
    ("Agama", "religion"),
    ("Status perkawinan", "marital_status"),
    ("Pekerjaan", "occupation"),
    ("Kewarganegaraan", "nationality"),
    ("Alamat", "address"),
    ("Dusun", "hamlet"),
    ("RT", "rt"),
    ("RW", "rw"),
    ("Desa/kelurahan", "village"),
    ("Nomor telepon", "phone"),
    ("Pemilik telepon", "phone_owner"),
)


def may_print(context: Context) -> bool:
    """Say whether this user prints what citizens ask for: the counter and the chiefs."""
    return may(context.user.roles, Right.REGISTER) or may(context.user.roles, Right.REVEAL)


def pdf(context: Context, person: str) -> bytes:
    """Draw everything held on a citizen on F4, with all numbers in full, and record that it was printed.

    Raises:
        NoRight, NotFound: Not by this user; there is no such citizen.

    """
    if not may_print(context):
        context.demand(Right.REGISTER)
    with transaction():
        held = citizens.open_citizen(context, person)
        journal.record(context.stamp(), "data_printed", journal.load(Person, held.party.person))
    office, now = context.office, context.now()
    names = {code: service.name for code, service in services.catalogue(context).items()}
    ids = {held.party.person, *(row.id for row in held.merged)}
    pictures = [scan.id for row in held.requests for scan in scans.of_request(context, row.id)]
    return own_data.render(
        OwnData(
            letterheads.letterhead(office),
            held.party.name,
            _facts(held.party, len(pictures)),
            tuple(row.name for row in held.family),
            tuple(
                (
                    row.number or "tanpa nomor",
                    names.get(row.service, row.service),
                    _part(row.id, ids, held.party.nik),
                    long_date(datetime.fromisoformat(row.received_at).date()),
                    work.STATUS_NAMES[Status(row.status)],
                )
                for row in held.requests
            ),
            tuple(
                (
                    row.number or "belum bernomor",
                    names.get(row.subject, row.subject),
                    long_date(date.fromisoformat(row.dated)) if row.dated else "-",
                    STATE_WORDS[LetterState(row.state)].lower()
                    if row.state
                    else "berlaku"
                    if row.document
                    else "konsep",
                )
                for row in held.letters
            ),
            tuple((note.number or "tanpa nomor", note.text) for note in held.notes),
            _looks(ids | set(pictures)),
            f"Dicetak {full_date(now.date())} pukul {hour(now)} oleh {context.user.display}, {full_name(office)}.",
        )
    )


def _facts(party: Party, pictures: int) -> tuple[tuple[str, str], ...]:
    born = long_date(party.birth_date) if party.birth_date else ""
    found = [
        ("Nama", party.name),
        ("NIK", spaced_nik(party.nik) if party.nik else f"tidak ada: {party.no_nik_reason}"),
        ("Nomor KK", spaced_nik(party.kk)),
        ("Tempat, tanggal lahir", ", ".join(each for each in (party.birth_place, born) if each)),
        ("Jenis kelamin", SEXES.get(party.sex, "")),
        *((name, getattr(party, field)) for name, field in SIMPLE),
        ("Pindaian berkas", f"{pictures} gambar, dapat dilihat di loket" if pictures else ""),
    ]
    return tuple((name, value) for name, value in found if value)


def _standing(row: LetterRow) -> str:
    if row.state:
        return STATE_WORDS[LetterState(row.state)].lower()
    return "berlaku" if row.document else "konsep"


def _part(request: str, ids: set[str], nik: str) -> str:
    """Say whether somebody asked, or was asked for."""
    applicant = journal.load(Request, request).personal.applicant
    return "pemohon" if applicant.person in ids or (nik and applicant.nik == nik) else "yang diurus"


def _looks(ids: set[str]) -> tuple[tuple[str, ...], ...]:
    facts = sorted((record.fact for each in ids for record in journal.history(each)), key=lambda fact: fact.time)
    users: dict[str, str] = {}
    for actor in {fact.actor for fact in facts}:
        users[actor] = journal.load(User, actor).display if journal.exists(actor) else "petugas lama"
    return tuple(
        (
            f"{long_date(fact.time.date())} {hour(fact.time)}",
            users[fact.actor],
            VERBS.get(fact.kind.split(".")[1], fact.kind.split(".")[1]),
        )
        for fact in facts
    )
