from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.roles import Approval, Right
from paten_desk.domain.workflow import Action, Status
from paten_desk.usecases import book_rows, books, letters, number_book, rejections, requests, services, work
from paten_desk.usecases.book_months import month_of
from paten_desk.usecases.books import OUTSIDE
from tests import full_office
from tests.builders import a_request, a_user, a_visit, with_officials

NOVEMBER = date(2026, 11, 20)


def lines(context, build):
    return [row.cells for row in build(month_of(context, NOVEMBER))]


def test_the_register_tells_a_request_from_its_number_to_who_took_the_paper(context):
    made = a_request(context, Status.HANDED_OVER)
    letter = work.letter_of(made)

    (cells,) = lines(context, book_rows.register)

    assert cells[:3] == ("1", "0001/PATEN/2026", "20-11-2026\n09.30")
    assert cells[3] == made.personal.applicant.name
    assert cells[6:9] == ("Surat Keterangan Tidak Mampu", "ya", "20-11-2026\n10.30")
    assert cells[9] == "20-11-2026\n09.30"
    assert cells[10] == f"{letter.number}\n20-11-2026"
    assert cells[11:14] == ("0", made.personal.applicant.name, "20-11-2026\n09.30")
    assert book_rows.register(month_of(context, NOVEMBER))[0].counts == (1, 0, 1)


def test_the_register_is_in_the_order_of_the_numbers_and_says_what_is_unusual(context, clock):
    a_request(context, serial=1)
    second = a_request(context, serial=2)
    work.act(context, second.id, Action.CANCEL, "warga pindah")
    clock.forward(days=1)

    found = lines(context, book_rows.register)

    assert [cells[0] for cells in found] == ["1", "2"]
    assert [cells[1] for cells in found] == ["0001/PATEN/2026", "0002/PATEN/2026"]
    assert found[0][15] == "lewat janji"
    assert found[1][15] == "dibatalkan"


def test_a_paper_that_was_ready_in_time_and_waits_for_its_citizen_is_not_late(context, clock):
    a_request(context, Status.READY)
    clock.forward(days=1)

    (cells,) = lines(context, book_rows.register)

    assert cells[15] == ""


def test_fees_are_summed(context):
    dear = replace(services.catalogue(context)["SKDU"], fee_rupiah=25000, fee_basis="Perda 1/2026")
    boss = a_user(context, *context.user.roles)
    services.change(context, dear, context.today(), Approval(Right.CHANGE_FEE, boss.id, boss.display))
    a_request(context, code="SKDU")

    (row,) = book_rows.register(month_of(context, NOVEMBER))

    assert (row.cells[11], row.rupiah) == ("25.000", 25000)


def test_the_agenda_holds_every_letter_number_of_the_month_and_no_register_number(context):
    a_request(context, Status.READY, "SKTM", serial=1)
    a_request(context, Status.READY, "PSKCK", serial=2)
    a_request(context, Status.READY, "SKAW", serial=3)

    first, second = lines(context, book_rows.agenda)

    assert first[1:2] + first[3:4] + first[5:8] == (
        "20-11-2026",
        "400.9.14",
        "Surat Keterangan Tidak Mampu",
        "Seksi Kesejahteraan Sosial",
        "-",
    )
    assert second[4].startswith("Kepala Kepolisian Sektor\n")


def test_only_letters_for_another_office_are_sent_out_and_wait_for_its_signature(context):
    a_request(context, Status.READY, "SKTM", serial=1)
    made = a_request(context, Status.READY, "PSKCK", serial=2)

    (cells,) = lines(context, book_rows.dispatch)

    assert cells[0] == "1"
    assert cells[2] == work.letter_of(made).number
    assert cells[3:6] == ("Pengantar SKCK", "Kepala Kepolisian Sektor", made.personal.applicant.name)
    assert cells[6:9] == ("", "", "")


def test_a_returned_dossier_stands_with_what_was_missing_and_when_it_came_again(context, clock):
    made = a_request(context, Status.RETURNED)
    service = services.catalogue(context)["SKTM"]
    missing = {paper.key for paper in made.papers if paper.state == "missing"}
    clock.forward(days=3)
    requests.complete(context, made.id, a_visit(context).requests[0].papers)

    (row,) = book_rows.returned(month_of(context, NOVEMBER))

    assert row.cells[1:3] == ("20-11-2026\n09.30", made.personal.applicant.name)
    assert row.cells[4] == "; ".join(paper.text for paper in service.requirements if paper.key in missing)
    assert row.cells[6] == "23-11-2026\n09.30"
    assert row.counts == (1, 0, 1)


def test_a_dossier_returned_by_the_chief_stands_with_the_reason(context):
    made = a_request(context)
    work.act(context, made.id, Action.RETURN, "alamat tidak jelas")

    (row,) = book_rows.returned(month_of(context, NOVEMBER))

    assert row.cells[4] == "alamat tidak jelas"
    assert row.cells[6:] == ("", "0001/PATEN/2026")
    assert row.counts == (1, 0, 0)


