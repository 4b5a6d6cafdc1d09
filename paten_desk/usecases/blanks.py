"""Fill the blanks of a letter text from a request, its service and the office."""

from __future__ import annotations

from datetime import date

from paten_desk.documents import templates
from paten_desk.documents.template_file import PERSON
from paten_desk.documents.words import number_and_words, rupiah_and_words
from paten_desk.domain import calendar as working
from paten_desk.domain.catalogue import Service, ServiceField
from paten_desk.domain.formats import full_date, long_date
from paten_desk.domain.identity import FEMALE
from paten_desk.domain.office import Office, find_village, village_head_title, village_title
from paten_desk.domain.officials import REGENT_NAMES
from paten_desk.domain.people import Party
from paten_desk.domain.requests import Request
from paten_desk.usecases import calendars, letter_texts
from paten_desk.usecases.context import Context

IN_THE_KECAMATAN = frozenset({"Kepala Kepolisian Sektor", "Kepala Kantor Urusan Agama"})
WITH_WEEKDAY = frozenset({"wedding_date", "starts_on", "ends_on", "born_on", "died_on"})
COUPLE = {"groom": "calon suami", "bride": "calon istri"}

Blanks = tuple[dict[str, str], dict[str, tuple[dict[str, str], ...]]]


def of_request(context: Context, request: Request, service: Service, valid_until: date | None) -> Blanks:
    """Return the values and the lists that the service's text can print."""
    office, personal = context.office, request.personal
    about = (personal.subjects or (personal.applicant,))[0]
    values = {
        **of_office(office),
        "title": service.title or service.name,
        "service": service.name,
        "registration_no": request.number,
        "registered_on": long_date(request.received_at.date()),
        "purpose": personal.purpose,
        "valid_until": long_date(valid_until) if valid_until else "",
        "valid_for": f"{number_and_words(service.valid_days)} hari" if service.valid_days else "",
        "statement": service.statement,
        "addressee": _addressee(service, office),
        "addressee_place": (office.seat or office.name) if service.addressed_to in IN_THE_KECAMATAN else "tempat",
        "village_letter.number": personal.village_letter_number,
        "village_letter.date": long_date(personal.village_letter_date) if personal.village_letter_date else "",
        "reason": personal.reason,
    }
    values |= _party("applicant", personal.applicant, office) | _party("subject", about, office)
    values |= _village(about, office)
    fields = _fields(service, dict(personal.fields))
    if service.code == "DNK":
        fields |= _marriage(context, request, office)
    values |= {f"field.{key}": text for key, text in fields.items()}
    values |= _counts(service, request)
    lists = {key: tuple(dict(row) for row in rows) for key, rows in personal.lists.items()}
    if service.template and "details" in templates.lists_of(letter_texts.in_force(context, service.template)[0]):
        lists["details"] = tuple(
            {"name": held.label, "value": fields.get(held.key, "")}
            for held in service.fields
            if held.kind != "list" and (held.required or fields.get(held.key))
        )
    return {key: text for key, text in values.items() if text}, lists


def of_office(office: Office) -> dict[str, str]:
    """Return the values that are the office's own."""
    return {
        "kecamatan": office.name,
        "kabupaten": office.kabupaten,
        "kabupaten_kind": office.kabupaten_kind,
        "regent": REGENT_NAMES.get(office.kabupaten_kind, "BUPATI").title(),
        "seat": office.seat or office.name,
        "zone": office.zone,
    }


def _addressee(service: Service, office: Office) -> str:
    here = service.addressed_to in IN_THE_KECAMATAN
    return f"{service.addressed_to} {office.name}" if here else service.addressed_to


def labels(service: Service) -> dict[str, str]:
    """Name the service's own blanks as its form does."""
    named = {(field.key if field.kind == "list" else f"field.{field.key}"): field.label for field in service.fields}
    if service.code == "DNK":
        named |= {f"field.{who}_{key}": f"{words} {of}" for who, of in COUPLE.items() for key, words in PERSON.items()}
        named["field.working_days_left"] = "Sisa hari kerja"
    return named


def _fields(service: Service, typed: dict[str, str]) -> dict[str, str]:
    held = (field for field in service.fields if field.kind != "list" and typed.get(field.key))
    return {field.key: written(field, typed[field.key]) for field in held}


def _counts(service: Service, request: Request) -> dict[str, str]:
    """Say how many rows a list has, in figures and words; a text can ask by it whether there are any."""
    lists = request.personal.lists
    held = (field.key for field in service.fields if field.kind == "list" and lists.get(field.key))
    return {f"field.{key}": number_and_words(len(lists[key])) for key in held}


def written(field: ServiceField, text: str) -> str:
    """Write what was typed as a letter writes it: dates and money in words."""
    if field.kind == "date":
        day = date.fromisoformat(text)
        return full_date(day) if field.key in WITH_WEEKDAY else long_date(day)
    if field.kind == "rupiah":
        return rupiah_and_words(int(text))
    return text


def _party(prefix: str, party: Party, office: Office) -> dict[str, str]:
    birth = ", ".join(
        part for part in (party.birth_place, long_date(party.birth_date) if party.birth_date else "") if part
    )
    values = {
        "name": party.represents or party.name,
        "nik": party.nik or "-",
        "kk": party.kk,
        "birth": birth,
        "sex": {"": "", FEMALE: "Perempuan"}.get(party.sex, "Laki-laki"),
        "religion": party.religion,
        "marital": party.marital_status,
        "occupation": party.occupation,
        "nationality": party.nationality,
        "address": full_address(party, office),
    }
    return {f"{prefix}.{key}": text for key, text in values.items()}


def full_address(party: Party, office: Office) -> str:
    """Write an address as rural papers do: Dusun II RT 003 Desa Celikah Kecamatan Kayu Agung."""
    village = find_village(office, party.village_code)
    words = [
        party.address,
        f"{office.words.hamlet} {party.hamlet}" if party.hamlet else "",
        f"RT {party.rt}" if party.rt else "",
        f"RW {party.rw}" if party.rw else "",
        f"{village_title(office, village)} {village.name} Kecamatan {office.name}" if village else party.village,
    ]
    return " ".join(word for word in words if word)


def _village(about: Party, office: Office) -> dict[str, str]:
    village = find_village(office, about.village_code)
    if village is None:
        return (
            {
                "village.name": about.village,
                "village.kind": office.words.village,
                "village.head_title": office.words.village_head,
            }
            if about.village
            else {}
        )
    return {
        "village.kind": village_title(office, village),
        "village.name": village.name,
        "village.head_title": village_head_title(office, village),
    }


def _marriage(context: Context, request: Request, office: Office) -> dict[str, str]:
    """Source: PMA 30/2024: ten working days between notice and marriage."""
    found: dict[str, str] = {}
    for who, party in zip(COUPLE, request.personal.subjects, strict=False):
        mapped = _party(who, party, office)
        found |= {key.replace(".", "_"): text for key, text in mapped.items()}
    typed = request.personal.fields
    registered, wedding = typed.get("kua_registered_on"), typed.get("wedding_date")
    if registered and wedding:
        between = working.working_days_between(
            calendars.calendar(context), date.fromisoformat(registered), date.fromisoformat(wedding)
        )
        found["working_days_left"] = number_and_words(between)
    return found
