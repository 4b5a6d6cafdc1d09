"""The last way back in: the kabupaten opens an office's recovery file and hands the key on, sealed."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Escrow:
    """One time the kabupaten handed an office's data key on.

    Attributes:
        office: Name of the office as it asked.
        recipient: age recipient the key was sealed to, made by the office for this one answer.
        minutes: Number of the berita acara that both offices signed.

    """

    id: str
    office: str
    recipient: str
    minutes: str
