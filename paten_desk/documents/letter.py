"""The letter: what every certificate, recommendation and official letter shares around its own words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from reportlab.lib.colors import HexColor

from paten_desk.documents import blocks, flow, fonts, letterhead, page, qr, signature
from paten_desk.documents.blocks import Block, Setting
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.page import F4, GREY, MM, Paper, Sheet
from paten_desk.documents.signature import Signature

FOOT_MM = 25
DOTS = "." * 24


class Standing(StrEnum):
    """What a print is worth; anything but ISSUED is written across the page."""

    ISSUED = ""
    DRAFT = "KONSEP"
    SAMPLE = "CONTOH"
    VOID = "BATAL"


NOTES = {
    Standing.DRAFT: "KONSEP, belum bernomor, bukan surat sah",
    Standing.SAMPLE: "CONTOH, bukan surat sah",
    Standing.VOID: "BATAL, tidak berlaku",
}


@dataclass(frozen=True, slots=True)
class Address:
    """The head of an official letter to someone (surat dinas).

    Attributes:
        place_date: "Sukamaju, 20 November 2026"; it stands here and not over the signature.

    """

    place_date: str
    nature: str = "Biasa"
    enclosures: str = "-"
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Proof:
    """By what a letter can be checked at the office that gave it.

    Attributes:
        payload: What the QR code says.
        code: The check code in words, e.g. "7F3K-92QD".
        office: Where it can be checked, e.g. "Kecamatan Contoh".
        valid_until: "20 Februari 2027", or "" for a letter without an end.

    """

    payload: str
    code: str
    office: str
    valid_until: str = ""


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter ready to be drawn.

    Attributes:
        title: In capitals, e.g. "SURAT KETERANGAN TIDAK MAMPU"; an official letter has none.
        number: As printed, runs of spaces kept for writing by hand; "" leaves a dotted line.
        address: The head of an official letter; None for a titled letter.
        recipient: Lines after "Yth.", the place last, e.g. ("Kepala Kepolisian Sektor Contoh", "di Sukamaju").
        left_signature: A second block at the left, e.g. of a village head.
        copies: Who gets a copy (tembusan).
        proof: Printed on issued letters only.
        initials: Posts that put their paraf; drawn on drafts and, if given, nowhere else.
        printed: Small line at the foot of a draft: which draft, when, by whom.
        copy_no: 1 for the first reprint (SALINAN 1); 0 for the original.

    """

    letterhead: Letterhead
    title: str
    number: str
    blocks: tuple[Block, ...]
    signature: Signature
    address: Address | None = None
    recipient: tuple[str, ...] = ()
    left_signature: Signature | None = None
    copies: tuple[str, ...] = ()
    proof: Proof | None = None
    standing: Standing = Standing.ISSUED
    initials: tuple[str, ...] = ()
    printed: str = ""
    copy_no: int = 0
    paper: Paper = F4


def render(letter: Letter) -> bytes:
    """Draw a letter as PDF: on one page where closer lines can bring it there, else on as many as it takes."""
    with fonts.letters_in(letter.letterhead.family):
        return _rendered(letter)


def _rendered(letter: Letter) -> bytes:
    usual = _drawn(letter, blocks.USUAL)
    if usual.page_no > 1:
        for setting in blocks.CLOSE:
            closer = _drawn(letter, setting)
            if closer.page_no == 1:
                return closer.finish(page.page_of)
    return usual.finish(page.page_of)


def _drawn(letter: Letter, setting: Setting) -> Sheet:
    name = letter.title.capitalize() or (letter.address.subject if letter.address else "") or "Surat"
    sheet = Sheet(letter.paper, name, letter.letterhead.office, on_page=lambda sheet: marks(sheet, letter))
    letterhead.draw(sheet, letter.letterhead, apart=True)
    signed = letter
    if letter.address is None:
        titled(sheet, letter.title, letter.number)
    else:
        _addressed(sheet, letter.address, letter.number)
        signed = replace(letter, signature=replace(letter.signature, place_date=""))
    _recipient(sheet, letter.recipient)
    body(sheet, signed, setting)
    return sheet


