from dataclasses import replace
from datetime import timedelta

import pypdfium2
import pytest
import zxingcpp

from paten_desk.domain.errors import Rejected
from paten_desk.domain.letters import Letter
from paten_desk.domain.partners import Partner
from paten_desk.domain.proofs import Kind
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import Status
from paten_desk.exchange import proofs as codes
from paten_desk.exchange.signature import public_key
from paten_desk.paths import keys_dir
from paten_desk.store import journal, keys
from paten_desk.store.connection import transaction
from paten_desk.usecases import kabupaten, letters, number_book, partners, proofs, receipts, revoking, services, setup
from paten_desk.usecases.proofs import Worth
from tests.builders import a_request
from tests.conftest import KEY
from tests.usecases.test_number_book import second
from tests.usecases.test_sending import Two


@pytest.fixture
def office(context):
    """The office with its signing key."""
    setup.make_secrets(context.data, KEY)
    return context


def issued(office, serial=1, code="SKTM"):
    request = a_request(office, Status.READY, code, serial)
    return request, journal.load(Letter, request.letter)


def elsewhere(office, code="99.99.06"):
    """The same database seen by another office that has no such letter in its book."""
    return office.with_office(replace(office.office, area=code))


def test_a_letter_of_the_book_is_genuine_and_its_request_is_found(office):
    request, letter = issued(office)

    verdict = proofs.verify(office, letter.proof)

    assert verdict.worth is Worth.GENUINE
    assert verdict.request == request.id
    assert letter.number in verdict.lines[0]
    assert verdict.proof.kind is Kind.LETTER
    assert verdict.proof.dated == letter.dated
    assert verdict.proof.valid_until == letter.valid_until


def test_a_countersignature_carries_a_code_of_its_own_kind(office):
    _, letter = issued(office, code="LFC")

    assert proofs.verify(office, letter.proof).proof.kind is Kind.COUNTERSIGN


def test_a_code_whose_number_stands_on_another_letter_is_false(office):
    request, letter = issued(office)
    forged = proofs.of_letter(office, request, replace(letter, template_version="x"))

    verdict = proofs.verify(office, forged)

    assert verdict.worth is Worth.FALSE
    assert "tidak cocok" in verdict.lines[0]


def test_a_revoked_letter_is_genuine_but_counts_no_more(office):
    request, letter = issued(office)
    revoking.revoke(office, request.id, "salah orang", second(office, Right.REVOKE))

    verdict = proofs.verify(office, letter.proof)

    assert verdict.worth is Worth.ENDED
    assert "DICABUT sejak 20 November 2026" in verdict.lines[1]


def test_a_letter_with_a_void_number_counts_no_more(office):
    _, letter = issued(office)
    number_book.void(office, "letter", 2026, letter.serial, "ganda", second(office))

    assert "BATAL" in proofs.verify(office, letter.proof).lines[1]


def test_after_its_end_a_letter_counts_no_more(office, clock):
    _, letter = issued(office)
    clock.at += timedelta(days=91)

    verdict = proofs.verify(office, letter.proof)

    assert verdict.worth is Worth.ENDED
    assert "berakhir" in verdict.lines[1]


def test_a_receipt_is_signed_and_leads_to_its_request(office):
    request = a_request(office)
    text = proofs.of_receipt(office, request)

    verdict = proofs.verify(office, text)

    assert text.startswith("PATEN2:")
    assert (verdict.worth, verdict.request) == (Worth.GENUINE, request.id)
    assert proofs.number_of(text) == request.number


def test_without_a_key_the_counter_goes_on_and_the_code_is_not_signed(context):
    request, letter = issued(context)

    assert letter.proof == ""
    assert proofs.of_receipt(context, request).startswith("PATEN1:99.99.05:R:")


def test_another_office_believes_only_keys_it_knows(office, tmp_path):
    _, letter = issued(office)
    public = public_key(keys.read_secret(keys_dir(office.data), "signing", KEY))
    other = replace(elsewhere(office), data=tmp_path / "lain")
    unknown = replace(letter, number="999/LAIN/2026")
    text = proofs.of_letter(office, a_request(office, serial=9), unknown)

    verdict = proofs.verify(other, text)
    assert verdict.worth is Worth.UNKNOWN
    assert "belum dikenal" in verdict.lines[0]

    card = Partner(office.new_id(), "kecamatan", "99.99.05", "Contoh", public.hex(), (), confirmed=True)
    with transaction():
        journal.record(office.stamp(), "enrolled", card)
    verdict = proofs.verify(other, text)
    assert verdict.worth is Worth.GENUINE
    assert "Pencabutan" in verdict.lines[-1]


