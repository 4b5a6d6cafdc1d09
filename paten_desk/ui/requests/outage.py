"""An outage or an absence on the page of requests: a bar while it lasts, and one key to begin and to end it."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import Signal

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import full_date, hour
from paten_desk.domain.outages import KINDS, Outage, OutagePersonal, check_end
from paten_desk.domain.requests import PauseReason
from paten_desk.domain.roles import may
from paten_desk.domain.workflow import Action
from paten_desk.ui import dialogs
from paten_desk.ui.alert_bar import AlertBar
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.date_field import DateField, read_date
from paten_desk.ui.fields import ComboField, Field, TextField
from paten_desk.ui.time_field import TimeField, read_time
from paten_desk.usecases import outages
from paten_desk.usecases.context import Context

ALL = "all"
SCOPES = (
    (ALL, "Semua layanan"),
    *((post.value, f"Yang hanya ditandatangani {name}") for post, name in outages.POST_NAMES.items()),
)


class OutageBar(AlertBar):
    """Hidden while nothing stops the office; `button` stands in the head of the page.

    Signals:
        changed: An outage began or ended, and requests with it.
    """

    changed = Signal()

    def __init__(self, context: Context) -> None:
        self.button = Button("Catat gangguan", icon="triangle-alert", key="F8")
        self.other = Button("Catat gangguan lain", "small", key="Shift+F8")
        super().__init__("warn", self.other)
        self._context = context
        if not may(context.user.roles, Action.PAUSE):
            self.button.hide()
            self.other.hide()
        self.button.clicked.connect(self._press)
        self.other.clicked.connect(self._begin)

    def refresh(self) -> None:
        """Look again for what stops the office."""
        running = outages.running(self._context)
        self.button.say("Akhiri gangguan" if running else "Catat gangguan")
        if not running:
            self.hide()
            return
        lines = [f"{outages.words(each)} sejak {_when(each.since)}" for each in running]
        self.say("; ".join(lines), "Janji permohonan yang terkena ditunda sampai gangguan diakhiri.", "warn")

    def _press(self) -> None:
        running = outages.running(self._context)
        if not running:
            self._begin()
            return
        outage = running[0] if len(running) == 1 else self._which(running)
        if outage is not None:
            self._end(outage)

    def _which(self, running: list[Outage]) -> Outage | None:
        verbs = [(each.id, outages.words(each)) for each in running]
        chosen = dialogs.ask("Gangguan mana yang berakhir?", "Yang lain tetap berlaku.", verbs, parent=self)
        return next((each for each in running if each.id == chosen), None)

    def _end(self, outage: Outage) -> None:
        answer = dialogs.ask(
            f"{outages.words(outage)} sudah berakhir?",
            "Janji setiap permohonan yang terkena bergeser sebanyak waktu kerja yang hilang.",
            (("earlier", "Berakhir lebih awal"), ("now", "Akhiri sekarang")),
            parent=self,
        )
        if not answer:
            return
        until = None if answer == "now" else self._ask_end(outage)
        if answer == "now" or until is not None:
            made = outages.end(self._context, outage.id, until)
            self._tell(made.touched, "berjalan lagi")

    def _ask_end(self, outage: Outage) -> datetime | None:
        now = self._context.now()
        day, at = DateField("Tanggal berakhir"), TimeField("Pukul")
        day.set_value(now.date())
        fields: dict[str, Field] = {"day": day, "until": at}

        def typed() -> datetime:
            return _joined(day.value(), at.value(), now)

        def check() -> list[Problem]:
            found = _unread(day, at, "until")
            ended = Outage(outage.id, outage.kind, outage.since, typed())
            return found or check_end(ended, now)

        agreed = ask_form(
            "Kapan gangguan berakhir?", outages.words(outage), (day, at), fields, check, first=at, parent=self
        )
        return typed() if agreed else None

    def _begin(self) -> None:
        now = self._context.now()
        kind = ComboField("Apa yang terjadi", [(each.value, words) for each, words in KINDS.items()])
        kind.set_value(PauseReason.OUTAGE.value)
        scope = ComboField("Layanan yang berhenti", SCOPES)
        scope.set_value(ALL)
        day, at = DateField("Sejak tanggal"), TimeField("Pukul")
        day.set_value(now.date())
        at.set_value(now.time())
        until = TimeField("Sampai pukul, pada hari itu", "Kosongkan bila masih berlangsung.")
        note = TextField("Keterangan", "Misalnya: listrik PLN padam, server Dukcapil tidak dapat dihubungi.")
        fields: dict[str, Field] = {
            "kind": kind,
            "post": scope,
            "day": day,
            "since": at,
            "until": until,
            "note": note,
        }

        def typed() -> Outage:
            ends = until.value()
            return Outage(
                "",
                PauseReason(kind.value() or PauseReason.OUTAGE),
                _joined(day.value(), at.value(), now),
                _joined(day.value(), ends, now) if ends else None,
                "" if scope.value() in ("", ALL) else scope.value(),
                OutagePersonal(note.value()),
            )

        def check() -> list[Problem]:
            found = _unread(day, at, "since")
            if wrong := read_time(until.line.text())[1]:
                found.append(Problem("until", wrong))
            return found or outages.check(self._context, typed())

        if ask_form(
            "Catat gangguan untuk seluruh kantor",
            "Janji semua permohonan yang terkena ditunda sejak waktu itu, juga yang didaftarkan sesudahnya.",
            (kind, scope, day, at, until, note),
            fields,
            check,
            first=note,
            verb="Catat",
            icon="triangle-alert",
            parent=self,
        ):
            made = outages.begin(self._context, typed())
            self._tell(made.touched, "ditunda" if made.outage.until is None else "digeser janjinya")

    def _tell(self, touched: int, what: str) -> None:
        self.changed.emit()
        dialogs.tell(f"{touched} permohonan {what}.", "Setiap perubahan tercatat.", tone="good", parent=self)


def _unread(day: DateField, at: TimeField, name: str) -> list[Problem]:
    found = []
    if day.value() is None:
        found.append(Problem("day", read_date(day.line.text())[1] or "Isi tanggalnya."))
    if at.value() is None:
        found.append(Problem(name, read_time(at.line.text())[1] or "Isi jamnya."))
    return found


def _joined(day: date | None, at: time | None, now: datetime) -> datetime:
    return datetime.combine(day or now.date(), at or now.time().replace(microsecond=0), now.tzinfo)


def _when(at: datetime) -> str:
    return f"{full_date(at.date())} pukul {hour(at)}"
