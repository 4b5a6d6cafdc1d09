"""Pages of a PDF as images: the only place that uses PDFium, one thread at a time (two in it end the process)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

POINT_MM = 25.4 / 72
_one_at_a_time = Lock()


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of every page in millimetres."""
    with _opened(pdf) as document:
        return [(page.get_width() * POINT_MM, page.get_height() * POINT_MM) for page in document]


def render(pdf: bytes, page: int, dpi: float, ratio: float = 1.0) -> QImage:
    """Return a page, counted from 0, as an image of `dpi`; `ratio` is the screen's and only marks the image."""
    with _opened(pdf) as document:
        bitmap = document[page].render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=True)
        size = bitmap.width, bitmap.height, bitmap.stride
        image = QImage(bitmap.buffer, *size, QImage.Format.Format_RGBX8888).copy()
        bitmap.close()
    image.setDevicePixelRatio(ratio)
    return image


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
