"""F1: the keys of the page that is open, and those that work everywhere."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from paten_desk.ui import tokens as t
from paten_desk.ui.notice import Notice
from paten_desk.ui.widgets import clear, key_cap, label, row

Key = tuple[str, str]
"""A key and what it does."""

SEARCH: Key = ("Ctrl+K", "cari di semua data")
EVERYWHERE: tuple[Key, ...] = (
    ("Alt+1", "pindah ruang, menurut angkanya"),
    ("Enter", "lanjut ke isian berikutnya"),
    ("F12", "ganti petugas"),
    ("F1", "tombol di halaman ini"),
)


def key_help(title: str, keys: Sequence[Key], parent: QWidget | None = None, *, searches: bool = True) -> Notice:
    """Return the dialog that lists the keys of a page; `searches` where there is a search box."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(t.S3)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    everywhere = (SEARCH, *EVERYWHERE) if searches else EVERYWHERE
    sections = (("", keys), ("Di mana saja" if keys else "", everywhere))
    for head, entries in sections:
        if head:
            grid.addWidget(label(head, "label"), grid.rowCount(), 0, 1, 2)
        for key, what in entries:
            at = grid.rowCount()
            grid.addWidget(clear(row(key_cap(key), None)), at, 0)
            grid.addWidget(label(what), at, 1)
    return Notice(f"Tombol di {title}", "", (("", "Tutup"),), icon="keyboard", inside=clear(grid), parent=parent)
