"""Prints of an issued letter: the letter itself, and its counted copies."""

from __future__ import annotations

from dataclasses import replace

from paten_desk.documents import copies
from paten_desk.domain.errors import Invalid, Problem
from paten_desk.domain.letters import Letter
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import letters, revoking, work
from paten_desk.usecases.context import Context


def was_printed(request: Request) -> bool:
    """Say whether the letter itself is known to have come out of a printer; a further one needs a reason."""
    held = work.letter_of(request)
    return held is not None and held.prints > 0


def record(context: Context, request: str, reason: str = "") -> Letter:
    """Record that the issued paper came out of a printer; `reason` says why it did once more.

    Raises:
        NoRight, WrongStatus: Not by this user; it is not issued.

    """
    context.demand(Right.LOOK_UP)
    with transaction():
        made = letters.issued(request)
        personal = replace(made.personal, copy_reason=clean(reason)) if clean(reason) else made.personal
        made = replace(made, prints=made.prints + 1, personal=personal)
        journal.record(context.stamp(), "printed", made)
    return made


def wants_reason(request: Request) -> bool:
    """Say whether the next copy needs a reason: from the second one on."""
    held = work.letter_of(request)
    return held is not None and held.copies > 0


def copy(context: Context, request: str, reason: str = "") -> bytes:
    """Return the issued PDF, its own bytes under the mark SALINAN n, and record the print.

    Counted before it is printed: a number of a copy is never given twice.

    Raises:
        NoRight, WrongStatus, Invalid: Not by this user; it is not issued; a second copy without a reason.

    """
    context.demand(Right.LOOK_UP)
    with transaction():
        made = letters.issued(request)
        if made.copies and not clean(reason):
            raise Invalid([Problem("reason", "Tulis alasan salinan ini; salinan sebelumnya sudah ada.")])
        made = replace(made, copies=made.copies + 1, personal=replace(made.personal, copy_reason=clean(reason)))
        journal.record(context.stamp(), "reprinted", made)
    return copies.mark(letters.paper(made), made.copies, revoking.word(made))
