from __future__ import annotations

from paten_desk.documents import receipt_body
from paten_desk.documents.page import A5, Margins, Sheet
from paten_desk.documents.receipt import Paper


def blank():
    return Sheet(A5, "Tanda Terima", "Kecamatan Contoh", Margins(12, 12, 10, 13))


def papers(many):
    return tuple(Paper(f"Fotokopi dokumen pendukung nomor {at}", "fotokopi", 1) for at in range(many))


def test_few_papers_stand_in_numbered_rows_with_the_conditions(look, a_receipt):
    read = look(receipt_body.closest(a_receipt(), blank).finish()).text()

    assert "1 Surat keterangan Kepala Desa asli, 1" in read
    assert receipt_body.CONDITION in read


def test_more_papers_are_set_closer_before_a_second_page_is_taken(look, a_receipt, an_item):
    for many in (8, 14, 20):
        sheet = receipt_body.closest(a_receipt(items=(an_item(papers=papers(many)),)), blank)

        assert sheet.page_no == 1
        assert f"dokumen pendukung nomor {many - 1}" in look(sheet.finish()).text()


def test_what_fits_in_no_setting_takes_two_pages(look, a_receipt, an_item):
    sheet = receipt_body.closest(a_receipt(items=(an_item(papers=papers(90)),)), blank)

    read = look(sheet.finish())

    assert len(read) == 2
    assert read.text(1).endswith("Petugas, Rina Marlina")


def test_the_purpose_stands_with_the_service(look, a_receipt, an_item):
    read = look(receipt_body.closest(a_receipt(items=(an_item(purpose="beasiswa"),)), blank).finish()).text()

    assert "Layanan : Surat Keterangan Tidak Mampu Keperluan : beasiswa" in read
