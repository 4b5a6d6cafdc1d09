"""How old a backup is, in words, and what the status bar says of it."""

from __future__ import annotations

from datetime import datetime

from paten_desk.domain.backups import Tone
from paten_desk.domain.formats import hour, long_date
from paten_desk.ui.bars import Part
from paten_desk.ui.requests.words import short_date
from paten_desk.usecases import backup_turns, backups
from paten_desk.usecases.context import Context

HOUR_S = 3600
MANY_DAYS = 60


def age(then: datetime, now: datetime) -> str:
    """Say how long ago something was; what lies ahead of the clock is said by its date."""
    passed = (now - then).total_seconds()
    days = (now.date() - then.date()).days
    if passed < 0 or days > MANY_DAYS:
        return long_date(then.date())
    if passed < 60:
        return "baru saja"
    if passed < HOUR_S:
        return f"{int(passed // 60)} menit lalu"
    if days == 0:
        return f"{int(passed // HOUR_S)} jam lalu"
    return f"kemarin {hour(then)}" if days == 1 else f"{days} hari lalu"


def moment(at: datetime) -> str:
    """Write a moment: 20 November 2026, 16.05."""
    return f"{long_date(at.date())}, {hour(at)}"


def short_moment(at: datetime) -> str:
    """Write a moment for a list: 20 Nov 2026, 16.05."""
    return f"{short_date(at.date())} {at.year}, {hour(at)}"


def status_part(context: Context) -> Part:
    """Return what the status bar says of the newest proven backup; coloured where something has to be done."""
    standing = backups.standing(context)
    old = age(standing.proven.at, context.now()) if standing.proven else ""
    if backup_turns.failed(context) is not None:
        more = f", teruji {old}" if old else ""
        tone = Tone.LATE if standing.backup_tone is Tone.LATE else Tone.WARN
        return Part(f"Cadangan terakhir tidak jadi{more}", "Cadangan tidak jadi", tone)
    if standing.proven is None:
        return Part(standing.sentence, "Belum dicadangkan", standing.backup_tone)
    colored = "" if standing.backup_tone is Tone.GOOD else standing.backup_tone
    return Part(f"Cadangan teruji {old}", f"Teruji {old}", colored)
