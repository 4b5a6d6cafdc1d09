"""The ledgers of one office, shown as one register: the one that is written, its earlier ones, and its branches.

A ledger is written on one computer only. After a restore, on a village laptop or at a counter cut off from its server
the office goes on in a new ledger with a prefix of its own; `register` names the first, "" for the first itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from paten_desk.domain.errors import NotFound, WrongStatus
from paten_desk.domain.ledger import genesis, text_of
from paten_desk.store.connection import in_transaction, sql

OWN = "own"
PAST = "past"  # written here, or on the computer this one was restored from, before the own one
BRANCH = "branch"  # written on a laptop or a counter cut off; comes in by sealed file
PARTNER = "partner"  # at the kabupaten: another office's
LINE = (OWN, PAST)
OFFICE = (OWN, PAST, BRANCH)
FIRST_FIRST = "ORDER BY length(prefix), prefix, id"

COLUMNS = (
    "SELECT id, area, role, length, acknowledged, register, prefix, parent, parent_length, parent_head FROM ledger "
)

BOOKKEEPING = ("export", "acknowledgement", "backup")  # nobody waits for them elsewhere


@dataclass(frozen=True, slots=True)
class Place:
    """One ledger among those of its office.

    Attributes:
        register: Id of the office's first ledger, "" for the first itself.
        prefix: Stands before its numbers: "L2", "L3" …, "" for the first.
        parent, parent_length, parent_head: The ledger it goes on from, and where; the head is base64url.

    """

    id: str
    area: str
    role: str
    length: int
    acknowledged: int
    register: str
    prefix: str
    parent: str
    parent_length: int
    parent_head: str

    @property
    def branch(self) -> str:
        """What a number drawn from its books carries: its id, or "" for the first ledger."""
        return self.id if self.register else ""

    def before(self, joint: str) -> str:
        """Return what is printed before a running number of this ledger: "L2-", or "" for the first."""
        return f"{self.prefix}{joint}" if self.prefix else ""


def within(roles: tuple[str, ...] = OFFICE) -> str:
    """Return the SQL set of the ids of the ledgers with these roles."""
    return f"(SELECT id FROM ledger WHERE role IN ({', '.join(repr(role) for role in roles)}))"  # noqa: S608


def office_ledgers(roles: tuple[str, ...] = OFFICE) -> list[Place]:
    """Return the office's ledgers with these roles, the first of the office first."""
    return [Place(*row) for row in sql(f"{COLUMNS}WHERE id IN {within(roles)} {FIRST_FIRST}")]


def of_area(area: str) -> list[Place]:
    """Return the ledgers of one office at the kabupaten, the first of the office first."""
    rows = sql(COLUMNS + f"WHERE area = ? AND role = ? {FIRST_FIRST}", (area, PARTNER))
    return [Place(*row) for row in rows]


def place(ledger: str) -> Place | None:
    """Return where a ledger stands among those of its office, or None where it is not known here."""
    found = sql(COLUMNS + "WHERE id = ?", (ledger,))
    return Place(*found[0]) if found else None


def own() -> Place:
    """Return the ledger that is written.

    Raises:
        NotFound: There is none yet.

    """
    found = sql(COLUMNS + "WHERE role = ?", (OWN,))
    if not found:
        raise NotFound("Buku catatan kantor ini belum dibuat.", "Jalankan penyiapan awal.")
    return Place(*found[0])


def register_of(ledger: str) -> str:
    """Return the id of the first ledger of the office that a ledger belongs to."""
    found = sql("SELECT register FROM ledger WHERE id = ?", (ledger,))
    return str(found[0][0] or ledger) if found else ledger


def open_work(place: Place) -> int:
    """Count the records not acknowledged yet, without those about files that went out and their answers."""
    marks = ", ".join("?" * len(BOOKKEEPING))
    apart = sql(
        # From the few entities to their records, never along the ledger: it may hold millions that nobody acknowledged.
        f"SELECT count(*) FROM entity CROSS JOIN journal WHERE entity.noun IN ({marks}) "  # noqa: S608  # marks only
        "AND journal.entity = entity.id AND coalesce(journal.ledger, '') = ? "
        "AND journal.sequence > ? AND journal.sequence <= ?",
        (*BOOKKEEPING, place.id, place.acknowledged, place.length),
    )
    return max(0, place.length - place.acknowledged) - int(apart[0][0])


