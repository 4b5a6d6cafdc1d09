"""PDFs that somebody else made: taken in as pages to print, without anything that acts."""

from __future__ import annotations

from io import BytesIO

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, NameObject

from paten_desk.domain.attachments import MOST_PAGES
from paten_desk.domain.errors import PatenError

DRAWN = frozenset({"/Type", "/MediaBox", "/CropBox", "/Rotate", "/Resources", "/Contents", "/Parent"})
"""What of a page is kept: what is drawn on it. Links, fields, scripts, actions and enclosed files go."""

MOST_DOTS = 50_000_000  # of one picture on a page: A4 at 600 dpi has 35 million; unpacked, 50 million take 200 MB
DEEPEST = 8  # drawings within drawings; a page of an office has one or two

BROKEN = (PyPdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RecursionError, OverflowError)


def drawn_pages(pdf: bytes, what: str = "formulir") -> tuple[bytes, int]:
    """Return a PDF that holds only what is drawn on the pages of another one, and how many pages there are.

    `what` it is names the sentences of a refusal.

    Raises:
        PatenError: It is damaged, locked, empty or too long, or would unpack into more than a screen can show.

    """
    try:
        reader = PdfReader(BytesIO(pdf))
        if reader.is_encrypted:
            raise PatenError("PDF ini terkunci kata sandi.", "Simpan ulang tanpa kata sandi, lalu pilih lagi.")
        many = len(reader.pages)
        if not 1 <= many <= MOST_PAGES:
            raise PatenError(
                f"PDF ini berisi {many} halaman.", f"Pilih {what} yang berisi 1 sampai {MOST_PAGES} halaman."
            )
        pages = [reader.pages[at] for at in range(many)]
        for page in pages:
            _demand_small(page)
        return _written(pages), many
    except BROKEN as error:
        raise PatenError(
            "PDF ini rusak atau tidak dapat dibaca.", f"Minta berkas yang baik, atau pindai lagi {what}nya."
        ) from error


def _demand_small(page: PageObject) -> None:
    """Refuse a page that would fill the memory when it is drawn; pypdf itself limits what its drawing unpacks into."""
    if (drawing := page.get_contents()) is not None:
        drawing.get_data()
    held: list[tuple[DictionaryObject, int]] = [(page, 0)]
    while held:
        here, depth = held.pop()
        parts = here.get("/Resources", DictionaryObject()).get_object().get("/XObject", DictionaryObject()).get_object()
        for part in (each.get_object() for each in parts.values()):
            if part.get("/Subtype") == "/Form" and depth < DEEPEST:
                held.append((part, depth + 1))
            elif int(part.get("/Width", 0)) * int(part.get("/Height", 0)) > MOST_DOTS:
                raise PatenError(
                    f"PDF ini memuat gambar yang lebih dari {MOST_DOTS // 10**6} juta titik.",
                    "Pindai lagi dengan 300 dpi, lalu pilih lagi.",
                )


def _written(pages: list[PageObject]) -> bytes:
    writer = PdfWriter()
    for page in pages:
        for key in [key for key in page if key not in DRAWN]:
            del page[NameObject(key)]
        writer.add_page(page)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
