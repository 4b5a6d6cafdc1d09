from dataclasses import replace

import pytest

from paten_desk.domain.errors import NotFound
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import Role
from paten_desk.ui import printing
from paten_desk.ui.office_window import OfficeWindow
from paten_desk.ui.search.page import SearchPage
from paten_desk.usecases import receipts
from tests.builders import a_request
from tests.ui.pages import heard, press, write


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
        press(qtbot, window, f"Alt+{at}")
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
    assert window.page() is not first
    press(qtbot, window, "Esc")

    assert window.page() is below


def test_a_scanned_receipt_opens_its_request(context, window, tasks):
    made = a_request(context)

    window.search(receipts.payload(context, made))
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


def test_f12_keeps_what_was_typed_and_asks_for_another_person(qtbot, window):
    locked, left = heard(window.locked), []
    window.page().leave = lambda: left.append(True)

    press(qtbot, window, "F12")

    assert len(locked) == 1
    assert left == [True]


def test_the_status_bar_tells_the_truth(context, clock, window, monkeypatch):
    said = status(window)
    assert said["counter"][0] == "Loket 1 · Petugas Contoh (F12 ganti)"
    assert said["day"] == ("Jumat, 20 November 2026", "")
    assert said["outbox"][0] == "2 belum diakui kabupaten"

    monkeypatch.setattr(printing, "printers", lambda: [printing.Printer("L3210")])
    clock.forward(days=-3)
    window._look_around()

    said = status(window)
    assert said["day"] == ("Jumat, 20 November 2026 (jam komputer diragukan)", "warn")
    assert said["printer"][0] == "L3210"


def test_the_kabupaten_opens_with_its_inbox(context, tasks, shown):
    hall = replace(
        context,
        user=replace(context.user, roles=(Role.KABUPATEN, Role.ADMIN)),
        office=replace(context.office, role=OfficeRole.KABUPATEN, area="99.99"),
    )
    window = shown(OfficeWindow(hall, tasks))

    assert window.page().accessibleName() == "Terima Berkas"
    assert status(window)["outbox"][0] == "Meja kabupaten"


def test_a_window_that_was_locked_looks_at_nothing_any_more(qtbot, window, tasks):
    press(qtbot, window, "F12")
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
