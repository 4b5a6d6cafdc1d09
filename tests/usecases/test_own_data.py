from dataclasses import replace

import pypdfium2
import pytest

from paten_desk.domain.errors import NoRight
from paten_desk.domain.formats import spaced_nik
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.usecases import own_data, requests, scans
from tests.builders import a_request, a_user, a_visit
from tests.documents.test_scans import a_picture


def read(pdf):
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(pdf))


def test_the_sheet_holds_everything_on_this_nik_and_is_recorded(context):
    made = a_request(context, Status.READY)
    party = made.personal.applicant
    child = replace(party, name="KEMUNING CONTOH", nik="9999054101150009")
    draft = a_visit(context, serial=2)
    asked = replace(draft.requests[0], subjects=(child,), note="Datang bersama anaknya")
    requests.register(context, replace(draft, applicant=party, requests=(asked,)))

    words = read(own_data.pdf(context, party.person))

    for part in (party.name, spaced_nik(party.nik), made.number, "pemohon", "Datang bersama anaknya", "berlaku"):
        assert part in words, part
    assert "Undang" in words or "UU Nomor 27 Tahun 2022" in words
    assert context.user.display in words
    assert journal.history(party.person)[-1].fact.kind == "person.data_printed.v1"
    assert "mencetak lembar ini" in words


def test_who_was_asked_for_is_told_from_who_asked(context):
    draft = a_visit(context, serial=2)
    child = replace(draft.applicant, name="KEMUNING CONTOH", nik="9999054101150009")
    (made,) = requests.register(context, replace(draft, requests=(replace(draft.requests[0], subjects=(child,)),)))

    assert "yang diurus" in read(own_data.pdf(context, made.personal.subjects[0].person))


def test_somebody_without_nik_reads_why(context):
    (made,) = requests.register(context, a_visit(context, nik="", no_nik_reason="belum rekam"))

    assert "tidak ada: belum rekam" in read(own_data.pdf(context, made.personal.applicant.person))


def test_the_scans_of_a_citizens_papers_are_counted_and_who_looked_at_them_is_told(context, clock):
    made = a_request(context)
    scan = scans.attach(context, made.id, "", a_picture())
    clock.forward(hours=1)
    scans.content_of(context, scan.id)

    words = read(own_data.pdf(context, made.personal.applicant.person))

    assert "1 gambar, dapat dilihat di loket" in words
    assert "melampirkan pindaian" in words


def test_only_the_counter_and_the_chiefs_print_it(context):
    party = a_request(context).personal.applicant
    informs = replace(context, user=a_user(context, Role.INFO))

    assert own_data.may_print(context)
    with pytest.raises(NoRight):
        own_data.pdf(informs, party.person)
