"""The office's own settings: names, letterhead, local words, hours, numbers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta, timezone
from enum import StrEnum

from paten_desk.domain.numbering import SequenceScope

ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}
EAST, FAR_EAST = {"51", "52", "53", "63", "64", "65", *map(str, range(71, 77))}, {"81", "82", *map(str, range(91, 97))}
WORDS_HERE = {"11": "Gampong", "13": "Nagari", **{str(code): "Kampung" for code in range(91, 97)}}


class OfficeRole(StrEnum):
    """What this installation is."""

    KECAMATAN = "kecamatan"
    KABUPATEN = "kabupaten"


@dataclass(frozen=True, slots=True)
class LocalWords:
    """What villages and their heads are called here; used on screens and letters."""

    village: str = "Desa"
    village_head: str = "Kepala Desa"
    hamlet: str = "Dusun"


LOCAL_WORDS = (
    LocalWords(),
    LocalWords("Nagari", "Wali Nagari", "Jorong"),
    LocalWords("Kampung", "Kepala Kampung", "Dusun"),
    LocalWords("Pekon", "Kepala Pekon", "Dusun"),
    LocalWords("Gampong", "Keuchik", "Dusun"),
    LocalWords("Lembang", "Kepala Lembang", "Dusun"),
)


@dataclass(frozen=True, slots=True)
class Village:
    """One desa or kelurahan; its code says which."""

    code: str
    name: str

    @property
    def is_kelurahan(self) -> bool:
        """Kemendagri codes: the last part begins with 1 for a kelurahan."""
        return self.code.split(".")[-1].startswith("1")


@dataclass(frozen=True, slots=True)
class Office:
    """One office in its present settings.

    Attributes:
        area: Kemendagri code, "16.02.05" for a kecamatan, "16.02" for a kabupaten.
        name, kabupaten, province: Names without their kind: "Kayu Agung", "Ogan Komering Ilir".
        kabupaten_kind: "Kabupaten" or "Kota".
        seat: Where letters are dated.
        crest: SHA-256 of the crest picture in the archive, "" for none.
        counters: Names of the counters.
        initials: Which initials the office asks for: "initial_section", "initial_secretary".
        number_at_print: Letter numbers are given from the draft on, not after the signature.
        classification: "2022" or "old".
        letter_font: In what letters are set: "arial", "times" or "bookman".
        sample: True for the sample office; every page and sheet says so.

    """

    id: str
    role: OfficeRole
    area: str
    name: str
    kabupaten: str
    province: str
    kabupaten_kind: str = "Kabupaten"
    seat: str = ""
    address: str = ""
    contact: str = ""
    crest: str = ""
    zone: str = "WIB"
    words: LocalWords = field(default_factory=LocalWords)
    villages: tuple[Village, ...] = ()
    counters: tuple[str, ...] = ("Loket 1",)
    initials: tuple[str, ...] = ("initial_section", "initial_secretary")
    number_at_print: bool = False
    classification: str = "2022"
    letter_pattern: str = "{class}/{seq:3}/{unit}/{roman_month}/{year}"
    letter_scope: SequenceScope = SequenceScope.ALL_OUTGOING
    request_pattern: str = "{seq:4}/PATEN/{year}"
    register_pattern: str = "{seq:3}/REG/{unit}/{roman_month}/{year}"
    unit: str = ""
    unit_code: str = ""
    complaint_phone: str = ""
    silence_days: int = 5
    letter_font: str = "arial"
    sample: bool = False


def zone_of(office: Office) -> timezone:
    """Return the office's fixed offset; Indonesia has no daylight saving."""
    return timezone(timedelta(hours=ZONES[office.zone]), office.zone)


def full_name(office: Office) -> str:
    """Name the office as on its door."""
    if office.role is OfficeRole.KABUPATEN:
        return f"{office.kabupaten_kind} {office.kabupaten}"
    return f"Kecamatan {office.name}"


def village_title(office: Office, village: Village) -> str:
    """Return the local word for this village: Kelurahan, or Desa, Nagari, or Kampung."""
    return "Kelurahan" if village.is_kelurahan else office.words.village


def village_head_title(office: Office, village: Village) -> str:
    """Return what the head of this village is called."""
    return "Lurah" if village.is_kelurahan else office.words.village_head


def find_village(office: Office, code: str) -> Village | None:
    """Return one of the office's villages by code."""
    return next((village for village in office.villages if village.code == code), None)


def zone_of_area(area: str) -> str:
    """Return the time zone of the province of a Kemendagri code.

    Source: Keputusan Presiden 41 of 1987.
    """
    return "WITA" if area[:2] in EAST else "WIT" if area[:2] in FAR_EAST else "WIB"


def words_of_area(area: str) -> LocalWords:
    """Return what villages are mostly called in the province of a Kemendagri code; the office may say otherwise."""
    village = WORDS_HERE.get(area[:2], "Desa")
    return next(words for words in LOCAL_WORDS if words.village == village)
