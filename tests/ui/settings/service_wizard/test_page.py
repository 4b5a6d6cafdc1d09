from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication

from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.roles import Role
from paten_desk.store import journal
from paten_desk.ui.settings.service_wizard.page import ServicePage
from paten_desk.ui.texts.page import TextPage
from paten_desk.usecases import service_drafts, services
from paten_desk.usecases.service_drafts import NEW
from tests.builders import a_user
from tests.ui.pages import bring_up, heard, press, words, write

BASIS, PAPERS, BLANKS, WAY, SIGNERS, PROMISE, LETTER, BEGINS = range(8)


@pytest.fixture
def page(qtbot, context, tasks):
    return bring_up(qtbot, ServicePage(context, tasks, service_drafts.begin(context, "SKTM")))


@pytest.fixture
def new(qtbot, context, tasks):
    return bring_up(qtbot, ServicePage(context, tasks, service_drafts.begin_new(context)))


def fill_in(page):
    """Fill in what an empty service lacks."""
    basis, letter = page.parts[BASIS], page.letter
    basis.code.set_value("SKX")
    basis.name_field.set_value("Surat Keterangan Contoh")
    basis.legal_basis.set_value("UU 25/2009")
    basis.code_2022.set_value("400.9.14")
    page.go_to(LETTER)
    letter.title_field.set_value("Surat Keterangan Contoh")
    letter.statement.set_value("benar warga kecamatan ini")


def in_force(context, code="SKTM"):
    return services.catalogue(context)[code]


def test_a_version_with_nothing_changed_changes_nothing_and_keeps_no_draft(context, page):
    for at in range(len(page.parts)):
        page.go_to(at)
        assert not page.is_changed(), page.parts[at].title

    page.leave()

    assert service_drafts.kept(context, "SKTM") is None


def test_pages_are_turned_and_saved_by_keys(qtbot, context, page):
    back = heard(page.back)
    for _ in range(PROMISE):
        press(qtbot, page, "Ctrl+PgDown")
    QApplication.focusWidget().clear()
    write(qtbot, page, "90")
    press(qtbot, page, "Ctrl+S")
    assert any("90 menit kerja" in text for text in words(page))
    press(qtbot, page, "Ctrl+S")

    assert in_force(context).duration.amount == 90
    assert len(back) == 1
    assert service_drafts.kept(context, "SKTM") is None


def test_enter_in_the_last_field_of_a_page_goes_on(qtbot, page):
    page.parts[BASIS].code_old.editor.setFocus()

    press(qtbot, page, "Return")

    assert page.parts[PAPERS].isVisible()


def test_what_is_wrong_is_told_in_the_summary_and_under_its_field(qtbot, page):
    page.go_to(PROMISE)
    page.parts[PROMISE].fee.set_value("lima ribu")
    press(qtbot, page, "Ctrl+S")
    assert any(text.startswith("Halaman 6, Waktu dan biaya: Tulis biaya dengan angka") for text in words(page))

    press(qtbot, page, "Ctrl+S")

    fee = page.parts[PROMISE].fee
    assert fee.problem() == "Tulis biaya dengan angka, misalnya 5000."
    assert QApplication.focusWidget() is fee.line


def test_a_fee_counts_when_a_second_person_agrees(qtbot, context, page, answering):
    kasi = a_user(context, Role.SECTION_HEAD)
    page.go_to(PROMISE)
    page.parts[PROMISE].fee.set_value("Rp5.000")
    page.parts[PROMISE].basis.set_value("Perda 3/2025")
    page.go_to(BEGINS)

    def agree(dialog):
        assert any("dari Rp0 (GRATIS) menjadi Rp5.000" in text for text in words(dialog))
        write(qtbot, dialog, "payung biru tua")
        press(qtbot, dialog, "Return")

    answering(agree)
    page.save.click()

    held = in_force(context)
    assert held.fee_rupiah == 5000
    assert journal.history(held.id)[-1].fact.approver == kasi.id


def test_without_consent_nothing_is_recorded_and_what_was_typed_stays(context, page, answering):
    a_user(context, Role.SECTION_HEAD)
    page.go_to(PROMISE)
    page.parts[PROMISE].fee.set_value("5000")
    page.parts[PROMISE].basis.set_value("Perda 3/2025")
    page.go_to(BEGINS)
    answering("Kembali")

    page.save.click()

    assert in_force(context).fee_rupiah == 0
    assert page.draft().fee_rupiah == "5000"


