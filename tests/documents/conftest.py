"""Builders of finished facts, and eyes that read the paper back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pypdfium2
import pytest

from paten_desk.documents.blocks import Facts, Paragraph
from paten_desk.documents.flow import Fact
from paten_desk.documents.letter import Letter, Proof
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.receipt import Item, Paper, Promise, Receipt
from paten_desk.documents.signature import Signature

LONG_NAME = (
    "RADEN AJENG SITI RAHMAWATI KUSUMANINGTYAS PUTRI MAHARANI DEWI SEKARWANGI BINTI HAJI ABDURRAHMAN WAHID NATANEGARA"
)
DAY = date(2026, 11, 20)


class Page:
    """What is read back from a rendered document."""

    def __init__(self, pdf: bytes) -> None:
        self.document = pypdfium2.PdfDocument(pdf)

    def __len__(self) -> int:
        return len(self.document)

    def text(self, page: int | None = None) -> str:
        """Return the words with every run of white space as one space."""
        pages = range(len(self.document)) if page is None else [page]
        return " ".join(" ".join(self.document[at].get_textpage().get_text_range().split()) for at in pages)

    def size_mm(self, page: int = 0) -> tuple[float, float]:
        wide, high = self.document[page].get_size()
        return round(wide / 72 * 25.4, 1), round(high / 72 * 25.4, 1)

    def is_inside(self, edge: float = 8) -> bool:
        """Tell whether every letter stands within the page, `edge` points from its border."""
        for page in self.document:
            wide, high = page.get_size()
            words = page.get_textpage()
            for at in range(words.count_chars()):
                left, bottom, right, top = words.get_charbox(at)
                if right > left and (left < edge or right > wide - edge or bottom < edge or top > high - edge):
                    return False
        return True


@pytest.fixture
def look() -> Callable[[bytes], Page]:
    return Page


@pytest.fixture
def letterhead() -> Letterhead:
    lines = ("Jalan Merdeka Nomor 1 Sukamaju, Kode Pos 99999", "Pos-el kecamatan@contoh.example")
    return Letterhead("PEMERINTAH KABUPATEN CONTOH RAYA", "KECAMATAN CONTOH", lines, sample=True)


@pytest.fixture
def camat() -> Signature:
    place_date = "Sukamaju, 20 November 2026"
    return Signature(("CAMAT CONTOH,",), "CAMAT CONTOH, S.STP.", "Pembina Tingkat I (IV/b)", "0" * 18, place_date)


@pytest.fixture
def a_letter(letterhead: Letterhead, camat: Signature) -> Callable[..., Letter]:
    def build(**changes: Any) -> Letter:
        body = (
            Paragraph("Camat Contoh Kabupaten Contoh Raya menerangkan bahwa:", indent=False),
            Facts((Fact("Nama", "SITI RAHMAWATI", bold=True), Fact("NIK", "9999994708840002"))),
            Paragraph("Demikian surat keterangan ini dibuat dengan sebenarnya."),
        )
        proof = Proof("PATEN1:99.99.99:L:031", "7F3K-92QD", "Kecamatan Contoh")
        letter = Letter(
            letterhead, "SURAT KETERANGAN TIDAK MAMPU", "400.9.14/031/KEC-CTH/XI/2026", body, camat, proof=proof
        )
        return replace(letter, **changes)

    return build


@pytest.fixture
def an_item() -> Callable[..., Item]:
    def build(**changes: Any) -> Item:
        papers = (Paper("Surat keterangan Kepala Desa", "asli", 1), Paper("KTP-el pemohon", "asli ditunjukkan"))
        item = Item("L1-2026-000444", "Surat Keterangan Tidak Mampu", Promise(DAY, time(11, 15)), papers, "000444")
        return replace(item, **changes)

    return build


@pytest.fixture
def a_receipt(letterhead: Letterhead, an_item: Callable[..., Item]) -> Callable[..., Receipt]:
    def build(**changes: Any) -> Receipt:
        receipt = Receipt(
            letterhead,
            (an_item(),),
            "SITI RAHMAWATI",
            "9999994708840002",
            "081234561234",
            datetime(2026, 11, 20, 10, 14),
            "WIB",
            "Loket 1",
            "Rina Marlina",
            "PATEN1:99.99.99:R:000444:K4TQ",
        )
        return replace(receipt, **changes)

    return build


@pytest.fixture
def long_name() -> str:
    return LONG_NAME[:100]
