from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.domain.pads import free
from paten_desk.domain.roles import Role
from paten_desk.ui.registration.pads_page import PadsPage
from paten_desk.ui.registration.slip import SlipCard
from paten_desk.usecases import form_drafts, pads
from tests.builders import a_user
from tests.conftest import WIB
from tests.ui.pages import come_back, heard, press, words, write
from tests.ui.registration.test_page import fill_known, registered

Key = Qt.Key
PASSWORD = "payung biru tua"


@pytest.fixture
def card(context, shown):
    made = SlipCard(context)
    shown(made)
    return made


@pytest.fixture
def pad(context, clock):
    """A pad printed yesterday."""
    clock.forward(days=-1)
    made = pads.make(context, 3)
    clock.forward(days=1)
    return made


def from_paper(typist, number="2", day="20-11-2026", at="8.15"):
    typist.key(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    for text in (number, day, at):
        typist.line(text)


def agree(qtbot):
    def with_password(dialog):
        write(qtbot, dialog, PASSWORD)
        press(qtbot, dialog, "Return")

    return with_password


@pytest.mark.parametrize("typed", ["7", "0007", "K-2026-0007", "k-2026-7"])
def test_a_slip_number_is_read_as_it_is_printed_or_shorter(card, typed):
    card.number.line.setText(typed)

    assert card.pad_number() == 7


def test_day_and_hour_are_one_time_of_the_office(card):
    card.day.line.setText("19-11-2026")
    assert card.happened_at() is None

    card.at.line.setText("14.05")

    assert card.happened_at() == datetime(2026, 11, 19, 14, 5, tzinfo=WIB)


def test_what_lacks_is_told_only_while_the_card_is_seen(card):
    assert [each.field for each in card.own_problems()] == ["pad_number", "pad_day", "happened_at"]

    card.hide()

    assert card.own_problems() == []
    assert (card.pad_number(), card.happened_at()) == (0, None)


def test_a_slip_is_keyed_in_when_a_second_person_agrees(page, typist, context, qtbot, answering, returning, pad):
    kasi = a_user(context, Role.SECTION_HEAD)
    from_paper(typist)
    fill_known(typist, returning)
    typist.key(Key.Key_F6)

    seen = []

    def look_and_agree(dialog):
        seen.extend(words(dialog))
        agree(qtbot)(dialog)

    answering(look_and_agree)
    typist.ctrl(Key.Key_S)

    made = registered(context)[-1]
    assert (made.late_entry, made.pad_number) == (True, 2)
    assert made.received_at == context.now().replace(hour=8, minute=15)
    assert any("K-2026-0002" in text and returning.name in text for text in seen)
    assert free(pads.pads(context)[0]) == (1, 3)
    assert kasi.id


def test_without_consent_nothing_is_registered_and_the_form_stays(page, typist, context, answering, returning, pad):
    a_user(context, Role.SECTION_HEAD)
    from_paper(typist)
    fill_known(typist, returning)
    typist.key(Key.Key_F6)

    answering("Kembali")
    page.save.click()

    assert len(registered(context)) == 1
    assert page.form.value().pad_number == 2


def test_a_slip_that_was_never_printed_is_told_under_its_number(page, typist, context, returning, pad):
    from_paper(typist, number="9")
    fill_known(typist, returning)
    typist.key(Key.Key_F6)

    typist.ctrl(Key.Key_S)

    assert "tidak ada di buku" in page.form.slip.number.problem()
    assert page.form.slip.number.line.hasFocus()
    assert len(registered(context)) == 1


def test_the_next_visit_offers_the_next_slip_of_that_day(page, typist, context, qtbot, answering, returning, pad):
    a_user(context, Role.SECTION_HEAD)
    from_paper(typist)
    fill_known(typist, returning)
    typist.key(Key.Key_F6)
    answering(agree(qtbot))
    typist.ctrl(Key.Key_S)

    come_back(qtbot, page)
    page.next_citizen()

    slip = page.form.slip
    assert (slip.pad_number(), slip.day.value(), slip.at.value()) == (3, context.today(), None)
    assert QApplication.focusWidget() is slip.at.line


def test_one_key_makes_it_a_visit_at_the_counter_again(page, typist, pad):
    from_paper(typist)

    page.form.slip.close_it.click()

    assert page.form.value().pad_number == 0
    assert not page.form.slip.isVisible()
    assert page.form.applicant.fields.nik.line.hasFocus()


def test_a_kept_slip_comes_back_with_the_draft(page, open_page, typist, context, pad):
    from_paper(typist)
    page.keep()

    again = open_page()

    assert again.form.slip.isVisible()
    assert again.form.value().happened_at == context.now().replace(hour=8, minute=15)
    assert form_drafts.kept(context).pad_number == 2


def test_an_emptied_form_is_at_the_counter_again_and_the_slip_comes_back(page, typist, pad):
    from_paper(typist)
    before = page.form.value()

    typist.key(Key.Key_Escape)
    assert not page.form.slip.isVisible()
    typist.key(Key.Key_F3)

    assert page.form.value() == before


def test_the_list_of_slips_opens_over_the_form(page, typist):
    made = heard(page.page_made)
    typist.key(Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)

    page.form.slip.pads.click()

    assert isinstance(made[0], PadsPage)


def test_a_slip_from_before_its_pad_is_told(page, typist, context, returning, pad):
    earlier = (context.now() - timedelta(days=3)).date()
    from_paper(typist, day=f"{earlier:%d-%m-%Y}")
    fill_known(typist, returning)
    typist.key(Key.Key_F6)

    typist.ctrl(Key.Key_S)

    assert "dicetak" in page.form.slip.at.problem()


def test_nothing_is_cut_with_the_card_on_a_small_screen(page, typist, qtbot, pad):
    from_paper(typist)

    page.resize(844, 680)

    qtbot.waitUntil(lambda: page.form.width() + page.summary.width() < page.width())
    assert page.form.minimumSizeHint().width() <= page.form.width()
