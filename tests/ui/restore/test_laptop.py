"""A village laptop from its preparation at the office to its work coming home, by keyboard."""

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.workflow import Status
from paten_desk.store import mark
from paten_desk.ui.closings.sending import SendingCard
from paten_desk.ui.settings.laptop_tab import LaptopTab
from paten_desk.ui.settings.laptops_tab import LaptopsTab
from paten_desk.usecases import backups, branches, requests, setup, standings
from tests.backing import PASSWORD
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import come_back, press, words, write
from tests.ui.restore.conftest import Way


@pytest.fixture
def begin(qtbot, shown, tasks, office, new_computer):
    """Close the office and begin the way on a new computer with the office's stick."""
    made = []

    def on(data=None):
        setup.close()
        made.append(Way(qtbot, shown, tasks, data or new_computer, office.clock, [office.stick]))
        return made[-1]

    yield on
    for each in made:
        each.window.hide()
    setup.close()


@pytest.fixture
def open_tab(shown):
    def bring(tab):
        made = shown(tab)
        made.refresh()
        made.begin()
        return made

    return bring


def choose(monkeypatch, *, folder="", path=""):
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(folder))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))


def texts(dialog):
    return [each.text() for each in dialog.findChildren(QLabel)]


def test_a_laptop_is_prepared_serves_and_brings_its_work_home(
    qtbot, office, begin, open_tab, tasks, new_computer, answering, monkeypatch, tmp_path
):
    def name_it(dialog):
        answering("Mengerti")
        qtbot.keyClicks(dialog.findChild(QLineEdit), "Desa Melati")
        push(dialog, "Siapkan")

    tab = open_tab(LaptopsTab(office.context, tasks))
    answering(name_it)
    press(qtbot, tab, "Ctrl+N")
    tab.hide()
    office.backup()
    a_request(office.context, serial=10)  # the office goes on
    mark.write_now(office.folder)

    desk = begin()
    desk.press("Alt+3")
    assert [row.cells[4] for row in desk.window.choose.table.rows.rows] == ["–"]
    desk.open()
    assert desk.title() == "Jadikan laptop desa?"
    said = words(desk.window)
    assert any("Komputer kantor tetap dipakai" in text for text in said)
    assert not any("hilang" in text or "tidak ikut kembali" in text for text in said)
    desk.write(PASSWORD)
    desk.press("Return")
    assert desk.title() == "Laptop desa siap"
    said = words(desk.window)
    assert "Desa Melati siap dengan awalan L2" in said
    assert any("Pengaturan, bagian Laptop ini, lalu tekan Simpan kartu" in text for text in said)
    desk.press("Ctrl+S")
    assert len(desk.left) == 1

    away = setup.unlock(new_computer, office.context.user.id, PASSWORD, office.clock)
    stick = tmp_path / "stik laptop"
    stick.mkdir()
    choose(monkeypatch, folder=stick)
    made = a_request(away, Status.HANDED_OVER, serial=20)
    tab = open_tab(LaptopTab(away, tasks))
    press(qtbot, tab, "Ctrl+S")
    answering("Mengerti")
    press(qtbot, tab, "F7")
    tasks.wait()
    tab.hide()
    (card,), (file,) = stick.glob("*.json"), stick.glob("*.age")

    context = office.reopen()
    tab = open_tab(LaptopsTab(context, tasks))
    choose(monkeypatch, path=card)
    answering("Sama persis")
    tab.card.click()
    choose(monkeypatch, path=file)
    said = []
    answering(lambda dialog: (said.extend(texts(dialog)), dialog.accept()))
    come_back(qtbot, tab)
    press(qtbot, tab, "F7")
    tasks.wait()
    tab.hide()
    (code,) = (text.rpartition(" ")[2] for text in said if text.startswith("Ketik kode ini di laptop: "))
    assert requests.find(context, "L2-0001")[0].id == made.id

    setup.close()
    away = setup.open_office(new_computer, context.user.id, context.data_key, office.clock)

    def type_it(dialog):
        write(qtbot, dialog, code)
        press(qtbot, dialog, "Return")

    side = open_tab_card(open_tab, away, tasks)
    answering(type_it)
    side.code.click()
    assert standings.standing(away).open == 0
    assert "Semua sudah diterima" in words(side)


