"""Letters that no longer count: revoked, replaced by another, or with a void number. Nothing is deleted.

Source: UU 30/2014 Pasal 63 to 66 on changing, revoking and annulling decisions, with their reasons.
"""

from __future__ import annotations

from dataclasses import replace

from paten_desk.domain.errors import Invalid, Problem, WrongStatus
from paten_desk.domain.letters import REJECTION, STATE_WORDS, Letter, LetterState
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Approval, Right
from paten_desk.domain.workflow import Status, is_open
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.store.journal import Stamp
from paten_desk.usecases import approvals, requests, services
from paten_desk.usecases.context import Context


def revoke(context: Context, request: str, reason: str, approval: Approval | None) -> Letter:
    """Revoke the issued letter of a request; number and paper stay, marked DICABUT.

    Raises:
        NoRight, Invalid, WrongStatus: Not by this user, or not alone; no reason; nothing issued that still counts.

    """
    stamp = approvals.stamp(context, Right.REVOKE, approval)
    reason = _demand_reason(reason)
    with transaction():
        held, letter = _counting(request)
        context.demand(Right.REVOKE, held.service)
        return _end(context, stamp, letter, LetterState.REVOKED, reason)


def replace_letter(context: Context, request: str, reason: str, approval: Approval | None) -> Request:
    """Begin a request for a letter that replaces an issued one; the old one counts until the new one is issued.

    People, answers and papers are taken over; the service stands in its present version. Returns the new request.

    Raises:
        NoRight, Invalid, WrongStatus: Not by this user, or not alone; no reason; nothing issued that still counts,
            or a replacement is under work already.

    """
    stamp = approvals.stamp(context, Right.REVOKE, approval)
    reason = _demand_reason(reason)
    with transaction():
        held, letter = _counting(request)
        context.demand(Right.REVOKE, held.service)
        if letter.replacement and is_open(journal.load(Request, letter.replacement).status):
            raise WrongStatus("Surat ini sedang diganti.", "Selesaikan permohonan penggantinya dahulu.")
        service = services.catalogue(context)[held.service]
        made = replace(
            held,
            id=context.new_id(),
            visit=context.new_id(),
            service_since=service.since,
            status=Status.RETURNED,
            received_at=context.now(),
            serial=0,
            number="",
            branch="",
            ended_at=None,
            counter=context.counter,
            pauses=(),
            field_check=None,
            calls=(),
            letter="",
            late_entry=False,
            pad_number=0,
            clock_doubtful=False,
            replaces=letter.id,
            personal=replace(held.personal, reason="", note=reason, collector=None, proxy=None, finding=""),
        )
        made = requests.accepted(context, made, service, context.now())
        journal.record(stamp, "registered", made)
        noted = replace(letter, replacement=made.id, personal=replace(letter.personal, reason=reason))
        journal.record(stamp, "replacement_begun", noted)
    return made


def linked(request: Request, new: Letter) -> Letter:
    """Return a letter not yet issued with the link to the one it replaces; a refusal replaces only a refusal."""
    if not request.replaces:
        return new
    old = journal.load(Letter, request.replaces)
    return new if new.template == REJECTION != old.template else replace(new, replaces=old.id)


def take_over(context: Context, request: Request, new: Letter) -> Letter:
    """Let a newly issued letter take the place of the one it replaces; return it with the link.

    Called inside the transaction that issues it. A letter that was revoked meanwhile stays revoked.
    """
    new = linked(request, new)
    if not new.replaces:
        return new
    old = journal.load(Letter, new.replaces)
    if old.state is LetterState.VALID:
        ended = replace(old, state=LetterState.REPLACED, ended_on=context.today(), replacement=request.id)
        journal.record(context.stamp(), "replaced", ended)
    return new


def void(context: Context, stamp: Stamp, letter: str, reason: str) -> None:
    """Mark the letter whose number was declared void, inside that transaction; one not yet issued is numbered anew."""
    held = journal.load(Letter, letter)
    if held.state is not LetterState.VALID:
        return
    if held.document:
        _end(context, stamp, held, LetterState.VOIDED, reason)
    else:
        bare = replace(held, book="", branch="", year=0, serial=0, number="", dated=None, valid_until=None)
        journal.record(stamp, LetterState.VOIDED.value, bare)


def word(letter: Letter) -> str:
    """Return what stands across a letter that no longer counts, or ""."""
    return STATE_WORDS.get(letter.state, "")


def links(letter: Letter) -> tuple[Letter | None, Letter | None]:
    """Return the letter that this one replaces, and the one that replaces it."""
    before = journal.load(Letter, letter.replaces) if letter.replaces else None
    if letter.state is not LetterState.REPLACED:
        return before, None
    return before, journal.load(Letter, journal.load(Request, letter.replacement).letter)


def _counting(request: str) -> tuple[Request, Letter]:
    held = journal.load(Request, request)
    letter = journal.load(Letter, held.letter) if held.letter else None
    if letter is None or not letter.document:
        raise WrongStatus("Surat ini belum diterbitkan.", "Batalkan permohonannya saja.")
    if letter.state is not LetterState.VALID:
        raise WrongStatus(f"Surat {letter.number} sudah {word(letter)}.", "Lihat keterangannya di buku surat.")
    return held, letter


def _end(context: Context, stamp: Stamp, letter: Letter, state: LetterState, reason: str) -> Letter:
    made = replace(letter, state=state, ended_on=context.today(), personal=replace(letter.personal, reason=reason))
    journal.record(stamp, state.value, made)
    return made


def _demand_reason(reason: str) -> str:
    if not clean(reason):
        raise Invalid([Problem("reason", "Tulis alasannya; ia tercatat di buku surat.")])
    return clean(reason)
