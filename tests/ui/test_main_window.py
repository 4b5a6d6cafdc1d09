import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from paten_desk.ui.main_window import MainWindow
from paten_desk.ui.page import Page
from paten_desk.ui.rail import Room
from tests.ui import gallery


class Looked(Page):
    """A page that counts how often it looked."""

    keys = (("F6", "semua ada"),)

    def __init__(self, title):
        super().__init__(title)
        self.looks, self.left = 0, 0

    def refresh(self):
        self.looks += 1

    def leave(self):
        self.left += 1


@pytest.fixture
def built():
    return []


@pytest.fixture
def window(shown, tasks, built):
    def build(title):
        built.append(title)
        return Looked(title)

    rooms = [Room(title.lower(), title, "house", lambda title=title: build(title)) for title in ("Beranda", "Berkas")]
    made = MainWindow("Kecamatan Contoh", "Kabupaten Contoh Raya", rooms, tasks)
    made.open_room("beranda")
    return shown(made)


def test_a_page_is_made_on_the_first_visit_and_only_then(window, built):
    assert built == ["Beranda"]

    window.open_room("berkas")
    window.open_room("beranda")
    window.open_room("berkas")

    assert built == ["Beranda", "Berkas"]


def test_a_page_looks_again_when_it_comes_up_and_when_work_ends(window, tasks):
    page = window.open_room("berkas")
    assert page.looks == 1

    tasks.run(lambda: 1, lambda _: None)
    tasks.wait()

    assert page.looks == 2


def test_alt_and_a_digit_go_to_a_room(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)

    assert window.page().accessibleName() == "Berkas"


def test_a_page_keeps_what_it_has_before_another_comes_up(window):
    first = window.page()

    window.open_room("berkas")

    assert first.left == 1


def test_a_page_over_a_list_leads_back_to_it(window):
    below = window.open_room("berkas")
    over = Looked("Berkas 0419")

    window.open_page(over)
    assert window.page() is over

    window.go_back()
    assert window.page() is below
    assert window.stack.indexOf(over) == -1


def test_going_to_a_room_forgets_the_way_back(window):
    window.open_page(Looked("Berkas 0419"))
    window.open_room("berkas")

    window.go_back()

    assert window.page().accessibleName() == "Berkas"


def test_ctrl_k_goes_to_the_search_box_from_anywhere(qtbot, window):
    asked = []
    window.searched.connect(asked.append)

    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(QApplication.focusWidget(), "0419")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert asked == ["0419"]


def test_f1_lists_the_keys_of_the_page(qtbot, window, answering):
    seen = []
    answering(lambda dialog: (seen.extend(each.text() for each in dialog.findChildren(QLabel)), dialog.accept()))

    qtbot.keyClick(window, Qt.Key.Key_F1)

    assert {"Tombol di Beranda", "semua ada", "ganti petugas"} <= set(seen)


def test_f12_lets_another_person_take_over(qtbot, window):
    with qtbot.waitSignal(window.staff_asked):
        qtbot.keyClick(window, Qt.Key.Key_F12)


def test_closing_keeps_the_page_and_ends_the_worker_first(qtbot, window):
    page = window.page()

    with qtbot.waitSignal(window.closing):
        window.close()

    assert page.left == 1


@pytest.mark.parametrize("room", ["home", "registration", "requests", "complaints"])
@pytest.mark.parametrize("size", [(1366, 768), (1024, 768), (911, 512)])
def test_no_page_stops_the_window_from_fitting_a_small_screen(qtbot, tasks, shown, room, size):
    window = shown(gallery.window(tasks, room))

    window.resize(*size)

    assert (window.width(), window.height()) == size
    assert window.status.geometry().bottom() <= size[1]
    assert window.frame.geometry().right() <= size[0]
    frame = window.frame
    qtbot.waitUntil(lambda: window.page().width() <= max(frame.viewport().width(), frame.least().width()))


def test_a_page_has_looked_before_it_comes_up(window):
    class Looking(Page):
        def refresh(self):
            self.was_visible = self.isVisible()

    page = Looking("Berkas")
    window.open_page(page)

    assert not page.was_visible
    assert page.isVisible()


def test_a_window_that_may_not_close_yet_stays_and_keeps_what_is_typed(window, tasks):
    window.may_close = lambda: False
    page = window.page()

    window.close()

    assert window.isVisible()
    assert page.left == 1
    ended = []
    tasks.run(lambda: 1, ended.append)
    tasks.wait()
    assert ended == [1]
    window.may_close = lambda: True
