"""How the board of promises speaks: in working time, and of the limit after which silence is consent."""

from __future__ import annotations

from datetime import date, datetime

from paten_desk.domain.workflow import Status
from paten_desk.ui.requests.words import PAUSED, STATE_CHIPS, promise, short_date
from paten_desk.ui.rows_model import Cell
from paten_desk.usecases import morning
from paten_desk.usecases.context import Context
from paten_desk.usecases.work import RequestRow

SOON_S = 3600


def left_cell(context: Context, row: RequestRow, now: datetime) -> Cell:
    """Return the chip of a row on the board: the working time left, or how late it is."""
    if Status(row.status) in STATE_CHIPS or row.paused:
        return PAUSED if row.paused else promise(row, now)
    due_at = datetime.fromisoformat(row.due_at)
    words, is_late = morning.left_words(context, due_at, now)
    if is_late:
        return words, "late"
    if (due_at - now).total_seconds() < SOON_S:
        return words, "warn"
    return words, "accent" if due_at.date() == now.date() else "neutral"


def limit_cell(limit: date, today: date) -> Cell:
    """Return the chip of a request that nears the limit after which silence is consent."""
    if limit < today:
        return f"Lewat batas {short_date(limit)}", "late"
    return ("Batas hari ini", "late") if limit == today else (f"Batas {short_date(limit)}", "warn")
