import shutil
from contextlib import contextmanager

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import PatenError
from paten_desk.exchange import keys as cards
from paten_desk.exchange.reply import FileResult, LedgerStatus
from paten_desk.paths import keys_dir
from paten_desk.store import keys
from paten_desk.ui.settings.laptops_tab import LaptopsTab, told
from paten_desk.usecases import branches, partners, setup
from paten_desk.usecases.branches import Merged
from tests.builders import a_request
from tests.ui.conftest import press as push
from tests.ui.pages import press
from tests.usecases.test_branches_village import Village


@pytest.fixture
def village(tmp_path):
    made = Village(tmp_path)
    yield made
    setup.close()


@pytest.fixture
def tab(village, tasks, shown):
    made = shown(LaptopsTab(village.desk, tasks))
    made.refresh()
    made.begin()
    return made


def choose(monkeypatch, path):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))


@contextmanager
def second_laptop(village, prepared, folder):
    """Carry a copy of the office away once more."""
    setup.close()
    laptop = folder / "laptop kedua"
    shutil.copytree(village.desk.data, laptop)
    key = village.desk.data_key
    keys.store_secret(keys_dir(laptop), setup.SIGNING, cards.new_signing_seed(), key)
    keys.store_secret(keys_dir(laptop), setup.ARCHIVE, cards.new_identity().encode(), key)
    away = setup.open_office(laptop, village.desk.user.id, key, village.clock)
    branches.begin(away, BranchReason.VILLAGE, prepared=prepared.id)
    yield away
    setup.open_office(village.desk.data, village.desk.user.id, key, village.clock)


def rows(tab):
    return [row.cells for row in tab.table.rows.rows]


def test_a_laptop_is_prepared_by_keyboard_and_what_comes_next_is_told(qtbot, village, tab, answering):
    told_next = []

    def name_it(dialog):
        answering(lambda after: (told_next.extend(x.text() for x in after.findChildren(QLabel)), after.accept()))
        qtbot.keyClicks(dialog.findChild(QLineEdit), "Desa Kijang")
        push(dialog, "Siapkan")

    answering(name_it)
    press(qtbot, tab, "Ctrl+N")

    assert rows(tab)[-1] == (("Menunggu kartu", "neutral"), "Desa Kijang", "L3", "0")
    assert any("Buat cadangan ke flashdisk sekarang" in words for words in told_next)
    assert tab.table.current() == branches.away(village.desk)[-1].made.id


def test_who_changes_their_mind_prepares_no_laptop(village, tab, answering):
    answering("Kembali")
    tab.prepare.click()

    assert len(rows(tab)) == 1


def test_a_laptops_work_comes_in_and_its_code_is_told(village, tab, tasks, answering, monkeypatch):
    with village.at_village() as away:
        a_request(away, serial=2)
    choose(monkeypatch, village.bring("a"))
    said = []
    answering(lambda dialog: (said.extend(each.text() for each in dialog.findChildren(QLabel)), dialog.accept()))

    tab.merge.click()
    tasks.wait()

    assert rows(tab)[0][0] == ("Sudah menerima", "good")
    assert int(rows(tab)[0][3]) > 0
    assert any(words.startswith("Ketik kode ini di laptop: ") for words in said)


def test_a_card_is_taken_in_and_compared(village, tab, tmp_path, answering, monkeypatch):
    second = branches.prepare(village.desk, BranchReason.VILLAGE, "Desa B")
    with second_laptop(village, second, tmp_path) as away:
        path = partners.write_own_card(away, tmp_path)
        number = partners.check_number(away)
    choose(monkeypatch, path)
    said = []

    def not_now(dialog):
        said.extend(each.text() for each in dialog.findChildren(QLabel))
        push(dialog, "Nanti")

    answering(not_now)
    tab.card.click()
    before = rows(tab)[-1][0]
    answering("Sama persis")
    tab.compare.click()

    assert any(number in words for words in said)
    assert before == ("Belum dicocokkan", "warn")
    assert rows(tab)[-1][0] == ("Siap menerima", "accent")
    assert not tab.compare.isEnabled()


def test_a_card_that_is_no_laptops_is_refused_in_words(village, tab, tmp_path, monkeypatch):
    path = partners.write_own_card(village.desk, tmp_path)
    choose(monkeypatch, path)

    with pytest.raises(PatenError, match="bukan laptop yang disiapkan"):
        tab._enrol()


@pytest.mark.parametrize(
    ("changes", "start", "tone"),
    [
        ({}, "5 catatan dari laptop L2 masuk", "good"),
        ({"status": LedgerStatus.GAP}, "5 catatan diterima, tetapi ada yang belum sampai", "warn"),
        ({"forked": 1}, "5 catatan diterima; 1 berbeda", "warn"),
        ({"lacking": ("1/2",)}, "5 catatan diterima. Hanya tersimpan di laptop: 1/2.", "warn"),
        ({"result": FileResult.DUPLICATE, "new": 0}, "Berkas ini sudah pernah diterima", "accent"),
    ],
)
def test_what_a_file_did_is_told(changes, start, tone):
    plain = {
        "ledger": "x",
        "prefix": "L2",
        "result": FileResult.COMPLETE,
        "status": LedgerStatus.WHOLE,
        "new": 5,
        "held": 0,
        "forked": 0,
        "code": "000005-7K3M-Q9TX",
        "lacking": (),
    }

    words, said = told(Merged(**{**plain, **changes}))

    assert words.startswith(start)
    assert said == tone
