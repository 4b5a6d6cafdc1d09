"""Fill or correct what a paper prints, until it is signed; and say what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from paten_desk.documents import templates
from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Invalid, PatenError, Problem, WrongStatus
from paten_desk.domain.letters import Letter
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import IN_WORK, Status
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import blanks, work
from paten_desk.usecases.context import Context

CORRECTABLE = frozenset({Status.RETURNED, *IN_WORK})
OWN_FIELDS = {
    "purpose": ("purpose", "Keperluan"),
    "village_letter.number": ("village_letter_number", "Nomor surat desa"),
    "village_letter.date": ("village_letter_date", "Tanggal surat desa"),
}
GIVEN_LATER = frozenset({"valid_until", "valid_for"})


@dataclass(frozen=True, slots=True)
class Answers:
    """What can be corrected: everything the paper prints but the people on it."""

    purpose: str = ""
    village_letter_number: str = ""
    village_letter_date: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)


def answers_of(request: Request) -> Answers:
    """Return what a request says now."""
    held = request.personal
    return Answers(held.purpose, held.village_letter_number, held.village_letter_date, held.fields, held.lists)


def is_open(context: Context, request: Request) -> bool:
    """Say whether this request can still be corrected."""
    return request.status in CORRECTABLE


def lacking(context: Context, request: Request, service: Service) -> list[Problem]:
    """List the blanks that the service's text needs and the request does not fill, under the names of the form."""
    if service.template not in templates.names():
        return []
    values, lists = blanks.of_request(context, request, service, None)
    names = blanks.labels(service)
    found = []
    for blank in templates.required_of(service.template):
        if values.get(blank) or blank in GIVEN_LATER:
            continue
        if blank in OWN_FIELDS:
            name, label = OWN_FIELDS[blank]
        elif blank.startswith("field.") and blank in names:
            name, label = f"fields.{blank.removeprefix('field.')}", names[blank]
        else:
            continue
        found.append(Problem(name, f"{label} tercetak di surat dan belum terisi."))
    missing_fields = [held for held in service.fields if held.required and held.kind != "list"]
    told = {problem.field for problem in found}
    for held in missing_fields:
        if f"fields.{held.key}" not in told and not values.get(f"field.{held.key}"):
            found.append(Problem(f"fields.{held.key}", f"{held.label} tercetak di surat dan belum terisi."))
    for name in templates.lists_of(service.template):
        if name != "details" and not lists.get(name):
            found.append(Problem(f"fields.{name}", f"{names.get(name, name)} tercetak di surat dan belum terisi."))
    return found


def demand_filled(context: Context, request: Request, service: Service) -> None:
    """Let a paper be signed only when nothing on it would stay a dotted line.

    Raises:
        PatenError: Something is empty; it names the first and where to fill it.

    """
    found = lacking(context, request, service)
    if found:
        raise PatenError(found[0].text, "Lengkapi lewat Ubah isian (F2) pada berkasnya, lalu ulangi.")


def correct(context: Context, request: str, answers: Answers) -> Request:
    """Record corrected answers; the draft of the letter follows them.

    Raises:
        NoRight, WrongStatus, Invalid: Not by this user; signed already; a date that has not come.

    """
    context.demand(Right.CORRECT)
    if answers.village_letter_date and answers.village_letter_date > context.today():
        raise Invalid([Problem("village_letter_date", "Tanggal surat desa belum terjadi; periksa lagi.")])
    with transaction():
        held = journal.load(Request, request)
        if held.status not in CORRECTABLE:
            raise WrongStatus(
                f"Permohonan {held.number} sudah ditandatangani atau berakhir sehingga isinya tetap.",
                "Batalkan dan daftarkan lagi bila isinya salah.",
            )
        personal = replace(
            held.personal,
            purpose=clean(answers.purpose),
            village_letter_number=clean(answers.village_letter_number),
            village_letter_date=answers.village_letter_date,
            fields={key: clean(text) for key, text in answers.fields.items() if clean(text)},
            lists={
                key: tuple({name: clean(text) for name, text in row.items()} for row in rows)
                for key, rows in answers.lists.items()
                if rows
            },
        )
        made = replace(held, personal=personal)
        if made == held:
            return held
        journal.record(context.stamp(), "corrected", made)
        if made.letter:
            values, lists = blanks.of_request(context, made, work.service_of(made), None)
            letter = journal.load(Letter, made.letter)
            letter = replace(letter, personal=replace(letter.personal, blanks=values, lists=lists))
            journal.record(context.stamp(), "corrected", letter)
    return made
