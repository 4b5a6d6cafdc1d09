from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import Role
from paten_desk.ui import printing
from paten_desk.ui.first_run.window import FirstRunWindow
from paten_desk.usecases import officials, services, setup
from tests.ui.pages import come_back, heard, press, words, write

PASSWORD = "sungai jernih di pagi hari"


@pytest.fixture
def wizard(shown, tasks, tmp_path):
    window = FirstRunWindow(tmp_path / "kantor", tasks)
    window.contexts = []
    window.finished.connect(window.contexts.append)
    yield shown(window)
    window.hide()
    setup.close()


def answer_the_pages(qtbot, wizard, tasks):
    """Walk from the welcome to the recovery sheet with the keyboard alone."""
    press(qtbot, wizard, "Alt+1")
    write(qtbot, wizard, "kayu agung")
    press(qtbot, wizard, "Return")
    press(qtbot, wizard, "Return")
    write(qtbot, wizard, "Jalan Contoh Nomor 1")
    press(qtbot, wizard, "Ctrl+S")
    write(qtbot, wizard, "CAMAT CONTOH")
    press(qtbot, wizard, "Ctrl+S")
    press(qtbot, wizard, "Space")
    press(qtbot, wizard, "Ctrl+S")
    for text in ("Rina Contoh", PASSWORD, PASSWORD):
        write(qtbot, wizard, text)
        press(qtbot, wizard, "Return")
    tasks.wait()


def test_the_keyboard_alone_makes_an_office(qtbot, wizard, tasks, monkeypatch, answering):
    answer_the_pages(qtbot, wizard, tasks)
    assert "Cetak lembar pemulihan" in words(wizard)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(wizard._data.parent / "lembar.pdf"), ""))
    wizard.recovery.save.click()
    press(qtbot, wizard, "Ctrl+S")

    (context,) = wizard.contexts
    office = context.office
    assert (office.area, office.name, office.kabupaten) == ("16.02.05", "Kayu Agung", "Ogan Komering Ilir")
    assert (office.zone, office.words.village, office.address) == ("WIB", "Desa", "Jalan Contoh Nomor 1")
    assert len(office.villages) > 10
    assert [held.personal.name for held in officials.officials(context)] == ["CAMAT CONTOH"]
    assert Role.ADMIN in context.user.roles
    assert (wizard._data.parent / "lembar.pdf").read_bytes().startswith(b"%PDF")
    closed = [
        held for held in services.catalogue(context).values() if not held.offered and held.status.value == "active"
    ]
    assert len(closed) == 1


def test_the_recovery_sheet_is_not_thrown_away_in_passing(qtbot, wizard, tasks, answering):
    answer_the_pages(qtbot, wizard, tasks)

    answering("Kembali")
    press(qtbot, wizard, "Ctrl+S")
    assert wizard.contexts == []

    answering("Kembali")
    assert not wizard.close()

    come_back(qtbot, wizard)
    answering("Lanjut tanpa lembar")
    press(qtbot, wizard, "Ctrl+S")
    assert len(wizard.contexts) == 1


def test_a_printed_recovery_sheet_lets_the_work_begin(qtbot, wizard, tasks, monkeypatch):
    answer_the_pages(qtbot, wizard, tasks)
    printed = []
    monkeypatch.setattr(printing, "printers", lambda: [printing.Printer("L3210", sizes_mm=((210.0, 297.0),))])
    monkeypatch.setattr(printing, "print_pdf", lambda pdf, name, **_: printed.append((name, pdf[:4])))

    press(qtbot, wizard, "Ctrl+P")
    tasks.wait()
    press(qtbot, wizard, "Ctrl+S")

    assert printed == [("L3210", b"%PDF")]
    assert len(wizard.contexts) == 1


def test_the_sample_office_needs_one_key(qtbot, wizard, tasks):
    press(qtbot, wizard, "Alt+2")
    assert not wizard.welcome.play.isEnabled()
    tasks.wait()

    assert wizard.contexts[0].office.sample


