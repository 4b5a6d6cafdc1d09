"""Letters on their way to paper: what came out of the printer, what did not, and what nobody can know after a crash.

A letter's number, its paper and its record are one transaction. After that a small file says that it is being handed to
the printer; it goes when the print is recorded. What lies there at the next start is uncertain, and people are asked.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from paten_desk.domain.errors import PatenError
from paten_desk.store import letters as store
from paten_desk.store.front import write_whole
from paten_desk.store.letters import LetterRow
from paten_desk.usecases import letters
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


def print_letter(context: Context, request: str, spool: Callable[[bytes], str]) -> str:
    """Hand an issued letter to a printer by `spool` and record that it was printed; return what `spool` returns.

    Raises:
        WrongStatus, PatenError: It is not issued; the printer did not take it, and nothing is recorded.

    """
    letters.demand_issued(request)
    paper = letters.preview(context, request)
    begun = context.data / FOLDER / request
    write_whole(begun, context.now().isoformat().encode())
    try:
        printer = spool(paper)
    except PatenError:  # certainly not printed: it waits as it did before
        begun.unlink(missing_ok=True)
        raise
    mark(context, request)
    return printer


def mark(context: Context, request: str) -> None:
    """Record that a letter is on paper, after a print or because somebody saw it there."""
    letters.record_print(context, request)
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
