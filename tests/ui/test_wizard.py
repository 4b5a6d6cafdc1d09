from PySide6.QtWidgets import QApplication, QLabel

from paten_desk.domain.errors import Problem
from paten_desk.ui.fields import TextField
from paten_desk.ui.widgets import column
from paten_desk.ui.wizard import SIDE_FROM, Wizard, WizardPage
from tests.ui.pages import heard, press


def test_the_way_stands_beside_the_page_only_where_there_is_room(shown, tasks):
    window = Wizard("Pemulihan", tasks)
    window.resize(SIDE_FROM, 600)
    shown(window)
    assert window.way.isVisible()

    window.resize(SIDE_FROM - 1, 600)

    assert not window.way.isVisible()


def test_the_two_verbs_have_their_keys_and_pages_come_one_behind_the_other(qtbot, shown, tasks):
    window = Wizard("Pemulihan", tasks)
    for text in ("Satu", "Dua"):
        window.add_page(QLabel(text))
    shown(window)
    backs, nexts = heard(window.back.clicked), heard(window.next.clicked)

    press(qtbot, window, "Ctrl+S")
    press(qtbot, window, "Esc")

    assert (len(backs), len(nexts), window.pages.count()) == (1, 1, 2)
    assert window.windowTitle() == "PATEN Desk · Pemulihan"


def test_long_work_shows_how_far_it_is_above_the_verbs(qtbot, shown, tasks):
    window = shown(Wizard("Pemulihan", tasks))
    seen = []

    def look(progress):
        seen.extend(each.text() for each in window.findChildren(QLabel) if each.text() == "Memulihkan kantor")

    tasks.progressed.connect(lambda _, progress: look(progress))
    tasks.run_long("Memulihkan kantor", lambda report: report(1, 2, "Menyalin"), lambda _: None)
    tasks.wait()

    assert seen


def test_problems_stand_under_their_fields_and_only_blocking_ones_hold(shown):
    page = WizardPage()
    first, second = TextField("Nama"), TextField("NIP")
    page.fields = {"name": first, "nip": second}
    page.setLayout(column(first, second))
    shown(page)
    page.begin()
    begun = QApplication.focusWidget()

    held = page.stand_under([Problem("nip", "NIP harus 18 angka.")])
    warned = page.stand_under([Problem("name", "Periksa lagi.", False)])

    assert begun is first.line
    assert (held, warned) == (False, True)
    assert (first.problem(), second.problem()) == ("Periksa lagi.", "")
