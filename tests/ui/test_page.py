from PySide6.QtWidgets import QLabel

from paten_desk.ui.button import Button
from paten_desk.ui.page import Page
from paten_desk.ui.widgets import label


def seen(page):
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible() and each.text()]


def test_a_page_says_its_title_and_one_line_under_it(shown):
    page = shown(Page("Berkas", "31 terbuka"))

    page.say("Berkas", "30 terbuka")

    assert seen(page) == ["Berkas", "30 terbuka"]


def test_buttons_of_the_head_can_be_replaced_and_kept(shown):
    kept, gone = Button("Saring"), Button("Cetak")
    page = shown(Page("Berkas", actions=(kept, gone)))

    page.show_actions(kept, Button("Ekspor"))

    assert kept.isVisible()
    assert not gone.isVisible()


def test_the_foot_is_there_only_when_something_stands_in_it(shown):
    page = shown(Page("Pendaftaran"))
    save = Button("Simpan", "primary")

    page.show_foot(None, save)
    assert save.isVisible()

    page.show_foot()
    assert not save.isVisible()


def test_a_page_decides_by_its_own_width_what_it_drops(shown):
    class Narrowing(Page):
        def __init__(self):
            super().__init__("Berkas")
            self.side = label("Intip")
            self.body.addWidget(self.side)

        def fit(self, width):
            self.side.setVisible(width >= 840)

    page = shown(Narrowing())
    page.resize(1000, 500)
    assert page.side.isVisible()

    page.resize(700, 500)
    assert not page.side.isVisible()


def test_a_tall_page_scrolls_between_head_and_foot(shown):
    page = shown(Page("Tutup Hari", scrolls=True))
    tall = label("tinggi")
    tall.setFixedHeight(3000)
    page.body.addWidget(tall)

    page.resize(800, 500)

    assert page.height() == 500
