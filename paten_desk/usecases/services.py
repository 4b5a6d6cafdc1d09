"""The catalogue in force: what ships with the program, and what this office made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from paten_desk.domain import service_changes, service_checks, workflow
from paten_desk.domain.catalogue import Service, ServiceStatus, in_force
from paten_desk.domain.errors import Invalid, NotFound, Problem
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Approval, Right, User
from paten_desk.domain.service_changes import Change
from paten_desk.domain.workflow import Action
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import approvals, reference
from paten_desk.usecases.context import Context

MOMENT = 13  # signs of an id (UUIDv7) that tell its millisecond; the rest is chance


@dataclass(frozen=True, slots=True)
class ServiceVersion:
    """One version of a service.

    Attributes:
        earlier: What counted on its first day before it was recorded; None for the first version.
        by: Who recorded it; "" for the shipped one.
        waits: Its day is still to come.
        is_replaced: A later record begins on the same day.

    """

    service: Service
    earlier: Service | None
    by: str
    recorded_at: datetime | None
    counts: bool
    waits: bool
    is_replaced: bool


def all_versions() -> list[Service]:
    """Return every version of every service: the shipped ones first, then the office's in order of record."""
    return [*reference.shipped_services(), *journal.load_all(Service)]


def catalogue(context: Context, day: date | None = None) -> dict[str, Service]:
    """Return the services in force on a day (today), offered or not, by code."""
    return _in_force(journal.version_of(Service), day or context.today())


@lru_cache(8)
def _in_force(version: tuple[Any, ...], day: date) -> dict[str, Service]:
    """Compute the catalogue once for each state of it."""
    return in_force(all_versions(), day)


def offered(context: Context) -> list[Service]:
    """Return the services a citizen can ask for today, by name."""
    active = [service for service in catalogue(context).values() if service.offered]
    return sorted(active, key=lambda service: service.name)


def service_of(request: Request) -> Service:
    """Return the version a request was taken in under.

    Where several versions begin on that day, it is the last one that was recorded before the request.

    Raises:
        NotFound: The office has no such service.

    """
    held = _versions(journal.version_of(Service)).get((request.service, request.service_since))
    if held is None:
        raise NotFound(f"Layanan {request.service} tidak ada dalam katalog.", "Periksa Pengaturan, bagian Layanan.")
    return next((service for service in reversed(held) if service.id[:MOMENT] <= request.id[:MOMENT]), held[0])


@lru_cache(2)
def _versions(version: tuple[Any, ...]) -> dict[tuple[str, date], list[Service]]:
    found: dict[tuple[str, date], list[Service]] = {}
    for service in all_versions():
        found.setdefault((service.code, service.since), []).append(service)
    return found


def steps_of(context: Context, service: Service) -> tuple[Action, ...]:
    """Return the steps of a service between acceptance and the finished paper, as this office takes them."""
    wanted = service.steps
    if wanted is None:
        wanted = (Action.VERIFY, *context.office.initials, *((Action.FIELD_CHECK,) if service.field_check else ()))
    return workflow.steps_of(service.output, wanted)


def check(service: Service) -> list[Problem]:
    """List what is wrong with an edited service."""
    found = service_checks.check(service)
    if service.template and service_checks.is_open(service) and not _is_text(service.template):
        found.append(Problem("template", "Naskah surat ini tidak ada di kantor ini; pilih naskah lain."))
    return found


def changes_fee(context: Context, service: Service, since: date | None = None) -> bool:
    """Say whether an edited service asks another fee, or one on another basis, than the one in force on that day."""
    held = catalogue(context, since).get(service.code)
    before = (held.fee_rupiah, held.fee_basis) if held is not None else (0, "")
    return before != (service.fee_rupiah, service.fee_basis)


def change(context: Context, service: Service, since: date, approval: Approval | None = None) -> Service:
    """Record a new version of a service that counts from a day on; older requests keep theirs.

    Another fee needs a second person's `approval`.

    Raises:
        NoRight, Invalid: Not by this user, or not alone; not with these values.

    """
    return _record(context, service, since, approval, check(service))


