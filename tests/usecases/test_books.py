from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.books import BookPrint
from paten_desk.domain.errors import NoRight, NotFound
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.usecases import books
from tests.builders import a_request
from tests.usecases.test_letters import text_of

NOVEMBER, JANUARY = date(2026, 11, 20), date(2027, 1, 1)


def words_of(pdf):
    return " ".join(text_of(pdf).split())


def as_role(context, role):
    return replace(context, user=replace(context.user, roles=(role,)))


@pytest.mark.parametrize("key", books.KINDS)
def test_every_book_on_the_shelf_can_be_printed_for_an_empty_month(context, key):
    words = words_of(books.book_pdf(context, key, JANUARY))

    assert books.KINDS[key].name.upper() in words
    assert f"Tidak ada {books.KINDS[key].nothing} pada bulan Januari 2027." in words
    assert "Bulan Januari 2027" in words


def test_the_shelf_names_the_books_that_have_their_facts():
    assert [name for _, name in books.books()] == [
        "Buku Register Pelayanan",
        "Buku Agenda Surat Keluar",
        "Buku Berkas Dikembalikan",
        "Buku Legalisasi",
        "Register Ahli Waris",
        "Register Tanah",
        "Register Dispensasi Nikah",
        "Buku Pengambilan",
        "Buku Ekspedisi",
    ]


def test_the_register_is_printed_with_masked_niks_and_the_names_of_who_signs(context):
    made = a_request(context, Status.HANDED_OVER)

    words = words_of(books.book_pdf(context, "register", NOVEMBER))

    assert "0001/PATEN/2026" in words
    assert made.personal.applicant.nik not in words
    assert f"9999••••••••{made.personal.applicant.nik[-4:]}" in words
    assert "Jumlah bulan ini: 1 permohonan, 0 dari luar kecamatan, 1 selesai 0" in words
    assert "KASI CONTOH" in words
    assert "Mengetahui: CAMAT CONTOH," in words
    assert journal.load_all(BookPrint) == []


def test_a_register_with_full_niks_is_printed_on_demand_and_recorded(context):
    made = a_request(context)

    words = words_of(books.book_pdf(context, "register", NOVEMBER, full_nik=True))

    assert made.personal.applicant.nik in words
    assert "memuat NIK lengkap" in words
    (shown,) = journal.load_all(BookPrint)
    assert (shown.book, shown.month, shown.rows) == ("register", date(2026, 11, 1), 1)
    assert journal.history(shown.id)[0].fact.kind == "book.revealed.v1"


def test_a_book_without_niks_has_nothing_to_reveal(context):
    books.book_pdf(context, "agenda", NOVEMBER, full_nik=True)

    assert not books.has_nik("agenda")
    assert journal.load_all(BookPrint) == []


def test_only_chiefs_print_niks_in_full_and_an_auditor_prints_masked(context):
    a_request(context)
    auditor = as_role(context, Role.AUDITOR)

    assert books.book_pdf(auditor, "register", NOVEMBER).startswith(b"%PDF")
    with pytest.raises(NoRight):
        books.book_pdf(auditor, "register", NOVEMBER, full_nik=True)
    with pytest.raises(NoRight):
        books.book_pdf(as_role(context, Role.KABUPATEN), "register", NOVEMBER)
    assert journal.load_all(BookPrint) == []


def test_a_book_that_is_not_kept_is_refused(context):
    with pytest.raises(NotFound):
        books.book_pdf(context, "guests", NOVEMBER)
