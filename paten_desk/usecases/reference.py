"""What ships with the program to be looked up: services, regions, holidays, lists of the civil registry.

Read once and kept. Nothing here is the office's own; what the office changes of it is in the journal.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import msgspec

from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Rejected
from paten_desk.domain.formats import MONTHS, long_date
from paten_desk.domain.holidays import HolidaySet
from paten_desk.domain.office import Village
from paten_desk.domain.people import clean
from paten_desk.paths import resource

HOLIDAY_VERSION = "2026-11-26"
"""Names the state of the shipped holidays; it changes with them."""

DECREES = {2026: "SKB 1497/2025, 2/2025, 5/2025"}
FIXED_DAYS = ((1, 1), (5, 1), (6, 1), (8, 17), (12, 25))  # month, day: holidays of every year
MAX_HOLIDAY_FILE = 32 * 1024
YEARS = range(2024, 2100)

_KINDS = ("Kabupaten Administrasi", "Kota Administrasi", "Kabupaten", "Kota")
_HOLIDAY_HINT = "Minta berkas hari libur yang resmi kepada kabupaten, lalu muat lagi."


@dataclass(frozen=True, slots=True)
class Area:
    """A province or regency.

    Attributes:
        code: Kemendagri code, "16" or "16.02".
        name: Without its kind: "Sumatera Selatan", "Ogan Komering Ilir".
        kind: "Kabupaten" or "Kota" (in Jakarta with "Administrasi"), "" for a province.

    """

    code: str
    name: str
    kind: str = ""

    def __str__(self) -> str:
        return f"{self.kind} {self.name}" if self.kind.startswith("Kota") else self.name


@dataclass(frozen=True, slots=True)
class District:
    """One kecamatan and where it lies; written "Kayu Agung, Ogan Komering Ilir, Sumatera Selatan"."""

    code: str
    name: str
    regency: Area
    province: Area

    def __str__(self) -> str:
        return f"{self.name}, {self.regency}, {self.province}"


@dataclass(frozen=True, slots=True)
class ReferenceLists:
    """The lists of the civil registry in current spelling, for choosing from; free text stays possible."""

    religions: tuple[str, ...]
    marital_statuses: tuple[str, ...]
    occupations: tuple[str, ...]
    relations: tuple[str, ...]
    educations: tuple[str, ...]


@lru_cache(1)
def shipped_services() -> tuple[Service, ...]:
    """Return the catalogue as shipped: 50 services, historical ones among them."""
    return msgspec.json.decode(resource("services.json").read_bytes(), type=tuple[Service, ...])


@lru_cache(1)
def reference_lists() -> ReferenceLists:
    """Return the lists of religions, marital statuses, occupations, relations and levels of education."""
    return msgspec.json.decode(resource("reference_lists.json").read_bytes(), type=ReferenceLists)


@lru_cache(1)
def provinces() -> tuple[Area, ...]:
    """Return the 38 provinces by code."""
    return tuple(Area(code, name) for code, name in _area_names().items() if len(code) == len("16"))


def province_codes() -> frozenset[str]:
    """Return the two-digit codes a NIK can begin with today."""
    return frozenset(province.code for province in provinces())


def regencies(province: str) -> tuple[Area, ...]:
    """Return the regencies and cities of a province by code."""
    return tuple(_regency(code) for code in _area_names() if len(code) == len("16.02") and code[:2] == province)


def districts(regency: str) -> tuple[District, ...]:
    """Return the kecamatan of a regency by code."""
    names = _area_names()
    codes = [code for code in names if len(code) == len("16.02.05") and code.startswith(f"{regency}.")]
    over = {province.code: province for province in provinces()}
    return tuple(District(code, names[code], _regency(regency), over[code[:2]]) for code in codes)


def find_district(text: str, limit: int = 20) -> tuple[District, ...]:
    """Return the kecamatan whose name, regency, province or code begin with the typed words, best first."""
    words = _fold(text).split()
    if not words:
        return ()
    typed, starts = " ".join(words), [f" {word}" for word in words]
    found = [district for district, words_of in _searchable() if all(start in words_of for start in starts)]
    found.sort(key=lambda district: (_distance(_fold(district.name), typed), str(district)))
    return tuple(found[:limit])


def villages(district: str) -> tuple[Village, ...]:
    """Return the desa and kelurahan of a kecamatan by code; none for a code that is not on the list."""
    file = resource("regions", "villages", f"{district[:2]}.tsv")
    if not re.fullmatch(r"\d\d\.\d\d\.\d\d", district) or not file.is_file():
        return ()
    lines = file.read_text(encoding="utf-8").split("\n")
    return tuple(Village(*line.split("\t")) for line in lines if line.startswith(f"{district}."))


@lru_cache(1)
def shipped_holidays() -> tuple[HolidaySet, ...]:
    """Return the days off of every year the program knows: decreed ones, then estimates without a decree."""
    held = json.loads(resource("holidays.json").read_text(encoding="utf-8"))
    found = [HolidaySet("", int(year), named, DECREES.get(int(year), "")) for year, named in held.items()]
    return tuple(found)


def read_holiday_file(content: bytes) -> HolidaySet:
    """Read a year's decree of holidays and cuti bersama as a kabupaten hands it on.

    Either JSON `{"year": 2027, "decree": "SKB …", "days": {"2027-01-01": "Tahun Baru", …}}`, or lines of date and
    name with `;`, `,` or tab between them, one of them `Keputusan;SKB …`. The file replaces the whole year, so it
    must hold the days that are off in every year.

    Raises:
        Rejected: Code "HOLIDAYS": it cannot be read, is not one year, is incomplete, or names no decree.

    """
    if len(content) > MAX_HOLIDAY_FILE:
        raise _refused("Berkas ini terlalu besar untuk daftar hari libur.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as problem:
        raise _refused("Berkas hari libur ini tidak dapat dibaca.") from problem
    decree, days = _from_json(text) if text.lstrip().startswith("{") else _from_lines(text)
    return _checked(decree, days)


@dataclass(frozen=True, slots=True)
class _HolidayFile:
    year: int
    decree: str
    days: dict[date, str]


def _from_json(text: str) -> tuple[str, list[tuple[date, str]]]:
    try:
        read = msgspec.json.decode(text, type=_HolidayFile)
    except msgspec.DecodeError as problem:
        raise _refused("Berkas hari libur ini tidak tersusun seperti yang diharapkan.") from problem
    if any(day.year != read.year for day in read.days):
        raise _refused("Berkas hari libur ini memuat tanggal dari tahun lain.")
    return read.decree, list(read.days.items())


def _from_lines(text: str) -> tuple[str, list[tuple[date, str]]]:
    decree, days = "", []
    separator = next((mark for mark in (";", "\t") if mark in text), ",")
    for number, row in enumerate(csv.reader(text.splitlines(), delimiter=separator), start=1):
        head, rest = clean(row[0]) if row else "", ", ".join(filter(None, map(clean, row[1:])))
        if head.casefold() == "keputusan":
            decree = rest
        elif head and head.casefold() != "tanggal":
            day = _read_date(head)
            if day is None or not rest:
                raise _refused(
                    f"Baris {number} berkas hari libur tidak memuat tanggal dan nama hari libur.",
                    "Tulis seperti 17/8/2027;Hari Kemerdekaan, lalu muat lagi.",
                )
            days.append((day, rest))
    return decree, days


def _checked(decree: str, days: Iterable[tuple[date, str]]) -> HolidaySet:
    named: dict[date, list[str]] = {}
    for day, name in days:
        names = named.setdefault(day, [])
        if clean(name) not in names:
            names.append(clean(name))
    years = {day.year for day in named}
    if not years:
        raise _refused("Berkas hari libur ini tidak memuat satu tanggal pun.")
    if len(years) > 1:
        raise _refused(f"Berkas hari libur ini memuat tanggal dari tahun {min(years)} sampai dengan {max(years)}.")
    (year,) = years
    if year not in YEARS:
        raise _refused(f"Berkas hari libur ini untuk tahun {year}; periksa tahunnya.")
    missing = [day for day in (date(year, *fixed) for fixed in FIXED_DAYS) if day not in named]
    if missing:
        raise _refused(f"Berkas hari libur {year} belum lengkap karena {long_date(missing[0])} tidak ada di dalamnya.")
    if not clean(decree):
        raise _refused(
            f"Berkas hari libur {year} belum menyebut nomor keputusannya.",
            "Tambahkan baris Keputusan dengan nomornya, lalu muat lagi.",
        )
    return HolidaySet("", year, {day.isoformat(): "; ".join(named[day]) for day in sorted(named)}, clean(decree))


def _read_date(text: str) -> date | None:
    """Read 2027-08-17, 17/8/2027, 17-08-2027, 17.8.2027 or 17 Agustus 2027."""
    months = {month.casefold(): at for at, month in enumerate(MONTHS, start=1)}
    parts = re.split(r"[-/. ]", text.casefold())
    if len(parts) != len(("day", "month", "year")):
        return None
    if len(parts[0]) == len("2027"):
        parts.reverse()
    day, month, year = parts[0], str(months.get(parts[1], parts[1])), parts[2]
    if not (day + month + year).isdecimal() or len(year) != len("2027"):
        return None
    try:
        return date(int(year), int(month), int(day))
    except (ValueError, OverflowError):
        return None


def _refused(message: str, hint: str = _HOLIDAY_HINT) -> Rejected:
    return Rejected("HOLIDAYS", message, hint)


@lru_cache(1)
def _area_names() -> dict[str, str]:
    lines = resource("regions", "areas.tsv").read_text(encoding="utf-8").split("\n")
    return dict(line.split("\t") for line in lines if line)


def _regency(code: str) -> Area:
    full = _area_names()[code]
    kind = next(kind for kind in _KINDS if full.startswith(f"{kind} "))
    return Area(code, full.removeprefix(f"{kind} "), kind)


@lru_cache(1)
def _searchable() -> tuple[tuple[District, str], ...]:
    """Every kecamatan with the words it is found by; a name of two words is found written as one, too."""
    names = _area_names()
    over = {province.code: province for province in provinces()}
    held = {code: _regency(code) for code in names if len(code) == len("16.02")}
    found = []
    for code, name in names.items():
        if len(code) == len("16.02.05"):
            district = District(code, name, held[code[:5]], over[code[:2]])
            words = _fold(f"{name} {district.regency.kind} {district.regency.name} {district.province.name}")
            joined = " ".join(_fold(part).replace(" ", "") for part in (name, district.regency.name))
            found.append((district, f" {code} {words} {joined}"))
    return tuple(found)


def _distance(name: str, typed: str) -> int:
    if typed in (name, name.replace(" ", "")):
        return 0
    return 1 if name.startswith(typed) or name.replace(" ", "").startswith(typed) else 2


def _fold(text: str) -> str:
    return re.sub(r"[^a-z0-9.]+", " ", re.sub(r"['’`\"ʿ]", "", text.casefold())).strip()
