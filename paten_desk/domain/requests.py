"""A request: one asked service, from the counter to the hand-over.

It keeps its own frozen copy of applicant and subjects, and the service version it was accepted under.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from paten_desk.domain.catalogue import ServiceField
from paten_desk.domain.errors import Problem
from paten_desk.domain.field_checks import FieldCheck
from paten_desk.domain.people import Party, PartyKind, Proxy
from paten_desk.domain.reminders import Call
from paten_desk.domain.scans import ScanDraft
from paten_desk.domain.workflow import USUAL, Action, Place, Status


class PaperState(StrEnum):
    """What was found of a required paper."""

    THERE = "there"
    MISSING = "missing"
    NOT_APPLICABLE = "not_applicable"


class PaperForm(StrEnum):
    """How a paper was brought."""

    ORIGINAL = "original"
    COPY = "copy"
    SEEN = "seen"


PAPER_FORM_NAMES = {PaperForm.ORIGINAL: "asli", PaperForm.COPY: "fotokopi", PaperForm.SEEN: "asli ditunjukkan"}


@dataclass(frozen=True, slots=True)
class Paper:
    """One row of the tick-list.

    Attributes:
        key: `Requirement.key`.
        sheets: Number of sheets taken in; 0 when only seen.

    """

    key: str
    state: PaperState
    form: PaperForm = PaperForm.COPY
    sheets: int = 1


class PauseReason(StrEnum):
    """Why a clock stands still."""

    APPLICANT = "applicant"
    OTHER_AGENCY = "other_agency"
    OFFICIAL_AWAY = "official_away"
    OUTAGE = "outage"


PAUSE_NAMES = {
    PauseReason.APPLICANT: "menunggu pemohon",
    PauseReason.OTHER_AGENCY: "menunggu instansi lain",
    PauseReason.OFFICIAL_AWAY: "pejabat berwenang tidak di tempat",
    PauseReason.OUTAGE: "gangguan listrik atau jaringan",
}


@dataclass(frozen=True, slots=True)
class Pause:
    """One stretch in which the clock stood still.

    Attributes:
        until: None while it lasts.
        outage: Id of the outage that paused many requests at once, or "".

    """

    reason: PauseReason
    since: datetime
    until: datetime | None = None
    outage: str = ""


@dataclass(frozen=True, slots=True)
class Collector:
    """Who took the paper away."""

    name: str = ""
    relation: str = ""
    nik: str = ""
    proxy_letter: bool = False
    question: str = ""
    overridden: bool = False
    override_reason: str = ""


@dataclass(frozen=True, slots=True)
class RequestPersonal:
    """What names people, and every free text.

    Attributes:
        fields: Blanks of the service's letter by key; a date is ISO text.
        lists: Rows of list blanks by key.
        reasons: Why a paper is not applicable, by requirement key.
        reason: Why the request was last returned, rejected, cancelled or paused, or a step of it skipped.
        proxy: Who brought the dossier for the applicant, or None.
        finding: What the field check found.

    """

    applicant: Party = field(default_factory=Party)
    subjects: tuple[Party, ...] = ()
    purpose: str = ""
    village_letter_number: str = ""
    village_letter_date: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    reasons: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    reason: str = ""
    collector: Collector | None = None
    proxy: Proxy | None = None
    finding: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """One asked service.

    Attributes:
        visit: Shared by the requests of one arrival.
        serial: Running number of the year, or 0 while returned without one.
        number: As written, e.g. "0444/PATEN/2026", or "".
        branch: Ledger whose book the number is of, "" for the office's first.
        service_since: Version of the service it was accepted under.
        due_at, estimated, calendar: The promise; pauses move `due_at` by the working time they took.
        age_band: Of the first subject: "0-16", "17-25", "26-59", "60+" or "".
        outside: True when the applicant lives in another kecamatan.
        papers: The tick-list as last checked.
        late_entry: First written on paper (`pad_number` of the receipt pads), keyed in later.
        clock_doubtful: Taken in while the clock was doubted.
        replaces: Id of the letter that this request's letter is to replace, or "".
        promised_at: The promise as first given, where a pause has moved `due_at`; None where none has.
        steps: The steps of its way between acceptance and the finished paper, as they were when it was accepted.
        skipped: Which of them were left out, each with a reason in the journal.
        priority: Somebody who is served first: old, with child, disabled, with an infant; why is not written down.
        holder: Id of the user on whose desk the papers lie, or "".
        ready_at: When the paper lay ready for the citizen.
        field_check: When the field check is to be, or was, and by whom.
        calls: How often and with what outcome the citizen was told, oldest first.

    """

    id: str
    visit: str
    service: str
    service_since: date
    status: Status
    received_at: datetime
    serial: int = 0
    number: str = ""
    accepted_at: datetime | None = None
    due_at: datetime | None = None
    estimated: bool = False
    calendar: str = ""
    ended_at: datetime | None = None
    fee_rupiah: int = 0
    fee_basis: str = ""
    village: str = ""
    applicant_kind: PartyKind = PartyKind.PERSON
    sex: str = ""
    age_band: str = ""
    outside: bool = False
    counter: str = ""
    papers: tuple[Paper, ...] = ()
    pauses: tuple[Pause, ...] = ()
    letter: str = ""
    late_entry: bool = False
    branch: str = ""
    pad_number: int = 0
    clock_doubtful: bool = False
    replaces: str = ""
    promised_at: datetime | None = None
    steps: tuple[Action, ...] = USUAL
    skipped: tuple[Action, ...] = ()
    priority: bool = False
    holder: str = ""
    ready_at: datetime | None = None
    field_check: FieldCheck | None = None
    calls: tuple[Call, ...] = ()
    personal: RequestPersonal = RequestPersonal()


@dataclass(frozen=True, slots=True)
class RequestDraft:
    """What the clerk has filled for one service of a visit; `holds` tells the conditions of papers by their words."""

    service: str
    subjects: tuple[Party, ...] = ()
    purpose: str = ""
    village_letter_number: str = ""
    village_letter_date: date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    lists: Mapping[str, tuple[Mapping[str, str], ...]] = field(default_factory=dict)
    papers: tuple[Paper, ...] = ()
    reasons: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    scans: tuple[ScanDraft, ...] = ()
    holds: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class VisitDraft:
    """One arrival at the counter, as on the form.

    Attributes:
        token: UUIDv7 made when the form was opened; pressing Enter twice registers once.
        happened_at, pad_number: When and on which slip it was first written on paper; None and 0 at the counter.
        priority: To be served first.
        proxy: Who brings the dossier for the applicant, or None.

    """

    token: str
    applicant: Party = field(default_factory=Party)
    requests: tuple[RequestDraft, ...] = ()
    happened_at: datetime | None = None
    pad_number: int = 0
    priority: bool = False
    proxy: Proxy | None = None


def place_of(request: Request) -> Place:
    """Return where a request stands on its own way."""
    steps = tuple(step for step in request.steps if step not in request.skipped)
    return Place(request.status, is_paused(request), steps)


def is_paused(request: Request) -> bool:
    """Say whether the clock stands still."""
    return bool(request.pauses) and request.pauses[-1].until is None


def first_promise(request: Request) -> datetime | None:
    """Return the promise as it stands on the receipt, whatever pauses made of it."""
    return request.promised_at or request.due_at


def missing_papers(papers: tuple[Paper, ...]) -> tuple[str, ...]:
    """Return the keys of the papers still missing."""
    return tuple(paper.key for paper in papers if paper.state is PaperState.MISSING)


def done_at(request: Request) -> datetime | None:
    """Return when the office had done its part: the paper lay ready, or the request ended without one."""
    return request.ready_at or request.ended_at


def age_band(age: int | None) -> str:
    """Put an age into the bands of the statistics."""
    if age is None:
        return ""
    for last, name in ((16, "0-16"), (25, "17-25"), (59, "26-59")):
        if age <= last:
            return name
    return "60+"


def check_fields(fields: Iterable[ServiceField], typed: Mapping[str, str], prefix: str = "") -> list[Problem]:
    """List the dates and amounts among a service's blanks that are none; a date is ISO text, an amount digits."""
    found = []
    for each in fields:
        text = typed.get(each.key, "").strip()
        if text and each.kind == "date" and not _is_date(text):
            found.append(Problem(f"{prefix}{each.key}", f"{each.label}: tulis tanggal seperti 21 November 2026."))
        elif text and each.kind == "rupiah" and not (text.isascii() and text.isdecimal()):
            found.append(Problem(f"{prefix}{each.key}", f"{each.label}: tulis jumlah dengan angka saja."))
    return found


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
