"""The ways back in when a password is lost: the recovery sheet, or the kabupaten's answer where that is lost too."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import PatenError, Problem
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.asking_key import NOT_SAME, STRONG, ask_key, take_answer, waiting
from paten_desk.ui.fields import AreaField, ComboField, Field, SecretField
from paten_desk.ui.login import LoginWindow
from paten_desk.ui.tasks import Tasks
from paten_desk.usecases import setup

SHEET, ASK, TAKE, BACKUP = "sheet", "ask", "take", "backup"


def offer_restore(trouble: PatenError, login: LoginWindow) -> bool:
    """Tell why the office cannot be opened; return whether the user wants it back from a backup."""
    hint = "Jangan hapus apa pun. Data yang sekarang ada tetap disimpan di folder lain."
    is_wanted = dialogs.confirm(trouble.message, hint, "Pulihkan dari cadangan", careful=True, parent=login)
    login.password.editor.setFocus()
    return is_wanted


def recover(data: Path, login: LoginWindow, tasks: Tasks) -> bool:
    """Ask which way back in there is, and go it; the login window stays below.

    Return whether the user wants the office back from a backup instead, which needs another window.
    """
    shown = setup.front(data)
    staff = list(shown.staff.items()) if shown else []
    asked = waiting(data, staff)
    verbs = [(BACKUP, "Pulihkan data"), (ASK, "Lembar juga hilang"), (SHEET, "Pakai lembar pemulihan")]
    if asked:
        verbs.insert(2, (TAKE, "Ambil jawaban kabupaten"))
    way = dialogs.ask(
        "Bagaimana Anda masuk lagi?",
        "Lupa kata sandi: lembar pemulihan ada di amplop tertutup; bila lembarnya juga hilang, kuncinya diminta ke "
        "kabupaten. Data rusak atau hilang: kantor dipulihkan dari cadangan.",
        verbs,
        parent=login,
    )

    def done(user: str) -> None:
        login.choose(user)
        sheet = "" if way == SHEET else " Setelah itu buat lembar pemulihan baru di Pengaturan, bagian Petugas."
        hint = f"Masuklah dengan kata sandi itu.{sheet}"
        dialogs.tell("Kata sandi baru sudah berlaku.", hint, tone="good", parent=login)

    if way == ASK:
        ask_key(data, staff, login.chosen(), tasks, login)
    elif way == TAKE:
        take_answer(data, asked, tasks, done, login)
    elif way == SHEET:
        answer = ask_recovery(staff, login.chosen(), lambda secret, new: setup.check_recovery(data, secret, new), login)
        if answer is not None:
            user, secret, password = answer
            tasks.run(lambda: setup.reset_password(data, secret, user, password), lambda _: done(user))
    return way == BACKUP


def ask_recovery(
    staff: Sequence[tuple[str, str]],
    chosen: str,
    check: Callable[[str, str], list[Problem]],
    parent: QWidget | None = None,
) -> tuple[str, str, str] | None:
    """Ask who, the code of the sheet and a new password; return (user, code, password), or None.

    `check(code, password)` lists what is wrong ("secret", "new").
    """
    who = ComboField("Petugas", list(staff))
    who.set_value(chosen)
    secret = AreaField(
        "Kode pada lembar pemulihan", "Ketik atau pindai: AGE-SECRET-KEY-1 sampai huruf terakhir.", lines=2
    )
    new = SecretField("Kata sandi baru", STRONG)
    again = SecretField("Ulangi kata sandi baru")
    fields: dict[str, Field] = {"user": who, "secret": secret, "new": new, "again": again}

    def problems() -> list[Problem]:
        found = [] if who.value() else [Problem("user", "Pilih petugas yang mendapat kata sandi baru.")]
        found += check(secret.value(), new.value())
        return found if new.value() == again.value() else [*found, Problem("again", NOT_SAME)]

    if ask_form(
        "Masuk lagi dengan lembar pemulihan",
        "Buka satu amplop lembar pemulihan. Setelah ini, buat lembar baru di Pengaturan, bagian Petugas.",
        tuple(fields.values()),
        fields,
        problems,
        verb="Ganti kata sandi",
        icon="lock",
        parent=parent,
    ):
        return who.value(), secret.value(), new.value()
    return None
