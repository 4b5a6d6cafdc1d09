import pytest
from PySide6.QtWidgets import QGridLayout, QWidget

from paten_desk.domain.catalogue import ServiceField
from paten_desk.ui.registration import blanks

KINDS = ("text", "long", "date", "number", "rupiah", "time", "list")
ASKED = [ServiceField(kind, f"Isian {kind}", kind, columns=(("name", "Nama"), ("age", "Umur"))) for kind in KINDS]


@pytest.fixture
def fields(qtbot):
    holder = QWidget()
    grid = QGridLayout(holder)
    made = {each.key: blanks.field_for(each) for each in ASKED}
    blanks.lay_out(grid, list(made.values()), 3)
    qtbot.addWidget(holder)
    holder.show()
    holder.activateWindow()
    qtbot.waitUntil(holder.isActiveWindow)
    yield made
    holder.hide()


def test_every_kind_of_blank_gives_back_what_was_put_in(fields):
    values = {
        "text": "Melati",
        "long": "dua baris",
        "date": "2026-11-20",
        "number": "12,5",
        "rupiah": "1500000",
        "time": "07.30",
    }
    rows = {"list": ({"name": "ANI CONTOH", "age": "7"}, {"name": "BUDI CONTOH", "age": "9"})}

    blanks.put(fields, values, rows)

    assert blanks.texts(fields) == values
    assert blanks.lists(fields) == rows


def test_empty_blanks_are_left_out(fields):
    assert blanks.texts(fields) == {}
    assert blanks.lists(fields) == {}


def test_rupiah_is_kept_as_digits_and_shown_as_people_write_it(fields, typist):
    fields["rupiah"].line.setFocus()

    typist.line("2.500.000")

    assert fields["rupiah"].value() == "2500000"
    assert fields["rupiah"].line.text() == "Rp2.500.000"


@pytest.mark.parametrize(
    ("typed", "hour"),
    [("730", "07.30"), ("7:05", "07.05"), ("13", "13.00"), ("24.00", ""), ("pagi", ""), ("9.75", "")],
)
def test_an_hour_is_read_as_people_type_it(typed, hour):
    assert blanks.read_hour(typed) == hour


def test_what_cannot_be_read_is_named(fields):
    fields["date"].line.setText("31 Februari 2026")
    fields["number"].line.setText("banyak")
    fields["time"].line.setText("pagi")

    found = {problem.field: problem.text for problem in blanks.unread_problems(fields)}

    assert found["fields.date"] == "Februari 2026 hanya 28 hari."
    assert found["fields.number"] == "Isi dengan angka saja."
    assert found["fields.time"] == "Tulis jam seperti 07.30."


def test_a_blank_that_may_stay_empty_says_so():
    field = blanks.field_for(ServiceField("note", "Catatan", required=False))

    assert field.line.placeholderText() == "boleh kosong"
