from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog

from paten_desk.domain.books import BookPrint
from paten_desk.domain.errors import PatenError
from paten_desk.domain.printing import PrintProfile, SheetKind
from paten_desk.domain.roles import Role
from paten_desk.store import journal
from paten_desk.ui import printing
from paten_desk.ui.sheets.page import SheetsPage
from paten_desk.usecases import attachments, forms, print_profiles, services
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, press, words
from tests.usecases.test_letters import text_of


@pytest.fixture
def page(context, tasks, qtbot):
    a_request(context)
    made = bring_up(qtbot, SheetsPage(context, tasks))
    tasks.wait()
    return made


def show(page, tasks, group, key):
    page.show_view(group)
    page.table.choose(key)
    tasks.wait()
    return text_of(page.pdf())


def test_the_room_opens_with_this_months_register_and_the_cursor_on_the_list(page):
    assert page.table.view.hasFocus()
    assert "BUKU REGISTER PELAYANAN" in text_of(page.pdf())
    assert "Bulan November 2026" in text_of(page.pdf())
    assert any(text.startswith("F4, 330 × 215 mm") for text in words(page))


def test_every_sheet_of_every_group_is_shown_by_keys_alone(qtbot, page, tasks):
    for _ in page.views():
        seen = set()
        for _ in page.table.rows.rows:
            tasks.wait()
            seen.add(page.pdf())
            press(qtbot, page, "Down")
        tasks.wait()
        assert b"" not in seen
        assert len(seen) == len(page.table.rows.rows)
        press(qtbot, page, "Ctrl+Tab")
    tasks.wait()

    assert "BUKU REGISTER PELAYANAN" in text_of(page.pdf())


def test_the_month_before_is_a_key_away(qtbot, page, tasks):
    press(qtbot, page, "Alt+Left")
    tasks.wait()

    assert "Tidak ada permohonan yang diterima pada bulan Oktober 2026." in text_of(page.pdf())


def test_paper_and_contents_change_what_is_shown(page, tasks):
    assert "PERSYARATAN" in show(page, tasks, "wall", "board").upper()
    push(page, "Isi papan: Dengan persyaratan")
    tasks.wait()
    assert "Fotokopi KK" in text_of(page.pdf()) or "Kartu Keluarga" in text_of(page.pdf())

    show(page, tasks, "forms", "poverty")
    push(page, "Kertas: A4")
    tasks.wait()
    assert any(text.startswith("A4, 210 × 297 mm") for text in words(page))


def test_a_leaflet_tells_of_the_chosen_service(page, tasks):
    show(page, tasks, "wall", "leaflet")

    page.options.service.set_value("SKTM")
    page.options.service.changed.emit()
    tasks.wait()

    assert "Surat Keterangan Tidak Mampu" in text_of(page.pdf())


def test_without_an_open_service_there_is_no_leaflet_and_nothing_to_print(context, page, tasks):
    for held in services.offered(context):
        services.change(context, replace(held, offered=False), context.today(), None)
    page.refresh()

    page.show_view("wall")
    page.table.choose("leaflet")
    tasks.wait()

    assert page.pdf() == b""
    assert not page.print.isEnabled()
    assert any("Belum ada layanan yang dibuka" in text for text in words(page))


def test_what_is_shown_is_what_is_printed_under_its_name(qtbot, page, tasks, printer):
    press(qtbot, page, "Ctrl+P")
    tasks.wait()

    assert printer.content() == page.pdf()
    assert printer.title() == "Buku Register Pelayanan November 2026"
    assert page.said.text() == "Diterima printer L3210 pukul 09.30."


def test_each_kind_goes_to_its_own_printer(context, page, tasks, printer, monkeypatch):
    both = [printing.Printer("L3210", True, any_size=True), printing.Printer("A3", any_size=True)]
    monkeypatch.setattr(printing, "printers", lambda: both)
    print_profiles.save(context, PrintProfile(SheetKind.BOARD, "A3"))
    show(page, tasks, "wall", "board")

    page.print.click()
    tasks.wait()

    assert page.said.text().startswith("Diterima printer A3")


def test_a_paper_named_for_f4_does_not_count_for_a_form_on_a4(context, page, tasks, printer):
    print_profiles.save(context, PrintProfile(SheetKind.REPORT, "L3210", "Folio"))
    show(page, tasks, "forms", "poverty")
    page.print.click()
    tasks.wait()
    assert "media=Folio" in printer.options()

    push(page, "Kertas: A4")
    tasks.wait()
    page.print.click()
    tasks.wait()

    assert "media=A4" in printer.options()


