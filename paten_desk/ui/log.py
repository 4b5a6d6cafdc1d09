"""The program's log: one file that turns over, and never a citizen's number in it."""

from __future__ import annotations

import logging
import re
from pathlib import Path

HIDDEN = "[nomor disamarkan]"
# Sixteen digits or more, together or in groups with blanks or dots; with hyphens only where no UUID stands around them.
_IDENTITY = re.compile(r"\d(?:[ .]?\d){15,}|(?<![\w-])\d(?:-?\d){15}(?![\w-])")


def redact(text: str) -> str:
    """Replace whatever looks like a NIK, KK or other number of sixteen digits and more."""
    return _IDENTITY.sub(HIDDEN, text)


class Redacting(logging.Formatter):
    """Writes a record, its traceback included, without identity numbers."""

    def format(self, record: logging.LogRecord) -> str:
        return redact(super().format(record))


class HideNumbers(logging.Filter):
    """Cleans a record itself, for handlers whose formatter is not ours."""

    def filter(self, record: logging.LogRecord) -> bool:
        record.msg, record.args = redact(record.getMessage()), None
        return True


def open_log(folder: Path) -> logging.Handler:
    """Begin writing the log of the whole program to `folder`; five files of half a megabyte are kept."""
    from logging.handlers import RotatingFileHandler  # brings sockets and mail along: not before the first window

    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "paten.log", maxBytes=512_000, backupCount=4, encoding="utf-8")
    handler.addFilter(HideNumbers())
    handler.setFormatter(Redacting("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    return handler
