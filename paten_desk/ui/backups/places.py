"""Choose a place for backups: a stick that is plugged in, or a folder on another disk."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QWidget

from paten_desk.domain.errors import Problem
from paten_desk.ui import dialogs
from paten_desk.ui.ask import ask_form
from paten_desk.ui.fields import ComboField, Field, TextField, show_problems
from paten_desk.usecases import backup_places
from paten_desk.usecases.backup_places import Target
from paten_desk.usecases.backup_turns import Stick
from paten_desk.usecases.context import Context

FOLDER = "folder"
SAFER = "Nama ditulis juga di badan flashdisk. Flashdisk dikenali lagi di lubang USB mana pun."


def ask_place(context: Context, sticks: Sequence[Stick], parent: QWidget | None = None) -> Target | None:
    """Ask which place, and for its name; None where the user went back."""
    path = _ask_where(sticks, parent)
    if path is None:
        return None
    stick = next((each for each in sticks if each.path == path), None)
    where = TextField("Tempat")
    where.set_value(str(path))
    where.line.setReadOnly(True)
    name = TextField("Nama tempat ini", SAFER if stick else "Misalnya Disk kedua.", longest=40)
    name.set_value(stick.name if stick else path.name)
    fields: dict[str, Field] = {"path": where, "name": name}

    def check() -> list[Problem]:
        return backup_places.check(context.data, path, name.value())

    show_problems(fields, [problem for problem in check() if problem.field == "path"])
    words = "Di sana dibuat folder bernama PATEN cadangan; berkas lain di tempat itu tidak disentuh."
    if not ask_form("Pakai tempat ini?", words, (where, name), fields, check, first=name, verb="Pakai", parent=parent):
        return None
    return backup_places.add(context, path, name.value(), is_stick=stick is not None)


def _ask_where(sticks: Sequence[Stick], parent: QWidget | None) -> Path | None:
    if sticks:
        words = [(str(each.path), f"{each.name} ({each.path})") for each in sticks]
        which = ComboField("Tempat", [*words, (FOLDER, "Folder di disk lain")])
        which.set_value(words[0][0])

        def check() -> list[Problem]:
            return [] if which.value() else [Problem("which", "Pilih flashdisk, atau folder di disk lain.")]

        if not ask_form(
            "Di mana cadangan disimpan?",
            "Pakai dua flashdisk bergantian; yang satu selalu berada di luar kantor.",
            (which,),
            {"which": which},
            check,
            verb="Lanjut",
            icon="usb",
            parent=parent,
        ):
            return None
        if which.value() != FOLDER:
            return Path(which.value())
    return dialogs.choose_folder("Pilih flashdisk atau folder di disk lain", parent=parent)
