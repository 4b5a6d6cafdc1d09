"""The office's crest: a picture the office loads, or a made-up shield on samples."""

from __future__ import annotations

import math
import warnings
from functools import lru_cache
from io import BytesIO
from typing import Any

from PIL import Image, UnidentifiedImageError
from reportlab.lib.colors import HexColor
from reportlab.lib.utils import ImageReader

from paten_desk.documents.page import Sheet
from paten_desk.domain.errors import PatenError

MAX_BYTES = 5 * 1024 * 1024
MAX_PIXELS = 40_000_000
SIDE_PIXELS = 480


def prepare(picture: bytes) -> bytes:
    """Turn a PNG or JPEG into the small opaque PNG that is kept and printed (at most 480 pixels a side).

    Raises:
        PatenError: It is too large, not a PNG or JPEG, or damaged.

    """
    if len(picture) > MAX_BYTES:
        raise PatenError("Gambar lambang lebih besar dari 5 MB.", "Pilih gambar PNG atau JPEG yang lebih kecil.")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            opened = Image.open(BytesIO(picture), formats=("PNG", "JPEG"))
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
            raise PatenError("Gambar lambang tidak dapat dibaca.", "Pilih gambar PNG atau JPEG lain.") from problem
        if opened.width * opened.height > MAX_PIXELS:
            raise PatenError("Gambar lambang terlalu besar ukurannya.", "Perkecil gambar, lalu pilih lagi.")
        try:
            opened.draft("RGB", (2 * SIDE_PIXELS, 2 * SIDE_PIXELS))
            clear = opened.convert("RGBA")
        except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
            raise PatenError("Gambar lambang tidak utuh.", "Pilih gambar PNG atau JPEG lain.") from problem
    clear.thumbnail((SIDE_PIXELS, SIDE_PIXELS))
    white = Image.new("RGB", clear.size, "white")
    white.paste(clear, mask=clear.getchannel("A"))
    out = BytesIO()
    white.save(out, "PNG", optimize=False, compress_level=9)
    return out.getvalue()


def draw(sheet: Sheet, picture: bytes, x: float, y: float, wide: float, high: float) -> None:
    """Draw a crest as large as fits into the box whose lower left corner is (x, y), its proportions kept."""
    sheet.canvas.drawImage(_reader(picture), x, y, wide, high, preserveAspectRatio=True, anchor="c")


@lru_cache(8)
def _reader(picture: bytes) -> Any:
    return ImageReader(BytesIO(prepare(picture)))


def draw_sample(sheet: Sheet, x: float, y: float, wide: float, high: float) -> None:
    """Draw a made-up shield: a star, a roof, water. It belongs to no office."""
    canvas = sheet.canvas
    petrol = HexColor("#0B5D78")
    canvas.saveState()
    canvas.translate(x + wide * 0.06, y)
    canvas.scale(wide * 0.88 / 100, high / 120)
    canvas.setLineWidth(3.2)
    canvas.setStrokeColor(HexColor("#1F2F3A"))
    canvas.setFillColor(HexColor("#F4F1E4"))
    canvas.drawPath(_shield(canvas), stroke=1, fill=1)
    canvas.setFillColor(petrol)
    canvas.setStrokeColor(petrol)
    canvas.drawPath(_star(canvas), stroke=0, fill=1)
    canvas.drawPath(_roof(canvas), stroke=0, fill=1)
    for post in (32, 46.5, 61):
        canvas.rect(post, 44, 7, 12, stroke=0, fill=1)
    canvas.setLineWidth(3.4)
    for level in (34, 26, 18):
        canvas.drawPath(_wave(canvas, level), stroke=1, fill=0)
    canvas.restoreState()


def _shield(canvas: Any) -> Any:
    path = canvas.beginPath()
    path.moveTo(4, 116)
    path.lineTo(96, 116)
    path.lineTo(96, 56)
    path.curveTo(96, 26, 70, 10, 50, 3)
    path.curveTo(30, 10, 4, 26, 4, 56)
    path.close()
    return path


def _star(canvas: Any) -> Any:
    path = canvas.beginPath()
    for at in range(10):
        radius = 13 if at % 2 == 0 else 5.4
        angle = math.pi / 2 + at * math.pi / 5
        point = 50 + radius * math.cos(angle), 94 + radius * math.sin(angle)
        if at == 0:
            path.moveTo(*point)
        else:
            path.lineTo(*point)
    path.close()
    return path


def _roof(canvas: Any) -> Any:
    path = canvas.beginPath()
    path.moveTo(22, 62)
    path.curveTo(36, 66, 44, 70, 50, 78)
    path.curveTo(56, 70, 64, 66, 78, 62)
    path.lineTo(72, 58)
    path.lineTo(28, 58)
    path.close()
    return path


def _wave(canvas: Any, level: float) -> Any:
    path = canvas.beginPath()
    inset = (34 - level) * 0.85
    step = (64 - 2 * inset) / 4
    at = 18 + inset
    path.moveTo(at, level)
    for turn in range(4):
        lift = 5 if turn % 2 == 0 else -5
        path.curveTo(at + step / 3, level + lift, at + 2 * step / 3, level + lift, at + step, level)
        at += step
    return path
