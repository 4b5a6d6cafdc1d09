"""What the law asks of a paper beyond that nothing on it is empty; checked before it is signed."""

from __future__ import annotations

import re
from datetime import date

from paten_desk.domain import calendar as working
from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Problem
from paten_desk.domain.people import Party
from paten_desk.domain.requests import Request
from paten_desk.usecases import calendars
from paten_desk.usecases.context import Context

MARRIAGE_AGE = 19  # UU 16/2019 Pasal 7: both; below it a court decides
NOTICE_DAYS = 10  # PMA 30/2024: working days between notice and marriage
_REFUSED = re.compile(r"\b(ditolak|menolak|tidak (di)?(setuju|rekomendasi)\w*)\b", re.IGNORECASE)


def problems(context: Context, service: Service, request: Request) -> list[Problem]:
    """List what keeps this request's paper from being lawful, under the names of the form."""
    match service.code:
        case "DNK":
            return _marriage(context, request)
        case "SKMT":
            return _death(request)
        case "SKBM":
            return _marital(request, frozenset({"belum kawin"}))
        case "SKJD":
            return _marital(request, frozenset({"cerai hidup", "cerai mati"})) + _widowed(request)
        case "RPDS":
            return _village_staff(request)
        case _:
            return []


def _marriage(context: Context, request: Request) -> list[Problem]:
    """Judge a dispensation of the ten working days; whose birth date is unknown is not judged."""
    typed = request.personal.fields
    wedding = _day(typed.get("wedding_date"))
    if wedding is None:
        return []
    found = []
    for who, party in zip(("Calon suami", "Calon istri"), request.personal.subjects, strict=False):
        if is_too_young(party, wedding) and not typed.get("court_number"):
            text = f"{who} belum {MARRIAGE_AGE} tahun pada hari akad; isi nomor penetapan dispensasi dari pengadilan."
            found.append(Problem("fields.court_number", text))
    registered = _day(typed.get("kua_registered_on"))
    if registered is not None:
        left = working.working_days_between(calendars.calendar(context), registered, wedding)
        if left >= NOTICE_DAYS:
            text = f"Akad masih {left} hari kerja setelah pendaftaran, jadi dispensasi tidak diperlukan."
            found.append(Problem("fields.wedding_date", text))
    return found


def is_too_young(party: Party, wedding: date) -> bool:
    """Say whether somebody may not marry on a day without a court's leave; an unknown birth date is not judged."""
    born = party.birth_date
    if born is None:
        return False
    birthday = (born.year + MARRIAGE_AGE, born.month, born.day)  # of 29 February: reached on 1 March
    return (wedding.year, wedding.month, wedding.day) < birthday


def _death(request: Request) -> list[Problem]:
    held = request.personal
    if held.village_letter_number or held.fields.get("death_letter"):
        return []
    return [Problem("fields.death_letter", "Isi nomor surat kematian dari desa, atau dari rumah sakit.")]


def _marital(request: Request, fitting: frozenset[str]) -> list[Problem]:
    """Compare what the letter says with the marital status it prints; one that is not known is not judged."""
    held = request.personal
    about = (held.subjects or (held.applicant,))[0]
    status = about.marital_status
    if not status or status.lower() in fitting:
        return []
    text = f"Status perkawinan yang tercatat {status}, berlawanan dengan isi surat ini; betulkan datanya atau tolak."
    return [Problem("subject.marital", text)]


def _widowed(request: Request) -> list[Problem]:
    """Compare Janda and Duda with the sex on record; other words are not judged."""
    held = request.personal
    about = (held.subjects or (held.applicant,))[0]
    said = held.fields.get("marital", "").strip().lower()
    if about.sex and {"janda": "P", "duda": "L"}.get(said, about.sex) != about.sex:
        return [Problem("fields.marital", f"Tertulis {said.capitalize()}, berlawanan dengan jenis kelaminnya.")]
    return []


def _village_staff(request: Request) -> list[Problem]:
    """Ask for the reason of a refusal (Permendagri 83/2015)."""
    typed = request.personal.fields
    if not _REFUSED.search(typed.get("result", "")) or typed.get("refusal_reason"):
        return []
    return [Problem("fields.refusal_reason", "Rekomendasi berisi penolakan; isi alasannya.")]


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
