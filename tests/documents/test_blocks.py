from __future__ import annotations

import pytest

from paten_desk.documents import blocks
from paten_desk.documents.blocks import Facts, Heading, NumberedList, Paragraph, Table, TwoColumns
from paten_desk.documents.flow import Fact
from paten_desk.documents.page import F4, Sheet


def test_every_block_prints_its_words(look):
    sheet = Sheet(F4, "Surat", "K")

    blocks.draw(
        sheet,
        (
            Heading("I. Calon suami"),
            Facts((Fact("Nama", "AHMAD"),)),
            Paragraph("dengan ketentuan:", indent=False),
            NumberedList(("menjaga ketertiban;", "menjaga kebersihan.")),
            Table(("Dokumen", "Nama tertulis"), (("KTP-el", "SITI"), ("Ijazah", "SITTI")), (1, 2)),
            TwoColumns(("Saksi 1", "", "KARIM"), ("Saksi 2", "", "BUDI")),
        ),
    )

    read = look(sheet.finish()).text()
    assert read == (
        "I. Calon suami Nama : AHMAD dengan ketentuan: 1. menjaga ketertiban; 2. menjaga kebersihan. "
        "No. Dokumen Nama tertulis 1 KTP-el SITI 2 Ijazah SITTI Saksi 1 KARIM Saksi 2 BUDI"
    )


@pytest.mark.parametrize("setting", [blocks.USUAL, *blocks.CLOSE])
@pytest.mark.parametrize(
    "block", [Paragraph("Berdasarkan surat keterangan " * 9), Facts((Fact("Alamat", "Dusun " * 30),))]
)
def test_a_block_is_as_high_as_it_was_measured(block, setting):
    sheet = Sheet(F4, "Surat", "K")
    before = sheet.y

    blocks.draw_one(sheet, block, setting)

    assert before - sheet.y == pytest.approx(blocks.height(sheet, block, setting))


def test_a_heading_does_not_end_a_page():
    sheet = Sheet(F4, "Surat", "K")
    sheet.y = sheet.bottom + 30

    blocks.draw(sheet, (Heading("II. Calon istri"), Facts((Fact("Nama", "DEWI"),))))

    assert sheet.page_no == 2
