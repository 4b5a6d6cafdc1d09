"""The number book: what explains every number that is not simply on a request or a letter.

A number is never given twice and never disappears: it is used, or voided, reserved for paper written by hand, filled in
later, inserted, used up before the program came, or lost in a restore. Each is a record; none is ever edited.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from string import ascii_lowercase

from paten_desk.domain.errors import Problem
from paten_desk.domain.people import clean


class NumberState(StrEnum):
    """What is said of a number. All but the first two are verbs of the journal: a record says them.

    USED stands on a request or letter; a HOLE is explained by nothing and must not be.
    """

    USED = "used"
    HOLE = "hole"
    STARTED = "started"
    RESERVED = "reserved"
    FILLED = "filled"
    INSERTED = "inserted"
    VOIDED = "voided"
    LOST = "lost"


STATE_NAMES = {
    NumberState.USED: "terpakai",
    NumberState.HOLE: "TIDAK TERCATAT",
    NumberState.STARTED: "buku kertas",
    NumberState.RESERVED: "dicadangkan",
    NumberState.FILLED: "ditulis tangan",
    NumberState.INSERTED: "nomor sisipan",
    NumberState.VOIDED: "BATAL",
    NumberState.LOST: "hilang saat pemulihan",
}


@dataclass(frozen=True, slots=True)
class NumberPersonal:
    """Whom a letter written by hand is for, and why a number is what it is.

    Attributes:
        name, subject: Of the letter written by hand.
        reason: Why it is reserved, voided or inserted.
        keeper: Who took a reserved range along.

    """

    name: str = ""
    subject: str = ""
    reason: str = ""
    keeper: str = ""


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """One number, or one range of them, explained.

    Attributes:
        first, last: The range; equal for one number.
        branch: Ledger whose book it is, "" for the office's first.
        suffix: Of an inserted number, "a".
        number: As written on the paper, or "".
        dated: Date of the letter written by hand.
        bearer: Id of the request or letter that a voided number stands on, or "".
        reserved: Id of the range that a filled number comes from, or "".

    """

    id: str
    book: str
    year: int
    first: int
    last: int
    state: NumberState
    branch: str = ""
    suffix: str = ""
    number: str = ""
    dated: date | None = None
    bearer: str = ""
    reserved: str = ""
    personal: NumberPersonal = NumberPersonal()


@dataclass(frozen=True, slots=True)
class PaperLetter:
    """A letter written by hand, as it is taken into the book.

    Attributes:
        dated: The letter's own date.
        classification: Code for the number's pattern, or "".

    """

    dated: date
    name: str
    subject: str
    classification: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the number book.

    Attributes:
        serial, until: The number; a paper book's numbers before the program came are one line.
        number: As written, or "" where nothing bears it.
        day: When it was given: the letter's date, or the day of the record.
        who, approver: Display names of who recorded it and of the second person, "" for a number simply used.
        bearer: Id of the request or letter that bears it, or "".
        entry: Id of the record's entity that explains it, or "".

    """

    serial: int
    until: int
    state: NumberState
    suffix: str = ""
    number: str = ""
    day: date | None = None
    name: str = ""
    subject: str = ""
    reason: str = ""
    who: str = ""
    approver: str = ""
    bearer: str = ""
    entry: str = ""

    @property
    def label(self) -> str:
        """The running number as it is spoken: 15, 15.a, 1–114."""
        if self.until > self.serial:
            return f"{self.serial}–{self.until}"
        return f"{self.serial}.{self.suffix}" if self.suffix else str(self.serial)


def check_paper(draft: PaperLetter, year: int, today: date) -> list[Problem]:
    """List what is wrong with a letter written by hand as typed."""
    found = []
    if draft.dated > today:
        found.append(Problem("dated", "Tanggal surat belum terjadi; periksa lagi."))
    elif draft.dated.year != year:
        found.append(Problem("dated", f"Tanggal surat harus dalam tahun {year}, tahun buku nomor ini."))
    if not clean(draft.name):
        found.append(Problem("name", "Isi nama orang atau lembaga dalam surat."))
    if not clean(draft.subject):
        found.append(Problem("subject", "Isi perihal surat."))
    return found


def next_suffix(taken: Collection[str]) -> str:
    """Return the letter of the next number inserted after another: "a", "b" … "z", or "" where none is left."""
    return next((letter for letter in ascii_lowercase if letter not in taken), "")
