from dataclasses import replace
from datetime import date, timedelta

import pytest

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.catalogue import Authority, OutputKind, ServiceField
from paten_desk.domain.errors import NotFound
from paten_desk.domain.roles import Right, Role
from paten_desk.usecases import approvals, service_drafts, services
from paten_desk.usecases.service_drafts import NEW, condition, key_of
from tests.builders import a_request, a_user, with_officials
from tests.usecases.test_services import TODAY

SHIPPED = sorted(service.code for service in services.reference.shipped_services())


def fields(context, draft):
    return {problem.field for problem in service_drafts.problems(context, draft)}


def own(context, **changed):
    draft = service_drafts.begin_new(context)
    filled = {
        "code": "SKX",
        "name": "Surat Keterangan Contoh",
        "legal_basis": "UU 25/2009",
        "code_2022": "400.9.14",
        "title": "Surat Keterangan Contoh",
        "statement": "benar warga kecamatan ini",
    }
    return replace(draft, service=replace(draft.service, **{**filled, **changed}))


@pytest.mark.parametrize("code", SHIPPED)
def test_every_shipped_service_can_be_recorded_as_it_is(context, code):
    assert service_drafts.problems(context, service_drafts.begin(context, code)) == []


def test_a_new_version_begins_from_the_one_in_force_or_from_the_one_that_waits(context):
    held, later = services.catalogue(context)["SKTM"], TODAY + timedelta(days=40)
    services.change(context, replace(held, duration=Duration(2, Unit.DAYS)), later)

    assert service_drafts.begin(context, "SKTM").duration == "60"
    waiting = service_drafts.begin(context, "SKTM", coming=True)
    assert (waiting.duration, waiting.since) == ("2", later)
    assert service_drafts.before(context, waiting).duration == Duration(2, Unit.DAYS)


def test_an_empty_service_is_not_recorded_and_a_filled_one_gives_a_letter(context):
    assert fields(context, service_drafts.begin_new(context)) >= {"code", "name", "legal_basis", "code_2022", "title"}

    service_drafts.record(context, own(context))

    with_officials(context)
    assert a_request(context, code="SKX").number
    assert service_drafts.kept(context, NEW) is None


def test_a_copy_keeps_what_is_asked_but_neither_code_nor_fee(context):
    copy = service_drafts.begin_new(context, "SKTM")

    assert copy.is_new
    assert copy.service.requirements == services.catalogue(context)["SKTM"].requirements
    assert (copy.service.code, copy.service.name, copy.fee_rupiah) == ("", "", "0")


@pytest.mark.parametrize("code", ["IHO", "AJB"])
def test_what_the_law_abolished_or_keeps_for_others_is_no_pattern(context, code):
    with pytest.raises(NotFound, match="tidak dapat disalin"):
        service_drafts.begin_new(context, code)


def test_what_is_typed_is_kept_for_its_owner_until_it_is_forgotten(context):
    draft = replace(own(context), duration="tiga puluh", since=None)

    service_drafts.keep(context, draft)

    assert service_drafts.kept(context, NEW) == draft
    assert service_drafts.kept(context, "SKTM") is None
    service_drafts.forget(context, NEW)
    assert service_drafts.kept(context, NEW) is None


def test_numbers_are_read_as_people_write_them_and_never_guessed(context):
    draft = replace(own(context), duration="2", fee_rupiah="Rp5.000", valid_days="sebulan")

    read = service_drafts.read(draft)

    assert (read.duration.amount, read.fee_rupiah, read.valid_days) == (2, 5000, 0)
    assert fields(context, draft) == {"valid_days", "fee_basis"}


def test_a_fee_is_agreed_to_by_a_second_person(context):
    draft = replace(own(context, fee_basis="Perda 3/2025"), fee_rupiah="5000")
    kasi = a_user(context, Role.SECTION_HEAD)

    assert service_drafts.changes_fee(context, draft)
    two = approvals.approve(context, Right.CHANGE_FEE, kasi.id, "payung biru tua")
    assert service_drafts.record(context, draft, two).fee_rupiah == 5000
    assert not service_drafts.changes_fee(context, own(context, code="SKY"))


def test_a_text_that_prints_what_nobody_asks_is_told(context):
    held = service_drafts.begin(context, "DNK")
    fewer = replace(held.service, fields=tuple(each for each in held.service.fields if each.key != "wedding_place"))

    (problem,) = service_drafts.problems(context, replace(held, service=fewer))

    assert problem.field == "template"
    assert "tempat akad nikah" in problem.text.lower()


def test_a_list_that_a_text_prints_is_asked_for(context):
    held = service_drafts.begin(context, "SKBN")
    fewer = replace(held.service, fields=tuple(each for each in held.service.fields if each.kind != "list"))

    assert fields(context, replace(held, service=fewer)) == {"template"}


def test_a_borrowed_frame_needs_its_sentence_where_it_prints_one(context):
    assert fields(context, own(context, statement=" ")) == {"statement"}
    referral = own(context, output=OutputKind.REFERRAL, template="referral", statement="")
    assert fields(context, referral) == set()


def test_an_office_that_writes_old_codes_asks_for_them(context):
    old = replace(context, office=replace(context.office, classification="old"))

    assert fields(old, own(context)) == {"code_old"}


def test_the_day_is_checked(context):
    assert fields(context, replace(own(context), since=None)) == {"since"}
    assert fields(context, replace(own(context), since=TODAY - timedelta(days=1))) == {"since"}


def test_words_are_cleaned_when_they_are_recorded(context):
    blanks = (ServiceField("child", "Nama  anak "),)

    made = service_drafts.record(context, own(context, name=" Surat  Contoh ", fields=blanks))

    assert (made.name, made.fields[0].label) == ("Surat Contoh", "Nama anak")


def test_an_old_record_that_named_the_bupati_becomes_a_mandate(context):
    draft = service_drafts.begin(context, "IHO")

    assert (draft.service.signatories, draft.service.authority) == (("head",), Authority.MANDATED)


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Nama anak", "nama_anak_2"),
        ("Tanggal (mulai)", "tanggal_mulai"),
        ("2 saksi", "isian_2_saksi"),
        ("Ké-lurahan", "ke_lurahan"),
        ("???", "isian"),
    ],
)
def test_a_key_is_made_of_plain_letters(label, key):
    assert key_of(label, ("nama_anak",)) == key


@pytest.mark.parametrize(
    ("typed", "words"),
    [("untuk berobat", "bila untuk berobat"), ("Jika  sakit", "bila sakit"), (" bila ", ""), ("", "")],
)
def test_a_condition_is_written_as_all_are(typed, words):
    assert condition(typed) == words


def test_today_is_the_first_day_offered(context):
    assert service_drafts.begin(context, "SKTM").since == date(2026, 11, 20)
