"""Draw a paper and hand it to the printer of this counter, both on the worker."""

from __future__ import annotations

from collections.abc import Callable

from paten_desk.ui import printing
from paten_desk.ui.tasks import Tasks


def print_made(tasks: Tasks, draw: Callable[[], bytes], title: str, done: Callable[[], None] = lambda: None) -> None:
    """Draw a PDF and print it on the first printer; `title` names the paper in the spooler and in an error."""
    printer = next((each.name for each in printing.printers()), "")
    tasks.run(lambda: printing.print_pdf(draw(), printer, title=title), lambda _: done())
