from __future__ import annotations

import pytest

from paten_desk.documents import receipt_stub
from paten_desk.documents.page import A5, MM, Margins, Sheet


def drawn(receipt, stub, is_strip):
    sheet = Sheet(A5, "Bagian", "Kecamatan Contoh", Margins(12, 12, 10, 13))
    if is_strip:
        receipt_stub.draw_strip(sheet, receipt, stub, 8 * MM, 28 * MM)
    else:
        receipt_stub.draw_column(sheet, receipt, stub, sheet.left, sheet.top, 50 * MM, 40 * MM)
    return sheet.finish()


@pytest.mark.parametrize("is_strip", [True, False])
@pytest.mark.parametrize("stub", receipt_stub.STUBS)
def test_a_part_says_number_person_and_promise_and_hides_the_nik(look, a_receipt, stub, is_strip):
    read = look(drawn(a_receipt(), stub, is_strip)).text()

    for words in (stub.title, stub.signed, "000444", "SITI RAHMAWATI", "9999 •••• •••• 0002", "pukul 11.15 WIB"):
        assert words in read
    assert "9999994708840002" not in read


@pytest.mark.parametrize("is_strip", [True, False])
def test_long_names_and_many_requests_stay_on_the_part(look, a_receipt, an_item, long_name, is_strip):
    items = tuple(an_item(number=f"L1-2026-00044{at}", short=f"00044{at}", service=long_name) for at in range(9))

    read = look(drawn(a_receipt(applicant=long_name, items=items), receipt_stub.COLLECT, is_strip))

    assert read.is_inside(12)
    assert "000440, 000441" in read.text()
    assert " ".join(read.text().split()).count(long_name.split()[0]) == 2


def test_without_a_nik_the_part_has_no_row_for_it(look, a_receipt):
    assert "NIK" not in look(drawn(a_receipt(nik=""), receipt_stub.COUNTERFOIL, True)).text()
