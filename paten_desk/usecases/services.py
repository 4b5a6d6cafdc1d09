"""The catalogue in force: what ships with the program, and what this office made of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any

from paten_desk.domain import workflow
from paten_desk.domain.catalogue import Authority, Service, ServiceStatus, in_force
from paten_desk.domain.errors import Invalid, NotFound, Problem
from paten_desk.domain.roles import Approval, Right
from paten_desk.domain.workflow import Action
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import approvals, reference
from paten_desk.usecases.context import Context


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


def service_of(code: str, since: date) -> Service:
    """Return the version a request was accepted under.

    Raises:
        NotFound: The office has no such service.

    """
    found = _versions(journal.version_of(Service)).get((code, since))
    if found is None:
        raise NotFound(f"Layanan {code} tidak ada dalam katalog.", "Periksa Pengaturan, bagian Layanan.")
    return found


@lru_cache(2)
def _versions(version: tuple[Any, ...]) -> dict[tuple[str, date], Service]:
    return {(service.code, service.since): service for service in all_versions()}


def steps_of(context: Context, service: Service) -> tuple[Action, ...]:
    """Return the steps of a service between acceptance and the finished paper, as this office takes them."""
    wanted = service.steps
    if wanted is None:
        wanted = (Action.VERIFY, *context.office.initials, *((Action.FIELD_CHECK,) if service.field_check else ()))
    return workflow.steps_of(service.output, wanted)


def check(service: Service) -> list[Problem]:
    """List what is wrong with an edited service."""
    found = []
    if not service.name.strip():
        found.append(Problem("name", "Isi nama layanan."))
    if service.duration.amount < 1:
        found.append(Problem("duration", "Waktu layanan paling sedikit 1."))
    if service.fee_rupiah < 0:
        found.append(Problem("fee_rupiah", "Biaya tidak boleh kurang dari Rp0."))
    if service.fee_rupiah > 0 and not service.fee_basis.strip():
        found.append(Problem("fee_basis", "Biaya di atas Rp0 memerlukan nomor dan tahun perda."))
    if service.fee_rupiah > 0 and service.register_book == "Register Adminduk":
        found.append(Problem("fee_rupiah", "Dokumen kependudukan tidak dipungut biaya (UU 24/2013 Pasal 79A)."))
    if service.authority is not Authority.OWN and not service.authority_basis.strip():
        found.append(Problem("authority_basis", "Isi nomor dan tahun keputusan bupati yang melimpahkan layanan ini."))
    if service.status is ServiceStatus.HISTORICAL and service.offered:
        found.append(Problem("offered", "Layanan ini sudah dihapus oleh peraturan dan tidak dapat dibuka lagi."))
    return found


def changes_fee(context: Context, service: Service) -> bool:
    """Say whether an edited service asks another fee, or one on another basis, than the one in force."""
    held = catalogue(context).get(service.code)
    return held is None or (held.fee_rupiah, held.fee_basis) != (service.fee_rupiah, service.fee_basis)


def change(context: Context, service: Service, since: date, approval: Approval | None = None) -> Service:
    """Record a new version of a service that counts from a day on; older requests keep theirs.

    Another fee needs a second person's `approval`.

    Raises:
        NoRight, Invalid: Not by this user, or not alone; not with these values.

    """
    context.demand(Right.CHANGE_SERVICE)
    found = check(service)
    if since < context.today():
        found.append(Problem("since", "Perubahan layanan berlaku paling cepat hari ini."))
    if found:
        raise Invalid(found)
    made = replace(service, id=context.new_id(), since=since)
    with transaction():
        two = changes_fee(context, service)
        stamp = approvals.stamp(context, Right.CHANGE_FEE, approval) if two else context.stamp()
        journal.record(stamp, "changed", made)
    return made


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
