"""The change of people at one counter during the day."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ShiftPersonal:
    """What the leaving person wants the next one to know; people type names into notes."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Shift:
    """One hand-over of a counter.

    Attributes:
        from_user, to_user: Ids of who leaves and who takes over.
        counter: Name of the counter.
        registered: Requests the leaving person took in today.

    """

    id: str
    from_user: str
    to_user: str
    counter: str
    registered: int = 0
    personal: ShiftPersonal = ShiftPersonal()
