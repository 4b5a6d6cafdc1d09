from __future__ import annotations

import pytest
import segno

from paten_desk.documents import qr
from paten_desk.documents.page import A5, Sheet
from paten_desk.domain.errors import PatenError


def test_the_printed_modules_are_those_of_the_code(look):
    payload = "PATEN1:99.99.99:R:000444:K4TQ"
    rows = segno.make(payload, error="m", micro=False, mask=qr.MASK).matrix
    sheet, unit = Sheet(A5, "Kode", "K"), 4
    side = unit * len(rows)
    qr.draw(sheet, 40, 100, side, payload)

    picture = look(sheet.finish()).document[0].render(scale=2, grayscale=True).to_pil()

    top = picture.height - 2 * (100 + side)
    for at, row in enumerate(rows):
        for column, dark in enumerate(row):
            seen = picture.getpixel((2 * (40 + column * unit) + unit, top + 2 * at * unit + unit))
            assert (seen < 128) is bool(dark)


def test_a_payload_that_is_too_long_is_said_in_words():
    with pytest.raises(PatenError, match="terlalu panjang"):
        qr.draw(Sheet(A5, "Kode", "K"), 0, 0, 100, "x" * 3000)
