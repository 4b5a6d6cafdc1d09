from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from paten_desk.ui.bars import Part, Status, StatusBar, TopBar
from paten_desk.ui.button import Button

STATUS = Status(
    Part("Loket 1 · Rina Marlina (F12 ganti)", "Loket 1 · Rina"),
    Part("Jumat, 20 November 2026", "20 Nov 2026"),
    Part("Cadangan terbukti 19 Nov 16.31", "Cadangan 19 Nov"),
    Part("3 belum diakui kabupaten", "3 belum diakui", "warn"),
    Part("L3210 siap · F4", "L3210 · F4"),
)


def words(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.text()]


def test_enter_searches_for_what_was_typed(qtbot, shown):
    top, asked = TopBar("Kecamatan Contoh", "Kabupaten Contoh Raya"), []
    top.searched.connect(asked.append)
    shown(top, top.box)

    qtbot.keyClicks(top.box, "  siti rahma ")
    qtbot.keyClick(top.box, Qt.Key.Key_Return)

    assert asked == ["siti rahma"]


def test_an_empty_box_searches_for_nothing(qtbot, shown):
    top, asked = TopBar("Kecamatan Contoh", "Kabupaten Contoh Raya"), []
    top.searched.connect(asked.append)
    shown(top, top.box)

    qtbot.keyClick(top.box, Qt.Key.Key_Return)

    assert asked == []


def test_searching_again_begins_with_the_old_words_marked(qtbot, shown):
    top = TopBar("Kecamatan Contoh", "Kabupaten Contoh Raya")
    shown(top)
    top.box.setText("siti")

    top.take_cursor()

    assert top.box.selectedText() == "siti"


def test_the_right_end_can_be_replaced(qtbot, shown):
    call, other = Button("Panggil A-018"), Button("Panggil A-019")
    top = shown(TopBar("Kecamatan Contoh", ""))

    top.show_actions(call)
    top.show_actions(other)

    qtbot.waitUntil(lambda: [each.words() for each in top.findChildren(Button)] == ["Panggil A-019"])
    qtbot.waitUntil(other.isVisible)


def test_the_status_bar_says_five_things_in_their_order(shown):
    bar = shown(StatusBar())
    bar.resize(1366, 30)

    bar.show_status(STATUS)

    assert words(bar) == [
        STATUS.counter.text,
        STATUS.day.text,
        STATUS.backup.text,
        STATUS.outbox.text,
        STATUS.printer.text,
    ]


def test_short_words_stand_in_a_narrow_window(shown):
    bar = shown(StatusBar())
    bar.show_status(STATUS)

    bar.resize(1024, 30)

    assert words(bar) == ["Loket 1 · Rina", "20 Nov 2026", "Cadangan 19 Nov", "3 belum diakui", "L3210 · F4"]


def test_only_what_must_be_acted_on_is_coloured(shown):
    bar = shown(StatusBar())
    bar.show_status(STATUS)

    tones = [each.property("tone") for each in bar.findChildren(QLabel) if each.text()]

    assert tones == ["", "", "", "warn", ""]


def test_a_part_that_leads_somewhere_says_its_key_and_hears_a_click(qtbot, shown):
    bar, asked = shown(StatusBar()), []
    bar.lead_from("backup", "Alt+8")
    bar.asked.connect(asked.append)
    bar.resize(1366, 30)
    bar.show_status(STATUS)

    qtbot.mouseClick(bar._words["backup"], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar._words["outbox"], Qt.MouseButton.LeftButton)

    assert asked == ["backup"]
    assert bar._words["backup"].toolTip() == "Cadangan terbukti 19 Nov 16.31 (Alt+8)"
    assert bar._words["outbox"].toolTip() == "3 belum diakui kabupaten"
