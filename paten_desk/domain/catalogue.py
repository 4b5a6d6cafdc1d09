"""The service catalogue: what a citizen can ask for, with what papers, how soon, at what fee, and what comes out.

A service is versioned by date: a request keeps the version it was accepted under. The office may edit every value.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from paten_desk.domain.calendar import Duration

REGENT = "regent"


class OutputKind(StrEnum):
    """What paper a service may give; no service can print what its kind forbids."""

    LETTER = "letter"  # a letter with its own number
    COUNTERSIGN = "countersign"  # a block on somebody else's paper, with a register number only
    REFERRAL = "referral"  # a letter with its own number to another office that decides
    NONE = "none"  # no paper of the kecamatan


class Authority(StrEnum):
    """By what right the camat signs what a service gives (UU 30/2014)."""

    OWN = ""  # the camat's own task
    DELEGATED = "delegated"  # handed over by the bupati: signed in the camat's own name
    MANDATED = "mandated"  # still the bupati's: signed a.n. bupati


class Scope(StrEnum):
    """The two halves of PATEN."""

    LICENCE = "licence"
    NON_LICENCE = "non_licence"


class ServiceStatus(StrEnum):
    """Whether a service is offered as shipped."""

    ACTIVE = "active"
    HISTORICAL = "historical"  # abolished by law; kept so that old files can be read
    SPECIAL = "special"  # not the kecamatan's own service (land deeds)


@dataclass(frozen=True, slots=True)
class Requirement:
    """One paper a citizen brings.

    Attributes:
        key: Stays the same when the wording changes, e.g. "SKTM-1".
        when: Condition in words for a conditional paper ("bila keperluan pendidikan"), or "".

    """

    key: str
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class ServiceField:
    """One blank of a letter that the clerk fills for this service.

    Attributes:
        kind: "text", "long", "date", "number", "rupiah", "time" or "list".
        columns: For a list: (key, label) of each column.

    """

    key: str
    label: str
    kind: str = "text"
    required: bool = True
    columns: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """One service in one version.

    Attributes:
        id: Entity id once the office has changed it, or "" as shipped.
        since: First day this version counts.
        fee_rupiah: 0 means free; more than 0 only with `fee_basis`.
        fee_basis: Number and year of the perda that sets the fee, or "".
        fee_needs_perda: The law leaves a fee to a local perda; without one it stays Rp0.
        code_2022, code_old: Classification codes of Permendagri 83/2022 and of the older book.
        verifier: Section that checks the dossier.
        signatories: Posts that may sign: "head", "secretary", "section_head"; "regent", in old records, is the
            camat by mandate of the bupati.
        template: Name of the letter text, "" for kinds without one.
        statement: Service's own sentence in a borrowed letter frame, without subject and full stop, or "".
        valid_days: How long the letter is valid; 0 means no limit is printed.
        authority, authority_basis: By what right the camat signs, and the bupati's decision that gives it.
        steps: Names of the steps it asks for ("verify", "field_check", "initial_section", "initial_secretary"); None
            where it takes those of the office.

    """

    code: str
    name: str
    category: str
    scope: Scope
    output: OutputKind
    requirements: tuple[Requirement, ...]
    duration: Duration
    legal_basis: str
    code_2022: str
    code_old: str
    verifier: str
    signatories: tuple[str, ...]
    register_book: str
    id: str = ""
    since: date = date(2026, 1, 1)
    fee_rupiah: int = 0
    fee_basis: str = ""
    fee_needs_perda: bool = False
    template: str = ""
    title: str = ""
    statement: str = ""
    addressed_to: str = ""
    fields: tuple[ServiceField, ...] = ()
    valid_days: int = 0
    field_check: bool = False
    duty_stamp: bool = False
    sensitive: bool = False
    status: ServiceStatus = ServiceStatus.ACTIVE
    offered: bool = True
    subjects: int = 1
    note: str = ""
    authority: Authority = Authority.OWN
    authority_basis: str = ""
    steps: tuple[str, ...] | None = None


def in_force(versions: Iterable[Service], day: date) -> dict[str, Service]:
    """Return, by code, the version of each service that counts on a day."""
    found: dict[str, Service] = {}
    for service in versions:
        held = found.get(service.code)
        if service.since <= day and (held is None or held.since <= service.since):
            found[service.code] = service
    return found


def fee_of(service: Service) -> int:
    """Return the fee in rupiah; without a perda on record nothing may be asked."""
    return service.fee_rupiah if service.fee_basis else 0


def authority_of(service: Service) -> Authority:
    """Return by what right the camat signs; also of records that named the bupati among the signatories."""
    return Authority.MANDATED if REGENT in service.signatories else service.authority


def posts_of(service: Service) -> tuple[str, ...]:
    """Return the posts that may sign what a service gives."""
    posts = tuple("head" if post == REGENT else post for post in service.signatories)
    return tuple(dict.fromkeys(posts))


def gives_letter(service: Service) -> bool:
    """Say whether the service ends in a letter with a number of its own."""
    return service.output in (OutputKind.LETTER, OutputKind.REFERRAL)