def test_the_book_of_collections_says_who_took_which_letter(context):
    a_request(context, serial=1)
    made = a_request(context, Status.HANDED_OVER, serial=2)

    (cells,) = lines(context, book_rows.handed_over)

    applicant = made.personal.applicant.name
    assert cells[1:4] == ("20-11-2026\n09.30", made.number, work.letter_of(made).number)
    assert cells[4:8] == (applicant, "Surat Keterangan Tidak Mampu", applicant, "pemohon sendiri")
    assert cells[9] == "-"


def test_legalisations_are_counted_with_their_sheets(context):
    made = a_request(context, Status.READY, "LFC")

    (row,) = book_rows.legalisation(month_of(context, NOVEMBER))

    fields = made.personal.fields
    assert row.cells[2] == work.letter_of(made).number
    assert row.cells[6] == f"{fields['document_kind']}\n{fields['document_number']}"
    assert row.cells[8] == fields["sheet_count"]
    assert row.counts == (1, 0, int(fields["sheet_count"]))


def test_heirs_and_land_have_registers_of_their_own(context):
    heirs = a_request(context, Status.READY, "SKAW", serial=1)
    land = a_request(context, Status.READY, "SPPF", serial=2)

    (heirs_cells,), (land_cells,) = lines(context, book_rows.heirs), lines(context, book_rows.land)

    assert heirs_cells[3] == heirs.personal.applicant.name
    assert heirs_cells[6] == heirs.personal.fields["deceased_name"]
    assert heirs_cells[8] == heirs.personal.applicant.name
    assert land_cells[6:9] == (
        "Register Surat Penguasaan Fisik Bidang Tanah",
        land.personal.fields["location"],
        land.personal.fields["area_m2"],
    )


def test_marriage_dispensations_are_kept_with_couple_and_reason(context):
    made = a_request(context, Status.READY, "DNK")
    a_request(context, Status.READY, "SKTM", serial=2)

    (cells,) = lines(context, book_rows.marriages)

    assert cells[2] == work.letter_of(made).number
    assert {cells[3], cells[4]} == {party.name for party in made.personal.subjects}
    assert cells[8] == made.personal.fields["reason"]


def test_a_void_number_is_not_missing_from_its_book(context):
    made = a_request(context, Status.READY)
    letter = work.letter_of(made)
    boss = a_user(context, *context.user.roles)
    number_book.void(
        context, letter.book, 2026, letter.serial, "salah ketik", Approval(Right.VOID, boss.id, boss.display)
    )

    (row,) = book_rows.agenda(month_of(context, NOVEMBER))

    assert row.cells[2] == letter.number
    assert row.cells[8].startswith("BATAL: salah ketik")
    assert row.counts == (1, 1)


@pytest.mark.parametrize(("code", "build"), [("DNK", book_rows.marriages), ("PSKCK", book_rows.dispatch)])
def test_a_refusal_stands_in_the_agenda_as_what_it_is_and_in_no_other_book(context, code, build):
    with_officials(context)
    made = work.act(context, a_request(context, code=code).id, Action.REJECT, "bukan penduduk")
    rejections.issue(context, made.id, "Pasal 5", rejections.signers(context, made.id)[0][0])

    (cells,) = lines(context, book_rows.agenda)

    assert lines(context, build) == []
    assert cells[4] == made.personal.applicant.name
    assert cells[5] == f"Penolakan {services.service_of(made).name}"


def test_the_register_of_heirs_names_them_all(context):
    draft = a_visit(context, "SKAW")
    names = ("MELATI CONTOH", "KAMBOJA CONTOH")
    heirs = tuple(replace(draft.applicant, name=name, nik="", no_nik_reason="belum rekam") for name in names)
    (made,) = requests.register(context, replace(draft, requests=(replace(draft.requests[0], subjects=heirs),)))
    camat = with_officials(context)
    while made.status is not Status.INITIALLED_SECRETARY:
        made = work.act(context, made.id, work.actions(context, made)[0])
    letters.issue(context, letters.sign(context, made.id, camat).id)

    (cells,) = lines(context, book_rows.heirs)

    assert cells[8] == "MELATI CONTOH; KAMBOJA CONTOH"


def test_who_is_from_outside_is_remarked_and_counted_apart_in_every_book_of_requests(context, clock):
    full_office.fill(context, clock)
    month = month_of(context, NOVEMBER)

    register = book_rows.register(month)

    assert [sum(row.counts[at] for row in register) for at in (0, 1)] == [15, 3]
    assert sum("dari luar kecamatan" in row.cells[-1] for row in register) == 3
    for build in (book_rows.returned, book_rows.handed_over):
        assert all(len(row.counts) == 3 and row.counts[1] == 0 for row in build(month))


def test_each_book_sums_as_much_as_it_names():
    for kind in books.KINDS.values():
        assert OUTSIDE in kind.counted or kind.name in ("Buku Agenda Surat Keluar", "Buku Ekspedisi")
