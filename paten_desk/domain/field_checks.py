"""Field checks: when somebody of the office goes to look, and who."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from paten_desk.domain.errors import Problem


@dataclass(frozen=True, slots=True)
class FieldCheck:
    """One appointment, kept or to come.

    Attributes:
        officer: Id of the user who goes.

    """

    at: datetime
    officer: str


def check_appointment(at: datetime | None, officer: str, now: datetime) -> list[Problem]:
    """List what is wrong with an appointment ("at", "officer")."""
    found = []
    if at is None:
        found.append(Problem("at", "Isi hari dan jam pemeriksaan."))
    elif at < now:
        found.append(Problem("at", "Waktu ini sudah lewat; pilih waktu yang akan datang."))
    if not officer:
        found.append(Problem("officer", "Pilih petugas yang memeriksa."))
    return found
