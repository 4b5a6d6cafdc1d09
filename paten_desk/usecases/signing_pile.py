"""The signing folder: every paper that waits for a signature, printed at once with a list on top."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from paten_desk.documents import cover
from paten_desk.documents.cover import Cover, Row
from paten_desk.domain.errors import WrongStatus
from paten_desk.domain.formats import hour, long_date
from paten_desk.domain.workflow import Action
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import letterheads, letters, services, worklists
from paten_desk.usecases.context import Context

MOST = 200  # papers of one folder


def waiting(context: Context) -> list[RequestRow]:
    """Return what waits for a signature, the nearest promise first; at most 200."""
    return worklists.waiting(context, {Action.SIGN}, limit=MOST)


def pdf(context: Context, report: Callable[[int, int], None] = lambda done, total: None) -> bytes:
    """Draw the list and every draft below it as one PDF; `report(done, total)` is called after each.

    Raises:
        WrongStatus: Nothing waits for a signature.

    """
    rows = waiting(context)
    if not rows:
        raise WrongStatus("Tidak ada surat yang menunggu tanda tangan.", "Cetak map ini setelah ada konsep yang siap.")
    catalogue = services.catalogue(context)
    papers, listed = [], []
    for at, row in enumerate(rows, 1):
        paper = letters.preview(context, row.id)
        papers.append(paper)
        name = catalogue[row.service].name if row.service in catalogue else row.service
        listed.append(Row(row.number, row.name, name, _due(row), cover.page_count(paper)))
        report(at, len(rows))
    now = context.now()
    printed = f"{long_date(now.date())} pukul {hour(now)} {context.office.zone} oleh {context.user.display}"
    return cover.folder(Cover(letterheads.letterhead(context.office), tuple(listed), printed), papers)


def _due(row: RequestRow) -> str:
    at = datetime.fromisoformat(row.due_at) if row.due_at else None
    return f"{long_date(at.date())} {hour(at)}" if at else "-"
