"""Telling citizens: the paper is ready, this is missing, somebody comes then. The program itself sends nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from paten_desk.documents import qr
from paten_desk.domain.errors import WrongStatus
from paten_desk.domain.formats import full_date, hour
from paten_desk.domain.office import full_name
from paten_desk.domain.reminders import Call, Outcome, link_of
from paten_desk.domain.requests import Request, missing_papers
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.store import requests as store
from paten_desk.store.connection import transaction
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import field_checks, services
from paten_desk.usecases.context import Context

TELLABLE = frozenset(Status) - {Status.HANDED_OVER, Status.CANCELLED}
AGES = ((3, "0–3 hari"), (7, "4–7 hari"), (30, "8–30 hari"))
OLDER = "lebih dari 30 hari"
WEEK = 2  # place of the first age that is more than a week


@dataclass(frozen=True, slots=True)
class Message:
    """What is said to a citizen.

    Attributes:
        text: In whole sentences, without NIK; ready to read aloud or to send.
        phone: As it is dialled, "" where none is known; whose it is stands in `owner`.
        link: Opens WhatsApp on a phone with the text in it, or "".
        squares: The link as rows of QR modules, dark is 1; () without a link.

    """

    text: str
    phone: str
    owner: str
    link: str
    squares: tuple[bytes, ...]


def message(context: Context, request: str) -> Message:
    """Return what to say about a request now.

    Raises:
        NoRight, NotFound, WrongStatus: Not by this user; there is no such request; nothing is left to say.

    """
    context.demand(Right.TELL_CITIZEN)
    held = _tellable(request)
    text = text_of(context, held)
    proxy, applicant = held.personal.proxy, held.personal.applicant
    phone = applicant.phone or (proxy.phone if proxy else "")
    owner = applicant.phone_owner if applicant.phone else proxy.name if proxy else ""
    link = link_of(phone, text)
    return Message(text, phone, owner, link, qr.modules(link) if link else ())


def text_of(context: Context, request: Request) -> str:
    """Say where a request stands, in words that a neighbour may read too: of a sensitive service not even its name."""
    office = full_name(context.office)
    service = services.service_of(request)
    what = "" if service.sensitive else f"{service.name} "
    whose = f"{what}atas nama {request.personal.applicant.name}"
    number = f", nomor {request.number}" if request.number else ""
    begins = f"{office}: permohonan {whose}{number}"
    if request.status is Status.READY:
        return f"{begins}, sudah selesai dan dapat diambil. Bawa tanda terima dan KTP-el pada jam pelayanan."
    if request.status is Status.RETURNED:
        names = {each.key: each.text for each in service.requirements}
        missing = "; ".join(names.get(key, key) for key in missing_papers(request.papers))
        return f"{begins}, belum dapat diproses. Kembali dengan membawa ini saja: {missing}."
    if request.status is Status.REJECTED:
        return f"{begins}, tidak dapat dikabulkan. Surat jawabannya dapat diambil pada jam pelayanan."
    if request.field_check is not None and field_checks.is_planned(request):
        at = request.field_check.at
        return f"{begins}: petugas akan memeriksa ke lokasi pada {full_date(at.date())} pukul {hour(at)}."
    due = request.due_at
    when = f" Dijanjikan selesai {full_date(due.date())} pukul {hour(due)}." if due else ""
    return f"{begins}, sedang dikerjakan.{when}"


def tell(context: Context, request: str, outcome: Outcome) -> Request:
    """Record that the citizen was told, or that nobody was reached.

    Raises:
        NoRight, NotFound, WrongStatus: Not by this user; there is no such request; nothing is left to say.

    """
    context.demand(Right.TELL_CITIZEN)
    with transaction():
        held = _tellable(request)
        told = replace(held, calls=(*held.calls, Call(context.now(), outcome, context.user.id)))
        journal.record(context.stamp(), "told", told)
    return told


def uncollected(context: Context, after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of the papers that lie ready, the longest first."""
    return store.uncollected(after, limit)


def ages(rows: Iterable[tuple[str, int]], now: datetime) -> dict[str, int]:
    """Count papers by how many days they have lain ready; `rows` hold (ready at as ISO text, how many)."""
    found = dict.fromkeys((*(words for _, words in AGES), OLDER), 0)
    for ready_at, count in rows:
        days = (now.date() - datetime.fromisoformat(ready_at).date()).days
        found[next((words for most, words in AGES if days <= most), OLDER)] += count
    return found


def ageing(context: Context) -> dict[str, int]:
    """Count the papers nobody has collected by their age in days."""
    return ages(store.ready_days(), context.now())


def _tellable(request: str) -> Request:
    held = journal.load(Request, request)
    if held.status not in TELLABLE:
        raise WrongStatus("Permohonan ini sudah selesai.", "Tidak ada lagi yang perlu diberitahukan.")
    return held
