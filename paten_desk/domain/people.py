"""Citizens: who comes, whom a letter is about, and how a name is found again."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

NAME_LENGTH = 100

TITLES = frozenset(
    "H HJ HAJI HAJJAH DR DRS DRA IR PROF KH USTADZ SE SH ST SPD SAG SKOM SSOS SSTP SIP MM MSI MPD MH AMD AMK".split()
)
MUHAMMAD = frozenset({"MUHAMMAD", "MUHAMAD", "MOHAMMAD", "MOHAMAD", "MOCHAMAD", "MOCHAMMAD", "MUCHAMAD", "MOCH", "MOH"})
MUHAMMAD_SHORT = frozenset({"MUH", "MHD", "MUHD", "M"})
OLD_SPELLING = (("OE", "U"), ("TJ", "C"), ("DJ", "J"), ("SJ", "SY"), ("NJ", "NY"))
TAILS = (4, 5, 6)
TAIL = "XQ"  # begins the word of a key that is looked for by the last digits of a number; no name begins so
BEGUN = 4  # letters from which on a word may be the beginning of MUHAMMAD in another spelling
MOST_WORDS = 8
MOST_WAYS = 8
NIK_DIGITS = 16


class PartyKind(StrEnum):
    """Who may ask for a service."""

    PERSON = "person"
    INSTITUTION = "institution"
    VILLAGE_GOVERNMENT = "village_government"


@dataclass(frozen=True, slots=True)
class Party:
    """A frozen copy of a person or body as it was when the request was taken. All of it is personal.

    Attributes:
        nik: 16 digits as text, or "" with `no_nik_reason`.
        sex: "L", "P" or "".
        rt, rw: Three digits as text, or "".
        village: Name of desa or kelurahan as written on the card.
        represents: For an institution or village government: its name; `name` is who speaks for it.

    """

    kind: PartyKind = PartyKind.PERSON
    name: str = ""
    nik: str = ""
    no_nik_reason: str = ""
    kk: str = ""
    birth_place: str = ""
    birth_date: date | None = None
    sex: str = ""
    religion: str = ""
    marital_status: str = ""
    occupation: str = ""
    nationality: str = "WNI"
    address: str = ""
    hamlet: str = ""
    rt: str = ""
    rw: str = ""
    village: str = ""
    village_code: str = ""
    phone: str = ""
    phone_owner: str = ""
    represents: str = ""
    person: str = ""


@dataclass(frozen=True, slots=True)
class Proxy:
    """Who brings the dossier for the applicant (*kuasa*). All of it is personal.

    Attributes:
        relation: What they are to the applicant, e.g. "anak".
        has_letter: They showed a power of attorney (*surat kuasa*).

    """

    name: str = ""
    nik: str = ""
    relation: str = ""
    phone: str = ""
    has_letter: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """A citizen the counter knows; requests keep their own copies.

    Attributes:
        village_code: Kemendagri code "16.02.05.2004", or "".
        merged_into: Id of the record of the same person that stays, or "".

    """

    id: str
    village_code: str = ""
    personal: Party = field(default_factory=Party)
    merged_into: str = ""


def clean(text: str) -> str:
    """Bring typed text to the one form that is stored: NFC, single spaces, no control or invisible characters."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = unicodedata.normalize("NFC", text)
    text = "".join(" " if letter in "\t\r\n\u00a0" else letter for letter in text)
    kept = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf", "Cs", "Co", "Cn"))
    return " ".join(kept.split())


def has_mixed_scripts(name: str) -> bool:
    """Say whether a name mixes Latin with look-alike letters of other scripts."""
    scripts = {unicodedata.name(letter, "?").split()[0] for letter in name if letter.isalpha()}
    return "LATIN" in scripts and bool(scripts & {"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE"})


def search_key(name: str) -> str:
    """Fold a name so that its usual spellings meet: titles, MUHAMMAD/MOCH., old spelling, double letters."""
    words = _words(name)
    kept = [word for word in words if word not in TITLES] or words
    return " ".join(_fold(word, alone=len(kept) == 1) for word in kept)


def tail_words(number: str) -> list[str]:
    """Return the words by which a number is found from its last four, five or six digits."""
    return [TAIL + number[-many:] for many in TAILS if len(number) >= many]


def terms(text: str) -> tuple[tuple[str, ...], ...]:
    """Return what typed text asks for: each group holds words of which a key must have one.

    A word that ends in `*` is the beginning of one. A number is looked for by its beginning and by its last digits.
    """
    if digits := _digits(text):
        return (_ways_of(digits),)
    words = _words(text)
    kept = [word for word in words if word not in TITLES] or words
    return tuple(_asked(word, is_last=word is kept[-1]) for word in kept[:MOST_WORDS])


def old_terms(text: str) -> tuple[tuple[str, ...], ...]:
    """Return the same with J and Y taken for each other as old spelling has them: for when the first finds nothing."""
    return tuple(tuple(dict.fromkeys(way for word in group for way in _turned(word))) for group in terms(text))


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.upper())
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.findall(r"[A-Z0-9]+", re.sub(r"[.,'’`ʿ]", "", plain))


def _fold(word: str, alone: bool) -> str:
    if word in MUHAMMAD or (word in MUHAMMAD_SHORT and not alone):
        return "MUHAMAD"
    for old, new in OLD_SPELLING:
        word = word.replace(old, new)
    return re.sub(r"([A-Z])\1+", r"\1", word)


def _asked(word: str, is_last: bool) -> tuple[str, ...]:
    """Return the ways to look for one typed word; the last one may not be finished yet."""
    folded = _fold(word, alone=is_last)
    begins = len(word) >= BEGUN and any(form.startswith(word) for form in MUHAMMAD)
    if (begins or word in MUHAMMAD_SHORT) and folded != "MUHAMAD":
        return (f"{folded}*", "MUHAMAD")
    return (f"{folded}*",)


def _digits(text: str) -> str:
    """Return a number typed in groups as one, or "" where the text is no number."""
    return re.sub(r"\D", "", text) if re.fullmatch(r"[\d\s.+-]+", text) and text.isascii() else ""


def _ways_of(digits: str) -> tuple[str, ...]:
    ways = [f"{digits}*"]
    if digits.startswith("62") and len(digits) < NIK_DIGITS:
        ways.append(f"{phone_digits(digits)}*")
    if len(digits) <= max(TAILS):
        ways += [TAIL + digits] if len(digits) >= min(TAILS) else [TAIL + digits.zfill(max(TAILS))]
    return tuple(ways)


def _turned(word: str) -> list[str]:
    """Return a word with each of its first letters J and Y as either."""
    ways = [""]
    for letter in word:
        either = "JY" if letter in "JY" and len(ways) < MOST_WAYS else letter
        ways = [way + each for way in ways for each in either]
    return ways


def phone_digits(text: str) -> str:
    """Normalise a phone number: +62 or 62 become 0, separators go."""
    digits = re.sub(r"\D", "", text)
    return "0" + digits[2:] if digits.startswith("62") else digits
