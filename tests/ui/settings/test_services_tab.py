from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from paten_desk.domain.roles import Role
from paten_desk.store import journal
from paten_desk.ui.settings.services_tab import ServicesTab
from paten_desk.usecases import services
from tests.builders import a_user
from tests.ui.conftest import press as push
from tests.ui.pages import press, words, write


@pytest.fixture
def tab(context, shown):
    made = shown(ServicesTab(context))
    made.refresh()
    made.table.choose("SKTM")
    made.table.setFocus()
    return made


def line_of(dialog, name):
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def test_a_service_is_closed_from_today(qtbot, context, tab, answering):
    def close(dialog):
        press(qtbot, dialog, "Right")
        press(qtbot, dialog, "Space")
        push(dialog, "Simpan")

    answering(close)
    press(qtbot, tab, "F2")

    assert not services.catalogue(context)["SKTM"].offered
    assert tab.table.rows.rows[-1].cells[0][0] in ("Ditutup", "Dihapus")


def test_enter_on_a_row_changes_the_time(qtbot, context, tab, answering):
    def longer(dialog):
        line_of(dialog, "Waktu layanan").setText("90")
        line_of(dialog, "Keputusan bupati").setFocus()
        press(qtbot, dialog, "Return")

    answering(longer)
    press(qtbot, tab, "Return")

    assert services.catalogue(context)["SKTM"].duration.amount == 90


@pytest.mark.parametrize(
    ("fee", "problem"),
    [
        ("lima ribu", "Tulis biaya dengan angka, misalnya 5000."),
        ("5000", "Biaya di atas Rp0 memerlukan nomor dan tahun perda."),
    ],
)
def test_a_fee_that_cannot_be_is_told_under_its_field(qtbot, context, tab, answering, fee, problem):
    def fill(dialog):
        line_of(dialog, "Biaya dalam rupiah").setText(fee)
        push(dialog, "Simpan")
        assert problem in [each.text() for each in dialog.findChildren(QLabel)]
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        dialog.reject()

    answering(fill)
    tab.edit.click()

    assert services.catalogue(context)["SKTM"].fee_rupiah == 0


def ask_for(fee):
    def fill(dialog):
        line_of(dialog, "Biaya dalam rupiah").setText(fee)
        line_of(dialog, "Nomor dan tahun perda").setText("Perda 3/2025")
        push(dialog, "Simpan")

    return fill


def test_another_fee_counts_when_a_second_person_agrees(qtbot, context, tab, answering):
    kasi = a_user(context, Role.SECTION_HEAD)

    def agree(dialog):
        assert any("dari Rp0 (GRATIS) menjadi Rp5.000" in text for text in words(dialog))
        write(qtbot, dialog, "payung biru tua")
        press(qtbot, dialog, "Return")

    def ask(dialog):
        answering(agree)
        ask_for("5000")(dialog)

    answering(ask)
    tab.edit.click()

    held = services.catalogue(context)["SKTM"]
    assert held.fee_rupiah == 5000
    assert journal.history(held.id)[-1].fact.approver == kasi.id


def test_without_consent_the_fee_stays_and_what_was_typed_comes_back(qtbot, context, tab, answering):
    a_user(context, Role.SECTION_HEAD)

    def back_again(dialog):
        assert line_of(dialog, "Biaya dalam rupiah").text() == "5000"
        dialog.reject()

    def refuse(dialog):
        answering(back_again)
        dialog.reject()

    def ask(dialog):
        answering(refuse)
        ask_for("5000")(dialog)

    answering(ask)
    tab.edit.click()

    assert services.catalogue(context)["SKTM"].fee_rupiah == 0


def test_who_may_not_change_services_reads_who_may(context, shown):
    clerk = replace(context, user=replace(context.user, roles=(Role.ADMIN,)))
    tab = shown(ServicesTab(clerk))
    tab.refresh()

    assert not tab.edit.isEnabled()
    assert "Yang dapat mengubah layanan: sekretaris kecamatan atau camat." in [
        each.text() for each in tab.findChildren(QLabel)
    ]