def first_of(place: Place, day: date) -> int:
    """Return the sequence of a ledger's first record that counts for `day` or later; the days never go back."""
    return 1 + bisect_left(range(1, place.length + 1), day.isoformat(), key=lambda sequence: _day(place, sequence))


def _day(place: Place, sequence: int) -> str:
    found = sql("SELECT bizdate FROM journal WHERE ledger = ? AND sequence = ?", (place.id, sequence))
    return str(found[0][0]) if found else ""


def next_prefix(known: str = "") -> str:
    """Return the prefix of the office's next ledger; `known` is the newest that anything outside the database tells of.

    A restored database may not know of ledgers begun after its backup, and two ledgers must not print the same numbers.
    """
    taken = [len(office_ledgers()), *(int(held.prefix[1:] or 1) for held in office_ledgers()), int(known[1:] or 1)]
    return f"L{max(taken) + 1}"


def prepare(identity: str, parent: Place, prefix: str) -> None:
    """Open the empty ledger of a laptop that is about to leave; it is begun there."""
    _open(identity, parent, parent.length, prefix, BRANCH)


def begin(identity: str, parent: str, parent_length: int, prefix: str) -> None:
    """Turn over: what was the own ledger becomes a past one, and the new one is written from now on.

    A ledger that was prepared for this computer is taken up. The business date goes on where the parent's stood.

    Raises:
        WrongStatus: The ledger it shall go on from is not the own one at its end, or the new one was begun before.

    """
    if not in_transaction():
        raise AssertionError("a ledger is begun inside transaction()")
    before = own()
    prepared = place(identity)
    if (before.id, before.length) != (parent, parent_length) or (prepared is not None and prepared.length):
        raise WrongStatus("Buku catatan berubah sementara buku baru disiapkan.", "Ulangi langkah ini.")
    sql("UPDATE ledger SET role = ? WHERE id = ?", (PAST, parent))
    if prepared is None:
        _open(identity, before, parent_length, prefix, OWN)
        return
    head = _head_of(before, parent_length)
    sql(
        "UPDATE ledger SET role = ?, parent = ?, parent_length = ?, parent_head = ?, "
        "bizdate = (SELECT bizdate FROM ledger WHERE id = ?) WHERE id = ?",
        (OWN, parent, parent_length, head, parent, identity),
    )


def introduce(
    ledger: str, area: str, register: str, parent: str, parent_length: int, parent_head: str, role: str = PARTNER
) -> None:
    """Note what a sealed file says of a ledger's descent, until its first record is in; an unknown ledger is opened."""
    sql(
        "INSERT INTO ledger (id, area, role, length, head, bizdate, acknowledged, files) "
        "VALUES (?, ?, ?, 0, ?, '', 0, 0) ON CONFLICT (id) DO NOTHING",
        (ledger, area, role, genesis(ledger)),
    )
    sql(
        "UPDATE ledger SET register = ?, parent = ?, parent_length = ?, parent_head = ? WHERE id = ? AND length = 0",
        (register, parent, parent_length, parent_head, ledger),
    )


def name(ledger: str, prefix: str) -> None:
    """Note the prefix that a ledger of another computer says it prints; what is none is passed over."""
    if re.fullmatch(r"L[1-9][0-9]{0,2}", prefix):
        sql("UPDATE ledger SET prefix = ? WHERE id = ? AND prefix = ''", (prefix, ledger))


def _open(identity: str, parent: Place, parent_length: int, prefix: str, role: str) -> None:
    sql(
        "INSERT INTO ledger (id, area, role, length, head, bizdate, acknowledged, files, "
        "register, prefix, parent, parent_length, parent_head) "
        "SELECT ?, area, ?, 0, ?, bizdate, 0, 0, ?, ?, id, ?, ? FROM ledger WHERE id = ?",
        (
            identity,
            role,
            genesis(identity),
            parent.register or parent.id,
            prefix,
            parent_length,
            _head_of(parent, parent_length),
            parent.id,
        ),
    )


def _head_of(parent: Place, length: int) -> str:
    found = sql("SELECT leaf FROM journal WHERE ledger = ? AND sequence = ?", (parent.id, length))
    return text_of(bytes(found[0][0]) if found else genesis(parent.id))
