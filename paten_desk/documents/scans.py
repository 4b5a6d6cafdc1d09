"""Scans and phone photos: looked at with suspicion, drawn anew, and kept without anything but what is seen."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, ImageSequence, UnidentifiedImageError

from paten_desk.documents import attached
from paten_desk.domain.errors import PatenError
from paten_desk.domain.scans import (
    LONGEST_EDGE,
    MOST_BYTES_IN,
    MOST_BYTES_KEPT,
    MOST_PAGES,
    MOST_PIXELS_IN,
    QUALITY,
    THUMB_PX,
    ScanKind,
)

FORMATS = ("JPEG", "PNG", "WEBP", "BMP", "TIFF", "GIF")  # GIF only to be named in its refusal
ONE_PICTURE = frozenset({"JPEG", "MPO"})  # what an MPO holds besides is the same view again, smaller or in depth
PHONE_BRANDS = frozenset({b"heic", b"heix", b"heim", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"})
GREY = frozenset({"1", "L", "I;16", "I;16L", "I;16B"})
MOST_PIXELS = {"WEBP": 8_000_000}  # its decoder holds a picture four times
ORIENTATION = 0x0112  # Exif 2.32, table 4
STRIP = 64  # rows that are turned into colours at once
LOWEST_QUALITY = 40
A4_INCHES = 11.69
UNREADABLE = (
    UnidentifiedImageError,
    Image.DecompressionBombError,
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    OverflowError,
    EOFError,
    MemoryError,
)


@dataclass(frozen=True, slots=True)
class Taken:
    """A scan as it is stored."""

    content: bytes
    kind: ScanKind
    pages: int


def taken_in(content: bytes) -> Taken:
    """Draw a picture or PDF anew, as it is stored; what it is says its content, never its name.

    Raises:
        PatenError: It is too large, of a kind that is not taken, damaged or locked.

    """
    if len(content) > MOST_BYTES_IN:
        raise PatenError(
            f"Pindaian ini lebih besar dari {MOST_BYTES_IN // 1024**2} MB.",
            "Pindai lagi dengan 300 dpi, atau kirim fotonya dengan ukuran sedang.",
        )
    if content.startswith(b"%PDF-"):
        pdf, pages = attached.drawn_pages(content, "pindaian")
        return Taken(pdf, ScanKind.PDF, pages)
    if content[4:8] == b"ftyp" and content[8:12] in PHONE_BRANDS:
        raise PatenError(
            "Foto ini berformat HEIC yang belum dapat dibaca.",
            "Di ponsel pilih format kamera Paling Kompatibel (JPEG), lalu foto lagi.",
        )
    with _refusing():
        picture = _opened(content)
        many = 1 if picture.format in ONE_PICTURE else int(getattr(picture, "n_frames", 1))
        if many > 1:
            return _several(picture, many)
        return Taken(_fitting(_upright(picture)), ScanKind.JPEG, 1)


def thumb(content: bytes) -> bytes:
    """Return a stored picture so small that nothing on it can be read, as PNG."""
    picture = Image.open(BytesIO(content), formats=("JPEG",))
    picture.draft("RGB", (2 * THUMB_PX, 2 * THUMB_PX))
    picture.thumbnail((THUMB_PX, THUMB_PX))
    return _written(picture, "PNG")


@contextmanager
def _refusing() -> Iterator[None]:
    """Put into words what Pillow says of a picture; what it only warns of is looked at here."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            yield
        except UNREADABLE as error:
            raise PatenError(
                "Berkas ini bukan gambar yang utuh.", "Pindai atau foto lagi, lalu lampirkan JPEG, PNG, atau PDF."
            ) from error


def _opened(content: bytes) -> Image.Image:
    """Open a picture and judge it by its head, before a single pixel is unpacked."""
    picture = Image.open(BytesIO(content), formats=FORMATS)
    _demand_pixels(picture)
    moves = getattr(picture, "is_animated", False) and picture.format not in {*ONE_PICTURE, "TIFF"}
    if moves or picture.format == "GIF":
        raise PatenError(
            "Gambar bergerak atau GIF tidak dapat dilampirkan.", "Pindai atau foto berkasnya, lalu simpan JPEG."
        )
    if picture.format == "PNG":
        picture.verify()  # the sums of its parts; a picture that was looked at so has to be opened anew
        picture = Image.open(BytesIO(content), formats=("PNG",))
    return picture


