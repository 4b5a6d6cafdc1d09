"""The line that comes up when several rows are marked: one step for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from paten_desk.domain.roles import may
from paten_desk.domain.workflow import Action
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.requests.acting import ask_signer
from paten_desk.ui.requests.words import short_number
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import label, row
from paten_desk.usecases import batches, work
from paten_desk.usecases.batches import Batch
from paten_desk.usecases.context import Context
from paten_desk.usecases.work import RequestRow

VERBS = {Action.DRAFT: "Buat konsep", Action.SIGN: "Catat tanda tangan", Action.MAKE_READY: "Beri nomor dan terbitkan"}
TOLD = 6  # reasons shown; the rest is counted


class BatchBar(QFrame):
    """Hidden until at least two rows are marked.

    Signals:
        changed: The step was done for some of them.
    """

    changed = Signal()

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setProperty("panel", "accent")
        self._context, self._tasks = context, tasks
        self._rows: tuple[RequestRow, ...] = ()
        self._action: Action | None = None
        self.words = label("", "strong")
        self.do = Button("", "primary", "list-checks", "Ctrl+Return")
        box = row(self.words, None, self.do, gap=t.S3)
        box.setContentsMargins(t.S4, 6, t.S4, 6)
        self.setLayout(box)
        self.do.clicked.connect(self._do)
        self.hide()

    def show_rows(self, rows: Sequence[RequestRow]) -> None:
        """Say what can be done with the marked rows."""
        self._rows = tuple(rows)
        action = batches.step_of(self._context, self._rows)
        self._action = action if action is not None and may(self._context.user.roles, action) else None
        many = f"{len(rows)} berkas ditandai"
        self.words.setText(many if self._action else f"{many}; langkah berikutnya tidak sama atau bukan bagian Anda")
        self.setAccessibleName(self.words.text())
        if self._action is not None:
            self.do.say(f"{_verb(self._action)} {len(rows)} berkas")
        self.do.setVisible(self._action is not None)
        self.setVisible(len(rows) > 1)

    def _do(self) -> None:
        context, rows, action = self._context, self._rows, self._action
        if action is None:
            return
        official = ""
        if action is Action.SIGN:
            official = ask_signer(batches.signers(context, rows))
            if not official:
                return
        elif not dialogs.confirm(
            f"{_verb(action)} {len(rows)} berkas sekaligus?",
            "Tiap berkas tercatat sendiri atas nama Anda, seperti dikerjakan satu per satu.",
            _verb(action),
            parent=self.window(),
        ):
            return
        title = f"{_verb(action)} {len(rows)} berkas"
        self._tasks.run_long(title, lambda report: batches.do(context, rows, action, official, report), self._done)

    def _done(self, batch: Batch) -> None:
        self.changed.emit()
        if batch.failed:
            lines = [f"{short_number(row.number)} {row.name}: {why}" for row, why in batch.failed[:TOLD]]
            more = len(batch.failed) - TOLD
            lines += [f"dan {more} lainnya."] if more > 0 else []
            done = f"{len(batch.done)} berkas selesai, {len(batch.failed)} belum."
            dialogs.tell(done, "\n".join(lines), parent=self.window())


def _verb(action: Action) -> str:
    return VERBS.get(action, work.ACTION_NAMES[action])
