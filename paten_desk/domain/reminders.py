"""Telling citizens: what is said to them, by which link a phone sends it, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from urllib.parse import quote

COUNTRY = "62"
SHORTEST_PHONE = 9  # digits after the country's; fewer reach nobody


class Outcome(StrEnum):
    """What came of one call or message."""

    MESSAGE = "message"
    REACHED = "reached"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"


OUTCOME_NAMES = {
    Outcome.MESSAGE: "pesan dikirim",
    Outcome.REACHED: "berbicara",
    Outcome.NO_ANSWER: "tidak diangkat",
    Outcome.WRONG_NUMBER: "nomor salah",
}


@dataclass(frozen=True, slots=True)
class Call:
    """One time a citizen was told or tried to be.

    Attributes:
        by: Id of the user.

    """

    at: datetime
    outcome: Outcome
    by: str


def link_of(phone: str, text: str) -> str:
    """Return the link by which a phone opens WhatsApp with a text ready to send, or "" where the number reaches nobody.

    The program itself sends nothing. `phone` begins with 0 or the country's 62.
    """
    digits = "".join(sign for sign in phone if sign.isascii() and sign.isdecimal())
    if digits.startswith("0"):
        digits = COUNTRY + digits[1:]
    if not digits.startswith(f"{COUNTRY}8") or len(digits) < len(COUNTRY) + SHORTEST_PHONE:
        return ""
    return f"https://wa.me/{digits}?text={quote(text, safe='')}"
