"""Draw again, on the office's computer, what a laptop has issued: the records came by sealed file, the papers did not.

Drawing is deterministic, so the hash in the record proves that the paper drawn here is the one that was handed out.
"""

from __future__ import annotations

import hashlib

from paten_desk.documents.letter import Standing
from paten_desk.domain.closings import Closing
from paten_desk.domain.errors import NotFound
from paten_desk.domain.formats import long_date
from paten_desk.domain.letters import Letter
from paten_desk.domain.requests import Request
from paten_desk.domain.scans import Scan
from paten_desk.store import archive, journal, ledgers
from paten_desk.usecases import closings, letter_sheets, services
from paten_desk.usecases.context import Context


def draw(context: Context, entities: set[str]) -> tuple[str, ...]:
    """Store the papers of these letters and closings that are not here; name those that no longer come out the same."""
    lacking = []
    for letter in journal.load_all(Letter, (ledgers.BRANCH,)):
        if letter.id in entities and letter.document and not _is_here(letter.document, letter.year):
            request = journal.load(Request, letter.request)
            content = letter_sheets.draw(context, request, services.service_of(request), letter, Standing.ISSUED)
            if not _keep(content, letter.document, letter.year):
                lacking.append(letter.number)
        if letter.id in entities and letter.final and not _is_here(letter.final, letter.year):
            lacking.append(f"{letter.number} yang ditandatangani di luar")
    for made in journal.load_all(Closing, (ledgers.BRANCH,)):
        is_here = made.id not in entities or _is_here(made.document, made.day.year)
        if not is_here and not _keep(closings.pdf(context, made), made.document, made.day.year):
            lacking.append(f"berita acara {long_date(made.day)}")
    scans = journal.load_all(Scan, (ledgers.BRANCH,))
    if many := sum(scan.id in entities and not _is_here(scan.content, scan.volume) for scan in scans):
        lacking.append(f"{many} pindaian")
    return tuple(lacking)


def _is_here(digest: str, year: int) -> bool:
    try:
        archive.get(digest, year)
    except NotFound:
        return False
    return True


def _keep(content: bytes, digest: str, year: int) -> bool:
    return hashlib.sha256(content).hexdigest() == digest and archive.put(content, year) == digest
