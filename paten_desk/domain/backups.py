"""Backups as the record knows them: made and proven, tried out, failed, or the one the office went on from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

RECORDS_BETWEEN = 200  # so many records after the newest proven backup the next one is due
FRESH, STALE = timedelta(days=1), timedelta(days=3)
DRILL_SOON, DRILL_LATE = timedelta(days=28), timedelta(days=35)


class BackupState(StrEnum):
    """What became of it."""

    PROVEN = "proven"
    DRILLED = "drilled"
    FAILED = "failed"
    RESTORED = "restored"


class Tone(StrEnum):
    """How a standing is shown."""

    GOOD = "good"
    WARN = "warn"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup, one drill, or one restore.

    Attributes:
        at: When.
        target: Name of the place.
        generation: Name of its folder there; "" where none came to be.
        ledger, sequence, leaf: Head of the ledger that it holds; the hash is base64url.
        business_date: Newest day in it.
        documents: Stored PDFs in it.
        findings: Differences that a drill found.
        reason: Why it failed, one sentence.

    """

    id: str
    state: BackupState
    at: datetime
    target: str
    generation: str = ""
    ledger: str = ""
    sequence: int = 0
    leaf: str = ""
    business_date: date | None = None
    documents: int = 0
    findings: int = 0
    reason: str = ""


def tone_of_backup(last: datetime | None, now: datetime, *, is_behind: bool) -> Tone:
    """Judge the newest proven backup; one that holds all records does not grow old."""
    if last is None:
        return Tone.LATE
    if not is_behind or now - last <= FRESH:
        return Tone.GOOD
    return Tone.WARN if now - last <= STALE else Tone.LATE


def tone_of_drill(last: datetime | None, begun: datetime | None, now: datetime) -> Tone:
    """Judge the newest drill; an office that began a short while ago has time for its first one."""
    since = last or begun
    if since is None or now - since <= DRILL_SOON:
        return Tone.GOOD
    return Tone.WARN if now - since <= DRILL_LATE else Tone.LATE
