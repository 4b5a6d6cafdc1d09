"""Petugas: who logs in with which roles, and one's own password."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import ROLE_NAMES, Right, Role, User, may
from paten_desk.ui import dialogs
from paten_desk.ui import tokens as t
from paten_desk.ui.ask import ask_form
from paten_desk.ui.button import Button
from paten_desk.ui.cards import Card, Empty
from paten_desk.ui.fields import Field, SecretField, TextField
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.settings.recovery_page import RecoveryPage
from paten_desk.ui.settings.roles import Roles
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, label, picture, row
from paten_desk.usecases import offices, setup
from paten_desk.usecases.context import Context
from paten_desk.usecases.setup import UserDraft

COUNTER_ROLES = tuple(role for role in Role if role is not Role.KABUPATEN)
KABUPATEN_ROLES = (Role.KABUPATEN, Role.ADMIN)
STRONG = "Paling sedikit 10 huruf; beberapa kata lebih baik."
NOT_SAME = "Kedua kata sandi belum sama; ketik ulang."


class UsersTab(QWidget):
    """Own account above; below it, for those who may, everybody who logs in.

    Signals:
        page_made: A page shall open over this one (the page).
    """

    page_made = Signal(object)

    def __init__(self, context: Context, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("clear")
        self._context, self._tasks = context, tasks
        user = context.user
        self._roles = KABUPATEN_ROLES if context.office.role is OfficeRole.KABUPATEN else COUNTER_ROLES
        self.mine = Button("Ganti kata sandi saya", icon="lock")
        self.recovery = Button("Lembar pemulihan baru", icon="file-text")
        self.said = label("", "second", wrap=True)
        words = column(
            label(user.display, "strong"), label(", ".join(ROLE_NAMES[role] for role in user.roles), "hint", wrap=True)
        )
        words.setSpacing(0)
        top = row(picture("circle-user-round", t.ACCENT, 28), t.S1, words, self.recovery, self.mine)
        top.setStretchFactor(words, 1)
        account = Card(pad=t.S3).add(top, self.said)
        account.setAccessibleName("Akun saya")
        self.said.hide()
        self.table = Table(
            "Petugas",
            (Column("Nama", 260, strong=True), Column("Peran")),
            Empty("users", "Belum ada petugas lain", "Tambahkan petugas loket dengan Ctrl+N."),
            keys=(("↑↓", "pilih"), ("Enter", "ubah peran")),
        )
        self.retire = Button("Pensiunkan")
        self.give = Button("Beri kata sandi baru")
        self.edit = Button("Ubah peran", icon="pencil", key="F2")
        self.add = Button("Tambah petugas", "primary", "user-plus", "Ctrl+N")
        self.verbs = clear(row(self.retire, self.give, None, self.edit, self.add))
        self._leads = may(user.roles, Right.CHANGE_USERS)
        box = column(account, self.table, self.verbs, *([] if self._leads else [None]), gap=t.S3)
        if self._leads:
            box.setStretch(1, 1)
        self.setLayout(box)
        for part in (self.table, self.verbs, self.recovery):
            part.setVisible(self._leads)
        self.mine.clicked.connect(self._change_mine)
        self.recovery.clicked.connect(self._make_recovery)
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._change_roles)
        self.table.opened.connect(lambda _: self._change_roles())
        self.give.clicked.connect(self._give_password)
        self.retire.clicked.connect(self._retire)

    def refresh(self) -> None:
        """Read the users again."""
        rows = [
            Row(user.id, (user.display, ", ".join(ROLE_NAMES[role] for role in user.roles)))
            for user in setup.users(self._context)
        ]
        self.table.show_rows(rows, len(rows), "menurut urutan masuk")

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        self.refresh()

    def _chosen(self) -> User:
        return next(user for user in setup.users(self._context) if user.id == self.table.current())

    def _add(self) -> None:
        display, first = TextField("Nama di layar", "Contoh: Rina"), SecretField("Kata sandi awal", STRONG)
        roles = Roles(self._roles, (Role.COUNTER_CLERK,) if Role.COUNTER_CLERK in self._roles else self._roles[:1])
        fields: dict[str, Field] = {"display": display, "password": first}

        def typed() -> UserDraft:
            return UserDraft(display.value(), roles.value(), first.value())

        if ask_form(
            "Petugas baru",
            "Beri tahu kata sandi awalnya; ia menggantinya sendiri di Pengaturan.",
            (display, roles, first),
            fields,
            lambda: offices.check_user(self._context, typed()),
            other=roles.show_problems,
            icon="user-plus",
            parent=self,
        ):
            draft = typed()
            done = f"{draft.display} dapat masuk mulai sekarang."
            self._tasks.run(lambda: offices.add_user(self._context, draft), lambda _: self._say(done))

    def _change_roles(self) -> None:
        user = self._chosen()
        roles = Roles(self._roles, user.roles)
        if ask_form(
            f"Peran {user.display}",
            "Berlaku saat petugas itu masuk lagi.",
            (roles,),
            {},
            lambda: offices.check_roles(self._context, user.id, roles.value()),
            other=roles.show_problems,
            icon="users",
            parent=self,
        ):
            offices.change_roles(self._context, user.id, roles.value())
            self._say(f"Peran {user.display} sudah diubah.")

    def _change_mine(self) -> None:
        old, new, again = SecretField("Kata sandi lama"), SecretField("Kata sandi baru", STRONG), _again()
        fields: dict[str, Field] = {"old": old, "new": new, "again": again}

        def check() -> list[Problem]:
            found = offices.check_own_password(self._context, old.value(), new.value())
            return found if new.value() == again.value() else [*found, Problem("again", NOT_SAME)]

        if ask_form(
            "Ganti kata sandi saya", "", (old, new, again), fields, check, verb="Ganti", icon="lock", parent=self
        ):
            typed = old.value(), new.value()
            self._tasks.run(
                lambda: offices.change_password(self._context, *typed),
                lambda _: self._say("Kata sandi Anda sudah diganti; pakai yang baru saat masuk lagi."),
            )

    def _give_password(self) -> None:
        user = self._chosen()
        new, again = SecretField("Kata sandi baru", STRONG), _again()
        fields: dict[str, Field] = {"new": new, "again": again}

        def check() -> list[Problem]:
            found = offices.check_password(self._context, new.value(), user.id)
            return found if new.value() == again.value() else [*found, Problem("again", NOT_SAME)]

        if ask_form(
            f"Kata sandi baru untuk {user.display}",
            "Kata sandi lamanya tidak berlaku lagi. Pemberian ini tercatat.",
            (new, again),
            fields,
            check,
            icon="lock",
            parent=self,
        ):
            typed = new.value()
            self._tasks.run(
                lambda: offices.give_password(self._context, user.id, typed),
                lambda _: self._say(f"{user.display} masuk dengan kata sandi yang baru."),
            )

    def _retire(self) -> None:
        user = self._chosen()
        if dialogs.confirm(
            f"Pensiunkan {user.display}?",
            "Ia tidak dapat masuk lagi; semua catatannya tetap ada.",
            "Pensiunkan",
            careful=True,
            parent=self,
        ):
            offices.retire_user(self._context, user.id)
            self._say(f"{user.display} tidak lagi dapat masuk.")

    def _make_recovery(self) -> None:
        if dialogs.confirm(
            "Buat lembar pemulihan baru?",
            "Lembar yang lama tidak membuka apa pun lagi; musnahkan setelah yang baru tercetak.",
            "Buat lembar",
            careful=True,
            parent=self,
        ):
            secret = offices.make_recovery(self._context)
            self._tasks.run(
                lambda: setup.recovery_pdf(self._context, secret),
                lambda pdf: self.page_made.emit(RecoveryPage(pdf, self._tasks)),
            )


def _again() -> SecretField:
    return SecretField("Ulangi kata sandi baru")
