from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from paten_desk.domain.errors import NotFound
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import Role
from paten_desk.ui import printing
from paten_desk.ui.idle import IDLE_S, OPEN_S
from paten_desk.ui.locking import Cover
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.ui.search.page import SearchPage
from paten_desk.usecases import clock as clock_usecase
from paten_desk.usecases import proofs, sessions, setup, standings
from tests.builders import a_request, a_user
from tests.ui.pages import heard, press, write
from tests.usecases.test_branches_village import Village

PASSWORD = "payung biru tua"


@pytest.fixture(autouse=True)
def no_printer(monkeypatch):
    monkeypatch.setattr(printing, "printers", list)


@pytest.fixture
def window(context, tasks, shown):
    return shown(OfficeWindow(context, tasks))


def status(window):
    return {name: (part.text, part.tone) for name, part in window.status._parts.items()}


def test_alt_and_a_digit_open_every_room(qtbot, window, tasks):
    for at, name in enumerate(window.room_names(), 1):
        press(qtbot, window, f"Alt+{at % 10}")
        tasks.wait()
        assert window.page() is window._pages[name]


def test_what_is_typed_in_the_search_box_is_found_and_esc_leads_back(qtbot, context, window, tasks):
    a_request(context)
    below = window.page()
    press(qtbot, window, "Ctrl+K")
    write(qtbot, window, "qqqqq")
    press(qtbot, window, "Return")
    first = window.page()
    assert isinstance(first, SearchPage)

    window.search("lain")
    assert window.page() is first
    press(qtbot, window, "Esc")

    assert window.page() is below


def test_a_scanned_receipt_opens_its_request(context, window, tasks):
    made = a_request(context)

    window.search(proofs.of_receipt(context, made))
    tasks.wait()

    assert window.page().accessibleName() != "Hasil pencarian"
    window.go_back()
    window.search("   ")
    assert not isinstance(window.page(), SearchPage)


def test_a_page_is_heard_once_however_often_it_comes_up(context, window, tasks):
    page = window.open_room("settings")
    window.open_room("home")
    window.open_room("settings")
    again = heard(window.reopened)

    page.reopened.emit(context)

    assert again == [context]


def test_a_page_leads_to_another_room_and_its_list(window, tasks):
    window.go_to("settings", "users")

    assert window.page().tabs.chosen() == "users"


def test_a_room_that_is_not_there_is_told(context, tasks, shown):
    clerk = replace(context, user=replace(context.user, roles=(Role.INFO,)))
    window = shown(OfficeWindow(clerk, tasks))

    with pytest.raises(NotFound, match="tidak tersedia"):
        window.go_to("registration")


def take_over(qtbot):
    def with_password(dialog):
        write(qtbot, dialog, PASSWORD)
        press(qtbot, dialog, "Return")

    return with_password


def test_f12_keeps_what_was_typed_and_another_person_goes_on(qtbot, context, window, answering):
    rina = a_user(context, Role.COUNTER_CLERK, display="Rina")
    switched, left = heard(window.switched), []
    window.page().leave = lambda: left.append(True)

    answering(take_over(qtbot))
    press(qtbot, window, "F12")

    ((taking, room),) = switched
    assert (taking.user, taking.counter, room) == (rina, context.counter, "")
    assert left == [True]


def test_who_goes_back_from_f12_stays_where_they_were(qtbot, context, window, answering):
    a_user(context, Role.COUNTER_CLERK, display="Rina")
    switched, page = heard(window.switched), window.page()

    answering("Kembali")
    press(qtbot, window, "F12")

    assert switched == []
    assert window.page() is page


def test_f12_can_lock_the_screen(context, window, answering):
    a_user(context, Role.COUNTER_CLERK, display="Rina")
    answering("Kunci layar")
    window.staff_asked.emit()

    assert window._lock.isVisible()
    window._lock.uncover()


def test_after_the_rest_the_same_person_goes_on_in_the_same_window(qtbot, context, tasks, shown):
    rina = a_user(context, Role.COUNTER_CLERK, display="Rina")
    window = shown(OfficeWindow(replace(context, user=rina), tasks))
    switched = heard(window.switched)
    window.cover()
    window.cover()  # said twice, covered once
    lock = window._lock
    qtbot.waitUntil(lock.isActiveWindow)
    window.search("Contoh")  # a scanner that lies on its button
    assert not isinstance(window.page(), SearchPage)

    write(qtbot, lock, PASSWORD)
    press(qtbot, lock, "Return")

    assert switched == []
    assert not lock.isVisible()
    assert window._lock is None
    assert window.findChildren(Cover) == [] or not any(each.isVisible() for each in window.findChildren(Cover))


