"""JSON that can be read in one way only: canonical bytes, whole numbers, plain text, shallow."""

from __future__ import annotations

import json
import unicodedata
from typing import Any

from paten_desk.domain import ledger
from paten_desk.exchange.refusals import Code, refusal

MAX_LINE_BYTES = ledger.MAX_BODY_BYTES
MAX_DEPTH = 6
MAX_INTEGER = 2**53 - 1
UNSEEN = frozenset({"Cc", "Cf", "Cs"})


def decode(line: bytes, max_bytes: int = MAX_LINE_BYTES) -> dict[str, Any]:
    """Read one canonical JSON object, without its line feed.

    The object is written again and compared, so doubled keys, blanks, 1.0 for 1 and odd escapes are all refused.

    Raises:
        Rejected: JSON.

    """
    if len(line) > max_bytes:
        raise refusal(Code.JSON, f"{len(line)} bytes in a line")
    try:
        value = json.loads(line)
        if not isinstance(value, dict) or ledger.canonical(value) != line:
            raise refusal(Code.JSON, "not a canonical object")
    except (ValueError, RecursionError) as error:
        raise refusal(Code.JSON) from error
    _check(value, MAX_DEPTH)
    return value


def lines(text: bytes, max_lines: int) -> list[bytes]:
    """Split text into its LF-ended lines, without the LF.

    Raises:
        Rejected: JSON where the last line is not ended, SIZE where there are too many.

    """
    if not text:
        return []
    if not text.endswith(b"\n"):
        raise refusal(Code.JSON, "last line is not ended")
    if text.count(b"\n") > max_lines:
        raise refusal(Code.SIZE, f"more than {max_lines} lines")
    return text[:-1].split(b"\n")


def _check(value: Any, depth: int) -> None:
    """Refuse what canonical JSON allows and we do not; `depth` containers may still be opened."""
    if isinstance(value, str):
        if not _is_plain(value):
            raise refusal(Code.JSON, "text with unseen or uncomposed characters")
    elif isinstance(value, dict | list):
        if depth == 0:
            raise refusal(Code.JSON, "too deep")
        if isinstance(value, dict):
            if not all(key.isascii() and key.isprintable() for key in value):
                raise refusal(Code.JSON, "a key is not plain ASCII")
            value = list(value.values())
        for held in value:
            _check(held, depth - 1)
    elif value is None or isinstance(value, float) or abs(value) > MAX_INTEGER:
        raise refusal(Code.JSON, "null, fraction or number past 2^53")


def _is_plain(text: str) -> bool:
    """Say whether text is composed (NFC) and holds no unseen characters; a line feed may stand in it."""
    if text.isascii():
        return text.isprintable() or text.replace("\n", "").isprintable()
    return unicodedata.is_normalized("NFC", text) and not any(
        unicodedata.category(letter) in UNSEEN and letter != "\n" for letter in text
    )
