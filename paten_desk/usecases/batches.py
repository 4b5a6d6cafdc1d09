"""One step for many requests: each in its own transaction, and what could not be done is told one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from paten_desk.domain.errors import PatenError, StoreUnavailable
from paten_desk.domain.workflow import Action
from paten_desk.store.requests import RequestRow
from paten_desk.usecases import letters, work
from paten_desk.usecases.context import Context

STEPS = (
    Action.VERIFY,
    Action.DRAFT,
    Action.INITIAL_SECTION,
    Action.INITIAL_SECRETARY,
    Action.SIGN,
    Action.MAKE_READY,
)
"""What can be done for many at once; a field check needs its own words, a hand-over its own person."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What came of it.

    Attributes:
        failed: (the row, why in one or two sentences).

    """

    done: tuple[RequestRow, ...] = ()
    failed: tuple[tuple[RequestRow, str], ...] = ()


def step_of(context: Context, rows: Sequence[RequestRow]) -> Action | None:
    """Return the one step that all these rows wait for and that can be done at once, or None."""
    waits = {work.next_of(row) for row in rows}
    action = next(iter(waits), None)
    return action if len(waits) == 1 and action in STEPS else None


def signers(context: Context, rows: Sequence[RequestRow]) -> list[tuple[str, str]]:
    """Return who may sign all of these papers: (official id, block in one line)."""
    each = [letters.signers(context, row.id) for row in rows]
    ids = set.intersection(*({identity for identity, _ in found} for found in each)) if each else set()
    return [(identity, words) for identity, words in (each[0] if each else []) if identity in ids]


def do(
    context: Context,
    rows: Sequence[RequestRow],
    action: Action,
    official: str = "",
    report: Callable[[int, int], None] = lambda done, total: None,
) -> Batch:
    """Do one step for many requests; `report(done, total)` is called after each and may stop the rest.

    `official` is who signed, for the step of the signature. What somebody else moved meanwhile is among the failed.

    Raises:
        StoreUnavailable: The disk fails; what was done before stays done.

    """
    done: list[RequestRow] = []
    failed: list[tuple[RequestRow, str]] = []
    for at, row in enumerate(rows, 1):
        try:
            _one(context, row.id, action, official)
            done.append(row)
        except StoreUnavailable:
            raise
        except PatenError as error:  # the others go on; each reason is told
            failed.append((row, str(error)))
        report(at, len(rows))
    return Batch(tuple(done), tuple(failed))


def _one(context: Context, request: str, action: Action, official: str) -> None:
    if action is Action.DRAFT:
        letters.draft(context, request)
    elif action is Action.SIGN:
        letters.sign(context, request, official)
    elif action is Action.MAKE_READY:
        letters.issue(context, request)
    else:
        work.act(context, request, action)
