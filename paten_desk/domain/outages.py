"""What stops the whole office at once: no power, no network, the official who signs is away."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from paten_desk.domain.errors import Problem
from paten_desk.domain.requests import PauseReason

KINDS = {
    PauseReason.OUTAGE: "Gangguan listrik atau jaringan",
    PauseReason.OFFICIAL_AWAY: "Pejabat tidak di tempat",
}
LONGEST_BACK = timedelta(days=7)
LONGEST_NOTE = 200


@dataclass(frozen=True, slots=True)
class OutagePersonal:
    """What was written about it."""

    note: str = ""


@dataclass(frozen=True, slots=True)
class Outage:
    """A stretch in which the office could not work; the clocks of the requests it touches stand still.

    Attributes:
        kind: `PauseReason.OUTAGE` or `PauseReason.OFFICIAL_AWAY`.
        until: None while it lasts.
        post: Only services that this post alone signs; "" for all.

    """

    id: str
    kind: PauseReason
    since: datetime
    until: datetime | None = None
    post: str = ""
    personal: OutagePersonal = OutagePersonal()


def stops(outage: Outage, signatories: tuple[str, ...]) -> bool:
    """Say whether an outage stops a service: where another post may sign too, work goes on."""
    return not outage.post or set(signatories) == {outage.post}


def check(outage: Outage, now: datetime) -> list[Problem]:
    """List what is wrong with an outage as typed: "since", "until", "note", "post"."""
    found = []
    if outage.since > now:
        found.append(Problem("since", "Waktu mulainya belum tiba; isi waktu yang sudah lewat."))
    elif now - outage.since > LONGEST_BACK:
        found.append(Problem("since", f"Gangguan dicatat paling lambat {LONGEST_BACK.days} hari sesudah mulai."))
    found += check_end(outage, now)
    if not outage.personal.note:
        found.append(Problem("note", "Tulis apa yang terjadi agar pemeriksa dapat mengerti."))
    elif len(outage.personal.note) > LONGEST_NOTE:
        found.append(Problem("note", f"Keterangan paling panjang {LONGEST_NOTE} huruf."))
    if outage.kind is PauseReason.OFFICIAL_AWAY and not outage.post:
        found.append(Problem("post", "Pilih pejabat yang tidak di tempat."))
    return found


def check_end(outage: Outage, now: datetime) -> list[Problem]:
    """List what is wrong with the end of an outage: "until"."""
    if outage.until is None:
        return []
    if outage.until > now:
        return [Problem("until", "Waktu selesainya belum tiba; kosongkan bila masih berlangsung.")]
    if outage.until <= outage.since:
        return [Problem("until", "Waktu selesai harus sesudah waktu mulai.")]
    return []
