from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from paten_desk.documents import crest
from paten_desk.documents.page import A5, Sheet
from paten_desk.domain.errors import PatenError


def _picture(size: tuple[int, int] = (60, 80), kind: str = "PNG", mode: str = "RGBA") -> bytes:
    out = BytesIO()
    Image.new(mode, size, "red").save(out, kind)
    return out.getvalue()


@pytest.mark.parametrize(
    ("kind", "mode"), [("PNG", "RGBA"), ("PNG", "L"), ("PNG", "P"), ("JPEG", "RGB"), ("JPEG", "CMYK")]
)
def test_png_and_jpeg_become_a_small_opaque_png(kind, mode):
    made = Image.open(BytesIO(crest.prepare(_picture((900, 1200), kind, mode))))

    assert (made.format, made.mode, made.size) == ("PNG", "RGB", (360, 480))


def test_a_transparent_crest_stands_on_white():
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG")

    assert Image.open(BytesIO(crest.prepare(out.getvalue()))).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "picture", [b"", b"GIF89a", b"\x89PNG\r\n\x1a\n", _picture(kind="GIF", mode="P"), _picture()[:70]]
)
def test_what_is_no_picture_is_refused_in_words(picture):
    with pytest.raises(PatenError, match="Gambar lambang"):
        crest.prepare(picture)


def test_a_picture_that_swells_is_refused():
    bomb = _picture((9000, 9000), mode="1")

    with pytest.raises(PatenError, match="terlalu besar"):
        crest.prepare(bomb)


def test_a_file_above_the_limit_is_refused():
    with pytest.raises(PatenError, match="5 MB"):
        crest.prepare(bytes(crest.MAX_BYTES + 1))


def test_the_same_crest_gives_the_same_sheet():
    def drawn() -> bytes:
        sheet = Sheet(A5, "Surat", "K")
        crest.draw(sheet, _picture(), 50, 50, 51, 62)
        crest.draw_sample(sheet, 150, 50, 51, 62)
        return sheet.finish()

    assert drawn() == drawn()