def _demand_pixels(picture: Image.Image) -> None:
    most = MOST_PIXELS.get(picture.format or "", MOST_PIXELS_IN)
    if picture.width * picture.height > most:
        raise PatenError(
            f"Gambar ini lebih dari {most // 10**6} juta titik.",
            "Pindai lagi dengan 300 dpi, atau foto dengan ukuran sedang.",
        )


def _several(picture: Image.Image, many: int) -> Taken:
    """Make the pages of a scanned bundle into one PDF."""
    if many > MOST_PAGES:
        raise PatenError(
            f"Pindaian ini berisi {many} halaman.", f"Pindai paling banyak {MOST_PAGES} halaman sekaligus."
        )
    pages = []
    for frame in ImageSequence.Iterator(picture):
        _demand_pixels(frame)
        pages.append(Image.open(BytesIO(_fitting(_upright(frame.copy())))))
    out = BytesIO()
    dots = max(pages[0].size) / A4_INCHES
    undated = {"creationDate": None, "modDate": None}  # the same pages give the same bytes
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=dots, quality=QUALITY, **undated)
    pdf, count = attached.drawn_pages(out.getvalue(), "pindaian")
    return Taken(pdf, ScanKind.PDF, count)


def _upright(picture: Image.Image) -> Image.Image:
    """Return a picture at the size that is kept, on white, turned as it was held; pixels and nothing else.

    It is made small before anything else: a JPEG while it is unpacked, another one strip by strip, so that a large
    picture takes little more memory than its pixels.
    """
    picture.draft("RGB", (LONGEST_EDGE, LONGEST_EDGE))
    picture.load()
    way = Image.Exif()
    way[ORIENTATION] = picture.getexif().get(ORIENTATION, 1)
    by = max(1, max(picture.size) // LONGEST_EDGE)
    wide, high = (-(-side // by) for side in picture.size)
    bare = Image.new("L" if picture.mode in GREY else "RGB", (wide, high))
    for top in range(0, picture.height, STRIP * by):
        strip = picture.crop((0, top, picture.width, min(picture.height, top + STRIP * by)))
        bare.paste(_on_white(strip, picture.info).reduce(by), (0, top // by))
    picture.close()
    bare.thumbnail((LONGEST_EDGE, LONGEST_EDGE))
    bare.info["exif"] = way.tobytes()
    return ImageOps.exif_transpose(bare)


def _on_white(strip: Image.Image, told: dict[str | tuple[int, int], Any]) -> Image.Image:
    """Return a part of a picture in grey or colour, on white where it could be seen through."""
    if strip.mode.startswith("I;16"):
        return strip.convert("I").point(lambda level: level / 256).convert("L")
    if strip.mode in GREY:
        return strip.convert("L")
    if strip.has_transparency_data or "transparency" in told:
        clear = strip.convert("RGBA")
        white = Image.new("RGB", clear.size, "white")
        white.paste(clear, mask=clear.getchannel("A"))
        return white
    return strip.convert("RGB")


def _fitting(picture: Image.Image) -> bytes:
    """Return a picture as JPEG within the bytes that are kept: lower quality first, then fewer pixels."""
    quality = QUALITY
    while len(content := _written(picture, "JPEG", quality)) > MOST_BYTES_KEPT:
        if quality > LOWEST_QUALITY:
            quality -= 10
        else:
            picture = picture.resize((picture.width * 4 // 5, picture.height * 4 // 5), Image.Resampling.LANCZOS)
    return content


def _written(picture: Image.Image, form: str, quality: int = QUALITY) -> bytes:
    out = BytesIO()
    picture.info.clear()
    picture.save(out, form, quality=quality, optimize=True)
    return out.getvalue()
