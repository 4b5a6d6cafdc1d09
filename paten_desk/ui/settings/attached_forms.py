"""Formulir terlampir: the PDFs that are given out for a service; one is attached or retired, none is deleted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.attachments import Attachment, check
from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import Problem
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ChoiceField, TextField
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import label
from paten_desk.usecases import attachments, inspection
from paten_desk.usecases.context import Context

COLUMNS = (Column("Formulir", strong=True), Column("Untuk", 140), Column("Halaman", 84))
OWN, EVERY = "own", "every"
SCOPES = ((OWN, "Layanan ini saja"), (EVERY, "Semua layanan"))
LIST_SIZE = (600, 240)


def show(context: Context, service: Service, parent: QWidget | None = None) -> None:
    """Show the forms of a service until the user goes back; others are attached and retired from there."""
    while True:
        held = attachments.of_service(context, service.code)
        table = _table(held)
        notice = Notice(
            f"Formulir terlampir: {service.name}",
            "Dicetak untuk warga dari ruang Cetakan, kelompok Formulir.",
            (("", BACK), ("retire", "Tarik formulir"), ("attach", "Lampirkan PDF")),
            icon="file-text",
            inside=table,
            keys={"retire": "Ctrl+D", "attach": "Ctrl+N"},
            parent=parent,
        )
        notice.buttons["retire"].setEnabled(bool(held))
        asked = notice.ask()
        if asked == "attach":
            _attach(context, service, parent)
        elif asked == "retire":
            _retire(context, next(form for form in held if form.id == table.current()), parent)
        else:
            return


def _table(held: list[Attachment]) -> Table:
    nothing = Empty(
        "file-text",
        "Belum ada formulir untuk layanan ini",
        "Lampirkan formulir kantor Anda dalam bentuk PDF; hanya yang tergambar di halamannya yang disimpan.",
    )
    table = Table("Formulir terlampir", COLUMNS, nothing, keys=(("↑↓", "pilih"),))
    table.setFixedSize(*LIST_SIZE)
    rows = [
        Row(form.id, (form.name, "Layanan ini" if form.service else "Semua layanan", str(form.pages))) for form in held
    ]
    table.show_rows(rows, len(rows))
    return table


def _attach(context: Context, service: Service, parent: QWidget | None) -> None:
    path = dialogs.choose_file("Pilih formulir", dialogs.PDF, parent=parent)
    if path is None:
        return
    content = inspection.content_of(path)
    name = TextField("Nama formulir", "Seperti yang dicari petugas di daftar, misalnya Formulir F-1.02.")
    name.set_value(path.stem.replace("_", " "))
    scope = ChoiceField("Diberikan untuk", SCOPES, OWN)
    wrong = label("", "second", wrap=True, tone="late")
    wrong.hide()

    def tell(found: list[Problem]) -> None:
        words = " ".join(problem.text for problem in found if problem.field == "pdf")
        wrong.setText(words)
        wrong.setVisible(bool(words))

    if ask_form(
        f"Lampirkan {path.name}?",
        "Formulir langsung dapat dicetak di semua loket. Tautan, isian, dan program di dalam PDF tidak ikut disimpan.",
        (name, scope, wrong),
        {"name": name, "scope": scope},
        lambda: check(name.value(), content),
        other=tell,
        verb="Lampirkan",
        icon="file-text",
        parent=parent,
    ):
        attachments.attach(context, service.code if scope.value() == OWN else "", name.value(), content)


def _retire(context: Context, form: Attachment, parent: QWidget | None) -> None:
    where = "layanan ini" if form.service else "semua layanan"
    reason = dialogs.ask_reason(
        f"Tarik formulir {form.name}?",
        f"Formulir ini tidak diberikan lagi untuk {where}. Catatannya tetap ada.",
        "Tarik formulir",
        parent=parent,
    )
    if reason:
        attachments.retire(context, form.id, reason)
