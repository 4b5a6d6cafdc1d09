"""The further pages of the wizard: officials, services, the first user."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QGridLayout

from paten_desk.domain.catalogue import ServiceStatus
from paten_desk.domain.errors import Problem
from paten_desk.domain.office import Office, OfficeRole
from paten_desk.domain.officials import Official, OfficialPersonal, Post
from paten_desk.domain.roles import ROLE_NAMES, Role
from paten_desk.ui import theme
from paten_desk.ui import tokens as t
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card
from paten_desk.ui.fields import Field, SecretField, TextField
from paten_desk.ui.first_run.step import Step
from paten_desk.ui.widgets import clear, column, label, row, scroll
from paten_desk.usecases import officials, reference, setup
from paten_desk.usecases.setup import OfficeDraft, UserDraft

COUNTER_ROLES = tuple(role for role in Role if role is not Role.KABUPATEN)
KABUPATEN_ROLES = (Role.KABUPATEN, Role.ADMIN)
POSTS = ((Post.HEAD, "Camat"), (Post.SECRETARY, "Sekretaris kecamatan"), (Post.SECTION_HEAD, "Kepala seksi"))
STRONG = "Paling sedikit 10 huruf; beberapa kata lebih baik."


class OfficialsStep(Step):
    """Who signs."""

    stop = "Pejabat"
    title = "Siapa yang menandatangani?"
    second = "Camat wajib diisi; yang lain dapat menyusul di Pengaturan."

    def __init__(self) -> None:
        super().__init__()
        cards = []
        for post, name in POSTS:
            named = TextField("Nama dengan gelar", optional=post is not Post.HEAD)
            rank = TextField("Pangkat (golongan)", optional=True)
            nip = TextField("NIP", optional=True)
            self.fields |= {f"{post}.name": named, f"{post}.rank": rank, f"{post}.nip": nip}
            line = [named, rank, nip]
            if post is Post.SECTION_HEAD:
                section = TextField("Nama seksi", "Contoh: Pelayanan Umum", optional=True)
                self.fields[f"{post}.section"] = section
                line.insert(0, section)
            box = row(*line, gap=t.S3)
            for at in range(len(line)):
                box.setStretch(at, 3 if line[at] is named else 2)
            cards.append(Card(name).add(box))
        self.setLayout(column(scroll(clear(column(*cards, None, gap=t.S3)))))
        self.end_with(nip)

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Set the officials whose names are typed."""
        return replace(draft, officials=tuple(self._typed()))

    def problems(self) -> list[Problem]:
        """Ask for the camat's name, whole NIPs, and the section of a section head."""
        found = [
            Problem(f"{official.post}.{problem.field}", problem.text)
            for official in self._typed()
            for problem in officials.check_words(official)
        ]
        if not self._text(f"{Post.HEAD}.name"):
            found.append(Problem(f"{Post.HEAD}.name", "Isi nama camat dengan gelarnya."))
        return found

    def summary(self, draft: OfficeDraft) -> str:
        """Name the camat."""
        return draft.officials[0].personal.name if draft.officials else ""

    def _typed(self) -> list[Official]:
        found = []
        for post, _ in POSTS:
            name, rank, nip = (self._text(f"{post}.{part}") for part in ("name", "rank", "nip"))
            if name or nip:
                section = self._text(f"{post}.section")
                digits = "".join(letter for letter in nip if letter.isdigit())
                found.append(Official("", post, section, personal=OfficialPersonal(name, rank, digits)))
        return found

    def _text(self, name: str) -> str:
        field = self.fields.get(name)
        return field.value() if isinstance(field, TextField) else ""


class ServicesStep(Step):
    """What this office offers."""

    stop = "Layanan"
    title = "Layanan yang dibuka"
    second = "Sesuaikan dengan pelimpahan kewenangan dari bupati atau wali kota; dapat diubah kapan saja."

    def __init__(self) -> None:
        super().__init__()
        shipped = [held for held in reference.shipped_services() if held.status is ServiceStatus.ACTIVE]
        self.boxes = {held.code: QCheckBox(held.name) for held in sorted(shipped, key=lambda each: each.name)}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(t.S3)
        grid.setVerticalSpacing(6)
        half = (len(self.boxes) + 1) // 2
        for at, (code, box) in enumerate(self.boxes.items()):
            box.setChecked(True)
            box.setToolTip(code)
            box.setFont(theme.font(t.SMALL))
            box.toggled.connect(lambda _: self._count())
            grid.addWidget(box, at % half, at // half)
        self.count = label("", "second")
        self.all, self.none = Button("Pilih semua", "quiet"), Button("Kosongkan", "quiet")
        self.all.clicked.connect(lambda: self._set_all(True))
        self.none.clicked.connect(lambda: self._set_all(False))
        inside = clear(column(grid, None, margins=(t.S4, t.S2, t.S4, t.S4)))
        card = Card(pad=0).add(row(self.count, None, self.none, self.all, margins=(t.S4, t.S2, t.S2, 0)))
        card.add(scroll(inside))
        card.body.setStretch(1, 1)
        self.setLayout(column(card))
        self._count()

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Set which services are off."""
        off = frozenset(code for code, box in self.boxes.items() if not box.isChecked())
        return replace(draft, services_off=off)

    def summary(self, draft: OfficeDraft) -> str:
        """Say how many are offered."""
        return f"{len(self.boxes) - len(draft.services_off)} dibuka"

    def begin(self) -> None:
        """Put the cursor on the first service."""
        next(iter(self.boxes.values())).setFocus()

    def _set_all(self, on: bool) -> None:
        for box in self.boxes.values():
            box.setChecked(on)

    def _count(self) -> None:
        chosen = sum(box.isChecked() for box in self.boxes.values())
        self.count.setText(f"{chosen} dari {len(self.boxes)} layanan dibuka. Spasi memilih, Tab ke layanan berikutnya.")


class UsersStep(Step):
    """Who logs in first: one admin, who may wear every hat of a small office."""

    stop = "Petugas"
    title = "Petugas pertama"
    second = "Petugas lain ditambahkan nanti di Pengaturan. Tidak ada kata sandi bawaan."

    def __init__(self, is_kabupaten: bool) -> None:
        super().__init__()
        self.display = TextField("Nama di layar", "Contoh: Rina")
        self.password = SecretField("Kata sandi", STRONG)
        self.again = SecretField("Ulangi kata sandi", "Kata sandi tidak dapat dibaca siapa pun; ingatlah baik-baik.")
        self.fields: dict[str, Field] = {
            "display": self.display,
            "password": self.password,
            "again": self.again,
        }
        self.boxes = {
            role: QCheckBox(ROLE_NAMES[role]) for role in (KABUPATEN_ROLES if is_kabupaten else COUNTER_ROLES)
        }
        for box in self.boxes.values():
            box.setChecked(True)
        fixed = Role.KABUPATEN if is_kabupaten else Role.ADMIN
        self.boxes[Role.ADMIN].setEnabled(False)
        self.boxes[fixed].setEnabled(False)
        words = label("Satu orang boleh memegang beberapa peran. Petugas pertama selalu admin.", "hint", wrap=True)
        hats = Card("Peran").add(words, *self.boxes.values(), None)
        form = Card().add(self.display, self.password, self.again, None)
        sides = row(form, hats, gap=t.S3)
        sides.setStretch(0, 3)
        sides.setStretch(1, 2)
        self.setLayout(column(sides, None))
        self.end_with(self.again)

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

    def summary(self, draft: OfficeDraft) -> str:
        """Name the user."""
        return draft.users[0].display if draft.users else ""
