from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.domain.people import PartyKind
from paten_desk.domain.workflow import Status
from paten_desk.usecases import form_drafts, people, requests

Key = Qt.Key


def registered(context):
    """Return today's requests, oldest first."""
    rows = sorted(requests.received_on(context, context.today()), key=lambda row: row.rowno)
    return [requests.load(context, row.id) for row in rows]


def fill_known(typist, applicant, code="sktm", purpose="persyaratan beasiswa"):
    typist.line(applicant.nik)
    typist.line(code)
    typist.words(purpose)


def test_a_returning_citizen_is_registered_and_the_receipt_shown_within_twenty_keys(
    page, typist, context, tasks, returning
):
    purpose = "persyaratan beasiswa"

    fill_known(typist, returning, purpose=purpose)
    typist.key(Key.Key_F6)
    typist.ctrl(Key.Key_S)
    tasks.wait()

    made = registered(context)[-1]
    assert made.status is Status.ACCEPTED
    assert made.personal.applicant.name == returning.name
    assert made.personal.purpose == purpose
    assert page.outcome.pdf().startswith(b"%PDF")
    assert typist.count + 1 - len(returning.nik) - len(purpose) <= 20  # and Ctrl+P


def test_a_citizen_who_was_looked_up_stands_in_the_form_and_what_stood_there_comes_back(
    page, typist, context, returning
):
    typist.words("99990547")

    page.show_view(people.recall(context, returning.nik).person)
    assert page.form.value().applicant.nik == returning.nik

    page.empty_form()
    page.undo_empty()
    assert page.form.value().applicant.name == returning.name


def test_the_number_is_shown_only_after_it_was_given(page, typist, context, returning):
    fill_known(typist, returning)

    assert page.summary.number.text() == "diberikan saat disimpan"
    assert len(registered(context)) == 1


def test_a_short_nik_keeps_the_cursor_and_says_how_many_digits_are_there(page, typist, context):
    typist.words("99990547")
    typist.enter()

    nik = page.form.applicant.fields.nik
    assert nik.problem() == "NIK harus 16 angka; baru terisi 8."
    assert QApplication.focusWidget() is nik.line

    typist.ctrl(Key.Key_S)

    assert QApplication.focusWidget() is nik.line
    assert registered(context) == []


def test_a_missing_paper_gives_the_dossier_back_with_a_list(page, typist, context, tasks, returning):
    fill_known(typist, returning)
    typist.key(Key.Key_F6)
    rows = list(page.form.request.papers.rows.values())
    rows[0].segments.setFocus()
    for _ in range(3):
        typist.key(Key.Key_Right)

    typist.ctrl(Key.Key_S)
    tasks.wait()

    made = registered(context)[-1]
    assert made.status is Status.RETURNED
    assert made.number == ""
    assert page.outcome.is_returned()
    assert page.outcome.print.words() == "Cetak lembar kekurangan"
    assert page.outcome.pdf().startswith(b"%PDF")


def test_a_paper_nobody_answered_for_holds_the_form(page, typist, context, returning):
    fill_known(typist, returning)

    typist.ctrl(Key.Key_S)

    first = next(iter(page.form.request.papers.rows.values()))
    assert first.problem() == "Tandai: ada, kurang, atau tidak berlaku."
    assert first.isAncestorOf(QApplication.focusWidget())
    assert len(registered(context)) == 1


def test_saving_twice_registers_once(page, typist, context, returning):
    fill_known(typist, returning)
    typist.key(Key.Key_F6)

    page.save.click()
    page.save.click()
    page.register()

    assert len(registered(context)) == 2  # the earlier one and this one


def test_two_services_of_one_visit_share_one_receipt(page, typist, context, tasks, returning):
    fill_known(typist, returning)
    typist.key(Key.Key_F6)
    typist.key(Key.Key_F7)
    typist.line("skbm")
    typist.key(Key.Key_F6)

    typist.ctrl(Key.Key_S)
    tasks.wait()

    made = registered(context)[-2:]
    assert [request.service for request in made] == ["SKTM", "SKBM"]
    assert len({request.visit for request in made}) == 1
    assert all(request.personal.purpose == "persyaratan beasiswa" for request in made)


def test_a_problem_of_the_other_service_brings_it_forward(page, typist, context, returning):
    fill_known(typist, returning)
    typist.key(Key.Key_F7)
    typist.line("skbm")
    typist.key(Key.Key_F6)

    typist.ctrl(Key.Key_S)

    assert page.form.request.service.value() == "SKTM"
    assert len(registered(context)) == 1


def test_an_institution_asks_through_who_speaks_for_it(page, typist, context):
    page.form.kind.setFocus()
    typist.key(Key.Key_Right)
    typist.enter()
    typist.line("Yayasan Contoh Melati")
    typist.enter()  # no NIK
    typist.line("BUDI CONTOH")
    page.form.request.service.editor.setFocus()
    typist.line("pinf")
    typist.words("penelitian")
    typist.key(Key.Key_F6)

    typist.ctrl(Key.Key_S)

    (made,) = registered(context)
    assert made.applicant_kind is PartyKind.INSTITUTION
    assert made.personal.applicant.represents == "Yayasan Contoh Melati"
    assert made.personal.applicant.name == "BUDI CONTOH"


def test_what_was_typed_survives_the_program_with_the_cursor_where_it_was(page, open_page, qtbot, typist, returning):
    fill_known(typist, returning, purpose="beasis")
    qtbot.waitUntil(lambda: not page._keeping.isActive())
    assert page.kept.text().startswith("Draf tersimpan")

    again = open_page()

    draft = again.form.value()
    assert draft.token == page.form.value().token
    assert draft.applicant.nik == returning.nik
    assert draft.requests[0].purpose == "beasis"
    assert QApplication.focusWidget() is again.form.request.purpose.line


def test_escape_empties_the_form_and_one_key_brings_it_back(page, typist, returning):
    fill_known(typist, returning)
    before = page.form.value()

    typist.key(Key.Key_Escape)

    assert page.form.is_empty()

    typist.key(Key.Key_F3)

    assert page.form.value() == before


def test_the_next_citizen_finds_an_empty_form_and_no_draft(page, typist, context, tasks, returning):
    fill_known(typist, returning)
    typist.key(Key.Key_F6)
    typist.ctrl(Key.Key_S)
    tasks.wait()

    typist.ctrl(Key.Key_N)

    assert page.form.is_empty()
    assert QApplication.focusWidget() is page.form.applicant.fields.nik.line
    assert form_drafts.kept(context) is None


def test_one_key_asks_for_the_same_as_last_time(page, typist, context, returning):
    last = registered(context)[-1].personal
    typist.line(returning.nik)

    typist.key(Key.Key_F4)

    asked = page.form.value().requests[0]
    assert (asked.service, asked.purpose) == ("SKTM", last.purpose)
    assert all(paper.state == "not_applicable" for paper in asked.papers)  # papers are looked at anew


def test_nothing_is_cut_beside_the_panel_on_a_small_screen(page, typist, returning, qtbot):
    fill_known(typist, returning)

    page.resize(844, 680)

    qtbot.waitUntil(lambda: page.form.width() + page.summary.width() < page.width())
    assert page.form.minimumSizeHint().width() <= page.form.width()
