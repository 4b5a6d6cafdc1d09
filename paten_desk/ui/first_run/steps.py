"""The further pages of the wizard: officials, services, the first user."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox

from paten_desk.domain.catalogue import ServiceStatus
from paten_desk.domain.errors import Problem
from paten_desk.domain.office import Office, OfficeRole
from paten_desk.domain.officials import Official, OfficialPersonal, Post
from paten_desk.domain.roles import ROLE_NAMES, Role
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import SecretField, TextField
from paten_desk.ui.first_run.places import Step
from paten_desk.ui.widgets import clear, column, row, scroll
from paten_desk.usecases import reference, setup
from paten_desk.usecases.setup import OfficeDraft, UserDraft

ALL_ROLES = tuple(role for role in Role if role is not Role.KABUPATEN)


class OfficialsStep(Step):
    """Who signs."""

    title = "Pejabat"
    second = "Camat wajib diisi; yang lain dapat menyusul di Pengaturan."

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[Post, tuple[TextField, TextField, TextField]] = {}
        box = column(gap=12)
        for post, name in ((Post.HEAD, "Camat"), (Post.SECRETARY, "Sekretaris"), (Post.SECTION_HEAD, "Kasi")):
            fields = (
                TextField(f"{name}: nama dengan gelar", optional=post is not Post.HEAD),
                TextField("Pangkat (golongan)", optional=True),
                TextField("NIP", optional=True),
            )
            self.rows[post] = fields
            box.addLayout(row(*fields, gap=12))
        self.section = TextField("Nama seksi", "Contoh: Pelayanan Umum", optional=True)
        box.addWidget(self.section)
        self.fields = {"name": self.rows[Post.HEAD][0], "nip": self.rows[Post.HEAD][2]}
        self.setLayout(column(Card().add(box), None))

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Set the officials whose names are typed."""
        made = tuple(
            Official(
                "",
                post,
                self.section.value() if post is Post.SECTION_HEAD else "",
                personal=OfficialPersonal(name.value(), rank.value(), "".join(c for c in nip.value() if c.isdigit())),
            )
            for post, (name, rank, nip) in self.rows.items()
            if name.value()
        )
        return replace(draft, officials=made)

    def problems(self) -> list[Problem]:
        """Ask for the camat's name, and whole NIPs."""
        found = [] if self.rows[Post.HEAD][0].value() else [Problem("name", "Isi nama camat dengan gelarnya.")]
        nip = "".join(letter for letter in self.rows[Post.HEAD][2].value() if letter.isdigit())
        if nip and len(nip) != 18:
            found.append(Problem("nip", f"NIP harus 18 angka; baru terisi {len(nip)}."))
        return found


class ServicesStep(Step):
    """What this office offers."""

    title = "Layanan yang dibuka"
    second = "Sesuaikan dengan pelimpahan kewenangan dari bupati; dapat diubah kapan saja."

    def __init__(self) -> None:
        super().__init__()
        shipped = [held for held in reference.shipped_services() if held.status is ServiceStatus.ACTIVE]
        self.boxes = {
            held.code: QCheckBox(f"{held.name} ({held.code})") for held in sorted(shipped, key=lambda each: each.name)
        }
        for box in self.boxes.values():
            box.setChecked(True)
        boxes = list(self.boxes.values())
        half = (len(boxes) + 1) // 2
        inside = clear(row(column(*boxes[:half], None, gap=4), column(*boxes[half:], None, gap=4), gap=24))
        self.setLayout(column(scroll(inside)))

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Set which services are off."""
        off = frozenset(code for code, box in self.boxes.items() if not box.isChecked())
        return replace(draft, services_off=off)

    def begin(self) -> None:
        """Put the cursor on the first service."""
        next(iter(self.boxes.values())).setFocus()


class UsersStep(Step):
    """Who logs in first: one admin, who may wear every hat of a small office."""

    title = "Petugas pertama"
    second = "Petugas lain ditambahkan nanti di Pengaturan. Tidak ada kata sandi bawaan."

    def __init__(self, is_kabupaten: bool) -> None:
        super().__init__()
        self.display = TextField("Nama di layar", "Contoh: Rina")
        self.password = SecretField("Kata sandi", "Paling sedikit 10 huruf; beberapa kata lebih baik.")
        self.again = SecretField("Ulangi kata sandi")
        self.fields = {"display": self.display, "password": self.password, "again": self.again}
        roles = (Role.KABUPATEN, Role.ADMIN) if is_kabupaten else ALL_ROLES
        self.boxes = {role: QCheckBox(ROLE_NAMES[role]) for role in roles}
        for box in self.boxes.values():
            box.setChecked(True)
        self.boxes[Role.ADMIN].setEnabled(False)
        hats = Card("Peran", note="satu orang boleh memegang beberapa").add(*self.boxes.values())
        form = Card().add(self.display, self.password, self.again)
        self.setLayout(column(row(form, hats, gap=24), None))

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Set the first user."""
        roles = tuple(role for role, box in self.boxes.items() if box.isChecked())
        return replace(draft, users=(UserDraft(self.display.value(), roles, self.password.value()),))

    def problems(self) -> list[Problem]:
        """Ask for a name and a strong password, twice the same."""
        draft = self.take(OfficeDraft(Office("", OfficeRole.KECAMATAN, "x", "x", "x", "x"), ()))
        found = [
            Problem(problem.field.rsplit(".", 1)[-1], problem.text)
            for problem in setup.check(draft)
            if problem.field.startswith("users.0.")
        ]
        if self.password.value() != self.again.value():
            found.append(Problem("again", "Kedua kata sandi belum sama; ketik ulang."))
        return found
