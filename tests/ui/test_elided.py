from paten_desk.ui.elided import Elided


def test_words_that_fit_stand_whole_and_others_end_in_an_ellipsis(qtbot):
    words = Elided("Surat Keterangan Domisili Usaha atau Lembaga", "title")
    qtbot.addWidget(words)

    words.resize(900, 30)
    assert words.shown() == words.text()

    words.resize(160, 30)
    assert words.shown().endswith("…")
    words.show()
    words.grab()
    assert words.toolTip() == words.text()


def test_it_never_asks_for_more_room_than_there_is(qtbot):
    words = Elided("panjang " * 40)
    qtbot.addWidget(words)

    assert words.minimumSizeHint().width() <= 60
