"""PDFs that somebody else made: taken in as pages to print, without anything that acts."""

from __future__ import annotations

from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject

from paten_desk.domain.attachments import MOST_PAGES
from paten_desk.domain.errors import PatenError

DRAWN = frozenset({"/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Parent"})
"""What of a page is kept: what is drawn on it. Links, fields, scripts, actions and enclosed files go."""

BROKEN = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError)


def drawn_pages(pdf: bytes) -> tuple[bytes, int]:
    """Return a PDF that holds only what is drawn on the pages of another one, and how many pages there are.

    Raises:
        PatenError: It is damaged, locked, empty or too long.

    """
    try:
        reader = PdfReader(BytesIO(pdf))
        if reader.is_encrypted:
            raise PatenError("PDF ini terkunci kata sandi.", "Simpan ulang tanpa kata sandi, lalu pilih lagi.")
        many = len(reader.pages)
        if not 1 <= many <= MOST_PAGES:
            raise PatenError(
                f"PDF ini berisi {many} halaman.", f"Pilih formulir yang berisi 1 sampai {MOST_PAGES} halaman."
            )
        return _written([reader.pages[at] for at in range(many)]), many
    except BROKEN as error:
        raise PatenError(
            "PDF ini rusak atau tidak dapat dibaca.", "Minta berkas yang baik, atau pindai formulirnya lagi."
        ) from error


def _written(pages: list[PageObject]) -> bytes:
    writer = PdfWriter()
    for page in pages:
        for key in [key for key in page if key not in DRAWN]:
            del page[NameObject(key)]
        writer.add_page(page)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
