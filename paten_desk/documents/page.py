"""Sheets of paper in their true size, and the pen that draws on them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Literal

from reportlab.lib.colors import Color, HexColor, black
from reportlab.pdfgen.canvas import Canvas

from paten_desk.documents import fonts

MM = 72 / 25.4
BLACK: Color = black
WHITE: Color = HexColor("#FFFFFF")
GREY: Color = HexColor("#4A4A4A")
FAINT: Color = HexColor("#9A9A9A")
PALE: Color = HexColor("#EFEFEF")

Anchor = Literal["left", "middle", "right"]


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, in millimetres."""

    name: str
    width_mm: float
    height_mm: float


F4 = Paper("F4", 215, 330)
F4_LANDSCAPE = Paper("F4 melintang", 330, 215)
A4 = Paper("A4", 210, 297)
A3 = Paper("A3", 297, 420)
A4_LANDSCAPE = Paper("A4 melintang", 297, 210)
A5 = Paper("A5", 148, 210)
STRIP_80 = Paper("Gulungan 80 mm", 80, 4000)
STRIP_58 = Paper("Gulungan 58 mm", 58, 4000)


@dataclass(frozen=True, slots=True)
class Margins:
    """White space around what is drawn, in millimetres."""

    left: float = 28
    right: float = 22
    top: float = 15
    bottom: float = 20


