import pytest
from PySide6.QtWidgets import QApplication

from paten_desk.domain.scans import ScanDraft, ScanKind
from paten_desk.ui.scans.viewer import ScanPage, leaves
from tests.documents.test_attached import a_pdf
from tests.documents.test_scans import a_picture
from tests.ui.pages import bring_up, heard, press, words
from tests.ui.scans.given import settle

CONTENT = {"aa": a_picture(), "bb": a_pdf(2)}
PHOTO = ScanDraft("aa", 202611, ScanKind.JPEG, 1, 10)
BUNDLE = ScanDraft("bb", 202611, ScanKind.PDF, 2, 10)


@pytest.fixture
def page(qtbot, tasks):
    held = leaves([(PHOTO, "KTP-el"), (BUNDLE, "Kartu keluarga")], lambda scan: CONTENT[scan.content])
    made = bring_up(qtbot, ScanPage(tasks, held))
    settle(tasks)
    return made


def test_a_picture_fills_its_room_and_the_next_page_comes_by_a_key(page, qtbot, tasks):
    assert page.is_shown()
    assert page.picture.width() == 2 * page.picture.height()
    assert {"KTP-el", "Pindaian 1 dari 2"} <= set(words(page))

    press(qtbot, page, "PgDown")
    settle(tasks)
    assert {"Kartu keluarga", "Pindaian 2 dari 2 · halaman 1 dari 2"} <= set(words(page))
    press(qtbot, page, "Right")
    settle(tasks)
    assert page.is_shown()
    assert page.picture.height() > page.picture.width()
    assert not page.after.isEnabled()
    press(qtbot, page, "Left")
    assert page.picture.accessibleName() == "Kartu keluarga, pindaian 2 dari 2 · halaman 1 dari 2"


def test_it_grows_and_shrinks_and_turns(page, qtbot, tasks):
    before = page.picture.size()

    press(qtbot, page, "Ctrl++")
    assert page.picture.width() > before.width()
    assert page._view.isAncestorOf(QApplication.focusWidget()) or page._view.hasFocus()
    for _ in range(9):
        press(qtbot, page, "Ctrl+-")
    assert page.picture.size() == before
    press(qtbot, page, "Ctrl+R")
    assert abs(page.picture.height() - 2 * page.picture.width()) <= 1


def test_a_page_that_comes_late_is_not_shown_over_another(page, qtbot, tasks):
    press(qtbot, page, "PgDown")
    press(qtbot, page, "PgUp")
    settle(tasks)

    assert page.picture.image.width() == 800


def test_escape_goes_back(page, qtbot):
    left = heard(page.back)

    press(qtbot, page, "Esc")

    assert left == [()]