def test_another_person_at_the_locked_screen_leaves_no_dialog_of_the_first(qtbot, context, window):
    rina = a_user(context, Role.COUNTER_CLERK, display="Rina")
    switched = heard(window.switched)
    dialog = QDialog(window)
    dialog.show()
    window.cover()
    taking = sessions.switch_by_password(context, rina.id, PASSWORD)

    window._lock.opened.emit(taking)
    qtbot.waitUntil(lambda: bool(switched))

    assert not dialog.isVisible()
    assert switched[0][0].user == rina
    assert sessions.last_note(taking).who == context.user.display


def test_an_unattended_window_covers_itself(qtbot, window):
    qtbot.waitUntil(lambda: window._idle is not None)
    window._idle._last -= IDLE_S

    window._idle.look()

    assert window._lock.isVisible()
    window._lock.uncover()


def test_ten_hours_after_the_login_somebody_logs_in_anew(qtbot, context, tasks, shown):
    window = shown(OfficeWindow(context, tasks, began=clock_usecase.steady() - OPEN_S))
    locked = heard(window.locked)
    window.cover()
    qtbot.waitUntil(lambda: window._idle is not None)

    window._idle.look()
    qtbot.waitUntil(lambda: bool(locked))

    assert window._lock is None or not window._lock.isVisible()
    window._idle.look()
    assert len(locked) == 1


def test_long_work_is_not_cut_by_the_end_of_the_ten_hours(qtbot, window, tasks):
    locked = heard(window.locked)
    tasks.run(lambda: 1, lambda _: None)

    window._end()
    assert locked == []

    tasks.wait()
    window._end()
    assert len(locked) == 1


def test_a_doubtful_clock_is_told_above_the_page_and_the_work_goes_on(qtbot, context, clock, window):
    clock.forward(days=-3)
    window._look_around()

    assert window.clock_bar.isVisible()
    assert a_request(context).clock_doubtful


def test_a_clock_that_was_set_makes_the_window_anew_in_the_same_room(context, window):
    switched = heard(window.switched)
    window.open_room("requests")

    window.clock_bar.mended.emit(context)

    assert switched == [(context, "requests")]


def test_who_may_not_look_citizens_up_has_no_search(qtbot, context, tasks, shown):
    admin = replace(context, user=replace(context.user, roles=(Role.ADMIN,)))
    window = shown(OfficeWindow(admin, tasks))
    QApplication.processEvents()

    assert not window.top.box.isVisible()
    assert not hasattr(window, "_scanner")


def test_the_kabupaten_opens_with_its_inbox(context, tasks, shown):
    hall = replace(
        context,
        user=replace(context.user, roles=(Role.KABUPATEN, Role.ADMIN)),
        office=replace(context.office, role=OfficeRole.KABUPATEN, area="99.99"),
    )
    window = shown(OfficeWindow(hall, tasks))

    assert window.page().accessibleName() == "Terima Berkas"
    assert status(window)["outbox"][0] == "Meja kabupaten"


def test_a_window_that_was_left_looks_at_nothing_any_more(window, tasks):
    window._log_out()
    looks = []
    window.page().refresh = lambda: looks.append(True)

    tasks.run(lambda: 1, lambda _: None)
    tasks.wait()

    assert looks == []
    assert not window._again.isActive()


def test_a_window_that_was_left_hears_no_scanner(qtbot, context, tasks, shown):
    first = shown(OfficeWindow(context, tasks))
    scanner = first._scanner

    assert scanner.parent() is first


def test_a_window_can_open_with_a_room(context, tasks, shown):
    assert shown(OfficeWindow(context, tasks, "settings")).page().accessibleName() == "Pengaturan"


@pytest.fixture
def away(tmp_path):
    """A laptop in a village, with one request of its own."""
    village = Village(tmp_path)
    with village.at_village() as context:
        a_request(context, serial=2)
        yield context
    setup.close()


def test_on_a_laptop_the_status_bar_speaks_of_its_office(away, tasks, shown):
    window = shown(OfficeWindow(away, tasks))

    assert status(window)["outbox"][0] == f"{standings.standing(away).open} belum diterima kantor"
