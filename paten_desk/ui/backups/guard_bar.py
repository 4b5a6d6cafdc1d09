"""What the guards of the start found, above every page, with the way on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from paten_desk.domain.roles import Right, may, who_may
from paten_desk.ui.alert_bar import AlertBar
from paten_desk.ui.button import Button
from paten_desk.usecases import guards
from paten_desk.usecases.context import Context
from paten_desk.usecases.guards import Guard, Level, Way

VERBS = {
    Way.GO_ON: "Tentukan",
    Way.RESTORE: "Pulihkan",
    Way.MOVED_OR_COPIED: "Tentukan",
    Way.MOVE_FOLDER: "Cara memindahkan",
    Way.FREE_SPACE: "Cara mengosongkan",
    Way.NONE: "",
}
FOR_ALL = frozenset({Way.MOVE_FOLDER, Way.FREE_SPACE})  # they only tell how
HELD = "Pendaftaran ditahan sampai hal ini ditentukan; pekerjaan lain tetap jalan."


class GuardBar(AlertBar):
    """The gravest thing the guards found, with the way on.

    Signals:
        decided: Two people decided; the window is made anew (the `Context` it goes on with).
        restore_asked: The office shall come back from a backup.
    """

    decided = Signal(object)
    restore_asked = Signal()

    def __init__(self, context: Context) -> None:
        self.go = Button("", "small", key="Ctrl+G")
        self.later = Button("Nanti", "small", key="Ctrl+Shift+G")
        super().__init__("late", self.go, self.later)
        self._context = context
        self._guard: Guard | None = None
        self._put_off: set[str] = set()
        self.go.clicked.connect(self._go)
        self.later.clicked.connect(self._later)

    def look(self) -> None:
        """Show what is gravest among what was found and not put off."""
        found = [guard for guard in guards.found(self._context) if guard.name not in self._put_off]
        found.sort(key=lambda guard: guard.level is not Level.STOP)
        self._guard = found[0] if found else None
        if self._guard is None:
            self.hide()
        else:
            self._show(self._guard, found)

    def _show(self, guard: Guard, found: Sequence[Guard]) -> None:
        stops = guard.level is Level.STOP
        decides = may(self._context.user.roles, Right.RESTORE)
        whom = "" if decides or not stops else f"Yang menentukan: {who_may(Right.RESTORE)}."
        more = f"Masih ada {len(found) - 1} hal lain." if len(found) > 1 else ""
        second = " ".join(words for words in (HELD if stops else "", whom, more) if words)
        self.go.say(VERBS[guard.way])
        self.go.setVisible(bool(VERBS[guard.way]) and (decides or guard.way in FOR_ALL))
        self.later.setVisible(not stops)
        self.say(guard.sentence, second, "late" if stops else "warn")

    def _go(self) -> None:
        from paten_desk.ui.backups import ways  # with it comes what continues a ledger, which few starts need

        if self._guard is None:
            return
        way_on = ways.ask(self._context, self._guard, self)
        if way_on is ways.Chosen.RESTORE:
            self.restore_asked.emit()
        elif way_on is ways.Chosen.DECIDED:
            self.decided.emit(self._context)

    def _later(self) -> None:
        if self._guard is not None:
            self._put_off.add(self._guard.name)
            self.look()
