"""Put letters on paper: the letter itself, a draft, a counted copy, the signing folder, all that waits."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from paten_desk.domain.printing import SheetKind
from paten_desk.domain.requests import Request
from paten_desk.ui import dialogs
from paten_desk.ui.printing import print_as, print_made, printers
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import letter_prints, letters, print_jobs, print_profiles, signing_pile, work
from paten_desk.usecases.context import Context

Done = Callable[[str], None]
FOLDER = "Mencetak map tanda tangan"
ALL = "Mencetak surat yang menunggu"


def nothing(printer: str) -> None:
    """Do nothing after a print."""


def print_letter(context: Context, tasks: Tasks, request: Request, done: Done = nothing) -> None:
    """Print an issued letter and record it, or its draft; then call `done(printer)`."""
    own = print_profiles.profile(context, SheetKind.LETTER)
    if not work.is_issued(request):
        title = f"Konsep {request.number}"
        print_made(tasks, lambda: letters.preview(context, request.id), title, done, own.once())
        return
    reason = ""
    if letter_prints.was_printed(request):
        reason = dialogs.ask_reason(
            "Cetak surat ini sekali lagi?",
            "Surat aslinya sudah pernah tercetak. Bila sudah di tangan warga, cetak salinan; alasannya dicatat.",
            "Cetak lagi",
        )
        if not reason:
            return
    found, title = printers(), f"Surat {request.number}"
    tasks.run(
        lambda: print_jobs.print_letter(context, request.id, lambda pdf: print_as(pdf, own, found, title), reason),
        done,
    )


def print_copy(context: Context, tasks: Tasks, request: Request, done: Done = nothing) -> None:
    """Print a counted copy; from the second one on it is asked why."""
    reason = ""
    if letter_prints.wants_reason(request):
        reason = dialogs.ask_reason(
            "Cetak salinan lagi?", "Salinan sebelumnya sudah ada; alasannya dicatat.", "Cetak salinan"
        )
        if not reason:
            return
    own = print_profiles.profile(context, SheetKind.LETTER).once()
    print_made(tasks, lambda: letter_prints.copy(context, request.id, reason), f"Salinan {request.number}", done, own)


def print_folder(context: Context, tasks: Tasks, done: Done = nothing) -> None:
    """Print the signing folder, its list on top."""
    own, found = print_profiles.profile(context, SheetKind.LETTER).once(), printers()
    tasks.run_long(
        FOLDER,
        lambda report: print_as(signing_pile.pdf(context, report), own, found, "Map tanda tangan"),
        done,
    )


def print_waiting(context: Context, tasks: Tasks, done: Callable[[int], None]) -> None:
    """Print every issued letter that is certainly not on paper yet, oldest first; then call `done(count)`.

    The uncertain ones are left to be looked at first.
    """
    own, found = print_profiles.profile(context, SheetKind.LETTER), printers()
    rows = [each.row for each in print_jobs.waiting(context) if not each.uncertain]

    def work_off(report: Callable[[int, int, str], None]) -> int:
        for at, row in enumerate(rows):
            report(at, len(rows), row.number)
            title = f"Surat {row.number}"
            print_jobs.print_letter(context, row.request, partial(print_as, profile=own, found=found, title=title))
        return len(rows)

    tasks.run_long(ALL, work_off, done)
