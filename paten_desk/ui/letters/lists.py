"""The lists of the room Surat: piles of requests by their next step, and the register of numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from paten_desk.domain.letters import STATE_WORDS, LetterState
from paten_desk.domain.workflow import Action
from paten_desk.ui.cards import Empty
from paten_desk.ui.requests.words import name_cell, promise, service_name, short_date, short_service
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.table import Table
from paten_desk.usecases import letters, services, worklists
from paten_desk.usecases.context import Context
from paten_desk.usecases.print_jobs import Waiting
from paten_desk.usecases.work import LetterRow, RequestRow

KEYS = (("↑↓", "pilih"), ("Enter", "buka berkas"))


@dataclass(frozen=True, slots=True)
class Pile:
    """One group of papers: those whose next step is one of `actions`."""

    words: str
    actions: tuple[Action, ...]
    nothing: str


PILES = {
    "sign": Pile("Tanda tangan", (Action.SIGN,), "Tidak ada surat yang menunggu tanda tangan."),
    "issue": Pile("Beri nomor", (Action.MAKE_READY,), "Tidak ada surat yang menunggu nomor."),
    "initial": Pile(
        "Paraf", (Action.INITIAL_SECTION, Action.INITIAL_SECRETARY), "Tidak ada konsep yang menunggu paraf."
    ),
}
BOOK, UNPRINTED = "book", "unprinted"
OTHER_WORDS = {UNPRINTED: "Cetak", BOOK: "Buku surat"}


def pile_table() -> Table:
    """Return the list of a pile, without rows."""
    columns = (Column("Janji", 148), Column("Nama", strong=True), Column("Layanan", from_width=380))
    return Table("Surat yang menunggu", columns, Empty("file-text", "", ""), KEYS)


def book_table() -> Table:
    """Return the register of letters, without rows."""
    columns = (Column("Nomor surat", 226), Column("Nama", strong=True), Column("Tanggal", 90, from_width=400))
    empty = Empty("book-open", "Belum ada surat bernomor.", "Surat masuk buku ini begitu diberi nomor.")
    return Table("Buku surat", columns, empty, KEYS)


def unprinted_table() -> Table:
    """Return the list of issued letters that are not known to be on paper, without rows."""
    columns = (Column("Nomor surat", 226), Column("Nama", strong=True), Column("Keadaan", 118, from_width=400))
    empty = Empty("printer", "Semua surat sudah tercetak.", "Surat yang bernomor muncul di sini sampai ia tercetak.")
    return Table("Surat yang belum tercetak", columns, empty, KEYS)


def show_unprinted(table: Table, waiting: list[Waiting]) -> None:
    """Fill the list of letters without paper, the uncertain ones marked."""
    rows = [
        Row(each.row, (each.row.number, each.row.name, ("Belum pasti", "late") if each.uncertain else "Belum dicetak"))
        for each in waiting
    ]
    table.show_rows(rows, len(rows), "terlama dahulu")


def show_pile(table: Table, context: Context, pile: Pile, total: int) -> None:
    """Fill the list of a pile, late first."""
    now = context.now()
    catalogue = services.catalogue(context)

    def page(after: RequestRow | None) -> list[Row]:
        return [
            Row(each, (promise(each, now), name_cell(each), service_name(each, catalogue)))
            for each in worklists.waiting(context, pile.actions, after)
        ]

    table.empty.say(pile.nothing, "Surat muncul di sini begitu langkah sebelumnya selesai.")
    table.show_rows(page(None), total, "yang terlambat dahulu", page)


def show_book(table: Table, context: Context, total: int) -> None:
    """Fill the register, newest first."""
    table.show_rows(_book_page(context, None), total, "terbaru dahulu", lambda last: _book_page(context, last))


def _book_page(context: Context, before: LetterRow | None) -> list[Row]:
    """Return the next rows that have a number; drafts stand in the same table and are passed over."""
    while page := letters.register(context, before):
        if numbered := [each for each in page if each.number]:
            return [Row(each, (each.number, each.name, _when_or_ended(each))) for each in numbered]
        before = page[-1]
    return []


def _when_or_ended(row: LetterRow) -> Cell:
    """Return the date of a letter, or the word that it counts no more."""
    if row.state:
        return STATE_WORDS[LetterState(row.state)], "late"
    return short_date(date.fromisoformat(row.dated))


def request_behind(key: RequestRow | LetterRow | None) -> str:
    """Return the request behind a chosen row, or "" where none is chosen."""
    if key is None:
        return ""
    return key.request if isinstance(key, LetterRow) else key.id


def paper_name(number: str, name: str) -> str:
    """Return the file name of a saved paper: number and service, without signs a disk does not take."""
    kept = "".join(each if each.isalnum() or each in " .-_" else "-" for each in f"{number} {short_service(name)}")
    return f"{kept.strip()}.pdf"
