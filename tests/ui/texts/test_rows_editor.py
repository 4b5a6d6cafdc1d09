import pytest
from PySide6.QtWidgets import QPushButton

from paten_desk.ui.texts.rows_editor import BlockEditor
from paten_desk.usecases import text_samples
from paten_desk.usecases.text_blocks import Block, Row
from tests.ui.conftest import press as push
from tests.ui.pages import heard, write

FACTS = Block("facts", (Row("{{applicant.name}}", "Nama", bold=True), Row("{{purpose}}", "Keperluan", when="purpose")))
TABLE = Block("table", (Row("{{item.name}}", "Nama", share=60), Row("{{item.nik}}", "NIK", share=40)), (), "followers")


@pytest.fixture
def edit(context, shown):
    vocabulary = text_samples.vocabulary(context, "moving_out_referral")

    def make(block):
        words = vocabulary.within(block.list_name)
        made = shown(BlockEditor(block, words, vocabulary.choices(), vocabulary.list_words))
        made.said = heard(made.edited)
        made.now = lambda: made.said[-1][0]
        return made

    return make


def test_a_row_is_edited_in_fields_under_the_list(qtbot, edit):
    editor = edit(FACTS)
    editor.rows.list.choose(1)

    editor.rows.name.editor.setFocus()
    editor.rows.name.line.selectAll()
    write(qtbot, editor, "Untuk keperluan")
    editor.rows.bold.click()
    editor.rows.when.set_value("-purpose")
    editor.rows.when.changed.emit()

    row = editor.now().rows[1]
    assert (row.name, row.bold, row.when, row.unless) == ("Untuk keperluan", True, "purpose", True)
    assert row.text == "{{purpose}}"
    assert editor.now().rows[0] == FACTS.rows[0]


def test_rows_are_added_moved_and_removed(qtbot, edit):
    editor = edit(FACTS)

    push(editor.rows, "Tambah baris")
    assert editor.rows.name.editor.hasFocus()
    write(qtbot, editor, "Alamat")
    assert [row.name for row in editor.now().rows] == ["Nama", "Alamat", "Keperluan"]
    push(editor.rows, "Naik baris")
    push(editor.rows, "Naik baris")
    assert [row.name for row in editor.now().rows] == ["Alamat", "Nama", "Keperluan"]
    push(editor.rows, "Turun baris")
    push(editor.rows, "Hapus baris")
    assert [row.name for row in editor.now().rows] == ["Nama", "Keperluan"]


def test_without_rows_the_first_one_can_be_added(edit):
    editor = edit(Block("numbered"))
    assert editor.words() is None
    assert not editor.rows.remove.isEnabled()

    push(editor.rows, "Tambah baris")

    assert len(editor.now().rows) == 1
    assert editor.words() is not None


def test_a_table_has_columns_with_their_width(qtbot, edit):
    editor = edit(TABLE)
    assert editor.rows.text.area.toPlainText() == "‹Nama (kolom daftar)›"

    editor.rows.share.line.selectAll()
    editor.rows.share.line.setFocus()
    write(qtbot, editor, "2,5")
    assert editor.now().rows[0].share == 2.5
    editor.rows.share.line.selectAll()
    write(qtbot, editor, "lebar")
    assert editor.now().rows[0].share == 0

    push(editor.rows, "Tambah baris")
    assert editor.now().rows[1].share == 20


def test_a_table_is_of_a_list_that_the_form_fills(edit):
    editor = edit(TABLE)

    editor.list.set_value("followers")
    editor.list.changed.emit()

    assert editor.now().list_name == "followers"
    assert [editor.list.combo.itemData(at) for at in range(editor.list.combo.count())] == ["followers"]


def test_two_columns_are_edited_side_by_side(qtbot, edit):
    editor = edit(Block("columns", (Row("kiri"),), (Row("kanan"),)))
    assert editor.rows.text.area.toPlainText() == "kiri"

    push(editor, "Kolom: Kanan")
    editor.rows.text.area.setFocus()
    assert editor.rows.text.area.toPlainText() == "kanan"
    write(qtbot, editor, "sebelah ")

    assert editor.now().right[0].text == "sebelah kanan"
    assert editor.now().rows == (Row("kiri"),)


def test_the_whole_part_can_depend_on_a_blank(edit):
    editor = edit(FACTS)

    editor.when.set_value("+purpose")
    editor.when.changed.emit()
    assert (editor.now().when, editor.now().unless) == ("purpose", False)
    editor.when.show_condition("alien", True)
    assert editor.when.condition() == ("alien", True)


def test_every_button_and_field_has_a_name(edit):
    editor = edit(TABLE)

    assert all(each.accessibleName() for each in editor.findChildren(QPushButton))