def test_a_key_card_alone_tells_true_from_false(office):
    _, letter = issued(office)
    card = partners.own_card_file(office)

    assert proofs.verify_by_card(card, letter.proof, office.today()).worth is Worth.GENUINE
    late = office.today() + timedelta(days=400)
    assert proofs.verify_by_card(card, letter.proof, late).worth is Worth.ENDED


def test_what_is_no_code_is_refused(office):
    with pytest.raises(Rejected):
        proofs.verify(office, "surat ini asli")


def test_a_letter_says_the_same_when_it_is_drawn_again(office):
    from paten_desk.documents.letter import Standing
    from paten_desk.store import archive
    from paten_desk.usecases import letter_sheets

    request, letter = issued(office)

    drawn = letter_sheets.draw(office, request, services.service_of(request), letter, Standing.ISSUED)

    assert drawn == archive.get(letter.document, 2026)


def test_the_kabupaten_knows_what_was_revoked_from_the_sealed_files(tmp_path):
    two = Two(tmp_path)
    request, letter = issued(two.desk)
    kept, other = issued(two.desk, serial=2)
    revoking.revoke(two.desk, request.id, "salah orang", second(two.desk, Right.REVOKE))
    path = two.export("stik")

    with two.at_hall() as hall:
        kabupaten.import_file(hall, path)
        revoked, genuine = proofs.verify(hall, letter.proof), proofs.verify(hall, other.proof)
    setup.close()

    assert revoked.worth is Worth.ENDED
    assert "DICABUT" in revoked.lines[1]
    assert genuine.worth is Worth.GENUINE
    assert "tercatat di buku surat" in genuine.lines[0]
    assert kept.id == genuine.request


def read_from_paper(pdf, dpi=150):
    """Read every code on the first page as a scanner of small resolution sees it."""
    picture = pypdfium2.PdfDocument(pdf)[0].render(scale=dpi / 72).to_pil().convert("L")
    return [found.text for found in zxingcpp.read_barcodes(picture)]


def test_what_is_printed_on_a_letter_is_read_from_the_paper(office):
    request, letter = issued(office)

    assert read_from_paper(letters.original(office, request.id)) == [letter.proof]


@pytest.mark.parametrize("form", receipts.FORMATS)
def test_what_is_printed_on_a_receipt_is_read_from_the_paper(office, form):
    request = a_request(office)

    codes = set(read_from_paper(receipts.receipt_pdf(office, request.visit, form)))

    assert codes == {proofs.of_receipt(office, request)}


def test_a_receipt_made_up_around_a_true_number_is_not_believed(office):
    request = a_request(office)
    proof = codes.read(proofs.of_receipt(office, request))[0]

    by_a_stranger = codes.write(replace(proof, key=bytes(4), initials="X"), bytes(32))
    in_our_name = codes.write(replace(proof, initials="X"), bytes(32))

    assert proofs.verify(office, by_a_stranger).worth is Worth.UNKNOWN
    assert proofs.verify(office, in_our_name).worth is Worth.FALSE


def test_a_receipt_of_an_earlier_key_is_genuine_while_it_says_what_is_on_record(office):
    request = a_request(office)
    proof = codes.read(proofs.of_receipt(office, request))[0]

    verdict = proofs.verify(office, codes.write(replace(proof, key=bytes(4)), bytes(32)))

    assert (verdict.worth, verdict.request) == (Worth.GENUINE, request.id)


def test_a_letter_with_a_number_too_long_for_its_code_is_found_in_the_book(office):
    unit = "KECAMATAN-CONTOH-SEKSI-PELAYANAN-UMUM-DAN-INFORMASI"
    office = office.with_office(replace(office.office, unit=unit))
    request, letter = issued(office)
    revoking.revoke(office, request.id, "salah orang", second(office, Right.REVOKE))

    verdict = proofs.verify(office, letter.proof)

    assert len(letter.number) > 60
    assert (verdict.worth, verdict.request) == (Worth.ENDED, request.id)
