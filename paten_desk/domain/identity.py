"""NIK and family-card numbers: what they say, and what deserves a warning.

Only length and digits are errors. Everything else is a warning, because the card in the citizen's hand wins.
Source: structure as published by the civil registry offices, as of 2026-11.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import long_date

DIGITS = 16
WOMAN_OFFSET = 40  # the day of birth of women is written + 40
ADULT_AGE = 17  # who carries an identity card

MALE, FEMALE = "L", "P"


@dataclass(frozen=True, slots=True)
class NikFacts:
    """What the digits of a NIK say.

    Attributes:
        area: Six digits of the kecamatan where the NIK was first registered; people move.
        sex: "L" or "P".
        births: The dates it can mean, newest first; empty when the date is impossible.

    """

    area: str
    sex: str
    births: tuple[date, ...]


def digits_of(text: str) -> str:
    """Strip what people type between the digits: spaces, dots, dashes."""
    return "".join(letter for letter in text if letter not in " .-\u00a0")


def is_well_formed(nik: str) -> bool:
    """Say whether a NIK can be one at all: 16 digits, not all the same."""
    return len(nik) == DIGITS and nik.isascii() and nik.isdigit() and len(set(nik)) > 1


def decode(nik: str, today: date) -> NikFacts:
    """Read area, sex and the possible birth dates out of a well-formed NIK; never guess the century."""
    day, month, year = int(nik[6:8]), int(nik[8:10]), int(nik[10:12])
    sex = FEMALE if day > WOMAN_OFFSET else MALE
    day = day - WOMAN_OFFSET if day > WOMAN_OFFSET else day
    births = [made for century in (2000, 1900) if (made := _date(century + year, month, day)) and made <= today]
    return NikFacts(nik[:6], sex, tuple(births))


def age_on(birth: date, today: date) -> int:
    """Return the age in whole years."""
    return today.year - birth.year - ((today.month, today.day) < (birth.month, birth.day))


def likely_birth(nik: str, today: date, needs_adult: bool = True) -> date | None:
    """Return the one birth date a NIK can mean for this service, or None where a person must be asked."""
    births = decode(nik, today).births
    if needs_adult:
        births = tuple(birth for birth in births if age_on(birth, today) >= ADULT_AGE)
    return births[0] if len(births) == 1 else None


def check_nik(
    nik: str,
    today: date,
    *,
    kk: str = "",
    birth: date | None = None,
    sex: str = "",
    provinces: Collection[str] = (),
    field: str = "nik",
) -> list[Problem]:
    """List what is wrong or odd about a NIK as typed; only wrong digits block."""
    nik, kk = digits_of(nik), digits_of(kk)
    if nik and not (nik.isascii() and nik.isdigit()):
        return [Problem(field, "NIK hanya berisi angka; periksa huruf atau tanda yang terketik.")]
    if len(nik) < DIGITS:
        return [Problem(field, f"NIK harus {DIGITS} angka; baru terisi {len(nik)}.")]
    if len(nik) > DIGITS:
        return [Problem(field, f"NIK harus {DIGITS} angka; terisi {len(nik)}.")]
    if len(set(nik)) == 1:
        return [Problem(field, "NIK tidak mungkin terdiri atas satu angka yang sama; lihat kartunya lagi.")]
    if kk and nik == kk:
        return [Problem(field, "NIK sama dengan nomor KK; mungkin tertukar. Periksa kedua kartu.")]
    return [Problem(field, text, blocks=False) for text in _oddities(nik, today, birth, sex, provinces)]


def check_kk(kk: str, field: str = "kk") -> list[Problem]:
    """List what is wrong about a family-card number as typed; it may be empty."""
    kk = digits_of(kk)
    if not kk:
        return []
    if not (kk.isascii() and kk.isdigit()):
        return [Problem(field, "Nomor KK hanya berisi angka; periksa huruf atau tanda yang terketik.")]
    if len(kk) != DIGITS:
        return [Problem(field, f"Nomor KK harus {DIGITS} angka; terisi {len(kk)}.")]
    return []


def _oddities(nik: str, today: date, birth: date | None, sex: str, provinces: Collection[str]) -> list[str]:
    facts = decode(nik, today)
    day, month = int(nik[6:8]), int(nik[8:10])
    found = []
    if provinces and nik[:2] not in provinces:
        found.append(f"Kode provinsi {nik[:2]} pada NIK tidak ada dalam daftar; cocokkan dengan kartunya.")
    if not (1 <= day <= 31 or 41 <= day <= 71) or not 1 <= month <= 12:
        found.append("Angka tanggal lahir pada NIK tidak lazim; cocokkan dengan kartunya.")
    elif not facts.births:
        found.append("Tanggal lahir pada NIK tidak ada di kalender; cocokkan dengan kartunya.")
    elif birth and birth not in facts.births:
        nearest = min(facts.births, key=lambda possible: abs(possible - birth))
        found.append(f"Tanggal lahir pada NIK ({long_date(nearest)}) berbeda dari yang diketik; ikuti kartunya.")
    if sex and sex != facts.sex:
        found.append("Jenis kelamin pada NIK berbeda dari yang dipilih; ikuti kartunya.")
    if nik.endswith("0000"):
        found.append("Empat angka terakhir NIK 0000 tidak lazim; cocokkan dengan kartunya.")
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
