"""Letters on their way to paper: what came out of the printer, what did not, and what nobody can know after a crash.

A letter's number, its paper and its record are one transaction. After that a small file says that it is being handed to
the printer; it goes when the print is recorded. What lies there at the next start is uncertain, and people are asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from paten_desk.domain.errors import PatenError, Uncertain
from paten_desk.store import letters as store
from paten_desk.store.front import write_whole
from paten_desk.store.letters import LetterRow
from paten_desk.usecases import letter_prints, letters
from paten_desk.usecases.context import Context

FOLDER = "cetak"
LOOK_BACK = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An issued letter that is not known to be on paper.

    Attributes:
        uncertain: It was handed to a printer, and the program ended before that was recorded.

    """

    row: LetterRow
    uncertain: bool


def print_letter(context: Context, request: str, spool: Callable[[bytes], str], reason: str = "") -> str:
    """Hand an issued letter to a printer by `spool` and record that it was printed; return what `spool` returns.

    `reason` says why it is printed once more.

    Raises:
        WrongStatus, PatenError: It is not issued; the printer did not take it, and nothing is recorded.
        Uncertain: The printer fell silent; the letter waits and is asked about.

    """
    letters.issued(request)
    paper = letters.preview(context, request)
    begun = context.data / FOLDER / request
    write_whole(begun, context.now().isoformat().encode())
    try:
        printer = spool(paper)
    except Uncertain:
        raise
    except PatenError:  # certainly not printed: it waits as it did before
        begun.unlink(missing_ok=True)
        raise
    mark(context, request, reason)
    return printer


def mark(context: Context, request: str, reason: str = "") -> None:
    """Record that a letter is on paper, after a print or because somebody saw it there."""
    letter_prints.record(context, request, reason)
    (context.data / FOLDER / request).unlink(missing_ok=True)


def waiting(context: Context) -> list[Waiting]:
    """Return the letters of the last thirty days that are not known to be on paper, oldest first."""
    folder = context.data / FOLDER
    begun = {each.name for each in folder.iterdir()} if folder.is_dir() else set()
    since = (context.today() - LOOK_BACK).isoformat()
    return [Waiting(row, row.request in begun) for row in store.unprinted(since)]


def uncertain(context: Context) -> int:
    """Count the letters of which nobody can know whether they came out of the printer."""
    return sum(each.uncertain for each in waiting(context))