class Sheet:
    """Paper with a pen that moves down from the top.

    Points, as reportlab counts them: x from the left edge, y from the foot. `y` is where the pen stands; everything
    drawn in the flow moves it down. When a flow needs more room than is left, the pen goes on at the top of a new page.

    Attributes:
        foot: Room kept free above the bottom margin, in points, e.g. for a proof that stands at the foot.
        on_page: Called at the start of every page, the first included, to draw what each page carries.

    """

    def __init__(
        self,
        paper: Paper,
        title: str,
        author: str,
        margins: Margins | None = None,
        on_page: Callable[[Sheet], None] | None = None,
    ) -> None:
        fonts.register()
        edge = margins or Margins()
        self.width, self.height = paper.width_mm * MM, paper.height_mm * MM
        self._out = BytesIO()
        self.canvas: Any = Canvas(self._out, pagesize=(self.width, self.height), lang="id-ID")
        self.canvas.setTitle(fonts.clean(title, fonts.LETTER))
        self.canvas.setAuthor(fonts.clean(author, fonts.LETTER))
        self.canvas.setCreator("PATEN Desk")
        self.left, self.right = edge.left * MM, self.width - edge.right * MM
        self.top, self.bottom = self.height - edge.top * MM, edge.bottom * MM
        self.foot = 0.0
        self.y = self.top
        self.on_page = on_page
        self._pages: list[dict[str, Any]] = []
        self._parts = [0]
        if on_page is not None:
            on_page(self)

    @property
    def room(self) -> float:
        """Return the width between the margins."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Return the x between the margins."""
        return (self.left + self.right) / 2

    @property
    def lowest(self) -> float:
        """Return the y below which the flow does not draw."""
        return self.bottom + self.foot

    @property
    def page_no(self) -> int:
        """Return the number of the page the pen is on, counted from 1 through the whole document."""
        return len(self._pages) + 1

    def down(self, points: float) -> None:
        """Move the pen down without drawing."""
        self.y -= points

    def need(self, points: float) -> bool:
        """Go to a new page unless `points` are left above the foot; say whether it did."""
        if self.y - points >= self.lowest - 0.01 or self.y >= self.top - 0.01:
            return False
        self.new_page()
        return True

    def new_page(self) -> None:
        """Go on at the top of a new page."""
        self._close_page()
        self.y = self.top
        if self.on_page is not None:
            self.on_page(self)

    def new_part(self) -> None:
        """Begin a new part whose pages are counted by themselves, e.g. the second copy of a sheet."""
        self._parts.append(len(self._pages) + 1)
        self.new_page()

    def repeat_part(self) -> None:
        """Begin a new part that repeats the one that is drawn, page by page; only what the foot says will differ."""
        self._close_page()
        start, end = self._parts[-1], len(self._pages)
        for state in self._pages[start:end]:
            later = state["_pageNumber"] + end - start
            self._pages.append({**state, "_code": list(state["_code"]), "_pageNumber": later})
        self._parts.append(end)
        self.canvas.__dict__.update(self._pages.pop())  # the pen stays on the last page

    def repeat_below(self, points: float) -> None:
        """Draw what stands on this page once more, so far below: two halves of one paper that are cut apart."""
        code = self.canvas._code
        code.extend([f"q 1 0 0 1 0 {-points:.4f} cm", *code, "Q"])

    def text(
        self,
        x: float,
        y: float,
        words: str,
        font: str = fonts.LETTER,
        size: float = 11.5,
        anchor: Anchor = "left",
        colour: Color = BLACK,
        spacing: float = 0,
    ) -> None:
        """Draw one line exactly there, spaces kept; the caller knows that it fits."""
        self.canvas.setFont(fonts.face(font), size)
        self.canvas.setFillColor(colour)
        shown = fonts.clean(words, font)
        if anchor == "middle":
            self.canvas.drawCentredString(x, y, shown, charSpace=spacing)
        elif anchor == "right":
            self.canvas.drawRightString(x, y, shown, charSpace=spacing)
        else:
            self.canvas.drawString(x, y, shown, charSpace=spacing)
        self.canvas.setFillColor(BLACK)

    def fitted(
        self,
        x: float,
        y: float,
        words: str,
        font: str,
        size: float,
        room: float,
        anchor: Anchor = "left",
        colour: Color = BLACK,
    ) -> float:
        """Draw one line in the largest size up to `size` that fits into `room`; return that size."""
        shown = fonts.clean(words, font)
        wide = fonts.width(shown, font, size)
        fitting = size if wide <= room else size * room / wide
        self.text(x, y, shown, font, fitting, anchor, colour)
        return fitting

    def rule(
        self, y: float, thick: float = 0.6, x0: float | None = None, x1: float | None = None, colour: Color = BLACK
    ) -> None:
        """Draw a level line, between the margins unless told otherwise."""
        self.canvas.setStrokeColor(colour)
        self.canvas.setLineWidth(thick)
        self.canvas.line(self.left if x0 is None else x0, y, self.right if x1 is None else x1, y)
        self.canvas.setStrokeColor(BLACK)

    def dashes(self, y: float, thick: float = 0.8, x0: float | None = None, x1: float | None = None) -> None:
        """Draw a dashed level line, between the margins unless told otherwise."""
        self.canvas.setDash(2, 2)
        self.rule(y, thick, x0, x1)
        self.canvas.setDash()

    def box(
        self,
        x: float,
        y: float,
        wide: float,
        high: float,
        thick: float = 0.6,
        radius: float = 0,
        fill: Color | None = None,
    ) -> None:
        """Draw a box whose lower left corner is (x, y)."""
        self.canvas.setLineWidth(thick)
        if fill is not None:
            self.canvas.setFillColor(fill)
        self.canvas.roundRect(x, y, wide, high, radius, stroke=1 if thick else 0, fill=1 if fill is not None else 0)
        self.canvas.setFillColor(BLACK)

    def finish(self, foot: Callable[[Sheet, int, int], None] | None = None) -> bytes:
        """Close the document and return its bytes.

        `foot` is called on every page with the number of the page in its part and the part's count of pages.
        """
        self._close_page()
        ends = [*self._parts[1:], len(self._pages)]
        places = [
            (at - start + 1, end - start)
            for start, end in zip(self._parts, ends, strict=True)
            for at in range(start, end)
        ]
        for state, (page, pages) in zip(self._pages, places, strict=True):
            self.canvas.__dict__.update(state)
            if foot is not None:
                foot(self, page, pages)
            self.canvas.showPage()
        self.canvas.save()
        return self._out.getvalue()

    def _close_page(self) -> None:
        self._pages.append(dict(self.canvas.__dict__))
        self.canvas._startPage()


def page_of(sheet: Sheet, page: int, pages: int) -> None:
    """Write "Halaman 2 dari 3" at the foot, where there is more than one page."""
    if pages > 1:
        at = max(sheet.bottom - 11, 14.0)
        sheet.text(sheet.right, at, f"Halaman {page} dari {pages}", fonts.LETTER, 8, "right", GREY)
