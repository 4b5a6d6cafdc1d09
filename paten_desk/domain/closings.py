"""The end of an office day, and what left the office for the kabupaten."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class ServiceTotals:
    """One service on one day. Carried over in + received = ended + carried over out.

    Attributes:
        carried_in: Open at the start of the day.
        received: Accepted that day (with number).
        finished: Handed over that day.
        ended_otherwise: Rejected or cancelled that day.
        carried_out: Open at the end of the day.
        on_time, late: Of the finished, by the promise made: whether their paper was ready by then.
        fee_rupiah: Fees due of the accepted.
        outside: How many of the received are of applicants from outside the kecamatan.

    """

    service: str
    carried_in: int = 0
    received: int = 0
    finished: int = 0
    ended_otherwise: int = 0
    carried_out: int = 0
    on_time: int = 0
    late: int = 0
    fee_rupiah: int = 0
    outside: int = 0


@dataclass(frozen=True, slots=True)
class Closing:
    """One closed office day.

    Attributes:
        late: Made on a later day than it closes.
        returned: Dossiers given back that day without being accepted.
        first_number, last_number: Registration numbers given that day, "" for none.
        letters, registers: How many letter and register numbers were given, with the first and last of each.
        journal_length, journal_head: State of the ledger before this record; the head is base64url.
        document: SHA-256 of the closing sheet's PDF.

    """

    id: str
    day: date
    closed_at: datetime
    late: bool
    totals: tuple[ServiceTotals, ...] = ()
    returned: int = 0
    first_number: str = ""
    last_number: str = ""
    letters: int = 0
    first_letter: str = ""
    last_letter: str = ""
    registers: int = 0
    first_register: str = ""
    last_register: str = ""
    journal_length: int = 0
    journal_head: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class Export:
    """One sealed file made here.

    Attributes:
        first, last: Sequence range in the file.
        sha256: Of the sealed bytes.
        ledger: The ledger inside, "" for the one in which this record stands.

    """

    id: str
    file_number: int
    first: int
    last: int
    file_name: str
    sha256: str
    kind: str = "data"
    ledger: str = ""


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """What the kabupaten has said it holds of a ledger of the office.

    Attributes:
        length, head: Newest record it holds; the head is base64url.
        result: COMPLETE, DUPLICATE, PARTIAL, WAITING or REJECTED.
        code: The twelve-character reply code.
        ledger: The ledger it speaks of, "" for the one in which this record stands.

    """

    id: str
    length: int
    head: str
    result: str
    code: str = ""
    ledger: str = ""
