"""The parts of a letter from top to bottom, as a list; what is always there stands in it too."""

from __future__ import annotations

from collections.abc import Collection

from paten_desk.ui.cards import Empty
from paten_desk.ui.rows_model import Cell, Column, Row
from paten_desk.ui.table import Table
from paten_desk.usecases import text_words
from paten_desk.usecases.text_blocks import KIND_NAMES, Draft
from paten_desk.usecases.text_samples import Vocabulary

HEAD, TITLE, RECIPIENT, SIGNATURE, COPIES = "head", "title", "recipient", "signature", "copies"
BLOCK = "block."
FIXED = {
    HEAD: ("Kop surat", "Kop, lambang, dan garisnya diatur pada Pengaturan, bagian Kantor."),
    SIGNATURE: (
        "Tanda tangan",
        "Blok tanda tangan dihitung dari jabatan, pejabat, dan surat keputusannya; tidak dapat dihapus.",
    ),
    "sheet": (
        "Judul",
        "Lembar mengetahui selalu berjudul LEMBAR MENGETAHUI dan memakai nomor register, tanpa nomor surat.",
    ),
}
COLUMNS = (Column("Bagian", 122, strong=True), Column("Isi"))


class Outline(Table):
    """All parts; the key of a row is "title", "block.3" or the name of what is always there."""

    def __init__(self) -> None:
        super().__init__(
            "Bagian surat",
            COLUMNS,
            Empty("file-text", "Naskah belum berisi", "Tambahkan bagian pertama dengan Ctrl+N."),
            keys=(("↑↓", "pilih"), ("Enter", "ubah")),
        )

    def show_parts(self, draft: Draft, vocabulary: Vocabulary, wrong: Collection[str], *, is_sheet: bool) -> None:
        """Show the parts of a draft; `wrong` are the keys of those to be mended."""
        rows = [Row(key, _cells(key, draft, vocabulary, key in wrong)) for key in parts(draft, is_sheet=is_sheet)]
        self.show_rows(rows, len(rows), "dari atas ke bawah")


def parts(draft: Draft, *, is_sheet: bool) -> list[str]:
    """List the keys of all parts from top to bottom; a countersignature sheet has a title and no copies of its own."""
    blocks = [f"{BLOCK}{at}" for at in range(len(draft.blocks))]
    if is_sheet:
        return [HEAD, "sheet", *blocks, SIGNATURE]
    return [HEAD, TITLE, RECIPIENT, *blocks, SIGNATURE, COPIES]


def block_at(key: str) -> int:
    """Return the place of the block with this key, or -1 for what is none."""
    return int(key.removeprefix(BLOCK)) if key.startswith(BLOCK) else -1


def _cells(key: str, draft: Draft, vocabulary: Vocabulary, is_wrong: bool) -> tuple[Cell, ...]:
    name, said = _part(key, draft, vocabulary)
    return name, ("Perbaiki", "late") if is_wrong else said


def _part(key: str, draft: Draft, vocabulary: Vocabulary) -> tuple[str, str]:
    words = vocabulary.words
    if key in FIXED:
        return FIXED[key][0], "selalu ada"
    if key == TITLE:
        name = "Judul" if draft.title or not draft.subject else "Hal"
        return name, text_words.shown(draft.title or draft.subject, words)
    if key in (RECIPIENT, COPIES):
        rows = draft.recipient if key == RECIPIENT else draft.copies
        said = ", ".join(text_words.shown(row.text, words) for row in rows)
        return ("Tujuan (Yth.)" if key == RECIPIENT else "Tembusan"), said or "tidak ada"
    block = draft.blocks[block_at(key)]
    return KIND_NAMES[block.kind], text_words.block_words(block, vocabulary.within(block.list_name))
