"""The one decorator of overridden Qt virtuals.

An exception that leaves an overridden virtual (`data`, `paintEvent`, `eventFilter` …) can kill the process, because
Qt calls it from inside its own code and has nowhere to take the exception.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_told: set[tuple[str, type[Exception]]] = set()


def guard(neutral: R) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Catch what an overridden virtual lets through, log it, and give Qt `neutral` instead.

    One kind of error of one method is logged once: a list paints sixty times a second.
    """

    def around(method: Callable[P, R]) -> Callable[P, R]:
        @wraps(method)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return method(*args, **kwargs)
            except Exception as error:  # the one place that must not let anything through
                _tell(method.__qualname__, error)
                return neutral

        guarded.__dict__["guarded"] = True
        return guarded

    return around


def _tell(where: str, error: Exception) -> None:
    kind = (where, type(error))
    if kind not in _told:
        import logging  # costs 10 ms, and the first window stands without it

        _told.add(kind)
        logging.getLogger(__name__).error("%s let an error through", where, exc_info=error)
