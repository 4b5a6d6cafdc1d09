"""Pejabat: who signs today."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import long_date
from paten_desk.domain.officials import Holding, Official, OfficialPersonal, Post
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import ChoiceField, Field, TextField
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import column, row
from paten_desk.usecases import letterheads, offices
from paten_desk.usecases.context import Context

POSTS = ((Post.HEAD.value, "Camat"), (Post.SECRETARY.value, "Sekretaris"), (Post.SECTION_HEAD.value, "Kepala seksi"))
HOLDINGS = (("full", "Definitif"), ("Plt.", "Plt."), ("Plh.", "Plh."), ("Pj.", "Pj."))
COLUMNS = (
    Column("Jabatan", 270),
    Column("Nama", strong=True),
    Column("Pangkat", 210, from_width=1000),
    Column("NIP", 180, from_width=720),
    Column("Sejak", 160),
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
        """Read the officials again."""
        held = letterheads.officials(self._context)
        rows = [
            Row(
                each.id,
                (
                    _post(each),
                    each.personal.name,
                    each.personal.rank or "-",
                    each.personal.nip or "-",
                    long_date(each.since),
                ),
            )
            for each in held
        ]
        self.table.show_rows(rows, len(rows), "menurut jabatan")
        self.end.setEnabled(bool(held))
        self.edit.setEnabled(bool(held))

    def _edit(self) -> None:
        if (chosen := self.table.current()) is not None:
            self._ask(letterheads.official(self._context, chosen))

    def _end(self) -> None:
        held = letterheads.official(self._context, self.table.current())
        if dialogs.confirm(
            f"Akhiri jabatan {held.personal.name}?",
            "Mulai hari ini tidak ada surat yang ditandatangani dengan nama itu; surat lama tetap.",
            "Akhiri jabatan",
            careful=True,
            parent=self,
        ):
            offices.end(self._context, held.id)
            self.refresh()

    def _ask(self, held: Official | None) -> None:
        """Ask for a new official, or for other words of one who keeps the post."""
        post = ChoiceField("Jabatan", POSTS, held.post.value if held else Post.HEAD.value)
        holding = ChoiceField("Status jabatan", HOLDINGS, (held.holding.value or "full") if held else "full")
        section = TextField("Nama seksi", "Contoh: Pelayanan Umum")
        fields: dict[str, Field] = {
            "post": post,
            "holding": holding,
            "section": section,
            "name": TextField("Nama lengkap dengan gelar"),
            "rank": TextField("Pangkat dan golongan", "Contoh: Pembina (IV/a)", optional=True),
            "nip": TextField("NIP", optional=True),
        }
        if held:
            for name, text in (
                ("section", held.section),
                ("name", held.personal.name),
                ("rank", held.personal.rank),
                ("nip", held.personal.nip),
            ):
                _text(fields, name).set_value(text)
            post.hide()
            holding.hide()
        section.setVisible(post.value() == Post.SECTION_HEAD.value)
        post.changed.connect(lambda: section.setVisible(post.value() == Post.SECTION_HEAD.value))

        def typed() -> Official:
            is_section = post.value() == Post.SECTION_HEAD.value
            return Official(
                "",
                Post(post.value()),
                section.value() if is_section else "",
                Holding(holding.value().replace("full", "")),
                self._context.today(),
                personal=OfficialPersonal(*(_text(fields, name).value() for name in ("name", "rank", "nip"))),
            )

        def check() -> list[Problem]:
            return offices.check_official(typed())

        question = f"Ubah {_post(held)}" if held else "Pejabat baru"
        consequence = (
            "Dipakai mulai hari ini; surat yang sudah terbit tetap memakai nama lamanya."
            if held
            else "Pejabat lama pada jabatan dan status yang sama berakhir sehari sebelumnya."
        )
        if ask_form(question, consequence, tuple(fields.values()), fields, check, icon="stamp", parent=self):
            if held and held.section != typed().section:
                offices.end(self._context, held.id)
            offices.assign(self._context, typed())
            self.refresh()


def _text(fields: dict[str, Field], name: str) -> TextField:
    found = fields[name]
    assert isinstance(found, TextField)
    return found


def _post(official: Official) -> str:
    names = dict(POSTS)
    return " ".join(part for part in (official.holding.value, names[official.post.value], official.section) if part)
