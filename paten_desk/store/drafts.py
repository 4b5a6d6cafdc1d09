"""What is typed and not yet registered: kept through a power cut, no part of the record."""

from __future__ import annotations

from datetime import datetime

from paten_desk.store.connection import one, rows, sql
from paten_desk.store.tables import Draft


def keep(owner: str, page: str, saved_at: datetime, body: str) -> None:
    """Replace the draft of a user's page."""
    sql(
        "INSERT INTO draft (owner, page, saved_at, body) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (owner, page) DO UPDATE SET saved_at = excluded.saved_at, body = excluded.body",
        (owner, page, saved_at.isoformat(timespec="seconds"), body),
    )


def kept(owner: str, page: str) -> str:
    """Return the draft of a user's page, or ""."""
    found = one(Draft.select(Draft.body).where((Draft.owner == owner) & (Draft.page == page)))
    return "" if found is None else str(found[0])


def every(page: str) -> list[str]:
    """Return the drafts of a page, of all users."""
    return [str(body) for (body,) in rows(Draft.select(Draft.body).where(Draft.page == page))]


def drop(owner: str, page: str) -> None:
    """Forget the draft of a user's page."""
    sql("DELETE FROM draft WHERE owner = ? AND page = ?", (owner, page))
