import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit

from paten_desk.domain.printing import PrintProfile, SheetKind
from paten_desk.ui.printing import Printer
from paten_desk.ui.settings.printers_tab import PrintersTab
from paten_desk.ui.spooler import Queue
from paten_desk.usecases import print_profiles
from tests.ui.conftest import press as push
from tests.ui.pages import heard, press

SIZES = ((215.9, 330.2), (210, 297), (148, 210), (215.9, 355.6))
OFFICE = Printer("EPSON L3210", True, SIZES, papers=("Folio", "A4", "A5", "Legal"))
ROLL = Printer("EPSON TM-T82", sizes_mm=((80, 297),), papers=("80x297",))
TOLD = {"EPSON L3210": (Queue(), [("Tray1", "Tray1"), ("Manual", "Manual")]), "EPSON TM-T82": (Queue(), [])}


@pytest.fixture
def tab(context, tasks, shown):
    made = shown(PrintersTab(context, tasks))
    made.show_printers([OFFICE, ROLL])
    made.hear(TOLD)
    made.table.choose(SheetKind.LETTER)
    made.begin()
    return made


def line_of(dialog, name):
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == name)


def combo_of(dialog, name):
    return next(each for each in dialog.findChildren(QComboBox) if each.accessibleName() == name)


def cells(tab, sheet):
    row = tab.table.rows.rows[tab.table.rows.place_of(sheet)]
    return tuple(cell if isinstance(cell, str) else cell[0] for cell in row.cells)


def test_without_a_printer_the_tab_says_how_to_begin(context, tasks, shown):
    made = shown(PrintersTab(context, tasks))

    made.show_printers([])

    assert made.table.empty.isVisible()
    assert not made.edit.isEnabled()
    assert not made.test.isEnabled()
    assert made.again.isEnabled()
    assert any("disimpan sebagai PDF" in each.text() for each in made.table.empty.findChildren(QLabel))


def test_every_kind_of_sheet_has_its_line(tab):
    assert len(tab.table.rows.rows) == len(SheetKind)
    assert cells(tab, SheetKind.LETTER) == ("Surat", "Otomatis", "F4 (215 x 330 mm)", "-", "1")
    assert tab.state.text() == "Printer EPSON L3210: siap."


def test_a_profile_is_set_by_keys_and_kept_on_this_computer(qtbot, context, tab, answering):
    def fill(dialog):
        printer = combo_of(dialog, "Printer")
        printer.setCurrentIndex(printer.findText("EPSON L3210"))
        printer.activated.emit(printer.currentIndex())
        tray = combo_of(dialog, "Baki kertas")
        tray.setCurrentIndex(tray.findText("Manual"))
        line_of(dialog, "Geser ke kanan (mm)").setText("1,5")
        line_of(dialog, "Geser ke bawah (mm)").setText("-2")
        line_of(dialog, "Rangkap").setText("2")
        push(dialog, "Kertas surat: Kertas berkop")
        push(dialog, "Simpan")

    answering(fill)
    press(qtbot, tab, "F2")

    expected = PrintProfile(SheetKind.LETTER, "EPSON L3210", "", "Manual", 1.5, -2, True, 2)
    assert print_profiles.profile(context, SheetKind.LETTER) == expected
    assert cells(tab, SheetKind.LETTER) == (
        "Surat",
        "EPSON L3210",
        "F4 (215 x 330 mm), berkop",
        "kanan 1,5 mm, atas 2 mm",
        "2",
    )


def test_only_the_papers_of_the_sheets_size_are_offered(qtbot, context, tab, answering):
    print_profiles.save(context, PrintProfile(SheetKind.LETTER, "EPSON L3210"))
    offered = []

    def read(dialog):
        paper = combo_of(dialog, "Nama kertas pada driver")
        offered.extend(paper.itemText(at) for at in range(paper.count()))
        push(dialog, "Kembali")

    answering(read)
    press(qtbot, tab, "Return")

    assert offered == ["Menurut ukuran lembar", "Folio"]


@pytest.mark.parametrize(
    ("field", "typed", "problem"),
    [
        ("Geser ke kanan (mm)", "dua", "Tulis angka milimeter, misalnya 1,5 atau -2."),
        ("Geser ke kanan (mm)", "1,3", "Geseran ditulis per setengah milimeter, misalnya 1,5."),
        ("Geser ke bawah (mm)", "16", "Geseran paling jauh 15 mm ke tiap arah."),
        ("Rangkap", "", "Tulis banyaknya rangkap dengan angka."),
        ("Rangkap", "0", "Rangkap paling sedikit 1 dan paling banyak 20."),
    ],
)
def test_what_cannot_be_is_told_under_its_field(qtbot, context, tab, answering, field, typed, problem):
    said = []

    def fill(dialog):
        line_of(dialog, field).setText(typed)
        push(dialog, "Simpan")
        said.extend(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        push(dialog, "Kembali")

    answering(fill)
    press(qtbot, tab, "F2")

    assert problem in said
    assert print_profiles.profile(context, SheetKind.LETTER) == PrintProfile(SheetKind.LETTER)


def test_a_printer_that_does_not_know_the_paper_says_how_to_teach_it(context, tab):
    print_profiles.save(context, PrintProfile(SheetKind.LETTER, "EPSON TM-T82"))

    tab.show_printers([OFFICE, ROLL])

    assert "tidak mengenal kertas F4 (215 x 330 mm)" in tab.state.text()
    assert 'jangan "Legal"' in tab.state.text()


def test_a_printer_that_is_gone_is_named(context, tab):
    print_profiles.save(context, PrintProfile(SheetKind.LETTER, "Lama"))

    tab.show_printers([OFFICE])

    assert cells(tab, SheetKind.LETTER)[1] == "Lama (tidak ditemukan)"
    assert "Printer Lama tidak ditemukan" in tab.state.text()


def test_a_printer_that_stands_still_is_told(tab):
    tab.hear({**TOLD, "EPSON L3210": (Queue("", ("L-1",), "kertas habis"), [])})

    assert tab.state.text() == "Printer EPSON L3210: printer berhenti: kertas habis, 1 menunggu."


def test_rolls_have_no_test_page(tab):
    tab.table.choose(SheetKind.RECEIPT_80MM)

    assert not tab.test.isEnabled()
    assert tab.edit.isEnabled()


def test_after_damage_the_usual_counts_and_is_told(context, tab):
    (context.data / print_profiles.FILE).write_bytes(b"\x00")

    tab.show_printers([OFFICE])

    assert tab.damage.isVisible()
    assert "tidak terbaca" in tab.damage.text()


def test_only_letters_are_asked_for_their_paper(qtbot, tab, answering):
    tab.table.choose(SheetKind.BOOK)
    shown = []

    def read(dialog):
        shown.extend(each.text() for each in dialog.findChildren(QLabel) if each.isVisible())
        push(dialog, "Kembali")

    answering(read)
    press(qtbot, tab, "F2")

    assert "Kertas surat" not in shown
    assert "Kertas: F4 (330 x 215 mm). Berlaku di komputer ini mulai cetakan berikutnya." in shown


def test_an_idle_worker_does_not_make_the_tab_ask_for_ever(context, tasks, qtbot):
    page = PrintersTab(context, tasks)
    qtbot.addWidget(page)
    asked = heard(tasks.idle)
    tasks.idle.connect(page.refresh)

    page.refresh()
    tasks.wait()
    page.again.click()
    tasks.wait()

    assert len(asked) == 2
