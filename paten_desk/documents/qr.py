"""QR codes as one path on the sheet."""

from __future__ import annotations

import hashlib
from functools import lru_cache

import segno

from paten_desk.documents.page import BLACK, Sheet
from paten_desk.domain.errors import PatenError

MASK = 3


def draw(sheet: Sheet, x: float, y: float, side: float, payload: str) -> None:
    """Draw a QR code whose lower left corner is (x, y); the quiet zone around it is the caller's white.

    The mask is fixed: choosing one costs 3 ms and changes nothing a reader can see.

    Raises:
        PatenError: The payload does not fit into a QR code (some 2,300 bytes).

    """
    canvas = sheet.canvas
    name = f"qr-{hashlib.sha256(payload.encode('utf-8', 'replace')).hexdigest()[:16]}"
    if not canvas.hasForm(name):  # a second copy on the same paper points to the first
        rows = _matrix(payload)
        canvas.beginForm(name, 0, 0, len(rows), len(rows))
        path = canvas.beginPath()
        for at, row in enumerate(rows):
            for start, end in _dark_runs(row):
                path.rect(start, len(rows) - at - 1, end - start, 1.01)
        canvas.setFillColor(BLACK)
        canvas.drawPath(path, stroke=0, fill=1)
        canvas.endForm()
    unit = side / len(_matrix(payload))
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(unit, unit)
    canvas.doForm(name)
    canvas.restoreState()


def modules(payload: str) -> tuple[bytes, ...]:
    """Return a QR code as rows of modules, 1 for dark, without the quiet zone.

    Raises:
        PatenError: The payload does not fit into a QR code (some 2,300 bytes).

    """
    return tuple(_matrix(payload))


@lru_cache(16)
def _matrix(payload: str) -> list[bytes]:
    try:
        code = segno.make(payload, error="m", micro=False, mask=MASK)
    except segno.DataOverflowError as problem:
        raise PatenError(
            "Kode QR tidak dapat dibuat karena isinya terlalu panjang.", "Sampaikan kepada admin aplikasi."
        ) from problem
    return [bytes(row) for row in code.matrix]


def _dark_runs(row: bytes) -> list[tuple[int, int]]:
    """List where dark modules begin and end, so that no hairline shows between neighbours."""
    runs = []
    start = -1
    for at, dark in enumerate([*row, 0]):
        if dark and start < 0:
            start = at
        elif not dark and start >= 0:
            runs.append((start, at))
            start = -1
    return runs