def test_a_book_with_every_nik_is_asked_about_recorded_and_masked_on_the_screen(
    qtbot, context, page, tasks, printer, answering
):
    press(qtbot, page, "F4")
    tasks.wait()
    masked = page.pdf()
    assert journal.load_all(BookPrint) == []

    answering("Cetak")
    press(qtbot, page, "Ctrl+P")
    tasks.wait()

    (shown,) = journal.load_all(BookPrint)
    assert (shown.book, shown.rows) == ("register", 1)
    assert page.pdf() == masked
    assert "••••" in text_of(masked)
    assert "••••" not in text_of(printer.content())
    assert printer.title() == "Buku Register Pelayanan November 2026, NIK lengkap"


def test_going_back_from_the_question_prints_and_records_nothing(qtbot, page, printer, tasks, answering):
    page.options.full_nik.setChecked(True)

    answering("Kembali")
    press(qtbot, page, "Ctrl+P")
    tasks.wait()

    assert journal.load_all(BookPrint) == []
    assert printer.is_blank()


def test_the_sheet_is_saved_where_the_user_says(qtbot, page, tasks, tmp_path, monkeypatch):
    path = tmp_path / "register.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(path), ""))

    press(qtbot, page, "Ctrl+S")
    tasks.wait()

    assert path.read_bytes() == page.pdf()
    assert page.said.text() == "Tersimpan: register.pdf"


def test_a_form_the_office_attached_is_printed_from_here(context, page, tasks, printer):
    made = attachments.attach(context, "SKTM", "Formulir F-1.02", forms.form_pdf(context, "poverty"))
    show(page, tasks, "forms", made.id)

    page.print.click()
    tasks.wait()

    assert printer.content() == attachments.pdf(context, made.id)
    assert printer.title() == "Formulir F-1.02"


def test_without_a_printer_the_words_on_the_page_promise_nothing(qtbot, page, tasks, monkeypatch):
    monkeypatch.setattr(printing, "printers", list)

    with qtbot.captureExceptions() as caught:
        page.print.click()
        tasks.wait()
    page.refresh()

    assert isinstance(caught[0][1], PatenError)
    assert "Buku Register Pelayanan November 2026 belum tercetak" in caught[0][1].message
    assert page.said.text() == ""


def test_a_look_again_leaves_the_shown_sheet_and_the_next_visit_draws_it_anew(context, page, tasks):
    before = page.pdf()
    a_request(context, serial=2)

    page.refresh()
    tasks.wait()
    assert page.pdf() == before

    page.leave()
    page.refresh()
    tasks.wait()
    assert page.pdf() != before


def test_only_the_sheet_chosen_last_is_shown(page, tasks):
    page.table.choose("heirs")
    page.table.choose("land")
    page.table.choose("dispatch")
    assert page.pdf() == b""
    assert not page.print.isEnabled()

    tasks.wait()

    assert "BUKU EKSPEDISI" in text_of(page.pdf())
    assert page.print.isEnabled()


def test_a_form_that_is_gone_says_so_and_leaves_no_old_paper(qtbot, context, page, tasks):
    made = attachments.attach(context, "SKTM", "Formulir F-1.02", forms.form_pdf(context, "poverty"))
    page.show_view("forms")
    tasks.wait()
    page._context = replace(context, user=replace(context.user, roles=(Role.ADMIN,)))

    with qtbot.captureExceptions() as caught:
        page.table.choose(made.id)
        tasks.wait()

    assert isinstance(caught[0][1], PatenError)
    assert page.pdf() == b""
    assert not page.save.isEnabled()


def test_enter_goes_on_to_the_button_that_prints(qtbot, page):
    press(qtbot, page, "Return")

    assert page.print.hasFocus()


def test_on_a_narrow_page_list_and_sheet_take_turns(qtbot, context, tasks):
    page = bring_up(qtbot, SheetsPage(context, tasks), width=720)
    tasks.wait()
    assert page.table.isVisible()
    assert not page.preview.isVisible()

    press(qtbot, page, "F6")

    assert page.preview.isVisible()
    assert not page.table.isVisible()
    assert page.print.hasFocus()
