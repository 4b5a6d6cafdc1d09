"""What stands beside the list of backups: how far they can be trusted, and the places in turn."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.backups import Backup, Tone
from paten_desk.ui import tokens as t
from paten_desk.ui.backups.words import age, moment
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.steps import MARKS
from paten_desk.ui.widgets import chip, clear, column, empty, fill, label, line, picture, row
from paten_desk.usecases import backup_turns, backups
from paten_desk.usecases.backup_turns import Place
from paten_desk.usecases.context import Context

NEVER = "Belum pernah"
DIFFERENT = "{} perbedaan ditemukan; buat cadangan baru, lalu uji lagi."
FIRST = "Yang pertama paling lambat sebulan sejak mulai."
DO = {
    ("proven", Tone.WARN): "Buat cadangan baru hari ini.",
    ("proven", Tone.LATE): "Buat cadangan sekarang.",
    ("drilled", Tone.WARN): "Sudah waktunya uji pulih bulanan.",
    ("drilled", Tone.LATE): "Uji pulih bulanan terlewat.",
}


def _part(mark: str, title: str, words: str, tone: str, hints: Sequence[str]) -> QWidget:
    said = column(label(title, "hint"), label(words, "strong", tone=tone), gap=0)
    fill(said, *(label(hint, "hint", wrap=True) for hint in hints))
    box = row(column(2, picture(MARKS[mark], t.TONES[mark].ink, 20), None, gap=0), said, gap=t.S3)
    box.setStretch(1, 1)
    return clear(box)


class StandingCard(Card):
    """How old the newest proven backup and the newest drill are, and what stood in the way of the last try."""

    def __init__(self) -> None:
        super().__init__("Dapat diandalkan?", pad=t.S4)
        self._held = column(gap=t.S3)
        self.slip = Button("Lembar uji pulih", "small", "file-check", "Ctrl+P")
        self.slip.hide()
        self.add(self._held, row(self.slip, None))

    def show_standing(self, context: Context) -> None:
        """Say it anew."""
        now, standing, wrong = context.now(), backups.standing(context), backup_turns.failed(context)

        def part(name: str, title: str, made: Backup | None, tone: Tone) -> QWidget:
            old = age(made.at, now) if made else NEVER
            hints = [f"{moment(made.at)}, {made.target}"] if made else []
            if made and made.findings:
                tone, hints = Tone.LATE, [*hints, DIFFERENT.format(made.findings)]
            hints += [DO[name, tone]] if (name, tone) in DO else [] if made else [FIRST]
            mark = tone if made else tone.replace("good", "neutral")
            return _part(mark, title, old, "" if tone is Tone.GOOD else tone, hints)

        empty(self._held)
        fill(
            self._held,
            part("proven", "Cadangan teruji", standing.proven, standing.backup_tone),
            *([self._failed(wrong, now)] if wrong else []),
            part("drilled", "Uji pulih", standing.drilled, standing.drill_tone),
        )

    def _failed(self, wrong: Backup, now: datetime) -> QWidget:
        hints = (f"{moment(wrong.at)}, {wrong.target}", wrong.reason)
        return _part(Tone.WARN, "Percobaan terakhir", f"Tidak jadi, {age(wrong.at, now)}", Tone.WARN, hints)


class PlacesCard(Card):
    """The chosen places, the one whose turn it is first.

    Signals:
        added: Another place is wanted.
        removed: A place is not to be used any more (`Target`).
        asked: Look at the places again, after something was plugged in.
    """

    added = Signal()
    asked = Signal()
    removed = Signal(object)

    def __init__(self) -> None:
        self.add_place = Button("Tambah tempat", "small", "plus", "Ctrl+N")
        self.look_again = Button("Lihat lagi", "quiet", key="F5")
        super().__init__("Tempat", self.look_again, pad=t.S4)
        self._held = column(gap=t.S2)
        self.add(self._held, row(self.add_place, None))
        self.add_place.clicked.connect(self.added)
        self.look_again.clicked.connect(self.asked)

    def show_places(self, context: Context, places: Sequence[Place]) -> None:
        """Show the places anew."""
        empty(self._held)
        for at, place in enumerate(places):
            fill(self._held, *([line()] if at else []), self._row(context, place))
        if not places:
            words = "Belum ada. Dua flashdisk yang bergantian melindungi dari disk rusak, pencurian dan kebakaran."
            fill(self._held, label(words, "second", wrap=True))

    def _row(self, context: Context, place: Place) -> QWidget:
        waits = "warn" if place.is_next else "neutral"
        here = chip("Terpasang", "good") if place.is_here else chip("Belum terpasang", waits)
        turn = [chip("Berikutnya", "accent")] if place.is_next else []
        remove = Button("Lepas", "quiet")
        remove.setAccessibleName(f"Lepas: {place.target.name}")
        remove.clicked.connect(lambda: self.removed.emit(place.target))
        last = f"Terakhir {age(place.last, context.now())}" if place.last else "Belum pernah dipakai"
        mark = picture("usb" if place.target.is_stick else "hard-drive", t.INK_3, 20)
        words = column(label(place.target.name, "strong", wrap=True), label(last, "hint"), gap=0)
        top = row(column(2, mark, None, gap=0), words, remove, gap=t.S3)
        top.setStretch(1, 1)
        return clear(column(top, row(here, *turn, None), gap=t.S1))