def titled(sheet: Sheet, title: str, number: str | None) -> None:
    """Draw a centred, underlined title and under it the number; None leaves the number out."""
    sheet.down(17)
    style = flow.CENTRE.clone("title", fontName=fonts.LETTER_BOLD, fontSize=13, leading=17)
    laid, _ = flow.lay(title, style, sheet.room)
    if len(laid.blPara.lines) == 1:
        sheet.down(13)
        half = fonts.width(fonts.clean(title, fonts.LETTER_BOLD), fonts.LETTER_BOLD, 13) / 2
        sheet.text(sheet.middle, sheet.y, title, fonts.LETTER_BOLD, 13, "middle")
        sheet.rule(sheet.y - 2.6, 0.9, sheet.middle - half, sheet.middle + half)
    else:
        flow.paragraph(sheet, title, style)
    if number is not None:
        sheet.down(17)
        words = f"Nomor: {number or DOTS}"
        sheet.fitted(sheet.middle, sheet.y, words, fonts.LETTER, 11.5, sheet.room, "middle")
    sheet.down(19)


def body(sheet: Sheet, letter: Letter, setting: Setting = blocks.USUAL) -> None:
    """Draw blocks, signature, copies and the foot; a signature never stands on a page without words of the letter."""
    foot = FOOT_MM * MM if letter.proof or letter.initials else 0
    x = sheet.left + sheet.room * signature.AT
    signed = (
        12
        + signature.height(letter.signature, sheet.right - x, free_mm=setting.free_mm)
        + _copies_height(sheet, letter)
        + foot
    )
    blocks.draw(sheet, letter.blocks[:-1], setting)
    for last in letter.blocks[-1:]:
        together = blocks.height(sheet, last, setting) + signed
        if together < sheet.top - sheet.lowest:
            sheet.need(together)
        blocks.draw_one(sheet, last, setting)
    sheet.down(12)
    if letter.left_signature is not None:
        signature.draw_beside(sheet, letter.left_signature, letter.signature, free_mm=setting.free_mm)
    else:
        signature.draw_right(sheet, letter.signature, setting.free_mm)
    _copies(sheet, letter)
    sheet.need(foot)
    _foot(sheet, letter)


def marks(sheet: Sheet, letter: Letter) -> None:
    """Draw what each page carries: the word across a draft, the note at the head, the mark of a reprint."""
    notes = []
    if letter.standing is not Standing.ISSUED:
        _across(sheet, letter.standing.value)
        notes.append(NOTES[letter.standing])
    if letter.copy_no:
        notes.append(f"SALINAN {letter.copy_no}")
    if notes:
        sheet.text(sheet.right, sheet.height - 9 * MM, " · ".join(notes), fonts.LETTER_BOLD, 8.5, "right", GREY)


def _across(sheet: Sheet, word: str) -> None:
    canvas = sheet.canvas
    size = 132 * min(1.0, sheet.width / (215 * MM))
    canvas.saveState()
    canvas.translate(sheet.width / 2, sheet.height / 2 - 20 * MM)
    canvas.rotate(52)
    canvas.setStrokeColor(HexColor("#CFCFCF"))
    canvas.setLineWidth(1.1)
    mark = canvas.beginText(-fonts.width(word, fonts.LETTER_BOLD, size) / 2, -size * 0.35)
    mark.setFont(fonts.face(fonts.LETTER_BOLD), size)
    mark.setTextRenderMode(1)
    mark.textOut(word)
    canvas.drawText(mark)
    canvas.restoreState()


def _addressed(sheet: Sheet, address: Address, number: str) -> None:
    sheet.down(15)
    x = sheet.left + sheet.room * 0.6
    top = sheet.y
    flow.paragraph(sheet, address.place_date, flow.sized(flow.PLAIN, 11.5, 15), x)
    right_end = sheet.y
    sheet.y = top
    rows = [
        flow.Fact("Nomor", number or DOTS),
        flow.Fact("Sifat", address.nature),
        flow.Fact("Lampiran", address.enclosures),
        flow.Fact("Hal", address.subject, bold=True),
    ]
    flow.facts(sheet, rows, flow.sized(flow.PLAIN, 11.5, 15), 22, 0, right=x - 6 * MM)
    sheet.y = min(sheet.y, right_end) - 14


