"""Blank forms that citizens fill in by hand: words from a file, lines to write on, a place for the duty stamp."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import msgspec

from paten_desk.documents import flow, fonts, table
from paten_desk.documents.page import BLACK, FAINT, GREY, MM, Margins, Paper, Sheet
from paten_desk.paths import resource

SETTINGS = ((8.4, 25.0), (7.6, 22.0), (7.0, 20.0), (6.6, 18.5))
"""Height of a line to write on and of the room to sign, in millimetres; the first that leaves one page is taken."""

STAMP_WIDE_MM = 26
DUTY = ("Meterai", "Rp10.000")


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs.

    Attributes:
        stamp: Sign over a duty stamp.
        number: Leave a line for a register number above the signature.

    """

    role: str
    stamp: bool = False
    number: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a form; only one of its fields is filled, but heads with their shares and rows.

    Attributes:
        blanks: Names with a line behind each.
        lines: Empty lines to write on.
        heads, shares, rows: A table with numbered empty rows.
        signatures: One or two beside each other.

    """

    words: str = ""
    blanks: tuple[str, ...] = ()
    lines: int = 0
    heads: tuple[str, ...] = ()
    shares: tuple[float, ...] = ()
    rows: int = 0
    signatures: tuple[Signer, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """One form.

    Attributes:
        name: As in a list: "Surat kuasa pengambilan".
        note: What to bring or to attach, at the foot.

    """

    name: str
    title: str
    parts: tuple[Part, ...]
    note: str = ""


@lru_cache(1)
def forms() -> dict[str, Form]:
    """Return the forms that ship with the program by key, by name."""
    files = sorted(resource("forms").glob("*.json"))
    found = {file.stem: msgspec.json.decode(file.read_bytes(), type=Form) for file in files}
    return dict(sorted(found.items(), key=lambda entry: entry[1].name))


def render(form: Form, office: str, paper: Paper) -> bytes:
    """Draw an empty form, on one page where it can be; `office` says who gives it out."""
    for line_mm, sign_mm in (*SETTINGS, SETTINGS[0]):
        sheet = Sheet(paper, form.name, office, Margins(26, 20, 15, 19))
        _Pen(sheet, line_mm * MM, sign_mm * MM).draw(form)
        if sheet.page_no == 1:
            break
    return sheet.finish(lambda sheet, page_no, pages: _foot(sheet, form, office, page_no, pages))


class _Pen:
    """Draws the parts of a form in one setting."""

    def __init__(self, sheet: Sheet, line: float, sign: float) -> None:
        self.sheet, self.line, self.sign = sheet, line, sign
        self.style = flow.sized(flow.BODY, 11, 15.5 if line > 7 * MM else 14)
        self.is_dated = False
        self.names = 0.0

    def draw(self, form: Form) -> None:
        """Draw all parts; words that lead to signatures stay with them."""
        sheet = self.sheet
        names = [name for part in form.parts for name in part.blanks]
        self.names = max((fonts.width(name, fonts.LETTER, 11) for name in names), default=0.0)
        sheet.down(10)
        flow.paragraph(sheet, flow.bold(form.title), flow.sized(flow.CENTRE, 14, 18), after=8)
        for part, after in zip(form.parts, [*form.parts[1:], Part()], strict=True):
            if part.words:
                follows = self.sign + 50 if after.signatures else self.line
                sheet.need(flow.height(part.words, self.style, sheet.room) + follows)
                sheet.down(self.line * 0.35)
                flow.paragraph(sheet, part.words, self.style)
            self._blanks(part.blanks)
            for _ in range(part.lines):
                sheet.need(self.line)
                sheet.down(self.line)
                _to_write_on(sheet, sheet.left, sheet.right)
            if part.lines:
                sheet.down(self.line * 0.3)
            if part.heads:
                self._table(part)
            if part.signatures:
                self._signatures(part.signatures)

    def _blanks(self, names: Sequence[str]) -> None:
        sheet = self.sheet
        left = sheet.left + 6 * MM
        x = left + self.names + 3 * MM
        for name in names:
            sheet.need(self.line)
            sheet.down(self.line)
            sheet.text(left, sheet.y, name, fonts.LETTER, 11)
            sheet.text(x, sheet.y, ":", fonts.LETTER, 11)
            _to_write_on(sheet, x + 3 * MM, sheet.right)
        if names:
            sheet.down(self.line * 0.3)

    def _table(self, part: Part) -> None:
        columns = [table.Column("No.", 9, "middle")]
        columns += [table.Column(head, share) for head, share in zip(part.heads, part.shares, strict=True)]
        rows = [(f"{at}.", *[""] * len(part.heads)) for at in range(1, part.rows + 1)]
        self.sheet.down(5)
        look = table.Look(fonts.LETTER, 10, 12.5, 9.5, boxed=True, pad=max(2.5, self.line * 0.42 - 5))
        table.draw(self.sheet, columns, rows, look=look)

    def _signatures(self, signers: Sequence[Signer]) -> None:
        """Draw who signs beside each other; place and date stand once, above the first at the right."""
        sheet = self.sheet
        numbered = 16 if any(signer.number for signer in signers) else 0
        sheet.need(self.sign + 24 + numbered + (0 if self.is_dated else 16))
        sheet.down(24)
        second = sheet.left + sheet.room * 0.54
        if not self.is_dated:
            sheet.text(second, sheet.y, f"{'.' * 22}, {'.' * 24} 20{'.' * 5}", fonts.LETTER, 11)
            sheet.down(16)
            self.is_dated = True
        top = sheet.y
        for x, signer in zip((sheet.left, second), signers, strict=False):
            if signer.role:
                sheet.y = top
                self._signer(signer, x, sheet.room * 0.42, numbered)
        sheet.y = top - self.sign - numbered - 6

    def _signer(self, signer: Signer, x: float, room: float, numbered: float) -> None:
        sheet = self.sheet
        sheet.fitted(x, sheet.y, signer.role, fonts.LETTER, 11, room)
        sheet.down(numbered)
        if signer.number:
            sheet.fitted(x, sheet.y, f"Nomor register: {'.' * 36}", fonts.LETTER, 10, room)
        if signer.stamp:
            _stamp(sheet, x, sheet.y - self.sign + 5, self.sign - 10)
        sheet.down(self.sign)
        sheet.text(x, sheet.y, "(", fonts.LETTER, 11)
        _to_write_on(sheet, x + 5, x + room - 5)
        sheet.text(x + room - 4, sheet.y, ")", fonts.LETTER, 11)


def _to_write_on(sheet: Sheet, left: float, right: float) -> None:
    """Draw a dotted line just under the line of writing."""
    canvas = sheet.canvas
    canvas.setDash(0.6, 2)
    sheet.rule(sheet.y - 2, 0.7, left, right)
    canvas.setDash()


def _stamp(sheet: Sheet, x: float, y: float, high: float) -> None:
    """Draw the place of the duty stamp; the signature goes over its edge."""
    wide = STAMP_WIDE_MM * MM
    sheet.canvas.setStrokeColor(FAINT)
    sheet.canvas.setDash(2, 2)
    sheet.box(x, y, wide, high, 0.7)
    sheet.canvas.setDash()
    sheet.canvas.setStrokeColor(BLACK)
    for at, words in enumerate(DUTY):
        sheet.text(x + wide / 2, y + high / 2 + 3 - at * 11, words, fonts.LETTER, 8.5, "middle", FAINT)


def _foot(sheet: Sheet, form: Form, office: str, page_no: int, pages: int) -> None:
    y = sheet.bottom - 12
    if page_no == pages and form.note:
        sheet.fitted(sheet.left, y, form.note, fonts.LETTER_ITALIC, 8.5, sheet.room)
    said = f"Formulir {office}, tidak dipungut biaya"
    sheet.text(sheet.left, y - 12, said, fonts.LETTER, 8, colour=GREY)
    if pages > 1:
        sheet.text(sheet.right, y - 12, f"Halaman {page_no} dari {pages}", fonts.LETTER, 8, "right", GREY)
