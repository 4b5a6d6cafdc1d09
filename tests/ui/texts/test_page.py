import pytest

from paten_desk.documents import templates
from paten_desk.ui.preview import Sheet
from paten_desk.ui.texts.page import TextPage
from paten_desk.ui.texts.versions_page import VersionsPage
from paten_desk.usecases import text_blocks, text_editing
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, come_back, heard, press, words, write
from tests.ui.texts.conftest import open_text
from tests.usecases.test_letters import text_of


def first_paragraph(page):
    at = next(at for at, block in enumerate(page.draft().blocks) if block.kind == "paragraph")
    page.outline.choose(f"block.{at}")
    return at


def said(page, at):
    return page.draft().blocks[at].rows[0].text


def test_the_parts_stand_from_top_to_bottom_and_the_paper_beside_them(page):
    keys = [row.key for row in page.outline.rows.rows]

    assert keys[:4] == ["head", "title", "recipient", "block.0"]
    assert keys[-2:] == ["signature", "copies"]
    assert page.preview.zoom() < 100
    assert any("F4" in text for text in words(page))
    assert not page.is_changed()


def test_what_is_typed_is_on_the_paper_a_moment_later(qtbot, page):
    at = first_paragraph(page)
    press(qtbot, page, "Return")
    with qtbot.waitSignal(page.looked):
        write(qtbot, page, "Kalimat baru. ")

    assert said(page, at).startswith("Kalimat baru. ")
    assert "Kalimat baru." in text_of(page.preview.findChildren(Sheet)[-1]._pdf)
    assert page.is_changed()
    assert "Belum disimpan" in words(page)


def test_typing_on_a_text_draws_the_page_once_when_the_keys_rest(qtbot, page):
    looked = heard(page.looked)
    first_paragraph(page)
    press(qtbot, page, "Return")

    for letter in "sepuluh kata":
        write(qtbot, page, letter)
    qtbot.waitUntil(lambda: len(looked) == 1)

    assert page._asked == text_blocks.source_of(page.draft())


def test_an_unknown_blank_is_told_under_its_part_and_cannot_be_saved(qtbot, page):
    at = first_paragraph(page)
    press(qtbot, page, "Return")
    with qtbot.waitSignal(page.looked):
        page.form.words().area.insertPlainText("‹alamat lama› ")
    assert "Isian tidak dikenal: alamat lama." in words(page)
    assert page.outline.rows.rows[3 + at].cells[1] == ("Perbaiki", "late")

    page.outline.choose("title")
    assert "Isian tidak dikenal: alamat lama." not in words(page)
    press(qtbot, page, "Ctrl+S")
    qtbot.waitUntil(lambda: page.outline.current() == f"block.{at}")

    assert "Isian tidak dikenal: alamat lama." in words(page)
    assert text_editing.versions(page._context, "sktm")[0].is_shipped


def test_a_blank_is_chosen_by_its_words_and_put_at_the_cursor(qtbot, page, answering):
    at = first_paragraph(page)
    press(qtbot, page, "Return")

    def choose(dialog):
        write(qtbot, dialog, "keperluan")
        press(qtbot, dialog, "Return")
        push(dialog, "Sisipkan")

    answering(choose)
    press(qtbot, page, "Ctrl+I")

    assert said(page, at).startswith("{{purpose}}")


def test_chosen_words_can_depend_on_a_blank(qtbot, page, answering):
    at = first_paragraph(page)
    press(qtbot, page, "Return")
    before = said(page, at)
    page.form.words().area.selectAll()

    def choose(dialog):
        write(qtbot, dialog, "keperluan")
        press(qtbot, dialog, "Return")
        push(dialog, "Bentuk: Hanya bila terisi")
        push(dialog, "Sisipkan")

    answering(choose)
    press(qtbot, page, "Ctrl+I")

    assert said(page, at) == "{{#purpose}}" + before + "{{/}}"


def test_a_part_is_added_moved_and_removed_by_keys_and_each_step_can_be_taken_back(qtbot, page, answering):
    before = page.draft()
    first_paragraph(page)

    answering(lambda dialog: push(dialog, "Tambahkan"))
    press(qtbot, page, "Ctrl+N")
    come_back(qtbot, page)
    assert page.outline.current() == "block.1"
    write(qtbot, page, "Paragraf saya.")
    assert said(page, 1) == "Paragraf saya."

    press(qtbot, page, "Alt+Up")
    assert said(page, 0) == "Paragraf saya."
    page.outline.setFocus()
    press(qtbot, page, "Del")
    assert page.draft() == before

    for _ in range(4):
        press(qtbot, page, "Ctrl+Z")
    assert page.draft() == before
    assert not page.undoing.isEnabled()
    press(qtbot, page, "Ctrl+Y")
    press(qtbot, page, "Ctrl+Y")
    assert said(page, 1) == "Paragraf saya."


def test_ctrl_z_inside_a_field_takes_back_what_was_typed_and_shows_it(qtbot, page):
    at = first_paragraph(page)
    before = said(page, at)
    press(qtbot, page, "Return")
    write(qtbot, page, "salah ketik ")

    press(qtbot, page, "Ctrl+Z")

    assert said(page, at) == before
    assert page.form.words().text() == before
    assert page.form.words().area.hasFocus()


def test_a_countersignature_sheet_has_no_title_recipient_or_copies_of_its_own(qtbot, context, tasks):
    page = open_text(qtbot, context, tasks, "countersign_heirs")
    keys = [row.key for row in page.outline.rows.rows]

    assert keys == ["head", "sheet", "block.0", "block.1", "block.2", "signature"]
    assert page.outline.current() == "block.0"
    page.outline.choose("sheet")
    assert any("LEMBAR MENGETAHUI" in text for text in words(page))
    assert not page.insert.isEnabled()


def test_without_changes_esc_goes_back_at_once(qtbot, page):
    back = heard(page.back)

    press(qtbot, page, "Esc")

    assert len(back) == 1


def test_a_narrow_screen_shows_text_or_paper(qtbot, context, tasks):
    page = open_text(qtbot, context, tasks, width=824)
    assert page.outline.isVisible()
    assert not page.preview.isVisible()

    press(qtbot, page, "F6")
    assert page.preview.isVisible()
    assert not page.outline.isVisible()
    press(qtbot, page, "F6")
    assert page.outline.hasFocus() or page.outline.view.hasFocus()


def test_the_versions_open_over_the_editor(qtbot, page):
    made = heard(page.page_made)

    press(qtbot, page, "F7")

    assert isinstance(made[0], VersionsPage)


KINDS_OF_TEXTS = (
    "sktm",
    "statement",
    "referral",
    "moving_out_referral",
    "marriage_dispensation",
    "countersign_land",
    "rejection",
    "research_recommendation",
)
"""Together they hold every kind of part there is in the shipped texts."""


def test_the_texts_below_hold_every_kind_of_part():
    def kinds(names):
        return {block.kind for name in names for block in text_blocks.parse(templates.shipped(name)).blocks}

    assert kinds(KINDS_OF_TEXTS) == kinds(templates.names())


@pytest.mark.parametrize("name", KINDS_OF_TEXTS)
def test_every_part_of_a_text_can_be_shown_without_changing_it(qtbot, context, tasks, name):
    page = bring_up(qtbot, TextPage(context, tasks, name))
    for row in list(page.outline.rows.rows):
        page.outline.choose(row.key)
        page.form.begin()

    assert not page.is_changed(), name
    assert page.draft() == text_blocks.parse(templates.shipped(name))
    page.leave()
    tasks.wait()
