import pytest
from PySide6.QtWidgets import QFileDialog

from paten_desk.ui.settings.laptop_tab import LaptopTab
from paten_desk.ui.settings.page import SettingsPage
from paten_desk.usecases import branches, partners, setup, standings
from tests.builders import a_request
from tests.ui.pages import press, words, write
from tests.usecases.test_branches_village import Village


@pytest.fixture
def village(tmp_path):
    made = Village(tmp_path)
    yield made
    setup.close()


@pytest.fixture
def away(village):
    with village.at_village() as context:
        yield context


@pytest.fixture
def tab(away, tasks, shown):
    a_request(away, serial=2)
    made = shown(LaptopTab(away, tasks))
    made.refresh()
    made.begin()
    return made


def choose(monkeypatch, folder):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))


def test_the_laptop_says_its_prefix_and_what_the_office_has_not_got(tab, away):
    seen = " ".join(words(tab))

    assert "Awalan nomor laptop ini L2" in seen
    assert f"{standings.standing(away).open} belum diterima" in seen
    assert partners.check_number(away) in seen


def test_its_data_go_onto_a_stick_by_one_key_and_the_office_answers_with_a_code(
    qtbot, village, away, tab, tasks, tmp_path, answering, monkeypatch
):
    (tmp_path / "stik").mkdir()
    choose(monkeypatch, tmp_path / "stik")
    answering("Mengerti")
    press(qtbot, tab, "F7")
    tasks.wait()
    (file,) = (tmp_path / "stik").glob("*.age")
    setup.close()
    office = setup.open_office(village.desk.data, village.desk.user.id, village.desk.data_key, village.clock)
    done = branches.merge_branch(office, file)
    setup.close()
    setup.open_office(away.data, away.user.id, away.data_key, village.clock)

    def type_it(dialog):
        write(qtbot, dialog, done.code)
        press(qtbot, dialog, "Return")

    answering(type_it)
    tab.sending.code.click()

    assert "Semua sudah diterima" in words(tab)
    assert not tab.sending.send.isEnabled()


def test_the_key_card_is_written_where_the_user_says(qtbot, tab, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path)

    press(qtbot, tab, "Ctrl+S")

    assert any(text.startswith("Kartu tersimpan: ") for text in words(tab))


def test_without_a_folder_nothing_happens(tab, monkeypatch):
    choose(monkeypatch, "")

    tab.own.save.click()
    tab.sending.send.click()

    assert not any(text.startswith("Kartu tersimpan: ") for text in words(tab))


def test_the_settings_of_a_laptop_have_its_own_part_and_not_the_kabupatens(away, tasks, qtbot):
    page = SettingsPage(away, tasks)
    qtbot.addWidget(page)

    assert "laptop" in page.views()
    assert not {"keys", "laptops"} & set(page.views())


def test_the_office_has_the_list_of_laptops(village, tasks, qtbot):
    page = SettingsPage(village.desk, tasks)
    qtbot.addWidget(page)

    assert {"keys", "laptops"} <= set(page.views())
