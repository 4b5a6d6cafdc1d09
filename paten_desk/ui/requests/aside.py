"""What can be done with a request beside its steps: tell the citizen, take its papers, plan a visit, skip a step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from paten_desk.domain.requests import Request
from paten_desk.domain.roles import Right, may
from paten_desk.domain.workflow import ENDED, Action
from paten_desk.ui import dialogs
from paten_desk.ui.button import Button
from paten_desk.ui.requests import telling, visiting
from paten_desk.usecases import dossiers, field_checks, reminders, work
from paten_desk.usecases.context import Context

Look = Callable[[], None]


def buttons(context: Context, held: Request, look: Look, parent: QWidget) -> list[Button]:
    """Return the buttons that fit a request and this user; `look` is called after something was recorded."""
    found = []
    if held.status in reminders.TELLABLE and may(context.user.roles, Right.TELL_CITIZEN):
        found.append(
            _button("Kabari warga", "message-square", "F7", lambda: telling.ask(context, held.id, parent), look)
        )
    if _elsewhere(context, held):
        found.append(_button("Berkas di meja saya", "inbox", "F9", lambda: _take(context, held), look))
    if field_checks.is_planned(held) and may(context.user.roles, Action.FIELD_CHECK):
        words = "Ubah janji temu" if held.field_check else "Jadwalkan pemeriksaan"
        found.append(_button(words, "map-pin", "Shift+F7", lambda: visiting.plan(context, held, parent), look))
    left = work.skippable(context, held)
    if left is not None:
        words = f"Lewati {work.ACTION_NAMES[left].lower()}"
        found.append(_button(words, "arrow-right", "", lambda: _skip(context, held, left, parent), look))
    return found


def desk_words(context: Context, held: Request) -> str:
    """Say on whose desk the papers lie, or ""."""
    name = dossiers.desks(context).get(held.holder, "") if held.holder else ""
    return f"Berkas di meja {name}" if name else ""


def _elsewhere(context: Context, held: Request) -> bool:
    open_still = held.status not in ENDED and held.holder != context.user.id
    return open_still and may(context.user.roles, Right.MOVE_PAPERS)


def _take(context: Context, held: Request) -> bool:
    dossiers.take(context, held.id)
    return True


def _skip(context: Context, held: Request, left: Action, parent: QWidget) -> bool:
    name = work.ACTION_NAMES[left].lower()
    reason = dialogs.ask_reason(
        f"Lewati langkah {name}?",
        "Langkah itu tidak dikerjakan; siapa yang melewatinya dan alasannya tercatat.",
        "Lewati langkah",
        parent=parent,
    )
    if reason:
        work.skip(context, held.id, left, reason)
    return bool(reason)


def _button(words: str, icon: str, key: str, act: Callable[[], bool], look: Look) -> Button:
    made = Button(words, "quiet", icon, key)
    made.clicked.connect(lambda: look() if act() else None)
    return made