def _recipient(sheet: Sheet, lines: tuple[str, ...]) -> None:
    if not lines:
        return
    sheet.text(sheet.left, sheet.y - 11.5, "Yth.", fonts.LETTER, 11.5)
    for words in lines:
        flow.paragraph(sheet, words, flow.sized(flow.PLAIN, 11.5, 15), sheet.left + 9 * MM, sheet.room * 0.62)
    sheet.down(14)


def _copies_height(sheet: Sheet, letter: Letter) -> float:
    if not letter.copies:
        return 0
    style = flow.sized(flow.PLAIN, 10, 13)
    return 10 + 13 + sum(flow.height(words, style, sheet.room - 7 * MM) + 1 for words in letter.copies)


def _copies(sheet: Sheet, letter: Letter) -> None:
    if not letter.copies:
        return
    style = flow.sized(flow.PLAIN, 10, 13)
    sheet.down(10)
    sheet.need(13 * 2)
    flow.paragraph(sheet, "Tembusan:", style)
    last = len(letter.copies) - 1
    items = [words.rstrip(".;") + ("." if at == last else ";") for at, words in enumerate(letter.copies)]
    if last == 0:
        flow.paragraph(sheet, items[0], style)
    else:
        flow.numbered(sheet, items, style, gap=1)


def _foot(sheet: Sheet, letter: Letter) -> None:
    if letter.standing in (Standing.ISSUED, Standing.VOID) and letter.proof is not None:
        draw_proof(sheet, letter.proof)
    elif letter.initials:
        _initials(sheet, letter.initials)
    if letter.printed:
        flow_room = sheet.room - 50 * MM
        at = sheet.bottom
        sheet.fitted(sheet.right, at, letter.printed, fonts.LETTER_ITALIC, 8, flow_room, "right", GREY)


def draw_proof(sheet: Sheet, proof: Proof) -> None:
    """Draw the QR code at the foot of the page and say what it is, and what it is not."""
    side, foot = 21 * MM, sheet.bottom + 1 * MM
    qr.draw(sheet, sheet.left, foot, side, proof.payload)
    x = sheet.left + side + 4 * MM
    ends = f" · Berlaku sampai dengan {proof.valid_until}" if proof.valid_until else ""
    sheet.fitted(x, foot + 15.5 * MM, f"Kode periksa {proof.code}{ends}", fonts.LETTER_BOLD, 9, sheet.right - x)
    keep, sheet.y = sheet.y, foot + 14 * MM
    style = flow.SMALL
    words = (
        f"Keaslian surat ini dapat diperiksa di {proof.office} dengan kode di atas.\n"
        "Kode ini bukan tanda tangan elektronik; surat sah bila bertanda tangan dan bercap dinas."
    )
    laid, high = flow.lay(words, style, sheet.right - x)
    laid.drawOn(sheet.canvas, x, sheet.y - high)
    sheet.y = keep


def _initials(sheet: Sheet, posts: tuple[str, ...]) -> None:
    """Draw where section head and secretary put their paraf; the first of `posts` signs last and stands on top."""
    name_wide, wide, high = 26 * MM, 20 * MM, 8 * MM
    x, foot = sheet.left, sheet.bottom + 2 * MM
    for at, post in enumerate(reversed(posts)):
        y = foot + at * high
        sheet.box(x, y, name_wide, high)
        sheet.box(x + name_wide, y, wide, high)
        sheet.fitted(x + 2 * MM, y + 2.8 * MM, post, fonts.LETTER, 8.5, name_wide - 3 * MM)
    sheet.text(x, foot + len(posts) * high + 1.5 * MM, "Paraf koordinasi", fonts.LETTER, 8, colour=GREY)
