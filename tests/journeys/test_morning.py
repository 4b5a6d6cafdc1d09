"""A morning at the counter, by keyboard alone, from the citizen's NIK to the closed day."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.domain.workflow import Status
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.ui.requests.correcting import AnswersForm
from paten_desk.usecases import checks, closings, handover, proofs, requests
from tests.builders import a_visit, with_officials
from tests.ui.pages import come_back, press, write

Key = Qt.Key


def newest(context):
    row = max(requests.received_on(context, context.today()), key=lambda held: held.rowno)
    return requests.load(context, row.id)


def fill_village_letter(dialog):
    """Type what the clerk at the counter left for later."""
    form = dialog.findChild(AnswersForm)
    form.letter_number.set_value("470/7/KADES/2026")
    form.letter_date.line.setText("18-11-2026")
    dialog.buttons["answers"].click()


def test_from_the_citizens_nik_to_the_closed_day(qtbot, context, tasks, typist, answering):
    with_officials(context)
    before = a_visit(context, "SKTM", serial=1)
    requests.register(context, before)
    window = OfficeWindow(context, tasks)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    come_back(qtbot, window)

    typist.key(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    typist.line(before.applicant.nik)
    typist.line("sktm")
    typist.words("persyaratan beasiswa")
    typist.key(Key.Key_F6)
    typist.ctrl(Key.Key_S)
    tasks.wait()
    made = newest(context)
    assert made.number == "0002/PATEN/2026"
    assert window.page().outcome.pdf().startswith(b"%PDF")

    window.search(proofs.of_receipt(context, made))
    come_back(qtbot, window)
    press(qtbot, window, "Return")
    answering(fill_village_letter)
    press(qtbot, window, "F2")
    come_back(qtbot, window)
    press(qtbot, window, "F8")
    answering(lambda dialog: qtbot.keyClick(QApplication.focusWidget(), Key.Key_Return))
    press(qtbot, window, "Ctrl+S")
    come_back(qtbot, window)
    press(qtbot, window, "Ctrl+S")
    tasks.wait()
    assert requests.load(context, made.id).status is Status.READY

    typist.key(Key.Key_5, Qt.KeyboardModifier.AltModifier)
    write(qtbot, window, "2")
    press(qtbot, window, "Return")
    write(qtbot, window, handover.question(made).answer)
    press(qtbot, window, "Ctrl+S")
    assert requests.load(context, made.id).status is Status.HANDED_OVER

    typist.key(Key.Key_6, Qt.KeyboardModifier.AltModifier)
    press(qtbot, window, "Ctrl+S")
    tasks.wait()
    assert closings.is_closed(context, context.today())
    assert checks.check(context).findings == ()


def test_every_room_opens_with_its_digit_within_a_blink_and_shows_something(qtbot, context, tasks):
    window = OfficeWindow(context, tasks)
    qtbot.addWidget(window)
    window.show()
    come_back(qtbot, window)

    for digit, name in enumerate(window.room_names(), 1):
        press(qtbot, window, f"Alt+{digit % 10}")
        page = window.page()
        assert page is window.open_room(name)
        assert page.accessibleName()
        assert page.keys is not None


def test_words_found_nowhere_say_what_to_do(qtbot, context, tasks):
    window = OfficeWindow(context, tasks)
    qtbot.addWidget(window)
    window.show()

    window.search("tidak ada orangnya")

    assert window.page().requests.empty.isVisibleTo(window)
