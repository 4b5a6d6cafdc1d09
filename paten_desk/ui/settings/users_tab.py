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
from paten_desk.ui.cards import Empty
from paten_desk.ui.fields import Field, SecretField, TextField
from paten_desk.ui.rows_model import Column, Row
from paten_desk.ui.settings.account import NOT_SAME, STRONG, AccountCard, again_field
from paten_desk.ui.settings.leaving_page import LeavingPage
from paten_desk.ui.settings.recovery_page import RecoveryPage
from paten_desk.ui.settings.roles import Roles
from paten_desk.ui.settings.served import Served
from paten_desk.ui.switching import at_login
from paten_desk.ui.table import Table
from paten_desk.ui.tasks import Tasks
from paten_desk.ui.widgets import clear, column, row
from paten_desk.usecases import leaving, offices, services, setup
from paten_desk.usecases.context import Context
from paten_desk.usecases.setup import UserDraft

COUNTER_ROLES = tuple(role for role in Role if role is not Role.KABUPATEN)
KABUPATEN_ROLES = (Role.KABUPATEN, Role.ADMIN)
COLUMNS = (
    Column("Nama", 230, strong=True),
    Column("Peran"),
    Column("Layanan", 210, from_width=860),
    Column("Keadaan", 190, from_width=700),
)
LEFT = ("Berhenti, belum tuntas", "warn")


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
        self._roles = KABUPATEN_ROLES if context.office.role is OfficeRole.KABUPATEN else COUNTER_ROLES
        self._serves = context.office.role is OfficeRole.KECAMATAN
        self._users: list[User] = []
        self._left: list[User] = []
        self.recovery = Button("Lembar pemulihan baru", icon="file-text")
        self.account = AccountCard(context, tasks, self.recovery)
        self.mine, self.said = self.account.password, self.account.said
        self.table = Table(
            "Petugas",
            COLUMNS if self._serves else (COLUMNS[0], COLUMNS[1], COLUMNS[3]),
            Empty("users", "Belum ada petugas lain", "Tambahkan petugas loket dengan Ctrl+N."),
            keys=(("↑↓", "pilih"), ("Enter", "ubah peran")),
        )
        self.retire = Button("Berhenti")
        self.give = Button("Beri kata sandi")
        self.serve = Button("Layanan", icon="list-checks", key="F7")
        self.edit = Button("Ubah peran", icon="pencil", key="F2")
        self.add = Button("Tambah petugas", "primary", "user-plus", "Ctrl+N")
        self.verbs = clear(row(self.retire, self.give, self.serve, None, self.edit, self.add))
        self._leads = may(context.user.roles, Right.CHANGE_USERS)
        box = column(self.account, self.table, self.verbs, *([] if self._leads else [None]), gap=t.S3)
        if self._leads:
            box.setStretch(1, 1)
        self.setLayout(box)
        for part in (self.table, self.verbs, self.recovery):
            part.setVisible(self._leads)
        self.serve.setVisible(self._serves)
        self.table.chosen.connect(lambda _: self._fit())
        self.recovery.clicked.connect(self._make_recovery)
        self.add.clicked.connect(self._add)
        self.edit.clicked.connect(self._change_roles)
        self.serve.clicked.connect(self._change_services)
        self.table.opened.connect(lambda _: self._open())
        self.give.clicked.connect(self._give_password)
        self.retire.clicked.connect(self._leave)

    def refresh(self) -> None:
        """Read the users again; below them those who have left while something is still to be done."""
        if not self._leads:
            return
        self._users = at_login(self._context)
        self._left = leaving.unfinished(self._context)
        rows = [self._row(user, ("Bertugas", "good")) for user in self._users]
        rows += [self._row(user, LEFT) for user in self._left]
        self.table.show_rows(rows, len(rows), "menurut urutan di layar masuk")
        self._fit()

    def _row(self, user: User, state: tuple[str, str]) -> Row:
        roles = ", ".join(ROLE_NAMES[role] for role in user.roles)
        served = (", ".join(user.services) or "semua",) if self._serves else ()
        return Row(user.id, (user.display, roles, *served, state))

    def _say(self, words: str) -> None:
        self.account.say(words)
        self.refresh()

    def _chosen(self) -> User:
        return next(user for user in (*self._users, *self._left) if user.id == self.table.current())

    def _fit(self) -> None:
        """Let those who left be followed up only."""
        works = self.table.current() in [user.id for user in self._users]
        for button in (self.give, self.serve, self.edit):
            button.setEnabled(works)

    def _open(self) -> None:
        (self.edit.click if self.edit.isEnabled() else self._leave)()

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

    def _change_services(self) -> None:
        user = self._chosen()
        served = Served(services.offered(self._context), user.services)
        if ask_form(
            f"Layanan yang dilayani {user.display}",
            "Berlaku saat petugas itu masuk lagi.",
            (served,),
            {},
            served.problems,
            other=served.show_problems,
            icon="list-checks",
            parent=self,
        ):
            offices.change_services(self._context, user.id, served.value())
            self._say(f"Layanan yang dilayani {user.display} sudah diubah.")

    def _give_password(self) -> None:
        user = self._chosen()
        new, again = SecretField("Kata sandi baru", STRONG), again_field()
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

    def _leave(self) -> None:
        rooms = frozenset({"backups"} if may(self._context.user.roles, Right.BACK_UP) else ())
        page = LeavingPage(self._context, self._chosen(), rooms)
        page.sheet_asked.connect(self._make_recovery)
        self.page_made.emit(page)

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
