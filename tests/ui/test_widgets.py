import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from paten_desk.ui.widgets import chip, clear, column, empty, key_words, label, row, scroll, settle


@pytest.mark.parametrize(
    ("key", "cap"), [("Ctrl+S", "Ctrl S"), ("F2", "F2"), ("Space", "Spasi"), ("Ctrl++", "Ctrl +"), ("Alt+1", "Alt 1")]
)
def test_a_key_is_written_as_on_its_cap(key, cap):
    assert key_words(key) == cap


def test_words_from_outside_are_never_read_as_markup(qtbot):
    words = label("<b>SITI</b> & Co")
    qtbot.addWidget(words)

    assert words.textFormat() == Qt.TextFormat.PlainText


def test_a_chip_carries_its_word_and_tone(qtbot):
    made = chip("Terlambat 2 jam", "late")
    qtbot.addWidget(made)

    assert (made.text(), made.property("chip")) == ("Terlambat 2 jam", "late")


def test_parts_are_laid_in_the_order_they_are_given(qtbot):
    holder = clear(column(label("satu"), 8, row(label("dua"), None), label("tiga")))
    qtbot.addWidget(holder)

    assert [each.text() for each in holder.findChildren(QLabel)] == ["satu", "dua", "tiga"]


def test_emptying_keeps_what_is_used_again(qtbot):
    kept, lost = label("tetap"), label("pergi")
    box = row(kept, lost)
    holder = clear(box)
    qtbot.addWidget(holder)

    empty(box, keep=(kept,))

    assert box.count() == 0
    assert lost.isHidden()


def test_a_tall_page_moves_up_and_down_only(qtbot):
    frame = scroll(label("tinggi"))
    qtbot.addWidget(frame)

    assert frame.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff


def test_what_is_hidden_deep_inside_counts_at_once(qtbot):
    wide = label("kata yang panjang sekali " * 4)
    whole = clear(column(clear(column(clear(column(wide))))))
    qtbot.addWidget(whole)
    whole.show()
    before = whole.minimumSizeHint().width()

    wide.hide()
    settle(whole)

    assert whole.minimumSizeHint().width() < before
