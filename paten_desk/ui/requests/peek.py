"""The panel beside the list: one request with its steps, without leaving the list."""

from __future__ import annotations

from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.requests.words import OUTSIDE, moment, promise_of, stops
from paten_desk.ui.steps import Steps
from paten_desk.ui.widgets import chip, clear, column, empty, fill, label, line, row, scroll
from paten_desk.usecases import requests, services, work
from paten_desk.usecases.context import Context

WIDTH = 308


class Peek(Card):
    """Shows one request; Space in the list brings and closes it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setFixedWidth(WIDTH)
        self._context = context
        self._top = column(gap=t.S1)
        self._steps = Steps(pitch=40)
        self.open = Button("Buka", "primary", key="Enter")
        body = scroll(clear(column(self._steps, None)))
        self.add(self._top, line(), body, row(None, self.open))
        self.body.setStretch(2, 1)

    def show_request(self, identity: str) -> None:
        """Read a request and show it."""
        context, now = self._context, self._context.now()
        held = requests.load(context, identity)
        service = services.service_of(held)
        applicant = held.personal.applicant
        self.setAccessibleName(f"Intip {held.number or service.name}")
        empty(self._top)
        number = held.number or "Belum bernomor"
        apart = f" · {OUTSIDE}" if held.outside else ""
        words = [
            label(applicant.represents or applicant.name, "lead", wrap=True),
            label(f"{number} · masuk {moment(held.received_at, now.date())}{apart}", "hint", wrap=True),
            label(service.name, wrap=True),
        ]
        if held.personal.purpose:
            words.append(label(f"Untuk {held.personal.purpose}", "second", wrap=True))
        fill(self._top, row(chip(*promise_of(held, now)), None, label("Spasi menutup", "hint")), *words)
        if held.personal.reason:
            fill(self._top, label(f"Alasan: {held.personal.reason}", "second", wrap=True, tone="warn"))
        self._steps.show_stops(stops(held, work.history(context, identity), now, service.output))
