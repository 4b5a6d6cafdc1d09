"""How work off the window's thread says how far it has come, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from paten_desk.domain.errors import PatenError

T = TypeVar("T")


class Report(Protocol):
    """Says how far work has come; raises `Cancelled` where the user has pressed Batal."""

    def __call__(self, done: int, total: int, text: str = "") -> None: ...


def attempt(work: Callable[[], T]) -> T | PatenError:
    """Return what came of work on the worker, or what stood in the way, for who says it beside the work."""
    try:
        return work()
    except PatenError as error:
        return error
