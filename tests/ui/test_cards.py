from PySide6.QtWidgets import QLabel

from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty, Figure, fact, sum_line


def words(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.text()]


def test_a_card_says_what_it_holds(qtbot):
    card = Card("Berkas", note="3 dari 4 ada").add(Button("Semua ada"))
    qtbot.addWidget(card)

    assert words(card) == ["Berkas", "3 dari 4 ada"]
    assert card.accessibleName() == "Berkas"


def test_a_figure_is_spoken_with_what_it_counts(qtbot):
    figure = Figure("23", "Masuk hari ini", "kemarin 32")
    qtbot.addWidget(figure)

    figure.show_number("24", "kemarin 32")

    assert figure.accessibleName() == "Masuk hari ini: 24. kemarin 32"


def test_an_empty_list_says_how_to_begin_and_offers_it(qtbot):
    begin = Button("Daftarkan")
    empty = Empty("inbox", "Berkas akan berkumpul di sini", "Daftarkan permohonan pertama.", begin)
    qtbot.addWidget(empty)

    empty.say("Tidak ada yang cocok", "Cari dengan nama lain.")

    assert words(empty) == ["Tidak ada yang cocok", "Cari dengan nama lain."]
    assert empty.focusProxy() is begin


def test_facts_and_sums_show_name_and_value(qtbot):
    one, other = fact("hash", "Nomor", "diberikan saat disimpan", "PATEN"), sum_line("Masuk", "23")
    qtbot.addWidget(one)
    qtbot.addWidget(other)

    assert words(one) == ["Nomor", "diberikan saat disimpan", "PATEN"]
    assert words(other) == ["Masuk", "23"]
