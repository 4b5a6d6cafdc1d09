from dataclasses import replace

import pytest

from paten_desk.documents import receipt
from paten_desk.domain.errors import WrongStatus
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.usecases import handover, proofs, receipts, requests, work
from paten_desk.usecases.handover import HandoverDraft
from tests.builders import a_request, a_visit
from tests.usecases.test_letters import text_of


@pytest.mark.parametrize("form", receipts.FORMATS)
def test_a_receipt_says_number_promise_papers_and_that_it_is_free(context, form):
    made = a_request(context)

    words = text_of(receipts.receipt_pdf(context, made.visit, form))

    assert "0001/PATEN/2026" in words
    assert "000001" in words
    assert "Rp0 (GRATIS)" in words
    assert "10.30" in words
    assert made.personal.applicant.nik not in words
    assert "9999" in words


def test_every_size_on_offer_is_drawn_by_something():
    assert list(receipts.FORMATS) == list(receipt.RENDERERS)


def test_a_dot_matrix_printer_gets_text_with_the_same_facts(context):
    made = a_request(context)

    raw = receipts.receipt_text(context, made.visit)

    words = raw.decode("cp437")
    assert raw.startswith(b"\x1b@")
    assert "0001/PATEN/2026" in words
    assert "Rp0 (GRATIS)" in words
    assert made.personal.applicant.nik not in words


def test_the_a5_receipt_has_a_page_for_the_citizen_and_one_for_the_dossier(context):
    from io import BytesIO

    from pypdf import PdfReader

    made = a_request(context)

    assert len(PdfReader(BytesIO(receipts.receipt_pdf(context, made.visit))).pages) == 2


def test_one_receipt_lists_all_requests_of_a_visit(context):
    draft = a_visit(context)
    both = replace(draft, requests=(*draft.requests, *a_visit(context, "SKDOM").requests))
    made = requests.register(context, both)

    words = text_of(receipts.receipt_pdf(context, made[0].visit))

    assert "0001/PATEN/2026" in words
    assert "0002/PATEN/2026" in words


def test_a_reprint_is_marked_and_recorded(context):
    made = a_request(context)

    assert "SALINAN 1" in text_of(receipts.reprint_receipt(context, made.visit))
    assert "SALINAN 2" in text_of(receipts.reprint_receipt(context, made.visit))
    assert [record.fact.kind for record in journal.history(made.id)][1:] == ["request.receipt_reprinted.v1"] * 2


def test_a_returned_dossier_gets_the_list_of_what_is_missing_and_no_receipt(context):
    made = a_request(context, Status.RETURNED)

    words = text_of(receipts.deficiency_pdf(context, made.id))

    assert "KEKURANGAN" in words.upper()
    with pytest.raises(WrongStatus, match="belum lengkap"):
        receipts.receipt_pdf(context, made.visit)
    with pytest.raises(WrongStatus, match="belum lengkap"):
        receipts.receipt_text(context, made.visit)


def test_a_complete_dossier_has_no_list_of_missing_papers(context):
    made = a_request(context)

    with pytest.raises(WrongStatus):
        receipts.deficiency_pdf(context, made.id)


def test_the_qr_says_office_number_and_a_mark_of_the_record(context):
    made = a_request(context)

    text = proofs.of_receipt(context, made)

    assert text.startswith("PATEN1:99.99.05:R:0001/PATEN/2026:")
    assert [row.id for row in requests.find(context, text)] == [made.id]


@pytest.mark.parametrize("name", ["<b>SITI", "A & B <img src='x'>", "…", "Ñandú 日本", "x" * 100])
def test_no_name_stops_the_printer(context, name):
    (made,) = requests.register(context, a_visit(context, name=name))

    for form in receipts.FORMATS:
        assert receipts.receipt_pdf(context, made.visit, form).startswith(b"%PDF")
    assert receipts.receipt_text(context, made.visit).count(b"\x0c") == 1


def test_who_took_the_paper_stands_on_the_proof_of_handing_over(context):
    made = a_request(context, Status.HANDED_OVER)

    words = " ".join(text_of(receipts.handover_pdf(context, made.id)).split())

    assert "BUKTI PENYERAHAN Diserahkan Jumat, 20 November 2026 pukul 09.30 WIB" in words
    assert f"Nomor surat : {work.letter_of(made).number}" in words
    assert f"Nama pengambil : {made.personal.applicant.name}" in words
    assert "Pencocokan : pertanyaan dijawab sesuai berkas" in words
    assert "Petugas Contoh" in words


def test_a_paper_handed_over_in_spite_of_a_wrong_answer_says_why(context):
    made = a_request(context, Status.READY)
    draft = HandoverDraft("ANDI CONTOH", "penerima kuasa", "9999051010800001", True, "lupa", "dikenal petugas")
    handover.hand_over(context, made.id, draft)

    words = " ".join(text_of(receipts.handover_pdf(context, made.id)).split())

    assert "NIK pengambil : 9999 •••• •••• 0001 Surat kuasa : ada, disimpan pada berkas" in words
    assert "jawaban tidak sesuai berkas; diserahkan karena dikenal petugas" in words


def test_there_is_no_proof_of_what_was_not_handed_over(context):
    made = a_request(context, Status.READY)

    with pytest.raises(WrongStatus, match="belum diserahkan"):
        receipts.handover_pdf(context, made.id)
