from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from paten_desk.domain.errors import PatenError
from paten_desk.ui.key_cards import KeyCards
from paten_desk.usecases import partners, sample, setup
from tests.conftest import Clock
from tests.ui.offices import desk, hall, the_first, two_offices
from tests.ui.pages import come_back, press

__all__ = ["desk", "hall", "two_offices"]


@pytest.fixture
def fresh(two_offices, tmp_path):
    """A second kecamatan of the same kabupaten that knows no card yet."""
    draft = the_first(sample.draft())
    made, _ = setup.create(tmp_path / "baru", replace(draft, office=replace(draft.office, area="16.02.14")), Clock())
    yield made
    setup.close()


@pytest.fixture
def kabupaten_card(two_offices):
    return two_offices["kabupaten"].data.parent / "kabupaten.json"


@pytest.fixture
def cards(fresh, tasks, shown):
    made = shown(KeyCards(fresh, tasks, "kabupaten"))
    made.refresh()
    made.table.setFocus()
    return made


def choose(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))


def states(cards):
    return [row.cells[0][0] for row in cards.table.rows.rows]


def test_a_card_is_trusted_after_its_number_was_read_back(qtbot, fresh, cards, kabupaten_card, monkeypatch, answering):
    choose(monkeypatch, kabupaten_card)
    seen = []

    def compare(dialog):
        seen.extend(each.text() for each in dialog.findChildren(QLabel))
        next(button for button in dialog.buttons.values() if button.words() == "Sama persis").click()

    answering(compare)
    press(qtbot, cards, "Ctrl+N")

    (held,) = partners.partners(fresh)
    assert held.confirmed
    assert any(held.check_number in text for text in seen)
    assert states(cards) == ["Dipercaya"]
    assert not cards.confirm.isEnabled()


def test_comparing_can_wait_and_enter_never_trusts_in_passing(
    qtbot, fresh, cards, kabupaten_card, monkeypatch, answering
):
    choose(monkeypatch, kabupaten_card)
    answering(lambda dialog: press(qtbot, dialog, "Return"))
    cards.enrol.click()
    assert states(cards) == ["Belum dicocokkan"]
    assert cards.confirm.isEnabled()

    come_back(qtbot, cards)
    answering("Sama persis")
    press(qtbot, cards, "F2")

    assert partners.partners(fresh)[0].confirmed


def test_a_card_of_the_wrong_end_is_refused(qtbot, cards, two_offices, monkeypatch):
    choose(monkeypatch, two_offices["kecamatan"].data.parent / "kecamatan.json")

    with qtbot.captureExceptions() as raised:
        cards.enrol.click()

    assert isinstance(raised[0][1], PatenError)
    assert states(cards) == []


def test_the_own_card_goes_to_a_stick_and_keeps_its_number(qtbot, fresh, cards, tmp_path, monkeypatch):
    (tmp_path / "stik").mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path / "stik"))
    before = cards.own.number.text()

    press(qtbot, cards, "Ctrl+S")
    fresh.clock.forward(days=3)
    cards.refresh()

    assert [path.name for path in (tmp_path / "stik").iterdir()] == ["KUNCI-160214.json"]
    assert cards.own.said.text().startswith("Kartu tersimpan:")
    assert cards.own.number.text() == before


def test_the_own_card_can_be_had_as_a_pdf(qtbot, cards, tasks, tmp_path, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "kartu.pdf"), ""))

    press(qtbot, cards, "Ctrl+P")
    tasks.wait()

    assert (tmp_path / "kartu.pdf").read_bytes().startswith(b"%PDF")


def test_looking_again_starts_no_work(desk, tasks, shown):
    cards = shown(KeyCards(desk, tasks, "kabupaten"))

    cards.refresh()

    assert not tasks.busy()
