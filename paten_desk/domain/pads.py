"""Pads of blank receipts with numbers printed in advance: the counter's paper when the electricity is gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from paten_desk.domain.errors import Problem

BOOK = "pad"
MOST = 100


@dataclass(frozen=True, slots=True)
class Pad:
    """One printed pad.

    Attributes:
        first, last: Numbers on its slips, of the year's own book; no two pads of an office share one.
        branch: Ledger whose book they are of, "" for the office's first.
        used: Slip number as text to the visit that was keyed in from it.
        spoiled: Slip number as text to why it will never be used.

    """

    id: str
    year: int
    first: int
    last: int
    printed_at: datetime
    branch: str = ""
    used: Mapping[str, str] = field(default_factory=dict)
    spoiled: Mapping[str, str] = field(default_factory=dict)


def written(number: int, year: int) -> str:
    """Write a slip's number: "K-2026-0007"."""
    return f"K-{year}-{number:04d}"


def free(pad: Pad) -> tuple[int, ...]:
    """Return the slips that may still be keyed in."""
    gone = pad.used.keys() | pad.spoiled.keys()
    return tuple(number for number in range(pad.first, pad.last + 1) if str(number) not in gone)


def check_slip(pads: list[Pad], number: int, happened_at: datetime, now: datetime) -> list[Problem]:
    """List what is wrong with a slip as keyed in ("pad_number", "happened_at")."""
    pad = next((each for each in pads if each.year == happened_at.year and each.first <= number <= each.last), None)
    if pad is None:
        return [Problem("pad_number", "Nomor ini tidak ada di buku tanda terima kertas yang pernah dicetak.")]
    if str(number) in pad.used:
        return [Problem("pad_number", "Lembar ini sudah diketik; cari nomornya di Berkas.")]
    if str(number) in pad.spoiled:
        return [Problem("pad_number", f"Lembar ini tercatat rusak: {pad.spoiled[str(number)]}.")]
    if happened_at > now:
        return [Problem("happened_at", "Waktu di lembar kertas belum terjadi; periksa lagi.")]
    if happened_at < pad.printed_at:
        return [Problem("happened_at", "Waktu ini lebih awal daripada saat buku kertasnya dicetak.")]
    return []