def create(context: Context, service: Service, since: date, approval: Approval | None = None) -> Service:
    """Record a service of the office's own that counts from a day on; a fee needs a second person's `approval`.

    Its papers get keys of its own code, which no later version gives to another paper.

    Raises:
        NoRight, Invalid: Not by this user, or not alone; not with these values.

    """
    papers = tuple(
        replace(paper, key=f"{service.code}-{number}") for number, paper in enumerate(service.requirements, 1)
    )
    service = replace(service, requirements=papers)
    return _record(context, service, since, approval, [*check_new(service.code), *check(service)])


def check_new(code: str) -> list[Problem]:
    """List what is wrong with the code of a service to come."""
    found = service_checks.check_code(code)
    if not found and any(held.code == code for held in all_versions()):
        found.append(Problem("code", f"Kode {code} sudah dipakai layanan lain; pilih kode lain."))
    return found


def check_since(context: Context, since: date | None) -> list[Problem]:
    """List what is wrong with the first day of a version."""
    if since is None:
        return [Problem("since", "Tulis tanggal mulai berlakunya.")]
    if since < context.today():
        return [Problem("since", "Perubahan layanan berlaku paling cepat hari ini.")]
    return []


def next_key(service: Service) -> str:
    """Return a key for one more paper: one that no version of the service ever gave to a paper."""
    held = [*service.requirements, *(paper for each in versions_of(service.code) for paper in each.requirements)]
    numbers = [paper.key.rpartition("-")[2] for paper in held]
    return f"{service.code}-{max((int(number) for number in numbers if number.isdecimal()), default=0) + 1}"


def versions_of(code: str) -> list[Service]:
    """Return the versions of one service in the order of record."""
    return [held for held in all_versions() if held.code == code]


def versions(context: Context, code: str) -> list[ServiceVersion]:
    """List the versions of a service with who recorded them, the newest record first."""
    held, today = versions_of(code), context.today()
    counts = in_force(held, today).get(code)
    found = []
    for at, service in enumerate(held):
        earlier = in_force(held[:at], service.since).get(code)
        fact = journal.history(service.id)[0].fact if service.id else None
        by = "" if fact is None else journal.load(User, fact.actor).display if journal.exists(fact.actor) else "sistem"
        recorded = None if fact is None else fact.recorded_time
        is_replaced = any(later.since == service.since for later in held[at + 1 :])
        waits = service.since > today and not is_replaced
        found.append(ServiceVersion(service, earlier, by, recorded, service is counts, waits, is_replaced))
    return found[::-1]


def coming(context: Context) -> dict[str, Service]:
    """Return, by code, the version of each service that counts next, where one waits for its day."""
    found: dict[str, Service] = {}
    for service in all_versions():
        held = found.get(service.code)
        if service.since > context.today() and (held is None or service.since <= held.since):
            found[service.code] = service
    return found


def changes(context: Context, before: Service | None, after: Service) -> list[Change]:
    """List what is different between two versions, in the words of people."""
    was = steps_of(context, before) if before is not None else ()
    return service_changes.compare(before, after, was, steps_of(context, after))


def _record(
    context: Context, service: Service, since: date, approval: Approval | None, found: list[Problem]
) -> Service:
    context.demand(Right.CHANGE_SERVICE)
    if found := [*found, *check_since(context, since)]:
        raise Invalid(found)
    made = replace(service, id=context.new_id(), since=since)
    with transaction():
        two = changes_fee(context, service, since)
        stamp = approvals.stamp(context, Right.CHANGE_FEE, approval) if two else context.stamp()
        journal.record(stamp, "changed", made)
    return made


def _is_text(name: str) -> bool:
    from paten_desk.usecases import letter_texts  # with it comes what draws letters, which no registration needs

    return letter_texts.is_known(name)


def switch(context: Context, codes_off: frozenset[str]) -> None:
    """Close and open services as a whole list, from today on; only differences are recorded."""
    context.demand(Right.CHANGE_SERVICE)
    today = context.today()
    with transaction():
        for code, service in catalogue(context).items():
            wanted = code not in codes_off and service.status is ServiceStatus.ACTIVE
            if wanted != service.offered:
                made = replace(service, id=context.new_id(), since=today, offered=wanted)
                journal.record(context.stamp(), "changed", made)
