"""How this computer prints each kind of sheet: a small file in its data folder, since its printers are no other's."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Any

import msgspec

from paten_desk.documents import calibration
from paten_desk.documents.page import Paper
from paten_desk.domain import printing
from paten_desk.domain.errors import Invalid, Problem
from paten_desk.domain.printing import PAPERS_MM, PrintProfile, SheetKind
from paten_desk.store.front import write_whole
from paten_desk.usecases.context import Context

FILE = "printer.json"
RECEIPT = "receipt"
DAMAGED = (
    "Pengaturan printer komputer ini tidak terbaca, jadi dipakai pengaturan bawaan. Atur kembali tiap lembar di sini."
)


@dataclass(frozen=True, slots=True)
class Profiles:
    """All profiles of this computer.

    Attributes:
        by_sheet: One for every kind of sheet.
        note: What the user must know, "" for nothing: the file was damaged and the defaults count.

    """

    by_sheet: dict[SheetKind, PrintProfile]
    note: str = ""


def profiles(context: Context) -> Profiles:
    """Read the profiles; what was never set has its defaults, and so has everything after damage."""
    defaults = {sheet: PrintProfile(sheet) for sheet in SheetKind}
    try:
        read = _entries(context)
        known = [entry for entry in read if entry.get("sheet") in {sheet.value for sheet in SheetKind}]
        held = [msgspec.convert(entry, PrintProfile) for entry in known]
    except (OSError, msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        return Profiles(defaults, DAMAGED)
    if any(printing.check(each) for each in held):
        return Profiles(defaults, DAMAGED)
    return Profiles(defaults | {each.sheet: each for each in held})


def profile(context: Context, sheet: SheetKind) -> PrintProfile:
    """Return how one kind of sheet is printed here."""
    return profiles(context).by_sheet[sheet]


def check(edited: PrintProfile) -> list[Problem]:
    """List what is wrong with an edited profile."""
    return printing.check(edited)


def save(context: Context, edited: PrintProfile) -> None:
    """Keep a profile on this computer, the others as they are.

    Raises:
        Invalid, StoreUnavailable: Not with these values; the disk cannot be written.

    """
    found = check(edited)
    if found:
        raise Invalid(found)
    _write(context, profiles(context).by_sheet | {edited.sheet: edited}, receipt_form(context))


def receipt_form(context: Context) -> str:
    """Return the form of receipt that was last chosen on this computer, "" before the first choice or after damage."""
    try:
        chosen = [entry[RECEIPT] for entry in _entries(context) if RECEIPT in entry]
    except (OSError, msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError):
        return ""
    return chosen[0] if chosen and isinstance(chosen[0], str) else ""


def keep_receipt_form(context: Context, form: str) -> None:
    """Remember the chosen form of receipt on this computer.

    Raises:
        StoreUnavailable: The disk cannot be written.

    """
    if form != receipt_form(context):
        _write(context, profiles(context).by_sheet, form)


def _entries(context: Context) -> list[dict[str, Any]]:
    """Read the file: an entry for each profile, and one that names the form of receipt."""
    try:
        content = (context.data / FILE).read_bytes()
    except FileNotFoundError:
        return []
    return msgspec.json.decode(content, type=list[dict[str, Any]])


def _write(context: Context, by_sheet: dict[SheetKind, PrintProfile], receipt: str) -> None:
    changed: list[dict[str, Any]] = [asdict(each) for each in by_sheet.values() if each != PrintProfile(each.sheet)]
    entries = changed + ([{RECEIPT: receipt}] if receipt else [])
    write_whole(context.data / FILE, json.dumps(entries, ensure_ascii=False, indent=1).encode())


def prepared(pdf: bytes, held: PrintProfile) -> bytes:
    """Return a PDF as it goes to the printer of a profile, else the very bytes.

    Moved by its offset; a letter for paper with a printed head goes without its own.
    """
    if not held.is_moved and not held.preprinted:
        return pdf
    from paten_desk.documents import preprinted, shift  # with them comes pypdf, which no other way to a receipt needs

    bare = preprinted.without_head(pdf) if held.preprinted else pdf
    return shift.shift(bare, held.offset_x_mm, held.offset_y_mm)


def has_test_page(sheet: SheetKind) -> bool:
    """Say whether there is a test page for a kind of sheet: rolls and dot-matrix paper have none."""
    return sheet in PAPERS_MM


def calibration_pdf(held: PrintProfile) -> bytes:
    """Draw the test page of a kind of sheet on its own paper; `prepared` moves it as it moves the sheet itself.

    Raises:
        KeyError: This kind of sheet has none.

    """
    width, height = PAPERS_MM[held.sheet]
    name = printing.PAPER_NAMES[min(width, height), max(width, height)]
    moved = printing.offset_words(held)
    now = f"Untuk: {printing.NAMES[held.sheet]}. Geseran sekarang: {'tidak ada' if moved == '-' else moved}."
    return calibration.render(Paper(name, width, height), now)
