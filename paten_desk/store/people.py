"""Citizens: their rows and how they are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paten_desk.domain.people import Person, search_key, tail_words
from paten_desk.store import search
from paten_desk.store.connection import sql
from paten_desk.store.tables import Person as Table


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a list shows of a citizen.

    Attributes:
        merged_into: Id of the record of the same person that stays, or "".

    """

    rowno: int
    id: str
    nik: str
    name: str
    village: str
    merged_into: str = ""


COLUMNS = (Table.rowno, Table.id, Table.nik, Table.name, Table.village, Table.merged_into)
SELECT = f"SELECT {', '.join(column.column_name for column in COLUMNS)} FROM person "  # noqa: S608  # own names only


def row_of(person: Person, ledger: str) -> dict[str, Any]:
    """Return the screen row of a person."""
    party = person.personal
    key = " ".join((search_key(party.name), party.nik, party.kk, party.phone, *tail_words(party.nik)))
    return {
        "id": person.id,
        "ledger": ledger,
        "nik": party.nik,
        "name": party.name,
        "search_key": "" if person.merged_into else " ".join(key.split()),
        "village": person.village_code,
        "birth_year": party.birth_date.year if party.birth_date else 0,
        "merged_into": person.merged_into,
    }


def by_nik(nik: str) -> PersonRow | None:
    """Return the citizen with this NIK, or None; of merged records the one that stays comes first."""
    found = sql(f"{SELECT} WHERE nik = ? ORDER BY merged_into LIMIT 1", (nik,)) if nik else []
    return PersonRow(*found[0]) if found else None


def row(person: str) -> PersonRow | None:
    """Return the row of a citizen, or None."""
    found = sql(f"{SELECT} WHERE id = ?", (person,))
    return PersonRow(*found[0]) if found else None


def merged_with(person: str) -> list[PersonRow]:
    """Return the records that were merged into this one, oldest first."""
    return [PersonRow(*each) for each in sql(f"{SELECT} WHERE merged_into = ? ORDER BY rowno", (person,))]


def born_in(year: int, village: str, limit: int = 2000) -> list[PersonRow]:
    """Return the citizens of a village who were born in a year, newest first."""
    found = sql(
        f"{SELECT} WHERE birth_year = ? AND village = ? AND merged_into = '' ORDER BY rowno DESC LIMIT ?",
        (year, village, limit),
    )
    return [PersonRow(*each) for each in found]


def find(text: str, limit: int = 20, before: int = 0, is_old: bool = False) -> list[PersonRow]:
    """Return the citizens whose name, NIK, KK or phone begins like the words typed, newest first."""
    return [PersonRow(*each) for each in search.matching(Table, COLUMNS, text, limit, before, is_old)]


def count(text: str, is_old: bool = False) -> int:
    """Count them all."""
    return search.count(Table, text, is_old)
