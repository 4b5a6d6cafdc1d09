"""How work off the window's thread says how far it has come, and the type of what it returns."""

from __future__ import annotations

from typing import Protocol, TypeVar

T = TypeVar("T")


class Report(Protocol):
    """Says how far work has come; raises `Cancelled` where the user has pressed Batal."""

    def __call__(self, done: int, total: int, text: str = "") -> None: ...
