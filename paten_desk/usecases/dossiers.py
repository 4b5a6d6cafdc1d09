"""Dossiers on desks: who holds the papers of a request now, and taking them over."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.domain.errors import NotFound, WrongStatus
from paten_desk.domain.proofs import PREFIXES
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right, User
from paten_desk.domain.workflow import ENDED
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import proofs, requests
from paten_desk.usecases.context import Context


def take(context: Context, request: str) -> Request:
    """Record that the papers of a request lie on the desk of who is logged in; where they do already, nothing is.

    Raises:
        NoRight, NotFound, WrongStatus: Not by this user; there is no such request; it has ended.

    """
    with transaction():
        held = journal.load(Request, request)
        context.demand(Right.MOVE_PAPERS, held.service)
        if held.status in ENDED:
            raise WrongStatus(f"Permohonan {held.number or 'ini'} sudah selesai.", "Simpan berkasnya di arsip.")
        if held.holder == context.user.id:
            return held
        moved = replace(held, holder=context.user.id)
        journal.record(context.stamp(), "papers_moved", moved)
    return moved


def take_named(context: Context, text: str) -> Request:
    """Do the same for the request whose number, or the code of whose receipt, was read or typed.

    Raises:
        NoRight, NotFound, WrongStatus, Rejected: As above; nothing or more than one is found; the code is not whole.

    """
    said = text.strip()
    number = proofs.number_of(said) if said.upper().startswith(PREFIXES) else said
    found = [row for row in requests.find(context, number) if _is_named(row.number, number)]
    if len(found) != 1:
        many = f"{len(found)} berkas bernomor" if found else "Tidak ada berkas bernomor"
        raise NotFound(f"{many} “{number[:40]}”.", "Pindai QR tanda terima, atau ketik nomor lengkapnya.")
    return take(context, found[0].id)


def _is_named(number: str, typed: str) -> bool:
    """Take a whole number, or the running number at its beginning; a name or a NIK moves no papers."""
    running = number.split("/")[0]
    return bool(number) and (number.casefold() == typed.casefold() or running.lstrip("0") == typed.lstrip("0"))


def desks(context: Context) -> dict[str, str]:
    """Return by user id the name on each desk, of those who have left as well."""
    return {user.id: user.display for user in journal.load_all(User)}
