"""The registration form as it is typed, kept for its owner until it is registered."""

from __future__ import annotations

import msgspec

from paten_desk.domain.requests import VisitDraft
from paten_desk.store import drafts
from paten_desk.store.connection import transaction
from paten_desk.usecases.context import Context

FORM, CURSOR = "registration", "registration.cursor"


def keep(context: Context, draft: VisitDraft, cursor: str = "") -> None:
    """Keep the form as typed and the name of the field the clerk is in; a power cut loses at most a second."""
    with transaction():
        drafts.keep(context.user.id, FORM, context.now(), msgspec.json.encode(draft).decode())
        drafts.keep(context.user.id, CURSOR, context.now(), cursor)


def kept(context: Context) -> VisitDraft | None:
    """Return the form as it was last kept, or None."""
    return _read(drafts.kept(context.user.id, FORM))


def scans_kept() -> set[tuple[int, str]]:
    """Return volume and hash of every scan on a form that is not registered yet, whoever fills it."""
    held = [draft for body in drafts.every(FORM) if (draft := _read(body)) is not None]
    return {(scan.volume, scan.content) for draft in held for asked in draft.requests for scan in asked.scans}


def kept_cursor(context: Context) -> str:
    """Return the name of the field the clerk was in, or ""."""
    return drafts.kept(context.user.id, CURSOR)


def drop(context: Context) -> None:
    """Forget the form inside the transaction that registers it."""
    drafts.drop(context.user.id, FORM)


def _read(body: str) -> VisitDraft | None:
    try:
        return msgspec.json.decode(body, type=VisitDraft) if body else None
    except msgspec.DecodeError:
        return None  # an older program's draft; nothing of the record is lost
