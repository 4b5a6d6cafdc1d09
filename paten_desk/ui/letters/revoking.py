"""Revoke an issued letter, or begin the one that replaces it: what, why, and a second person."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.domain.formats import long_date
from paten_desk.domain.letters import Letter
from paten_desk.domain.people import clean
from paten_desk.domain.roles import Right
from paten_desk.ui import dialogs
from paten_desk.ui.approving import ask_approval
from paten_desk.ui.ask import ask_form
from paten_desk.ui.fields import ChoiceField, Field, TextField
from paten_desk.usecases import revoking
from paten_desk.usecases.context import Context

REVOKE, REPLACE = "revoke", "replace"
WAYS = ((REPLACE, "Ganti dengan surat baru"), (REVOKE, "Cabut saja"))
HINTS = {
    REPLACE: "Permohonan baru dibuat dari data yang sama; surat lama berlaku sampai penggantinya terbit.",
    REVOKE: "Surat tidak berlaku lagi mulai hari ini; nomor dan kertasnya tetap di arsip dengan tanda DICABUT.",
}


def ask(context: Context, letter: Letter, parent: QWidget | None = None) -> str | None:
    """Ask how and why a letter is to end, and do it with a second person's consent.

    Returns the id of the request to open for a replacement, "" after a revocation, None where the user went back.
    """
    way = ChoiceField("Yang dilakukan", WAYS, REPLACE)
    way.say(HINTS[REPLACE])
    way.changed.connect(lambda: way.say(HINTS[way.value()]))
    reason = TextField("Alasan", "Tercatat di buku surat dan dapat dibaca pemeriksa.")
    fields: dict[str, Field] = {"way": way, "reason": reason}

    def check() -> list[Problem]:
        return [] if clean(reason.value()) else [Problem("reason", "Tulis alasannya; ia tercatat di buku surat.")]

    if not ask_form(
        f"Cabut atau ganti surat {letter.number}?",
        "Surat yang sudah terbit tidak pernah diubah atau dihapus.",
        (way, reason),
        fields,
        check,
        verb="Lanjut",
        icon="file-warning",
        parent=parent,
    ):
        return None
    verb = "Mencabut" if way.value() == REVOKE else "Mengganti"
    approval = ask_approval(context, Right.REVOKE, f"{verb} surat {letter.number}: {clean(reason.value())}", parent)
    if approval is None:
        return None
    if way.value() == REVOKE:
        revoking.revoke(context, letter.request, reason.value(), approval)
        return ""
    made = revoking.replace_letter(context, letter.request, reason.value(), approval)
    dialogs.tell(
        f"Permohonan {made.number} dibuat untuk surat pengganti.",
        "Perbaiki isiannya, lalu buat konsep, paraf, dan tanda tangani seperti biasa.",
        tone="good",
        parent=parent,
    )
    return made.id


def standing(letter: Letter) -> str:
    """Say in one line what became of a letter and which other one it belongs to, or ""."""
    before, after = revoking.links(letter)
    parts = []
    if word := revoking.word(letter):
        since = f" sejak {long_date(letter.ended_on)}" if letter.ended_on else ""
        parts.append(f"{word}{since}: {letter.personal.reason}".rstrip(": "))
    if after is not None:
        parts.append(f"diganti dengan nomor {after.number}")
    if before is not None:
        parts.append(f"mengganti nomor {before.number}")
    return "; ".join(parts)
