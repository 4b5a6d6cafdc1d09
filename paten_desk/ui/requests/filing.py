"""Take in the PDF of a letter that was signed electronically elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from paten_desk.domain.letters import LetterState
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right, may
from paten_desk.ui import dialogs
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import external_signing, inspection, work
from paten_desk.usecases.context import Context


def is_possible(context: Context, request: Request) -> bool:
    """Say whether this user can file a signed PDF for a request now."""
    letter = work.letter_of(request)
    counts = letter is not None and bool(letter.document) and letter.state is LetterState.VALID
    return counts and may(context.user.roles, Right.NUMBER)


def ask(
    context: Context, tasks: Tasks, request: Request, done: Callable[[], None], parent: QWidget | None = None
) -> None:
    """Ask for the file, keep it on the worker, then call `done`."""
    path = dialogs.choose_file("Pilih PDF yang sudah ditandatangani", dialogs.PDF, parent=parent)
    if path is not None:
        tasks.run(
            lambda: external_signing.file_signed(context, request.id, inspection.content_of(path)),
            lambda _: done(),
        )
