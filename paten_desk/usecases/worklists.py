"""Worklists: what waits for which step, and what lies on whose desk."""

from __future__ import annotations

from collections.abc import Collection

from paten_desk.domain.workflow import Action
from paten_desk.store import requests as store
from paten_desk.store.requests import RequestRow
from paten_desk.usecases.context import Context


def waiting(
    context: Context, actions: Collection[Action], after: RequestRow | None = None, limit: int = 50
) -> list[RequestRow]:
    """Return a page of the requests that wait for one of `actions`, nearest promise first, also while paused."""
    return store.waiting(actions, after, limit)


def count(context: Context, actions: Collection[Action]) -> int:
    """Count the requests that wait for one of `actions`."""
    return store.count_waiting(actions)


def mine(context: Context, after: RequestRow | None = None, limit: int = 50) -> list[RequestRow]:
    """Return a page of the requests whose papers lie on the desk of who is logged in, nearest promise first."""
    return store.held_by(context.user.id, after, limit)


def count_mine(context: Context) -> int:
    """Count them all."""
    return store.count_held(context.user.id)
