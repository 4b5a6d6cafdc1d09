"""The sheet by which the camat takes note of a document others have made (lembar mengetahui).

It has a number in the office's register of such documents and no letter number of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from paten_desk.documents import blocks, flow, fonts, letter, letterhead, page
from paten_desk.documents.blocks import Block, Paragraph
from paten_desk.documents.letter import DOTS, Letter, Proof, Standing
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import F4, Paper, Sheet
from paten_desk.documents.signature import Signature

TITLE = "LEMBAR MENGETAHUI"


@dataclass(frozen=True, slots=True)
class Countersign:
    """A countersigned document.

    Attributes:
        blocks: What document it is; a last italic paragraph (the note) stands under the register block.
        register_number, register_date: As printed; "" leaves a dotted line.
        signature: The camat, or who signs for them; its first line is usually "Mengetahui:".
        left_signature: The village head, e.g. "Dibenarkan dan disaksikan:"; None where only the camat signs.

    """

    letterhead: Letterhead
    blocks: tuple[Block, ...]
    register_number: str
    register_date: str
    signature: Signature
    left_signature: Signature | None = None
    proof: Proof | None = None
    standing: Standing = Standing.ISSUED
    initials: tuple[str, ...] = ()
    printed: str = ""
    copy_no: int = 0
    title: str = TITLE
    paper: Paper = F4


def render(countersign: Countersign) -> bytes:
    """Draw the sheet as PDF."""
    with fonts.letters_in(countersign.letterhead.family):
        return _rendered(countersign)


def _rendered(countersign: Countersign) -> bytes:
    framed = Letter(
        countersign.letterhead,
        countersign.title,
        "",
        _notes(countersign),
        countersign.signature,
        left_signature=countersign.left_signature,
        proof=countersign.proof,
        standing=countersign.standing,
        initials=countersign.initials,
        printed=countersign.printed,
        copy_no=countersign.copy_no,
        paper=countersign.paper,
    )
    sheet = Sheet(
        countersign.paper,
        countersign.title.capitalize(),
        countersign.letterhead.office,
        on_page=lambda sheet: letter.marks(sheet, framed),
    )
    letterhead.draw(sheet, countersign.letterhead, apart=True)
    letter.titled(sheet, countersign.title, None)
    blocks.draw(sheet, countersign.blocks[: len(countersign.blocks) - len(framed.blocks)])
    _register(sheet, countersign)
    letter.body(sheet, framed)
    return sheet.finish(page.page_of)


def _notes(countersign: Countersign) -> tuple[Block, ...]:
    last = countersign.blocks[-1:]
    return last if last and isinstance(last[0], Paragraph) and last[0].italic else ()


def _register(sheet: Sheet, countersign: Countersign) -> None:
    """Draw the register's number and date in a frame."""
    style = flow.sized(flow.PLAIN, 11.5, 15)
    half = sheet.room / 2 - 16
    left = f"Nomor register: {countersign.register_number or DOTS}"
    right = f"Tanggal: {countersign.register_date or DOTS}"
    high = max(flow.height(flow.bold(words), style, half) for words in (left, right)) + 14
    sheet.need(high + 20)
    sheet.down(4)
    top = sheet.y
    sheet.box(sheet.left, top - high, sheet.room, high, 0.9)
    for words, x in ((left, sheet.left + 8), (right, sheet.middle + 8)):
        sheet.y = top - 6
        flow.paragraph(sheet, flow.bold(words), style, x, half)
    sheet.y = top - high - 12
