from paten_desk.ui import printing
from tests.ui.test_office_window import no_printer, status, window

__all__ = ["no_printer", "window"]  # fixtures


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


def test_the_status_bar_follows_the_page(qtbot, clock, window):
    before = status(window)["day"]
    clock.forward(days=1)

    window.open_room("requests")

    qtbot.waitUntil(lambda: status(window)["day"] != before)
