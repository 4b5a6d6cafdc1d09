from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QLabel

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.roles import Role
from paten_desk.ui.settings.service_wizard.page import ServicePage
from paten_desk.ui.settings.service_wizard.versions_page import ServiceVersionsPage
from paten_desk.ui.settings.services_tab import ServicesTab
from paten_desk.usecases import service_drafts, services
from tests.ui.conftest import press as push
from tests.ui.pages import come_back, heard, press


@pytest.fixture
def tab(context, shown, tasks):
    made = shown(ServicesTab(context, tasks))
    made.refresh()
    made.table.choose("SKTM")
    made.table.setFocus()
    return made


@pytest.fixture
def opened(tab):
    return heard(tab.page_made)


def waiting(context, code="SKTM"):
    held = replace(services.catalogue(context)["SKTM"], code=code, duration=Duration(2, Unit.DAYS))
    later = context.today() + timedelta(days=42)
    return (services.change if code == "SKTM" else services.create)(context, held, later)


@pytest.mark.parametrize("key", ["F2", "Return"])
def test_the_wizard_opens_on_the_chosen_service(qtbot, tab, opened, key):
    press(qtbot, tab, key)

    (page,) = opened
    assert isinstance(page, ServicePage)
    assert page.draft().of == "SKTM"


@pytest.mark.parametrize(("answer", "duration"), [("Yang berlaku kini", "60"), ("Yang menunggu", "2")])
def test_with_a_version_that_waits_the_office_says_which_one_is_changed(
    qtbot, context, tab, opened, answering, answer, duration
):
    waiting(context)
    answering(answer)

    press(qtbot, tab, "F2")

    assert opened[0].draft().duration == duration


def test_a_version_that_waits_is_seen_in_the_list(context, tab):
    waiting(context)
    waiting(context, "SKX")
    tab.refresh()

    rows = {row.key: row.cells for row in tab.table.rows.rows}
    assert rows["SKTM"][-1] == "berlaku 1 Januari 2027"
    assert rows["SKX"][0] == ("Menunggu", "warn")


def test_a_service_to_come_is_changed_before_its_day(qtbot, context, tab, opened):
    waiting(context, "SKX")
    tab.refresh()
    tab.table.choose("SKX")

    press(qtbot, tab, "F2")

    assert opened[0].draft().of == "SKX"


def test_a_new_service_begins_empty_or_as_a_copy(qtbot, tab, opened, answering):
    answering("Lanjut")
    press(qtbot, tab, "Ctrl+N")

    def copy(dialog):
        press(qtbot, dialog, "Right")
        push(dialog, "Lanjut")

    answering(copy)
    come_back(qtbot, tab)
    press(qtbot, tab, "Ctrl+N")

    empty, copied = (page.draft().service for page in opened)
    assert len(empty.requirements) == 1
    assert len(copied.requirements) == 7


@pytest.mark.parametrize(("answer", "name"), [("Lanjutkan konsep", "Surat Contoh"), ("Mulai dari awal", "")])
def test_a_new_service_that_was_begun_is_gone_on_with_or_begun_anew(
    qtbot, context, tab, opened, answering, answer, name
):
    draft = service_drafts.begin_new(context)
    service_drafts.keep(context, replace(draft, service=replace(draft.service, name="Surat Contoh")))

    def choose(dialog):
        if answer == "Mulai dari awal":
            answering("Lanjut")
        push(dialog, answer)

    answering(choose)
    press(qtbot, tab, "Ctrl+N")

    assert opened[0].draft().service.name == name


def test_the_versions_of_a_service_open(qtbot, tab, opened):
    press(qtbot, tab, "F8")

    assert isinstance(opened[0], ServiceVersionsPage)


def test_who_may_not_change_services_reads_who_may(context, shown, tasks):
    clerk = replace(context, user=replace(context.user, roles=(Role.ADMIN,)))
    tab = shown(ServicesTab(clerk, tasks))
    tab.refresh()

    assert not tab.edit.isEnabled()
    assert not tab.new.isEnabled()
    assert "Yang dapat mengubah layanan: sekretaris kecamatan atau camat." in [
        each.text() for each in tab.findChildren(QLabel)
    ]
