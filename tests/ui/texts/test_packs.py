import pytest
from PySide6.QtWidgets import QCheckBox, QFileDialog, QWidget

from paten_desk.exchange.packs import PackedText
from paten_desk.ui.texts import packs
from paten_desk.usecases import text_editing, text_packs
from tests.ui.conftest import press as push
from tests.ui.pages import words
from tests.usecases.test_text_editing import OURS, reworded, row_of
from tests.usecases.test_text_packs import as_camat, desk, foreign

__all__ = ["desk"]


@pytest.fixture
def parent(shown):
    return shown(QWidget())


@pytest.fixture
def pick(monkeypatch, tmp_path):
    """Answer the file dialogs: the folder of the test, or a pack in it."""

    def file(content):
        path = tmp_path / "paket.paten-naskah.json"
        path.write_bytes(content)
        monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    return file


@pytest.fixture
def give(desk, tasks, parent):
    """Give a pack with what was asked for and return its path."""

    def act(current="sktm"):
        said = []
        packs.give(desk, tasks, current, parent, said.append)
        tasks.wait()
        return said[0]

    return act


@pytest.fixture
def take(desk, tasks, parent):
    """Take a pack and return how many texts came of it."""

    def act():
        said = [0]
        parent.activateWindow()
        packs.take(desk, tasks, parent, said.append)
        tasks.wait()
        return said[-1]

    return act


def boxes(dialog):
    return {each.text(): each for each in dialog.findChildren(QCheckBox)}


def test_what_the_office_made_itself_is_ticked_for_the_pack(desk, pick, give, answering):
    text_editing.save(desk, "sktm", reworded(desk), desk.today(), "Menyesuaikan perbup")

    def choose(dialog):
        held = boxes(dialog)
        assert [name for name, box in held.items() if box.isChecked()] == ["Surat Keterangan Tidak Mampu"]
        held["Surat Keterangan Tidak Mampu"].setChecked(False)
        push(dialog, "Pilih folder")
        assert "Pilih paling sedikit satu naskah." in words(dialog)
        held["Surat Keterangan Domisili"].setChecked(True)
        push(dialog, "Pilih folder")

    answering(choose)
    path = give()

    assert [each.name for each in text_packs.read(desk, path).pack.texts] == ["domicile"]


def test_an_unknown_key_is_taken_only_after_a_careful_question(desk, pick, take, answering):
    pick(foreign(desk, PackedText("sktm", reworded(desk)), PackedText("not_here", reworded(desk))))

    def doubt(dialog):
        assert any("cocokkan sidik kuncinya" in text for text in words(dialog))
        push(dialog, "Kembali")

    def choose(dialog, then):
        held = boxes(dialog)
        assert not held["not_here"].isEnabled()
        assert any("Kuncinya belum dikenal" in text for text in words(dialog))
        assert {"Baru", "Tidak dikenal"} <= set(words(dialog))
        answering(then)
        push(dialog, "Terima")

    answering(lambda dialog: choose(dialog, doubt))
    assert take() == 0
    assert OURS not in text_editing.source(desk, "sktm")

    answering(lambda dialog: choose(dialog, "Tetap terima"))
    assert take() == 1
    assert OURS in text_editing.source(desk, "sktm")
    assert row_of(desk).origin == "Kecamatan Sebelah"


def test_a_pack_with_nothing_new_says_so(desk, pick, take, answering):
    same = text_packs.export(desk, ["sktm"], desk.data.parent)
    pick(same.read_bytes())

    answering("Mengerti")
    assert take() == 0

    pick(foreign(as_camat(desk), PackedText("sktm", "{}")))

    def read(dialog):
        assert any("tidak dapat dibaca" in text for text in words(dialog))
        push(dialog, "Mengerti")

    answering(read)
    assert take() == 0


def test_who_picks_no_file_takes_nothing(take, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))

    assert take() == 0
