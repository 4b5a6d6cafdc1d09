"""The family of the applicant in a menu: one key brings it up, a digit takes somebody."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from paten_desk.ui import dialogs
from paten_desk.ui.registration.suggest import person_words
from paten_desk.usecases.context import Context
from paten_desk.usecases.people import PersonRow

MOST = 9  # one digit each


def ask(context: Context, family: Sequence[PersonRow], beside: QWidget) -> str:
    """Offer the family below a part of the form; return the id of who was taken, or ""."""
    if not family:
        dialogs.tell(
            "Belum ada anggota keluarga lain dengan nomor KK ini.",
            "Isi nomor KK pemohon, atau ketik datanya di bagian Untuk orang lain.",
            parent=beside.window(),
        )
        return ""
    menu = menu_of(context, family, beside)
    taken = menu.exec(beside.mapToGlobal(QPoint(0, beside.height())))
    return str(taken.data()) if taken is not None else ""


def menu_of(context: Context, family: Sequence[PersonRow], parent: QWidget) -> QMenu:
    """Return the menu; each entry begins with the digit that takes it."""
    menu = QMenu(parent)
    menu.setAccessibleName("Keluarga satu KK")
    for at, row in enumerate(family[:MOST], 1):
        words = person_words(context, row).replace("&", "&&")
        menu.addAction(f"&{at}  {words}").setData(row.id)
    menu.setActiveAction(menu.actions()[0])
    return menu
