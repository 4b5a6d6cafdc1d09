"""What the system's print service tells: how far a job has come, whether a printer stands still, which trays it has."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtPrintSupport import QPrinter

LIMIT_S = 5
TRAYS = {
    "Auto": "Otomatis",
    "AutoSelect": "Otomatis",
    "Upper": "Baki atas",
    "Middle": "Baki tengah",
    "Lower": "Baki bawah",
    "Rear": "Baki belakang",
    "Cassette": "Kaset",
    "Tractor": "Traktor",
    "Envelope": "Amplop",
}
Tray = tuple[str, str]
"""A tray's name in the driver and the words that stand for it."""


class JobState(StrEnum):
    """How far a sheet has come, as the screen says it."""

    WAITING = "menunggu"
    PRINTING = "sedang mencetak"
    DONE = "selesai"
    STOPPED = "printer berhenti"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class Queue:
    """What the print service says of one printer.

    Attributes:
        printing: The job that is being printed, "" for none.
        waiting: Jobs that wait, the one being printed included.
        stopped: Why it stands still; "" while it works.
        is_known: The print service gave an answer.

    """

    printing: str = ""
    waiting: tuple[str, ...] = ()
    stopped: str = ""
    is_known: bool = True

    def state_of(self, job: str) -> JobState:
        """Say how far a job has come."""
        if not self.is_known or not job:
            return JobState.UNKNOWN
        if job not in self.waiting and job != self.printing:
            return JobState.DONE
        if self.stopped:
            return JobState.STOPPED
        return JobState.PRINTING if job == self.printing else JobState.WAITING

    def words(self) -> str:
        """Say how the printer is: "siap", "sedang mencetak, 2 menunggu", "printer berhenti: kertas habis"."""
        if not self.is_known:
            return "keadaan tidak diketahui"
        behind = len([job for job in self.waiting if job != self.printing])
        waiting = f"{behind} menunggu" if behind else ""
        if self.stopped:
            return ", ".join(part for part in (f"printer berhenti: {self.stopped}", waiting) if part)
        return ", ".join(part for part in ("sedang mencetak" if self.printing else "", waiting) if part) or "siap"


UNKNOWN = Queue(is_known=False)


def queue(printer: str) -> Queue:
    """Ask the print service about a printer; it is unknown where there is none that tells."""
    if sys.platform == "win32" or not printer:
        return UNKNOWN
    says, jobs = _asked("lpstat", "-p", printer), _asked("lpstat", "-o", printer)
    return UNKNOWN if says is None or jobs is None else read(says, jobs)


def read(says: str, jobs: str) -> Queue:
    """Read what `lpstat -p` and `lpstat -o` say of one printer, in English."""
    printing = re.search(r"now printing (\S+?)\.?(?:\s|$)", says)
    waiting = tuple(line.split()[0] for line in jobs.splitlines() if line.strip())
    reason = next((line.strip() for line in says.splitlines()[1:] if line.strip()), "")
    disabled = re.search(r"^printer \S+ disabled", says, re.MULTILINE) is not None
    stuck = bool(waiting and reason and not printing)
    stopped = _reason(reason) if disabled or stuck else ""
    return Queue(printing.group(1) if printing else "", waiting, stopped)


def trays(printer: str) -> list[Tray]:
    """List the trays a printer's driver names; none where it names none."""
    if sys.platform == "win32":
        made = QPrinter()
        made.setPrinterName(printer)
        return [(str(each.value), _tray_words(each.name)) for each in made.supportedPaperSources()]
    return read_trays(_asked("lpoptions", "-p", printer, "-l") or "")


def read_trays(options: str) -> list[Tray]:
    """Read the trays out of what `lpoptions -l` says."""
    found = re.search(r"^InputSlot/[^:]*:(.*)$", options, re.MULTILINE)
    names = [each.lstrip("*") for each in found.group(1).split()] if found else []
    return [(name, _tray_words(name)) for name in names]


def job_of(answer: str) -> str:
    """Return the name of the job in what `lp` answers, or ""."""
    found = re.search(r"request id is (\S+)", answer)
    return found.group(1) if found else ""


def _tray_words(name: str) -> str:
    """Put the drivers' commonest names of trays into words; others stay as they are."""
    if numbered := re.fullmatch(r"Tray[-_ ]?(\d+)", name):
        return f"Baki {numbered.group(1)}"
    return TRAYS.get(name, name)


def _reason(words: str) -> str:
    """Put the print service's commonest reasons into words; others stay as they are."""
    known = {
        "paused": "dijeda di komputer ini",
        "media-empty": "kertas habis",
        "out of paper": "kertas habis",
        "filter failed": "driver tidak dapat mengolah cetakan",
        "unable to": "tidak dapat dihubungi",
        "not connected": "tidak terhubung",
        "reason unknown": "sebab tidak diketahui",
    }
    return next((said for sign, said in known.items() if sign in words.lower()), words or "sebab tidak diketahui")


def _asked(*command: str) -> str | None:
    """Return what a program of the print service says in English; None where it is missing or does not answer."""
    program = shutil.which(command[0])
    if program is None:
        return None
    try:
        done = subprocess.run(
            (program, *command[1:]),
            capture_output=True,
            timeout=LIMIT_S,
            check=False,
            env={**os.environ, "LC_ALL": "C", "LANGUAGE": "C"},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else None
