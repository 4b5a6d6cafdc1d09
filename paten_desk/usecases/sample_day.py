"""Citizens and cases of a sample day, drawn from a seed; every NIK lies in an area that does not exist."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from random import Random
from typing import Any

from paten_desk.domain.catalogue import Service, ServiceField
from paten_desk.domain.office import Office, village_head_title, village_title
from paten_desk.domain.people import Party, PartyKind
from paten_desk.domain.requests import Paper, PaperForm, PaperState, RequestDraft
from paten_desk.paths import resource

WOMEN = ("SITI", "NUR'AINI", "DEWI", "RATNA", "SRI", "YULIANA", "HJ. FATIMAH", "LESTARI", "MARIAM", "EKA")
MEN = ("MUHAMMAD", "AHMAD", "SUHARTO", "BUDI", "RIZKI", "H. ABDUL", "SLAMET", "AGUS", "YUSUF", "DEDI")
LAST = ("CONTOH", "SAMPEL", "PERAGAAN", "UJICOBA", "MISALNYA")
OCCUPATIONS = ("Petani/Pekebun", "Nelayan/Perikanan", "Wiraswasta", "Mengurus Rumah Tangga", "Buruh Harian Lepas")
SEXES = {"SKJD": "P"}  # the sample writes of a widow
MARITAL = {"SKBM": "Belum Kawin", "SKJD": "Cerai Mati"}  # what these letters are about
PURPOSES = (
    "persyaratan beasiswa",
    "pengajuan kredit usaha",
    "administrasi sekolah",
    "keperluan keluarga",
    "melamar kerja",
)
DATES = {"wedding_date": 12, "starts_on": 9, "ends_on": 10, "kua_registered_on": 0}


@dataclass(frozen=True, slots=True)
class Case:
    """One request that a sample citizen brings.

    Attributes:
        is_complete: False when a paper is missing.

    """

    applicant: Party
    asked: RequestDraft
    is_complete: bool


def citizen(random: Random, serial: int, office: Office, today: date, sex: str = "") -> Party:
    """Draw one citizen, a man ("L") or a woman ("P") where it is asked; `serial` makes the NIK unique."""
    woman = (random.random() < 0.5) if not sex else sex == "P"
    birth = today - timedelta(days=random.randrange(19 * 366, 70 * 365))
    day = birth.day + 40 * woman
    village = random.choice(office.villages)
    name = f"{random.choice(WOMEN if woman else MEN)} {random.choice(LAST)} {_letters(serial)}"
    nik = f"999905{day:02}{birth:%m%y}{serial % 10000:04}"
    return Party(
        PartyKind.PERSON,
        name,
        nik,
        kk=f"999905{today:%d%m%y}{serial % 10000:04}",
        birth_place="Kota Contoh",
        birth_date=birth,
        sex="P" if woman else "L",
        religion="Islam",
        marital_status=random.choice(("Kawin", "Belum Kawin")),
        occupation=random.choice(OCCUPATIONS),
        hamlet=random.choice(("I", "II", "III")),
        rt=f"{random.randrange(1, 9):03}",
        village=village.name,
        village_code=village.code,
        phone=f"0800{serial:07}",
        address="",
    )


def case(random: Random, serial: int, office: Office, service: Service, today: date, is_complete: bool) -> Case:
    """Draw one citizen's request for a service with everything its paper needs."""
    applicant = citizen(random, serial, office, today, SEXES.get(service.code, ""))
    if service.code in ("RDDS", "RPDS"):
        applicant = _village_government(applicant, office)
    if service.code in MARITAL:
        applicant = replace(applicant, marital_status=MARITAL[service.code])
    subjects: tuple[Party, ...] = ()
    if service.subjects == 2:
        subjects = (
            replace(citizen(random, serial + 4000, office, today, "L"), marital_status="Belum Kawin"),
            replace(citizen(random, serial + 7000, office, today, "P"), marital_status="Belum Kawin"),
        )
    fields = {
        field.key: _value(random, field, today) for field in service.fields if field.kind != "list" and field.required
    }
    lists = {field.key: _rows(field) for field in service.fields if field.kind == "list"}
    village = next(village for village in office.villages if village.code == applicant.village_code)
    asked = RequestDraft(
        service.code,
        subjects,
        random.choice(PURPOSES),
        f"470/{serial:03}/{village_head_title(office, village).split()[0].upper()}/{today.year}",
        today - timedelta(days=random.randrange(1, 9)),
        fields,
        lists,
        _papers(random, service, is_complete),
    )
    return Case(applicant, asked, is_complete)


def _village_government(speaker: Party, office: Office) -> Party:
    """Let a citizen speak for the government of a desa; a kelurahan has no funds and officers of its own."""
    desa = next((village for village in office.villages if not village.is_kelurahan), office.villages[0])
    name = f"Pemerintah {village_title(office, desa)} {desa.name}"
    government = PartyKind.VILLAGE_GOVERNMENT
    return replace(speaker, kind=government, represents=name, village=desa.name, village_code=desa.code)


def _papers(random: Random, service: Service, is_complete: bool) -> tuple[Paper, ...]:
    needed = [requirement for requirement in service.requirements if not requirement.when]
    lacking = None if is_complete else random.choice(needed).key
    return tuple(
        Paper(
            requirement.key,
            PaperState.MISSING if requirement.key == lacking else PaperState.THERE,
            random.choice((PaperForm.ORIGINAL, PaperForm.COPY)),
        )
        for requirement in needed
    )


def _value(random: Random, field: ServiceField, today: date) -> str:
    if field.kind == "date":
        return (today + timedelta(days=DATES.get(field.key, -30))).isoformat()
    if field.kind == "rupiah":
        return str(random.randrange(1, 90) * 500_000)
    return str(_field_values().get(field.key, f"{field.label} contoh"))


def _rows(field: ServiceField) -> tuple[dict[str, str], ...]:
    """Return the sample's rows of a list; a row holds its cells in the order of the columns."""
    made_up = [[f"{label} {at}" for _, label in field.columns] for at in (1, 2)]
    keys = [key for key, _ in field.columns]
    return tuple(dict(zip(keys, row, strict=True)) for row in _field_values().get(field.key, made_up))


@lru_cache(1)
def _field_values() -> dict[str, Any]:
    return dict(json.loads(resource("sample", "field_values.json").read_text(encoding="utf-8")))


def _letters(serial: int) -> str:
    text = ""
    while True:
        serial, rest = divmod(serial, 26)
        text = chr(65 + rest) + text
        if not serial:
            return text
