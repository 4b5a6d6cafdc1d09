"""Pejabat and Petugas: who signs, and who logs in."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from paten_desk.domain.formats import long_date
from paten_desk.domain.officials import Holding, Official, OfficialPersonal, Post
from paten_desk.domain.roles import ROLE_NAMES, Role, User
from paten_desk.ui import dialogs
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.fields import ChoiceField, Field, SecretField, TextField, show_problems
from paten_desk.ui.notice import BACK, Notice
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.table import Table
from paten_desk.ui.widgets import clear, column, label, row
from paten_desk.usecases import letterheads, offices, setup
from paten_desk.usecases.context import Context
from paten_desk.usecases.setup import UserDraft

POSTS = ((Post.HEAD.value, "Camat"), (Post.SECRETARY.value, "Sekretaris"), (Post.SECTION_HEAD.value, "Kepala seksi"))
HOLDINGS = (("full", "Definitif"), ("Plt.", "Plt."), ("Plh.", "Plh."), ("Pj.", "Pj."))
COUNTER_ROLES = tuple(role for role in Role if role is not Role.KABUPATEN)


class OfficialsTab(QWidget):
    """Who holds which post today."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self.table = Table(
            "Pejabat yang menjabat hari ini",
            (Column("Jabatan", 260), Column("Nama", strong=True), Column("NIP", 190), Column("Sejak", 170)),
            Empty("stamp", "Belum ada pejabat", "Tambahkan camat dahulu; tanpa pejabat surat tidak dapat diterbitkan."),
            keys=(),
        )
        self.add = Button("Tambah pejabat", "primary", "plus", "Ctrl+N")
        self.setLayout(column(self.table, row(None, self.add)))
        self.add.clicked.connect(self._add)

    def refresh(self) -> None:
        """Read the officials again."""
        names = dict(POSTS)
        rows = [
            Row(
                held.id,
                (
                    " ".join(part for part in (held.holding.value, names[held.post.value], held.section) if part),
                    held.personal.name,
                    held.personal.nip or "-",
                    long_date(held.since),
                ),
            )
            for held in letterheads.officials(self._context)
        ]
        self.table.show_rows(rows, len(rows))

    def _add(self) -> None:
        post, holding = ChoiceField("Jabatan", POSTS, "head"), ChoiceField("Status jabatan", HOLDINGS, "full")
        fields: dict[str, Field] = {
            "name": TextField("Nama lengkap dengan gelar"),
            "rank": TextField("Pangkat dan golongan", optional=True),
            "nip": TextField("NIP", optional=True),
            "section": TextField("Nama seksi", "Hanya untuk kepala seksi.", optional=True),
        }
        if _ask(
            "Pejabat baru", "Pejabat lama pada jabatan yang sama berakhir sehari sebelumnya.", post, holding, fields
        ):
            texts = {name: field.value() for name, field in fields.items() if isinstance(field, TextField)}
            personal = OfficialPersonal(texts["name"], texts["rank"], texts["nip"])
            made = Official(
                "",
                Post(post.value()),
                texts["section"],
                Holding(holding.value().replace("full", "")),
                self._context.today(),
            )
            offices.assign(self._context, _with(made, personal))
            self.refresh()


def _with(official: Official, personal: OfficialPersonal) -> Official:
    return Official("", official.post, official.section, official.holding, official.since, None, personal)


class UsersTab(QWidget):
    """Who logs in, and with which roles."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context = context
        self.table = Table(
            "Petugas",
            (Column("Nama", 260, strong=True), Column("Peran")),
            Empty("users", "Belum ada petugas", "Tambahkan petugas loket."),
            keys=(("↑↓", "pilih"),),
        )
        self.add = Button("Tambah petugas", "primary", "user-plus", "Ctrl+N")
        self.retire = Button("Pensiunkan")
        self.setLayout(column(self.table, row(self.retire, None, self.add)))
        self.add.clicked.connect(self._add)
        self.retire.clicked.connect(self._retire)

    def refresh(self) -> None:
        """Read the users again."""
        rows = [
            Row(user.id, (user.display, ", ".join(ROLE_NAMES[role] for role in user.roles)))
            for user in setup.users(self._context)
        ]
        self.table.show_rows(rows, len(rows))

    def _add(self) -> None:
        boxes = {role: QCheckBox(ROLE_NAMES[role]) for role in COUNTER_ROLES}
        fields: dict[str, Field] = {
            "display": TextField("Nama di layar"),
            "password": SecretField("Kata sandi", "Paling sedikit 10 huruf; beberapa kata lebih baik."),
        }
        roles = Card("Peran").add(*boxes.values())
        if _ask("Petugas baru", "Petugas mengganti kata sandinya sendiri nanti.", roles, None, fields):
            display, password = fields["display"], fields["password"]
            assert isinstance(display, TextField)
            assert isinstance(password, SecretField)
            chosen = tuple(role for role, box in boxes.items() if box.isChecked())
            offices.add_user(self._context, UserDraft(display.value(), chosen, password.value()))
            self.refresh()

    def _retire(self) -> None:
        chosen: User | None = next(
            (user for user in setup.users(self._context) if user.id == self.table.current()), None
        )
        if chosen and dialogs.confirm(
            f"Pensiunkan {chosen.display}?",
            "Ia tidak dapat masuk lagi; semua catatannya tetap ada.",
            "Pensiunkan",
            careful=True,
            parent=self,
        ):
            offices.retire_user(self._context, chosen.id)
            self.refresh()


def _ask(question: str, consequence: str, first: QWidget, second: QWidget | None, fields: dict[str, Field]) -> bool:
    """Ask for several fields in one dialog; the use case itself judges them."""
    parts = [first, *([second] if second else []), *fields.values()]
    inside = clear(column(*parts, label("", "hint")))
    notice = Notice(question, consequence, (("", BACK), ("yes", "Simpan")), inside=inside, allowed=lambda: True)
    show_problems(fields, [])
    return notice.ask() == "yes"
