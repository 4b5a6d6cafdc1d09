"""Citizens: their rows and how they are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from paten_desk.domain.people import Person, search_key
from paten_desk.store import search
from paten_desk.store.connection import rows, sql
from paten_desk.store.tables import Person as Table


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a list shows of a citizen."""

    id: str
    nik: str
    name: str
    village: str


COLUMNS = (Table.id, Table.nik, Table.name, Table.village)


def row_of(person: Person, ledger: str) -> dict[str, Any]:
    """Return the screen row of a person."""
    party = person.personal
    return {
        "id": person.id,
        "ledger": ledger,
        "nik": party.nik,
        "name": party.name,
        "search_key": f"{search_key(party.name)} {party.nik} {party.kk} {party.phone}".strip(),
        "village": person.village_code,
    }


def by_nik(nik: str) -> PersonRow | None:
    """Return the citizen with this NIK, or None."""
    found = sql("SELECT id, nik, name, village FROM person WHERE nik = ? LIMIT 1", (nik,)) if nik else []
    return PersonRow(*found[0]) if found else None


def find(text: str, limit: int = 20) -> list[PersonRow]:
    """Return the citizens whose name, NIK, KK or phone begins like the words typed, newest first."""
    return [PersonRow(*row) for row in rows(search.matching(Table, COLUMNS, text).limit(limit))]
