"""Packs of letter texts in the window: which texts to give, and what to take of a pack that came."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QCheckBox, QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import long_date
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.ask import ask_form
from paten_desk.ui.date_field import DateField
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import chip, clear, column, fill, label, panel, picture, row, scroll
from paten_desk.usecases import text_editing, text_packs
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_packs import NEW, SAME, Item, Opened

KINDS = "Paket naskah (*.paten-naskah.json);;Semua berkas (*)"
NOTHING = Problem("texts", "Pilih paling sedikit satu naskah.")
LIST_HIGH = 300
LIST_WIDE = 560


class Ticks(QWidget):
    """A list of texts to tick."""

    def __init__(self, boxes: Mapping[str, QCheckBox], beside: Mapping[str, QWidget] | None = None) -> None:
        super().__init__()
        self.setObjectName("clear")
        self.boxes = dict(boxes)
        self.problem = label("", "second", tone="late")
        self.problem.hide()
        lines = column(gap=t.S1)
        for name, box in self.boxes.items():
            held = (beside or {}).get(name)
            fill(lines, clear(row(box, None, *([held] if held else []))))
        view = scroll(clear(column(lines, None, margins=(2, 0, 8, 0))))
        view.setMinimumSize(LIST_WIDE, min(LIST_HIGH, 34 * len(self.boxes) + 12))
        self.setLayout(column(view, self.problem, gap=t.S1))
        self.setFocusProxy(next(iter(self.boxes.values())))

    def chosen(self) -> list[str]:
        """Return the names of the ticked texts."""
        return [name for name, box in self.boxes.items() if box.isChecked()]

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong with the choice."""
        texts = [each.text for each in problems if each.field == "texts"]
        self.problem.setText(texts[0] if texts else "")
        self.problem.setVisible(bool(texts))


def give(context: Context, tasks: Tasks, current: str, parent: QWidget, done: Callable[[Path], None]) -> None:
    """Ask which texts and where to, and write the pack on the worker; `done` hears its path."""
    rows = text_editing.names(context)
    rows.sort(key=lambda each: each.origin == text_editing.SHIPPED)
    ticks = Ticks({each.name: QCheckBox(each.words) for each in rows})
    for name in [each.name for each in rows if each.origin != text_editing.SHIPPED] or [current]:
        if name in ticks.boxes:
            ticks.boxes[name].setChecked(True)

    def check() -> list[Problem]:
        return [] if ticks.chosen() else [NOTHING]

    if not ask_form(
        "Naskah mana yang dibagikan?",
        "Paket ditandatangani dengan kunci kantor ini dan tidak memuat data warga.",
        (ticks,),
        {},
        check,
        other=ticks.show_problems,
        verb="Pilih folder",
        icon="usb",
        parent=parent,
    ):
        return
    chosen = ticks.chosen()
    folder = dialogs.choose_folder("Pilih flashdisk atau folder untuk paket naskah", parent=parent)
    if folder:
        tasks.run(lambda: text_packs.export(context, chosen, folder), done)


def take(context: Context, tasks: Tasks, parent: QWidget, done: Callable[[int], None]) -> None:
    """Let the user pick a pack, read it on the worker, and ask what to take; `done` hears how many texts came."""
    path = dialogs.choose_file("Pilih paket naskah", KINDS, parent=parent)
    if path:
        tasks.run(lambda: text_packs.read(context, path), lambda held: _offer(context, tasks, held, parent, done))


def _offer(context: Context, tasks: Tasks, held: Opened, parent: QWidget, done: Callable[[int], None]) -> None:
    if not any(each.can_be_taken for each in held.items):
        said = f"Paket dari {held.pack.name} tidak memuat naskah baru yang dapat dipakai."
        dialogs.tell(said, _why_nothing(held), parent=parent)
        return
    chosen, since = _choose(context, held, parent)
    if chosen and _is_answered_for(held, parent):
        trusted = not held.is_known
        tasks.run(lambda: text_packs.take(context, held, chosen, since, trusted=trusted), lambda made: done(len(made)))


def _choose(context: Context, held: Opened, parent: QWidget) -> tuple[list[str], date | None]:
    boxes = {each.name: _box(each) for each in held.items}
    ticks = Ticks(boxes, {each.name: _state(each) for each in held.items})
    since = DateField("Berlaku sejak")
    since.set_value(context.today())
    mark = picture("badge-check" if held.is_known else "triangle-alert", t.TONES[_tone(held)].ink, 18)
    signer = row(mark, label(held.signer, wrap=True), gap=t.S2, margins=(t.S3, t.S2, t.S3, t.S2))
    signer.setStretch(1, 1)

    def check() -> list[Problem]:
        wrong = [each for each in text_editing.asked(context, since.value(), held.pack.name) if each.field == "since"]
        return wrong if ticks.chosen() else [NOTHING, *wrong]

    went_on = ask_form(
        f"Terima naskah dari {held.pack.name}?",
        f"Paket dibuat {long_date(held.pack.made)}. Naskah yang diterima menjadi versi baru; versi lama tetap ada.",
        (panel(_tone(held), signer), ticks, since),
        {"since": since},
        check,
        other=ticks.show_problems,
        verb="Terima",
        icon="download",
        parent=parent,
    )
    return (ticks.chosen() if went_on else []), since.value()


def _is_answered_for(held: Opened, parent: QWidget) -> bool:
    """Ask whether a key that nobody here knows is really the sender's."""
    return held.is_known or dialogs.confirm(
        "Kunci pengirim paket ini belum dikenal. Tetap terima?",
        f"Telepon {held.pack.name} di nomor yang sudah Anda kenal, dan cocokkan sidik kuncinya lebih dahulu.",
        "Tetap terima",
        careful=True,
        parent=parent,
    )


def _box(item: Item) -> QCheckBox:
    box = QCheckBox(item.words)
    box.setEnabled(item.can_be_taken)
    box.setChecked(item.can_be_taken)
    said = item.note or ("; ".join(each.text for each in item.problems))
    box.setToolTip(said)
    box.setAccessibleDescription(f"{item.state}. {said}".strip())
    return box


def _state(item: Item) -> QWidget:
    return chip(item.state, {NEW: "good", SAME: "neutral"}.get(item.state, "late"))


def _tone(held: Opened) -> str:
    return "good" if held.is_known else "warn"


def _why_nothing(held: Opened) -> str:
    wrong = next((each for each in held.items if each.state != SAME), None)
    if wrong is None:
        return "Semua naskahnya sama dengan yang sudah berlaku di sini."
    return f"{wrong.words}: {wrong.problems[0].text}" if wrong.problems else "Minta paket lain dari pengirimnya."
