"""Pages of a PDF as images: the only place that uses PDFium, one thread at a time (two in it end the process)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from math import ceil
from threading import Lock

import pypdfium2
from PySide6.QtGui import QImage

POINT_MM = 25.4 / 72
BAND_BYTES = 8_000_000  # of an image; with the bitmap it is copied from, a page on its way needs twice as much
_one_at_a_time = Lock()


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Return width and height of every page in millimetres."""
    with _opened(pdf) as document:
        return [(page.get_width() * POINT_MM, page.get_height() * POINT_MM) for page in document]


def render(pdf: bytes, page: int, dpi: float, ratio: float = 1.0) -> QImage:
    """Return a page, counted from 0, as an image of `dpi`; `ratio` is the screen's and only marks the image."""
    with _opened(pdf) as document:
        image = _image(document[page].render(scale=dpi / 72, rev_byteorder=True, prefer_bgrx=True))
    image.setDevicePixelRatio(ratio)
    return image


@dataclass(frozen=True, slots=True)
class Band:
    """A strip of a page, as wide as the page.

    Attributes:
        top, page_height: In dots of the image's density.

    """

    image: QImage
    top: int
    page_height: int


def bands(pdf: bytes, page: int, dpi: float) -> Iterator[Band]:
    """Draw a page from top to foot in strips that need little memory; together they are the image of `render`.

    The lock is held for one strip at a time, so a preview waits for no whole page.
    """
    scale, top, height = dpi / 72, 0, 1
    while top < height:
        with _opened(pdf) as document:
            sheet = document[page]
            wide, height = ceil(sheet.get_width() * scale), ceil(sheet.get_height() * scale)
            high = min(height - top, max(1, BAND_BYTES // (wide * 4)))
            below = height - top - high
            # half a dot less, since PDFium's binding rounds what is cut off up to whole dots
            crop = (0, max(0, below - 0.5) / scale, 0, max(0, top - 0.5) / scale)
            image = _image(sheet.render(scale=scale, crop=crop, rev_byteorder=True, prefer_bgrx=True))
        yield Band(image, top, height)
        top += high


def _image(bitmap: pypdfium2.PdfBitmap) -> QImage:
    size = bitmap.width, bitmap.height, bitmap.stride
    image = QImage(bitmap.buffer, *size, QImage.Format.Format_RGBX8888).copy()
    bitmap.close()
    return image


@contextmanager
def _opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    with _one_at_a_time:
        document = pypdfium2.PdfDocument(pdf)
        try:
            yield document
        finally:
            document.close()
