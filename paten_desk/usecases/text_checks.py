"""What is wrong with a letter's text, told before it is kept: each problem names the part it stands in.

Fields of the problems: "title", "recipient", "copies", "block.3" (counted from 0), and "text" for the whole.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from pypdf import PdfReader

from paten_desk.documents import grammar, templates
from paten_desk.documents.template_file import is_blank, label
from paten_desk.domain.errors import PatenError, Problem, Rejected
from paten_desk.domain.letters import REJECTION
from paten_desk.usecases import text_samples
from paten_desk.usecases.context import Context
from paten_desk.usecases.text_blocks import KIND_NAMES, MAX_BLOCKS, SINGLE, Block, Draft, Row, parse

MAX_SOURCE_BYTES = 56 * 1024  # as a record writes it, which holds 64 KiB
MAX_SAMPLE_PAGES, MAX_LONG_PAGES = 3, 14
MAX_COLUMNS = 7
MAX_BESIDE = 12  # rows of two columns, which stand on one page
LEAST_SHARE = 0.06  # of the width of a table; narrower, a column breaks its words letter by letter


@dataclass(frozen=True, slots=True)
class Known:
    """What a text may ask for.

    Attributes:
        own: The services' own blanks, by name of the service.
        lists: Columns of the lists there are.

    """

    words: Mapping[str, str]
    own: Mapping[str, frozenset[str]]
    lists: Mapping[str, Mapping[str, str]]


def check(context: Context, name: str, source: str) -> list[Problem]:
    """List what is wrong with a text; none of them where it can be kept."""
    try:
        draft = parse(source)
    except Rejected as refused:
        return [Problem("text", refused.message)]
    found = [*_whole(draft, source), *_texts(draft, _known(context, name))]
    if any(problem.blocks for problem in found):
        return found
    return found + _drawn(context, name, source)


def _known(context: Context, name: str) -> Known:
    held = text_samples.services_of(context, name) if name != REJECTION else []
    return Known(
        text_samples.words(context, name),
        {service.name: text_samples.asked(service) for service in held},
        text_samples.list_columns(context, name),
    )


def _whole(draft: Draft, source: str) -> Iterator[Problem]:
    if draft.title.strip() and draft.subject.strip():
        yield Problem("title", "Naskah hanya boleh memuat judul atau hal, tidak keduanya.")
    if not draft.title.strip() and not draft.subject.strip():
        yield Problem("title", "Isi judul surat keterangan, atau hal surat dinas.")
    if not draft.blocks:
        yield Problem("text", "Tambahkan paling sedikit satu bagian isi surat.")
    if len(draft.blocks) > MAX_BLOCKS:
        yield Problem("text", f"Naskah paling banyak memuat {MAX_BLOCKS} bagian.")
    if len(json.dumps(source, ensure_ascii=False).encode()) > MAX_SOURCE_BYTES:
        yield Problem("text", "Naskah ini terlalu panjang untuk disimpan; ringkaskan isinya.")


def _texts(draft: Draft, known: Known) -> Iterator[Problem]:
    yield from _text("title", "", draft.title or draft.subject, known)
    for field, rows in (("recipient", draft.recipient), ("copies", draft.copies)):
        for at, row in enumerate(rows, 1):
            yield from _row(field, f"baris {at}", row, known)
    for at, block in enumerate(draft.blocks):
        yield from _block(f"block.{at}", block, known)


def _block(field: str, block: Block, known: Known) -> Iterator[Problem]:
    yield from _condition(field, "", block.when, known)
    if block.kind == "table":
        yield from _table(field, block, known)
        return
    if block.kind == "details":
        if block.list_name != "details":
            yield Problem(field, "Rincian layanan hanya dapat memuat isian layanan itu sendiri.")
        return
    if not block.rows and not block.right:
        yield Problem(field, f"{KIND_NAMES[block.kind]} ini belum berisi; isi atau hapus.")
    if max(len(block.rows), len(block.right)) > MAX_BESIDE and block.kind == "columns":
        yield Problem(field, f"Dua kolom memuat paling banyak {MAX_BESIDE} baris di tiap sisi.")
    for at, row in enumerate((*block.rows, *block.right), 1):
        place = "" if block.kind in SINGLE else f"baris {row.name or at}"
        if block.kind == "facts" and not row.name.strip():
            yield Problem(field, f"Isi nama baris {at}.")
        yield from _row(field, place, row, known, may_be_empty=block.kind == "columns")


def _table(field: str, block: Block, known: Known) -> Iterator[Problem]:
    columns = known.lists.get(block.list_name)
    if columns is None:
        yield Problem(field, "Pilih daftar yang diisi pada layanan naskah ini." if known.lists else NO_LIST)
        return
    if not 1 <= len(block.rows) <= MAX_COLUMNS:
        yield Problem(field, f"Tabel memuat 1 sampai {MAX_COLUMNS} kolom.")
    shares = sum(max(row.share, 0) for row in block.rows)
    for at, row in enumerate(block.rows, 1):
        place = f"kolom {row.name or at}"
        if not row.name.strip():
            yield Problem(field, f"Isi kepala kolom {at}.")
        if not row.share > 0:
            yield Problem(field, f"Lebar {place} harus lebih dari 0.")
        elif row.share < LEAST_SHARE * shares:
            yield Problem(field, f"Lebar {place} terlalu kecil; paling sedikit {LEAST_SHARE:.0%} lebar tabel.")
        yield from _text(field, place, row.text, known, columns)


NO_LIST = "Layanan naskah ini tidak mengisi daftar; pakai baris data, atau hapus tabelnya."


def _row(field: str, place: str, row: Row, known: Known, *, may_be_empty: bool = False) -> Iterator[Problem]:
    if not row.text.strip() and not may_be_empty:
        yield Problem(field, f"Isi {place} masih kosong; isi atau hapus." if place else "Isi bagian ini, atau hapus.")
    yield from _condition(field, place, row.when, known)
    yield from _text(field, place, row.text, known, conditional=bool(row.when))


def _condition(field: str, place: str, when: str, known: Known) -> Iterator[Problem]:
    if when and when not in known.words:
        yield Problem(field, _sentence(place, f"syarat memakai isian yang tidak dikenal: {when[:60]}."))


def _text(
    field: str,
    place: str,
    words: str,
    known: Known,
    columns: Mapping[str, str] | None = None,
    conditional: bool = False,
) -> Iterator[Problem]:
    """Check the blanks of one text: those of a table's row are asked by `columns`."""
    items = frozenset(f"item.{key}" for key in columns or ())
    try:
        read = grammar.read(words, lambda name: is_blank(name) or name in items)
    except PatenError as problem:
        unknown = problem.message.partition("tidak dikenal: ")[2]
        said = f"isian tidak dikenal: {unknown}" if unknown else "tanda kurung kurawal isian tidak berpasangan."
        yield Problem(field, _sentence(place, said))
        return
    for blank in dict.fromkeys([*grammar.blanks(read), *(piece.when for piece in read if piece.when)]):
        if blank not in known.words and blank not in items:
            said = f"isian {label(blank)} ({blank[:60]}) tidak diisi pada layanan mana pun yang memakai naskah ini."
            yield Problem(field, _sentence(place, said))
    for blank in grammar.needed(read) if not conditional else ():
        lacking = [name for name, held in known.own.items() if blank.startswith("field.") and blank not in held]
        if blank in known.words and lacking:
            yield Problem(field, _sentence(place, f"{known.words[blank]} tidak diisi pada layanan {lacking[0]}."))


def _sentence(place: str, said: str) -> str:
    return f"Pada {place}, {said}" if place else said[0].upper() + said[1:]


def _drawn(context: Context, name: str, source: str) -> list[Problem]:
    """Draw the text with the sample and with the longest names and lists, and count the pages."""
    text = templates.read(name, source.encode())
    usual = pages(text_samples.draw(context, name, text))
    if usual > MAX_SAMPLE_PAGES:
        return [Problem("text", f"Surat ini menjadi {usual} halaman; ringkaskan sampai {MAX_SAMPLE_PAGES} halaman.")]
    longest = pages(text_samples.draw(context, name, text, extreme=True))
    if longest > MAX_LONG_PAGES:
        return [Problem("text", f"Dengan nama dan daftar terpanjang surat ini menjadi {longest} halaman; ringkaskan.")]
    return []


def pages(pdf: bytes) -> int:
    """Count the pages of a drawn letter."""
    return len(PdfReader(BytesIO(pdf)).pages)
