from __future__ import annotations

from paten_desk.documents import table
from paten_desk.documents.page import A5, Sheet
from paten_desk.documents.table import Column, Look

COLUMNS = (Column("No.", 1), Column("Nama", 5), Column("Jumlah", 2, "right"))


def test_the_head_stands_on_every_page_of_a_long_table(look):
    sheet = Sheet(A5, "Surat", "K")
    rows = [(str(at), f"Warga {at}", "1") for at in range(1, 81)]

    table.draw(sheet, COLUMNS, rows, ("", "Jumlah semua", "80"))

    read = look(sheet.finish())
    assert len(read) > 1
    assert all(read.text(at).startswith("No. Nama Jumlah") for at in range(len(read)))
    assert read.text().count("Warga") == 80
    assert read.text().endswith("Jumlah semua 80")
    assert read.is_inside(20)


def test_a_name_of_100_letters_wraps_in_its_cell(look, long_name):
    sheet = Sheet(A5, "Surat", "K")

    table.draw(sheet, COLUMNS, [("1", long_name, "1")], look=Look(boxed=True))

    read = look(sheet.finish())
    assert read.is_inside(20)
    assert read.text().replace(" ", "").count(long_name.replace(" ", "")) == 1


def test_a_row_higher_than_a_page_is_broken_and_whole(look):
    sheet = Sheet(A5, "Surat", "K")
    words = " ".join(f"kata{at}" for at in range(1200))

    table.draw(sheet, COLUMNS, [("1", "pendek", "1"), ("2", words, "1")])

    read = look(sheet.finish())
    assert [word for word in read.text().split() if word.startswith("kata")] == words.split()
    assert read.is_inside(20)


def test_a_table_without_rows_has_its_head(look):
    sheet = Sheet(A5, "Surat", "K")

    table.draw(sheet, COLUMNS, [])

    assert look(sheet.finish()).text() == "No. Nama Jumlah"
