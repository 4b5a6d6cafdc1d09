from dataclasses import replace

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from paten_desk.domain.roles import Role
from paten_desk.exchange.packs import PackedText
from paten_desk.ui.settings.texts_tab import TextsTab
from paten_desk.ui.texts.page import TextPage
from tests.ui.conftest import press as push
from tests.ui.pages import heard, press
from tests.usecases.test_text_editing import reworded, saved
from tests.usecases.test_text_packs import as_camat, foreign


@pytest.fixture
def tab(context, tasks, shown):
    saved(context)
    made = shown(TextsTab(context, tasks))
    made.refresh()
    made.table.setFocus()
    return made


def test_texts_of_the_offices_own_stand_first(tab):
    first, second = (row.cells for row in tab.table.rows.rows[:2])

    assert first == (
        ("Kantor ini", "accent"),
        "Surat Keterangan Tidak Mampu",
        "Surat keterangan",
        "SKTM",
        "20 November 2026",
    )
    assert second[0] == ("Bawaan", "neutral")
    assert tab.table.rows.rowCount() == 44


@pytest.mark.parametrize("key", ["Return", "F2"])
def test_the_editor_opens_by_key(qtbot, tab, key):
    made = heard(tab.page_made)

    press(qtbot, tab, key)

    assert isinstance(made[0], TextPage)
    made[0].deleteLater()


def test_a_pack_is_written_and_one_is_taken_from_the_tab(tasks, shown, desk, monkeypatch, tmp_path, answering):
    tab = shown(TextsTab(as_camat(desk), tasks))
    tab.refresh()
    tab.table.choose("death")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(tmp_path))
    answering("Pilih folder")
    tab.give.click()
    tasks.wait()
    (path,) = tmp_path.glob("NASKAH-*.paten-naskah.json")
    assert tab.said.text() == f"Paket tersimpan: {path}"

    pack = tmp_path / "paket.json"
    pack.write_bytes(foreign(desk, PackedText("sktm", reworded(desk))))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(pack), ""))
    tab.activateWindow()

    def agree(dialog):
        answering("Tetap terima")
        push(dialog, "Terima")

    answering(agree)
    tab.take.click()
    tasks.wait()
    assert tab.said.text() == "1 naskah diterima dari paket."
    assert tab.table.rows.rows[0].cells[0] == ("Kecamatan Sebelah", "accent")


def test_who_may_not_change_texts_reads_who_may(qtbot, context, tasks, shown):
    admin = replace(context, user=replace(context.user, roles=(Role.ADMIN,)))
    tab = shown(TextsTab(admin, tasks))
    tab.refresh()
    tab.table.setFocus()
    made = heard(tab.page_made)

    press(qtbot, tab, "Return")

    assert made == []
    assert not tab.edit.isEnabled()
    assert "Yang dapat mengubah naskah: sekretaris kecamatan atau camat." in [
        each.text() for each in tab.findChildren(QLabel)
    ]