def test_what_is_typed_survives_a_power_cut(qtbot, context, tasks, page):
    page.go_to(BLANKS)
    press(qtbot, page, "Ctrl+N")
    write(qtbot, page, "Nama anak")
    qtbot.waitUntil(lambda: service_drafts.kept(context, "SKTM") is not None)

    again = bring_up(qtbot, ServicePage(context, tasks, service_drafts.begin(context, "SKTM")))

    assert again.draft().service.fields[1].label == "Nama anak"
    assert "Konsep terakhir dilanjutkan" in words(again)


def test_a_draft_can_be_thrown_away(qtbot, context, page):
    page.parts[BASIS].name_field.set_value("Surat Contoh")
    page.go_to(PAPERS)

    press(qtbot, page, "Ctrl+R")

    assert page.parts[BASIS].name_field.value() == in_force(context).name
    assert service_drafts.kept(context, "SKTM") is None


def test_a_new_service_is_asked_for_what_it_lacks_page_by_page(qtbot, context, new):
    press(qtbot, new, "Ctrl+S")
    press(qtbot, new, "Ctrl+S")

    assert new.parts[BASIS].code.problem()
    assert QApplication.focusWidget() is new.parts[BASIS].code.line

    fill_in(new)
    press(qtbot, new, "Ctrl+S")
    press(qtbot, new, "Ctrl+S")

    assert in_force(context, "SKX").title == "Surat Keterangan Contoh"
    assert service_drafts.kept(context, NEW) is None


def test_a_new_service_may_wait_for_its_day(qtbot, context, new):
    fill_in(new)
    new.go_to(BEGINS)
    new.begins.when.set_value("later")
    new.begins.since.set_value(context.today() + timedelta(days=42))

    press(qtbot, new, "Ctrl+S")

    assert "SKX" not in services.catalogue(context)
    assert services.coming(context)["SKX"].name == "Surat Keterangan Contoh"


def test_a_day_that_cannot_be_read_keeps_the_version_back(qtbot, context, page):
    page.go_to(PROMISE)
    page.parts[PROMISE].duration.set_value("90")
    page.go_to(BEGINS)
    page.begins.when.set_value("later")
    page.begins.when.changed.emit()

    press(qtbot, page, "Ctrl+S")

    assert page.begins.since.problem() == "Tulis tanggal mulai berlakunya."
    assert in_force(context).duration.amount == 60


def test_a_version_that_waits_is_said_to_be_replaced_or_to_stay(context, page):
    services.change(context, replace(in_force(context), name="Surat Contoh"), context.today() + timedelta(days=42))

    page.go_to(BEGINS)
    assert "Versi yang menunggu 1 Januari 2027 tetap berlaku mulai hari itu." in words(page)


def test_the_editor_of_the_letters_text_opens_over_the_wizard(qtbot, page):
    opened = heard(page.page_made)
    page.go_to(LETTER)

    press(qtbot, page, "F7")

    assert isinstance(opened[0], TextPage)


def test_the_sample_stands_beside_its_fields_and_is_drawn_once(qtbot, tasks, page):
    page.go_to(LETTER)
    qtbot.waitUntil(lambda: not tasks.busy())

    page.refresh()

    assert not tasks.busy()
    assert page.letter.preview.isVisible()


def test_a_narrow_window_shows_neither_the_way_nor_the_sample(page):
    page.go_to(LETTER)
    page.resize(640, 600)

    assert not page.way.isVisible()
    assert not page.letter.preview.isVisible()
    assert page.after.accessibleName() == "Berikutnya"


def test_fields_stand_under_each_other_and_the_picture_goes_where_there_is_little_room(qtbot, page):
    promise = page.parts[PROMISE]
    page.go_to(PROMISE)
    qtbot.waitUntil(lambda: promise.unit.x() > promise.duration.x())

    page.resize(640, 600)
    qtbot.waitUntil(lambda: promise.unit.y() > promise.duration.y())

    page.go_to(WAY)
    assert not page.parts[WAY].picture.isVisible()


def test_without_paper_there_is_nobody_to_sign_and_no_text(qtbot, new):
    new.parts[BASIS].output.set_value(OutputKind.NONE.value)
    for at in (SIGNERS, LETTER):
        new.go_to(at)
        assert any("tidak memberi surat" in text for text in words(new))

    held = new.draft().service
    assert (held.signatories, held.template) == ((), "")