def test_who_has_a_backup_goes_another_way_with_one_key(qtbot, wizard):
    asked = heard(wizard.restore_asked)

    press(qtbot, wizard, "Alt+4")

    assert len(asked) == 1
    assert not wizard._data.exists()


def test_a_kabupaten_is_chosen_by_its_own_name(qtbot, wizard, tasks):
    press(qtbot, wizard, "Alt+3")
    write(qtbot, wizard, "ogan komering")
    assert wizard.steps[0].table.rows.rows[0].cells[0] == "Kabupaten Ogan Komering Ilir"
    press(qtbot, wizard, "Down")
    press(qtbot, wizard, "Return")
    write(qtbot, wizard, "Jalan Contoh Nomor 2")
    wizard.steps[1].seat.set_value("Kayu Agung")
    press(qtbot, wizard, "Ctrl+S")
    for text in ("Kabag Contoh", PASSWORD, PASSWORD):
        write(qtbot, wizard, text)
        press(qtbot, wizard, "Return")
    tasks.wait()
    wizard.recovery = None  # nobody is asked about it when the test closes the window

    assert wizard._context.office.role is OfficeRole.KABUPATEN
    assert wizard._context.office.area == "16.02"
    assert set(wizard._context.user.roles) == {Role.KABUPATEN, Role.ADMIN}


def test_what_lacks_stands_under_its_field_and_the_cursor_there(qtbot, wizard, tasks):
    press(qtbot, wizard, "Alt+1")
    press(qtbot, wizard, "Ctrl+S")

    place = wizard.steps[0]
    assert place.search.problem() == "Ketik nama kecamatan, lalu pilih dari daftar."
    assert QApplication.focusWidget() is place.search.line


def test_another_kecamatan_takes_its_own_names_along(qtbot, wizard, tasks):
    press(qtbot, wizard, "Alt+1")
    write(qtbot, wizard, "kayu agung")
    press(qtbot, wizard, "Ctrl+S")
    letterhead = wizard.steps[1]
    assert (letterhead.seat.value(), letterhead.unit.value()) == ("Kayu Agung", "KEC-KAYAGU")

    press(qtbot, wizard, "Esc")
    wizard.steps[0].search.line.clear()
    write(qtbot, wizard, "wamena")
    press(qtbot, wizard, "Ctrl+S")

    assert letterhead.seat.value() != "Kayu Agung"
    assert wizard._draft.office.zone == "WIT"
    assert wizard._draft.office.words.village == "Kampung"


def test_going_back_keeps_what_was_typed(qtbot, wizard, tasks):
    press(qtbot, wizard, "Alt+1")
    write(qtbot, wizard, "kayu agung")
    press(qtbot, wizard, "Ctrl+S")
    write(qtbot, wizard, "Jalan Contoh Nomor 1")
    press(qtbot, wizard, "Esc")
    press(qtbot, wizard, "Ctrl+S")

    assert wizard.steps[1].address.value() == "Jalan Contoh Nomor 1"


def test_every_page_fits_a_small_screen(qtbot, wizard, tasks):
    wizard.resize(1024, 768)
    for role in OfficeRole:
        wizard.begin(role)
        tasks.wait()
        for at in range(len(wizard.steps)):
            wizard._show(at + 1)
            tasks.wait()
            QApplication.processEvents()
            assert wizard.width() == 1024
            assert wizard.next.mapTo(wizard, wizard.next.rect().bottomRight()).y() < 768
            for line in wizard.steps[at].findChildren(QLineEdit):
                if line.isVisible():
                    assert line.mapTo(wizard, line.rect().bottomRight()).x() <= 1024 - 24


def test_a_folder_that_cannot_be_written_leaves_the_wizard_usable(qtbot, wizard, tasks):
    wizard._data.parent.joinpath("kantor").write_text("")

    with qtbot.captureExceptions() as raised:
        press(qtbot, wizard, "Alt+2")
        tasks.wait()

    assert len(raised) == 1
    assert wizard.welcome.play.isEnabled()


def test_the_welcome_names_the_folder_of_the_data(wizard):
    assert any(str(Path(wizard._data)) in text for text in words(wizard))
