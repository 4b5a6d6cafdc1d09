"""The way back in when a password is lost: the code of the recovery sheet and a new password."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui.ask import ask_form
from paten_desk.ui.fields import AreaField, ComboField, Field, SecretField

NOT_SAME = "Kedua kata sandi belum sama; ketik ulang."


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
    new = SecretField("Kata sandi baru", "Paling sedikit 10 huruf; beberapa kata lebih baik.")
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
