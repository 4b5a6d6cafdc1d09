"""The second person on the same screen: who agrees, with their own password, to what one alone may not do."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.roles import Approval, Right, who_approves
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.fields import ComboField, Field, SecretField
from paten_desk.usecases import approvals
from paten_desk.usecases.context import Context

NOBODY = "Belum ada orang kedua yang dapat menyetujui langkah ini."
OWN_PASSWORD = "Diketik sendiri oleh yang menyetujui; persetujuan ini tercatat."


def ask_approval(context: Context, what: Right, words: str, parent: QWidget | None = None) -> Approval | None:
    """Ask a second person for consent; `words` say what is agreed to. None where they do not agree, or nobody can."""
    able = approvals.approvers(context, what)
    if not able:
        hint = f"Minta admin menambahkan {who_approves(what)} di Pengaturan, bagian Petugas."
        dialogs.tell(NOBODY, hint, parent=parent)
        return None
    who = ComboField("Yang menyetujui", [(user.id, user.display) for user in able])
    who.set_value(able[0].id if len(able) == 1 else "")
    password = SecretField("Kata sandi yang menyetujui", OWN_PASSWORD)
    who.changed.connect(password.clear_value)
    fields: dict[str, Field] = {"user": who, "password": password}
    made: list[Approval] = []

    def check() -> list[Problem]:
        if not who.value():
            return [Problem("user", "Pilih orang yang menyetujui.")]
        if not password.value():
            return [Problem("password", "Ketik kata sandi yang menyetujui.")]
        answer = approvals.attempt(context, what, who.value(), password.value())
        if isinstance(answer, Problem):
            password.clear_value()
            return [answer]
        made.append(answer)
        return []

    agreed = ask_form(
        "Persetujuan orang kedua",
        words,
        (who, password),
        fields,
        check,
        first=password if len(able) == 1 else who,
        verb="Setujui",
        icon="users",
        parent=parent,
    )
    return made[0] if agreed else None