def open_tab_card(open_tab, context, tasks):
    card = SendingCard(context, tasks, lambda: card.refresh())
    card.begin = card.setFocus
    return open_tab(card)


def test_of_two_laptops_that_wait_one_is_chosen_by_name(qtbot, office, begin, new_computer):
    branches.prepare(office.context, BranchReason.VILLAGE, "Desa Melati")
    branches.prepare(office.context, BranchReason.VILLAGE, "Desa Kijang")
    office.backup()
    desk = begin()
    desk.press("Alt+3")
    desk.open()

    agree = desk.window.agree
    assert agree.laptop.editor.hasFocus()
    assert agree.laptop.value() == ""
    desk.press("Ctrl+S")
    assert agree.laptop.problem() == "Pilih laptop yang mana ini."
    desk.press("Down", "Down")
    assert agree.laptop.combo.currentText() == "Desa Kijang · awalan L3"
    agree.password.editor.setFocus()
    desk.write(PASSWORD)
    desk.press("Return")

    assert "Desa Kijang siap dengan awalan L3" in words(desk.window)


def test_where_no_laptop_waits_the_page_says_how_to_prepare_one_and_goes_no_further(office, begin, new_computer):
    branches.prepare(office.context, BranchReason.CUT_OFF, "Loket 2")
    office.backup()
    desk = begin()
    desk.press("Alt+3")
    desk.open()

    said = words(desk.window)
    assert "Tidak ada laptop yang menunggu di cadangan ini." in said
    assert any("Siapkan laptop di komputer kantor, buat cadangan baru" in text for text in said)
    assert not desk.window.next.isEnabled()
    assert not desk.window.agree.laptop.isVisible()
    desk.press("Esc", "Esc", "Esc")
    assert desk.title() == "Memulihkan, memindahkan, atau laptop desa?"
    desk.press("Alt+1", "Return", "Return")  # the password is still there
    assert desk.title() == "Pulihkan dari cadangan ini?"
    assert desk.window.next.isEnabled()
    assert not new_computer.exists()


def test_a_laptops_own_backup_is_refused_with_the_reason(office, begin, new_computer, tmp_path):
    branches.prepare(office.context, BranchReason.VILLAGE, "Desa Melati")
    office.backup()
    desk = begin()
    desk.press("Alt+3")
    desk.open()
    desk.write(PASSWORD)
    desk.press("Return")
    away = setup.unlock(new_computer, office.context.user.id, PASSWORD, office.clock)
    stick = tmp_path / "stik laptop"
    stick.mkdir()
    backups.make_in(away, stick)
    office.stick = stick

    other = begin(tmp_path / "pc" / "kantor")
    other.press("Alt+2")
    other.open()

    assert other.title() == "Pilih cadangan"
    assert any("dibuat di laptop desa" in text for text in words(other.window))


def test_three_cards_stand_side_by_side_and_can_be_read(begin, office):
    office.backup()
    desk = begin()
    for width, height in ((1366, 768), (1024, 768)):
        desk.window.resize(width, height)
        desk.settle()
        assert (desk.window.width(), desk.window.height()) == (width, height)
        places = [each.mapTo(desk.window, each.rect().bottomRight()) for each in cards(desk)]
        assert max(place.y() for place in places) - min(place.y() for place in places) <= 1
        assert all(place.x() < width and place.y() < height for place in places)
        lines = [each for each in desk.window.purpose.findChildren(QLabel) if each.wordWrap()]
        assert len(lines) > 10
        assert [each.text() for each in lines if each.heightForWidth(each.width()) > each.height()] == []


def cards(desk):
    purpose = desk.window.purpose
    return purpose.restored, purpose.moved, purpose.village
