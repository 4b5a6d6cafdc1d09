from datetime import date

import pytest

from paten_desk.domain.printing import SheetKind
from paten_desk.ui.sheets.shelf import GROUPS, Wish, kind, shelf, title
from paten_desk.usecases import attachments, books, forms
from tests.usecases.test_letters import text_of

NOVEMBER = date(2026, 11, 1)


def sheet(context, key):
    return next(each for held in shelf(context).values() for each in held if each.key == key)


def test_every_book_every_board_and_every_form_is_on_the_shelf(context):
    held = shelf(context)

    assert list(held) == list(GROUPS)
    assert [each.key for each in held["books"]] == [key for key, _ in books.books()]
    assert [each.key for each in held["wall"]] == ["board", "leaflet", "pledge"]
    assert [each.key for each in held["forms"]] == [key for key, _ in forms.forms()]


def test_every_sheet_of_the_shelf_can_be_drawn(context):
    for each in (each for held in shelf(context).values() for each in held):
        paper = each.papers[0][0] if each.papers else ""

        assert each.draw(context, Wish(NOVEMBER, paper, "SKTM")).startswith(b"%PDF"), each.name


def test_the_forms_an_office_attached_stand_after_the_others_with_their_service(context):
    made = attachments.attach(context, "SKTM", "Formulir F-1.02", forms.form_pdf(context, "poverty"))
    attachments.attach(context, "", "Biodata", forms.form_pdf(context, "income"))

    assert [(each.name, each.note) for each in shelf(context)["forms"][-2:]] == [
        ("Biodata", "semua layanan"),
        ("Formulir F-1.02", "Surat Keterangan Tidak Mampu"),
    ]
    assert "TIDAK MAMPU" in text_of(sheet(context, made.id).draw(context, Wish(NOVEMBER)))


@pytest.mark.parametrize(
    ("key", "wish", "printed_as", "name"),
    [
        ("register", Wish(NOVEMBER), SheetKind.BOOK, "Buku Register Pelayanan November 2026"),
        ("board", Wish(NOVEMBER), SheetKind.BOARD, "Papan standar pelayanan"),
        (
            "leaflet",
            Wish(NOVEMBER, service="SKTM"),
            SheetKind.REPORT,
            "Brosur standar pelayanan Surat Keterangan Tidak Mampu",
        ),
        ("pledge", Wish(NOVEMBER, "f4"), SheetKind.REPORT, "Maklumat pelayanan"),
        ("pledge", Wish(NOVEMBER, "a3"), SheetKind.BOARD, "Maklumat pelayanan"),
        ("poverty", Wish(NOVEMBER, "a4"), SheetKind.REPORT, "Surat pernyataan tidak mampu"),
    ],
)
def test_a_sheet_goes_where_its_kind_goes_and_has_a_name(context, key, wish, printed_as, name):
    held = sheet(context, key)

    assert kind(held, wish) is printed_as
    assert title(context, held, wish) == name
