import os
import sys

import pytest

from paten_desk.ui import spooler
from paten_desk.ui.spooler import JobState, Queue

IDLE = "printer L3210 is idle.  enabled since Fri Nov 27 08:00:00 2026\n"
BUSY = "printer L3210 now printing L3210-12.  enabled since Fri Nov 27 08:00:00 2026\n"
STOPPED = "printer L3210 disabled since Fri Nov 27 08:00:00 2026 -\n\tPaused\n"
STUCK = IDLE + "\tFilter failed\n"
JOBS = (
    "L3210-12                loket             13312   Fri Nov 27 08:00:01 2026\n"
    "L3210-13                loket              4096   Fri Nov 27 08:00:02 2026\n"
)


@pytest.mark.parametrize(
    ("says", "jobs", "words"),
    [
        (IDLE, "", "siap"),
        (BUSY, JOBS, "sedang mencetak, 1 menunggu"),
        (IDLE, JOBS, "2 menunggu"),
        (STOPPED, JOBS, "printer berhenti: dijeda di komputer ini, 2 menunggu"),
        (STOPPED.replace("Paused", "kertas habis"), "", "printer berhenti: kertas habis"),
        (STOPPED.replace("\tPaused\n", ""), "", "printer berhenti: sebab tidak diketahui"),
        (STUCK, JOBS, "printer berhenti: driver tidak dapat mengolah cetakan, 2 menunggu"),
        (STUCK, "", "siap"),
    ],
)
def test_the_state_of_a_printer_is_said_in_words(says, jobs, words):
    assert spooler.read(says, jobs).words() == words


def test_a_job_waits_is_printed_and_is_done():
    queue = spooler.read(BUSY, JOBS)

    assert queue.state_of("L3210-12") is JobState.PRINTING
    assert queue.state_of("L3210-13") is JobState.WAITING
    assert queue.state_of("L3210-11") is JobState.DONE
    assert queue.state_of("") is JobState.UNKNOWN
    assert spooler.read(STOPPED, JOBS).state_of("L3210-12") is JobState.STOPPED


def test_what_is_not_known_is_not_guessed():
    assert spooler.UNKNOWN.words() == "keadaan tidak diketahui"
    assert spooler.UNKNOWN.state_of("L3210-12") is JobState.UNKNOWN
    assert spooler.queue("") == Queue(is_known=False)


def test_trays_are_read_as_the_driver_names_them():
    options = "PageSize/Media Size: A4 *F4\nInputSlot/Media Source: *Auto Tray1 Manual\nDuplex/2-Sided: *None\n"

    assert spooler.read_trays(options) == [("Auto", "Otomatis"), ("Tray1", "Baki 1"), ("Manual", "Manual")]
    assert spooler.read_trays("PageSize/Media Size: A4\n") == []


def test_the_name_of_a_job_is_read_from_the_answer():
    assert spooler.job_of("request id is L3210-14 (1 file(s))\n") == "L3210-14"
    assert spooler.job_of("") == ""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no lpstat")
def test_the_print_service_is_asked_in_english(tmp_path, monkeypatch):
    script = '#!/bin/sh\n[ "$LC_ALL" = C ] || exit 1\n[ "$1" = -p ] && echo "printer $2 is idle.  enabled"\nexit 0\n'
    (tmp_path / "lpstat").write_text(script)
    (tmp_path / "lpstat").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")

    assert spooler.queue("L3210").words() == "siap"


def test_without_a_print_service_the_state_is_not_known(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))

    assert spooler.queue("L3210") == spooler.UNKNOWN
