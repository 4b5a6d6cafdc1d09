"""Turn a PostScript-flavoured font into a TrueType one, which is what reportlab can embed, and add what it lacks.

Letters of `wanted` that the font has not but that are a letter with an accent are put together from the two: the
accent is centred over, or under, the letter, and the width stays the letter's own.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

ERROR_UNITS = 1.0  # how far a curve may be off, in thousandths of the letter's size
GAP_UNITS = 40
BELOW = (220, 202, 218)  # combining classes of what stands under a letter
TOUCHING = (202,)
SPACING_TWINS = {0x0324: 0x00A8, 0x0325: 0x02DA, 0x0327: 0x00B8, 0x0328: 0x02DB, 0x032D: 0x02C6}
SAME_SIGN = {
    0x2010: 0x002D,
    0x2011: 0x002D,
    0x2015: 0x2014,
    0x02BC: 0x2019,
    0x02BB: 0x2018,
    0x02BE: 0x2019,
    0x02BF: 0x2018,
}
BOX, DISC = 0x25A1, 0x25CF
SPACE, NO_BREAK = 0x0020, 0x00A0


def make_truetype(font: TTFont, wanted: set[int]) -> None:
    """Replace the outlines of `font` and add letters put together for what it lacks of `wanted`."""
    glyphs, parts = font.getGlyphSet(), dict(font.getBestCmap())
    made = {}
    for name in font.getGlyphOrder():
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, ERROR_UNITS, reverse_direction=True))
        made[name] = pen.glyph()
    widths = dict(font["hmtx"].metrics)
    order = list(font.getGlyphOrder())
    parts[NO_BREAK] = parts[SPACE]  # TeX Gyre's own is wider than a space
    for code in sorted(wanted - set(parts)):
        name = f"uni{code:04X}"
        if code in SAME_SIGN and SAME_SIGN[code] in parts:
            parts[code] = parts[SAME_SIGN[code]]
        elif code in (BOX, DISC):
            made[name], widths[name], parts[code] = _sign(code), (640, 60), name
            order.append(name)
        elif (pieces := _pieces(code, parts)) is not None:
            made[name] = _put_together(glyphs, pieces)
            widths[name], parts[code] = widths[pieces[0][0]], name
            order.append(name)
    _store(font, order, made, widths, parts)


def _pieces(code: int, parts: dict[int, str]) -> list[tuple[str, int]] | None:
    """Return the letter and its accents as glyph names with their combining classes; None where one is missing."""
    base, *accents = (ord(each) for each in unicodedata.normalize("NFD", chr(code)))
    if not accents or base not in parts:
        return None
    named = [parts.get(each) or parts.get(SPACING_TWINS.get(each, -1)) for each in accents]
    if not all(named):
        return None
    classes = [unicodedata.combining(chr(each)) for each in accents]
    return [(parts[base], 0), *((str(name), kind) for name, kind in zip(named, classes, strict=True))]


def _put_together(glyphs: dict[str, Any], pieces: list[tuple[str, int]]) -> object:
    left, low, right, high = _bounds(glyphs, pieces[0][0])
    pen = TTGlyphPen({name: None for name, _ in pieces})
    pen.addComponent(pieces[0][0], (1, 0, 0, 1, 0, 0))
    for name, kind in pieces[1:]:
        x0, y0, x1, y1 = _bounds(glyphs, name)
        across = round((left + right) / 2 - (x0 + x1) / 2)
        if kind in BELOW:
            gap = 0 if kind in TOUCHING else GAP_UNITS
            up = round(min(low, 0) - gap - y1)
            low = min(low, 0) - gap - (y1 - y0)
        else:
            up = round(high + GAP_UNITS - y0)
            high = high + GAP_UNITS + (y1 - y0)
        pen.addComponent(name, (1, 0, 0, 1, across, up))
    return pen.glyph()


def _bounds(glyphs: dict[str, Any], name: str) -> tuple[float, float, float, float]:
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    return pen.bounds or (0, 0, 0, 0)


def _sign(code: int) -> object:
    """Draw the box that stands for a letter no font has, or a full disc."""
    pen = TTGlyphPen(None)
    if code == BOX:
        for x0, x1, turn in ((60, 580, 1), (100, 540, -1)):
            corners = [(x0, x0 - 60), (x0, x1 - 60), (x1, x1 - 60), (x1, x0 - 60)][::turn]
            pen.moveTo(corners[0])
            for corner in corners[1:]:
                pen.lineTo(corner)
            pen.closePath()
    else:
        pen.qCurveTo((60, 520), (580, 520), (580, 0), (60, 0), None)
        pen.closePath()
    return pen.glyph()


def _store(
    font: TTFont, order: list[str], made: dict[str, Any], widths: dict[str, tuple[int, int]], parts: dict[int, str]
) -> None:
    font.setGlyphOrder(order)
    font["loca"], outlines = newTable("loca"), newTable("glyf")
    font["glyf"] = outlines
    outlines.glyphOrder, outlines.glyphs = order, made
    for glyph in made.values():
        glyph.recalcBounds(outlines)
    font["hmtx"].metrics = {name: (widths[name][0], getattr(made[name], "xMin", 0)) for name in order}
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap = dict(parts)
    largest = font["maxp"]
    largest.tableVersion = 0x00010000
    for name in ("Zones", "TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements"):
        setattr(largest, f"max{name}", 0)
    for name in ("SizeOfInstructions", "ComponentElements", "ComponentDepth"):
        setattr(largest, f"max{name}", 0)
    largest.maxZones = 1
    font["post"].formatType = 3.0
    for name in ("CFF ", "VORG", "DSIG"):
        if name in font:
            del font[name]
    font.sfntVersion = "\x00\x01\x00\x00"
