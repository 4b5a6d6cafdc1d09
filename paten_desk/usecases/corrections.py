"""Fill or correct what a paper prints, until it is signed; and say what it still lacks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from paten_desk.documents import template_file, templates
from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Invalid, PatenError, Problem, WrongStatus
from paten_desk.domain.letters import Letter
from paten_desk.domain.party_checks import check_party
from paten_desk.domain.people import Party, clean
from paten_desk.domain.requests import Request, check_fields
from paten_desk.domain.roles import Approval, Right
from paten_desk.domain.workflow import IN_WORK, Status
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.store.journal import Stamp
from paten_desk.usecases import approvals, blanks, legal_rules, letter_texts, people, reference, services, work
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
    """What one person can correct: everything the paper prints but the people on it (`correct_people`)."""

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
    """List what the service's text needs and the request does not fill, or what the law does not allow to be signed.

    Under the names of the form.
    """
    if not letter_texts.is_known(service.template):
        return []
    text = letter_texts.of_request(context, service.template, work.letter_of(request))
    values, lists = blanks.of_request(context, request, service, None)
    names = blanks.labels(service)
    found = []
    for blank in text.lacking(values):
        if blank in GIVEN_LATER:
            continue
        if blank in OWN_FIELDS:
            name, label = OWN_FIELDS[blank]
        elif blank.startswith("field.") and blank in names:
            name, label = f"fields.{blank.removeprefix('field.')}", names[blank]
        else:
            name, label = blank, template_file.label(blank)
        found.append(Problem(name, f"{label[:1].upper()}{label[1:]} tercetak di surat dan belum terisi."))
    missing_fields = [held for held in service.fields if held.required and held.kind != "list"]
    told = {problem.field for problem in found}
    for held in missing_fields:
        if f"fields.{held.key}" not in told and not values.get(f"field.{held.key}"):
            found.append(Problem(f"fields.{held.key}", f"{held.label} tercetak di surat dan belum terisi."))
    optional = {"details", *(held.key for held in service.fields if not held.required)}
    for name in templates.lists_of(text):
        if name not in optional and not lists.get(name):
            found.append(Problem(f"fields.{name}", f"{names.get(name, name)} tercetak di surat dan belum terisi."))
    return found + legal_rules.problems(context, service, request)


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
    if answers.village_letter_date and answers.village_letter_date > context.today():
        raise Invalid([Problem("village_letter_date", "Tanggal surat desa belum terjadi; periksa lagi.")])
    with transaction():
        held = journal.load(Request, request)
        context.demand(Right.CORRECT, held.service)
        _demand_open(held)
        if wrong := check_fields(services.service_of(held).fields, answers.fields, "fields."):
            raise Invalid(wrong)
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
        if made != held:
            _record(context, context.stamp(), made)
    return made


def check_people(context: Context, request: Request, applicant: Party, subjects: tuple[Party, ...]) -> list[Problem]:
    """List what is wrong or odd about corrected people, under the names of the form."""
    today, provinces = context.today(), reference.province_codes()
    found = check_party(applicant, today, "applicant.", provinces)
    for at, subject in enumerate(subjects):
        found += check_party(subject, today, f"subjects.{at}.", provinces)
    return found


def correct_people(
    context: Context,
    request: str,
    applicant: Party,
    subjects: tuple[Party, ...],
    approval: Approval | None = None,
) -> Request:
    """Record who the request is really of and about, until it is signed.

    Once it has a number its receipt is in the citizen's hand, so a second person answers for it too.

    Raises:
        NoRight, WrongStatus, Invalid: Not by this user, or not alone; signed already; not these people.

    """
    with transaction():
        held = journal.load(Request, request)
        context.demand(Right.CORRECT, held.service)
        _demand_open(held)
        blocking = [problem for problem in check_people(context, held, applicant, subjects) if problem.blocks]
        if blocking:
            raise Invalid(blocking)
        stamp = approvals.stamp(context, Right.CORRECT_PRINTED, approval) if held.serial else context.stamp()
        applicant = people.remember(context, people.tidy(applicant))
        subjects = tuple(people.remember(context, people.tidy(subject)) for subject in subjects)
        personal = replace(held.personal, applicant=applicant, subjects=subjects)
        made = replace(held, personal=personal, **people.statistics(context, applicant, subjects))
        if made != held:
            _record(context, stamp, made)
    return made


def _demand_open(request: Request) -> None:
    if request.status not in CORRECTABLE:
        raise WrongStatus(
            f"Permohonan {request.number} sudah ditandatangani atau berakhir sehingga isinya tetap.",
            "Batalkan dan daftarkan lagi bila isinya salah.",
        )


def _record(context: Context, stamp: Stamp, made: Request) -> None:
    """Record a corrected request; the draft of its letter follows it."""
    journal.record(stamp, "corrected", made)
    if made.letter:
        letter = journal.load(Letter, made.letter)
        values, lists = blanks.of_request(context, made, services.service_of(made), letter.valid_until)
        name = values.get("subject.name", "")
        letter = replace(letter, personal=replace(letter.personal, name=name, blanks=values, lists=lists))
        journal.record(stamp, "corrected", letter)
