from dataclasses import replace

import pypdfium2
import pytest

from paten_desk.domain.formats import mask_nik, spaced_nik
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.ui import dialogs
from paten_desk.ui.search.citizen_page import CitizenPage
from paten_desk.ui.search.merging import MergePage
from paten_desk.usecases import requests
from tests.builders import a_request, a_user, a_visit
from tests.ui.pages import bring_up, heard, press, words


@pytest.fixture
def made(context):
    return a_request(context, Status.READY)


@pytest.fixture
def page(qtbot, context, tasks, made):
    return bring_up(qtbot, CitizenPage(context, tasks, made.personal.applicant.person))


def test_all_services_of_one_citizen_stand_on_one_page(qtbot, context, page, made):
    again = replace(a_visit(context, "SKDOM"), applicant=made.personal.applicant)
    (second,) = requests.register(context, again)
    opened = heard(page.open_request)

    page.refresh()
    press(qtbot, page, "Return")

    assert [row.key for row in page.requests.rows.rows] == [second.id, made.id]
    assert page.letters.rows.rowCount() == 1
    assert opened == [made.id]
    assert "2 permohonan, 1 surat" in words(page)


def test_numbers_are_hidden_until_asked_for_and_that_is_recorded(qtbot, page, made):
    party = made.personal.applicant
    assert mask_nik(party.nik) in words(page)
    assert spaced_nik(party.nik) not in words(page)

    press(qtbot, page, "F4")
    assert spaced_nik(party.nik) in words(page)
    assert journal.history(party.person)[-1].fact.kind == "person.revealed.v1"

    press(qtbot, page, "F4")
    assert spaced_nik(party.nik) not in words(page)


def test_the_family_of_the_same_card_is_listed_and_opens(qtbot, context, page, made):
    kk = made.personal.applicant.kk or "9999051201900001"
    (other,) = requests.register(context, a_visit(context, serial=5, kk=kk))
    requests.register(context, replace(a_visit(context), applicant=replace(made.personal.applicant, kk=kk)))
    pages = heard(page.page_made)

    page.refresh()
    page.family.setFocus()
    press(qtbot, page, "Return")

    assert [row.key for row in page.family.rows.rows] == [other.personal.applicant.person]
    assert isinstance(pages[0], CitizenPage)
    pages[0].deleteLater()


def test_the_citizen_is_registered_from_here_and_esc_leads_back(qtbot, page, made):
    asked, left = heard(page.open_rooms), heard(page.back)

    press(qtbot, page, "Ctrl+N")
    press(qtbot, page, "Esc")

    assert asked == [("registration", made.personal.applicant.person)]
    assert len(left) == 1


def test_the_citizens_own_data_are_saved_as_a_sheet(qtbot, page, made, tmp_path, monkeypatch):
    monkeypatch.setattr(dialogs, "choose_new_file", lambda *_: tmp_path / "saya.pdf")

    press(qtbot, page, "Ctrl+S")

    text = pypdfium2.PdfDocument(tmp_path / "saya.pdf")[0].get_textpage().get_text_range()
    assert made.personal.applicant.name in text


def test_twins_are_merged_on_a_page_of_their_own(qtbot, page):
    pages = heard(page.page_made)

    press(qtbot, page, "Ctrl+G")

    assert isinstance(pages[0], MergePage)
    pages[0].deleteLater()


def test_who_only_informs_neither_registers_nor_merges_nor_sees_numbers(qtbot, context, tasks, made):
    informs = replace(context, user=a_user(context, Role.INFO))

    page = bring_up(qtbot, CitizenPage(informs, tasks, made.personal.applicant.person))

    assert not any(each.isVisible() for each in (page.register, page.merge, page.print, page.save, page.reveal))


def test_notes_of_requests_stand_there(qtbot, context, tasks):
    draft = a_visit(context)
    asked = (replace(draft.requests[0], note="Datang bersama anaknya"),)
    (made,) = requests.register(context, replace(draft, requests=asked))

    page = bring_up(qtbot, CitizenPage(context, tasks, made.personal.applicant.person))

    assert f"{made.number}: Datang bersama anaknya" in words(page)
