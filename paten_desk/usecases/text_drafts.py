"""What somebody typed into a letter's text and did not save yet: kept through a power cut, no part of the record."""

from __future__ import annotations

from paten_desk.domain.errors import Rejected
from paten_desk.store import drafts
from paten_desk.store.connection import transaction
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_blocks import parse

PAGE = "text."


def keep(context: Context, name: str, source: str) -> None:
    """Keep this user's draft of a text; "" forgets it."""
    if source == kept(context, name):
        return
    with transaction():
        if source:
            drafts.keep(context.user.id, PAGE + name, context.now(), source)
        else:
            forget(context, name)


def kept(context: Context, name: str) -> str:
    """Return what this user typed and did not save, or ""."""
    held = drafts.kept(context.user.id, PAGE + name)
    try:
        parse(held or "{}")
    except Rejected:
        return ""  # an older program's draft; nothing of the record is lost
    return held


def forget(context: Context, name: str) -> None:
    """Forget this user's draft of a text, in the transaction of whoever saves it."""
    drafts.drop(context.user.id, PAGE + name)
