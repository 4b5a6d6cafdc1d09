"""How the figures of Beranda are said, and how the day is greeted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from paten_desk.domain.catalogue import Service
from paten_desk.domain.formats import MONTHS, full_date, hour, thousands, weekday
from paten_desk.domain.workflow import Action
from paten_desk.ui.home.chart import Mark
from paten_desk.ui.requests.words import OUTSIDE, STEP_NAMES, short_date, short_service, span_words
from paten_desk.usecases.figures import Home, Tally, total
from paten_desk.usecases.work import RequestRow

MOST_BARS = 8
PARTS = ((11, "pagi"), (15, "siang"), (18, "sore"), (24, "malam"))
WAITS = {
    **STEP_NAMES,
    Action.INITIAL_SECTION: "Paraf",
    Action.MAKE_READY: "Nomor",
    Action.HAND_OVER: "Siap diambil",
    Action.ACCEPT: "Dikembalikan",
    Action.RESUME: "Ditunda",
}


def greeting(now: datetime, name: str) -> str:
    """Greet somebody by the part of the day."""
    part = next(word for ends, word in PARTS if now.hour < ends)
    return f"Selamat {part}, {name}"


def nearest(first: RequestRow | None, now: datetime) -> tuple[str, str]:
    """Say of the nearest promise in hand (when it falls due, how late it is); "" for what does not apply."""
    if first is None or not first.number:
        return "", ""
    due_at = datetime.fromisoformat(first.due_at)
    if due_at < now:
        return "", f"terlama {span_words(now - due_at)}"
    return (f"janji terdekat {hour(due_at)}" if due_at.date() == now.date() else ""), ""


def counts(tally: Tally) -> str:
    """Say a figure: 14 permohonan, 2 lewat janji, 1 dari luar kecamatan."""
    parts = [f"{thousands(tally.count)} permohonan"]
    parts += [f"{thousands(tally.late)} lewat janji"] if tally.late else []
    parts += [f"{thousands(tally.outside)} {OUTSIDE}"] if tally.outside else []
    return ", ".join(parts)


def day_marks(home: Home, today: date) -> list[Mark]:
    """Return one column for each day."""
    return [
        Mark(
            str(day.day),
            held.count,
            held.late,
            f"{weekday(day)} {day.day} {MONTHS[day.month - 1]}: {counts(held)}",
            "Masuk hari ini" if day == today else f"Masuk {full_date(day)}",
            held.which,
            day == today,
        )
        for day, held in home.days.items()
    ]


def kept_marks(home: Home) -> list[Mark]:
    """Return what was done in time, and what was done late."""
    since = f"sejak {short_date(home.since)}"
    kept, broken = home.kept, home.broken
    share = f" ({kept.count * 100 // (kept.count + broken.count)} %)" if kept.count + broken.count else ""
    spoken = f"{counts(kept)} selesai tepat janji", f"{counts(replace(broken, late=0))} selesai lewat janji"
    return [
        Mark(f"tepat janji{share}", kept.count, 0, spoken[0], f"Tepat janji {since}", kept.which),
        Mark("lewat janji", broken.count, broken.count, spoken[1], f"Lewat janji {since}", broken.which),
    ]


def waiting_marks(home: Home) -> list[Mark]:
    """Return one bar for each step that something waits for."""
    return [_bar(WAITS[action], held, f"Menunggu: {WAITS[action].lower()}") for action, held in home.waiting.items()]


def service_marks(home: Home, catalogue: Mapping[str, Service]) -> list[Mark]:
    """Return one bar for each service of today, the most asked first; the rest is one bar."""
    ordered = list(home.services.items())
    kept = ordered if len(ordered) <= MOST_BARS else ordered[: MOST_BARS - 1]
    names = {code: short_service(catalogue[code].name) if code in catalogue else code for code, _ in kept}
    bars = [_bar(names[code], held, f"Layanan hari ini: {names[code]}") for code, held in kept]
    if rest := dict(ordered[len(kept) :]):
        name = f"{len(rest)} layanan lain"
        which = replace(home.received.which, services=frozenset(rest))
        bars.append(_bar(name, total(which, rest.values()), f"Layanan hari ini: {name}"))
    return bars


def _bar(name: str, held: Tally, title: str) -> Mark:
    return Mark(name, held.count, held.late, f"{name}: {counts(held)}", title, held.which)
