"""Page 3: what the clerk fills in for this service."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QCheckBox

from paten_desk.domain.catalogue import ServiceField
from paten_desk.domain.errors import Problem
from paten_desk.domain.service_changes import FIELD_KIND_NAMES
from paten_desk.ui import tokens as t
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ComboField, TextField
from paten_desk.ui.rows_model import Column
from paten_desk.ui.settings.service_wizard.part import Pairs, ServicePart
from paten_desk.ui.settings.service_wizard.row_list import RowList
from paten_desk.ui.widgets import clear, column, scroll
from paten_desk.usecases.service_drafts import ServiceDraft, key_of

COLUMNS = (
    Column("Isian", strong=True),
    Column("Jenis", 130, from_width=480),
    Column("Wajib", 110, from_width=560),
)
USUAL, LIST = "text", "list"


class BlanksPart(ServicePart):
    """The list of blanks; the key by which a letter's text knows a blank never changes once it is there."""

    stop = "Isian"
    title = "Isian"
    second = "Yang ditanyakan petugas selain data pemohon, nomor surat desa, dan keperluan."
    owned = ("fields",)

    def __init__(self) -> None:
        super().__init__()
        self._kept: set[str] = set()
        self.label = TextField("Nama isian", "Pendek, misalnya Alamat usaha.", longest=40)
        self.kind = ComboField("Jenis", [*FIELD_KIND_NAMES.items()])
        self.required = QCheckBox("Wajib diisi sebelum surat ditandatangani")
        self.columns = TextField("Kolom daftar", "Nama kolom, dipisahkan koma: Nama, Nomor induk.")
        inside = column(Pairs((self.label, self.kind), (self.columns,)), self.required, gap=t.S2)
        self.list = RowList(
            "Isian",
            COLUMNS,
            Empty("pencil", "Layanan ini tidak meminta isian lain", "Tekan Ctrl+N bila suratnya memerlukan isian."),
            _cells,
            lambda: ServiceField("", ""),
            clear(inside),
        )
        self._area = scroll(clear(column(self.list)))
        self.setLayout(column(self._area))
        self.list.chosen.connect(lambda _: self._show_row())
        self.list.edited.connect(self.changed)
        self.list.begun.connect(self._begin_row)
        for field in (self.label, self.kind, self.columns):
            field.changed.connect(self._take_row)
        self.required.toggled.connect(lambda _: self._take_row())

    def begin(self) -> None:
        self.list.setFocus()

    def fill(self, draft: ServiceDraft) -> None:
        for blank in draft.service.fields:
            if blank.key != key_of(blank.label, ()):  # not made here, so a letter's text may know it by its key
                self._kept.add(blank.key)
        self.list.show_rows(draft.service.fields, max(0, self.list.at()))
        self._show_row()

    def keep_keys(self, draft: ServiceDraft) -> None:
        """Let the blanks of a draft have their keys for ever."""
        self._kept |= {blank.key for blank in draft.service.fields}

    def take(self, draft: ServiceDraft) -> ServiceDraft:
        return replace(draft, service=replace(draft.service, fields=self.list.rows))

    def mark(self, problems: Sequence[Problem]) -> None:
        """Mark the rows that are wrong, and say under the chosen one what it lacks."""
        by_row = {problem.field: problem.text for problem in problems}
        self.list.mark([at for at in range(len(self.list.rows)) if f"fields.{at}" in by_row])
        said = by_row.get(f"fields.{self.list.at()}", "")
        about_columns = "kolom" in said.casefold()
        self.label.show_problem("" if about_columns else said)
        self.columns.show_problem(said if about_columns else "")

    def go_to(self, problems: Sequence[Problem]) -> None:
        """Choose the first row that is wrong."""
        first = next((problem.field for problem in problems if "." in problem.field), "")
        if first:
            self.list.choose(int(first.partition(".")[2]))
        self.mark(problems)
        (self.columns if self.columns.problem() else self.label).editor.setFocus()

    def _begin_row(self) -> None:
        self.label.line.setFocus()
        self._area.ensureWidgetVisible(self.label)

    def _show_row(self) -> None:
        at = self.list.at()
        if at < 0:
            return
        blank: ServiceField = self.list.rows[at]
        if self.label.value() != blank.label:
            self.label.set_value(blank.label)
        self.kind.set_value(blank.kind)
        said = ", ".join(words for _, words in blank.columns)
        if _parts(self.columns.value()) != _parts(said):
            self.columns.set_value(said)
        with QSignalBlocker(self.required):
            self.required.setChecked(blank.required)
        self.columns.setVisible(blank.kind == LIST)
        self.label.show_problem("")
        self.columns.show_problem("")

    def _take_row(self) -> None:
        at = self.list.at()
        if at < 0:
            return
        held: ServiceField = self.list.rows[at]
        others = tuple(each.key for place, each in enumerate(self.list.rows) if place != at)
        label = self.label.value()
        is_kept = held.key in self._kept
        kind = self.kind.value() or USUAL
        made = ServiceField(
            held.key if is_kept else key_of(label, others) if label else "",
            label,
            kind,
            self.required.isChecked(),
            _columns(self.columns.value(), held.columns) if kind == LIST else (),
        )
        self.columns.setVisible(kind == LIST)
        self.list.put(made)


def _cells(blank: ServiceField) -> tuple[str, str, str]:
    kind = FIELD_KIND_NAMES.get(blank.kind, blank.kind)
    return blank.label or "isian baru", kind, "wajib" if blank.required else "boleh kosong"


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _columns(text: str, held: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Read the heads of a list's columns; one that is there already keeps its key."""
    keys = {words: key for key, words in held}
    found: list[tuple[str, str]] = []
    for words in _parts(text):
        taken = tuple(key for key, _ in found)
        found.append((keys.get(words) or key_of(words, (*taken, *keys.values())), words))
    return tuple(found)
