"""Pejabat: who signs today."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import long_date
from paten_desk.domain.officials import Official
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.settings.official_form import OfficialForm, post_name
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import column, row
from paten_desk.usecases import officials
from paten_desk.usecases.context import Context

COLUMNS = (
    Column("Jabatan", 230),
    Column("Nama", strong=True),
    Column("Pangkat", 180, from_width=1000),
    Column("NIP", 172, from_width=720),
    Column("Sejak", 172),
    Column("Sampai", 148, from_width=1100),
)


class OfficialsTab(QWidget):
    """Who holds which post today; a change is a new assignment, the older letters keep the older name."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self.table = Table(
            "Pejabat yang menjabat hari ini",
            COLUMNS,
            Empty("stamp", "Belum ada pejabat", "Tambahkan camat dahulu; tanpa pejabat surat tidak dapat diterbitkan."),
            keys=(("↑↓", "pilih"), ("Enter", "ubah")),
        )
        self.end = Button("Akhiri jabatan")
        self.edit = Button("Ubah", icon="pencil", key="F2")
        self.add = Button("Tambah pejabat", "primary", "plus", "Ctrl+N")
        self.setLayout(column(self.table, row(self.end, None, self.edit, self.add)))
        self.add.clicked.connect(lambda: self._ask(None))
        self.edit.clicked.connect(self._edit)
        self.table.opened.connect(lambda _: self._edit())
        self.end.clicked.connect(self._end)

    def refresh(self) -> None:
        """Read the officials again, those whose time is to come after those of today."""
        held = officials.officials(self._context)
        rows = [self._row(each) for each in (*held, *officials.coming(self._context))]
        self.table.show_rows(rows, len(rows), "menurut jabatan")
        self.end.setEnabled(bool(rows))
        self.edit.setEnabled(bool(rows))

    def _row(self, held: Official) -> Row:
        personal = held.personal
        began = held.since <= self._context.today()
        period = f"{'' if began else 'mulai '}{long_date(held.since)}"
        until = long_date(held.until) if held.until else "-"
        return Row(held.id, (post_name(held), personal.name, personal.rank or "-", personal.nip or "-", period, until))

    def _edit(self) -> None:
        if (chosen := self.table.current()) is not None:
            self._ask(officials.official(self._context, str(chosen)))

    def _end(self) -> None:
        held = officials.official(self._context, str(self.table.current()))
        if dialogs.confirm(
            f"Akhiri jabatan {held.personal.name}?",
            "Mulai hari ini tidak ada surat yang ditandatangani dengan nama itu; surat lama tetap.",
            "Akhiri jabatan",
            careful=True,
            parent=self,
        ):
            officials.end(self._context, held.id)
            self.refresh()

    def _ask(self, held: Official | None) -> None:
        """Ask for a new official, or for other words of one who keeps the post."""
        form = OfficialForm(self._context.today(), held)
        question = f"Ubah {post_name(held)}" if held else "Pejabat baru"
        consequence = (
            "Dipakai sejak tanggal mulai; surat yang sudah terbit tetap memakai nama lamanya."
            if held
            else "Pejabat lama pada jabatan yang sama berakhir sehari sebelumnya; Plh. hanya menggantikan sementara."
        )

        def check() -> list[Problem]:
            return form.unread() or officials.check(self._context, form.official())

        if ask_form(question, consequence, form.parts, form.fields, check, icon="stamp", parent=self):
            if held and held.section != form.official().section:
                officials.end(self._context, held.id)
            officials.assign(self._context, form.official())
            self.refresh()
