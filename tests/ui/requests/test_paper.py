import pytest

from paten_desk.ui import printing
from paten_desk.ui.requests.paper import print_made


@pytest.mark.skipif(bool(printing.printers()), reason="this computer has a printer")
def test_without_a_printer_the_paper_is_named_and_another_way_told(qtbot, tasks):
    done = []

    with qtbot.captureExceptions() as caught:
        print_made(tasks, lambda: b"%PDF", "Surat 0444/PATEN/2026", lambda: done.append(1))
        tasks.wait()

    assert "Surat 0444/PATEN/2026 belum tercetak" in caught[0][1].message
    assert "Simpan sebagai PDF" in caught[0][1].hint
    assert done == []
