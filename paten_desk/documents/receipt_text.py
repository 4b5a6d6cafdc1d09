"""The dossier receipt as text for a dot-matrix printer with two-ply paper: ESC/P, 80 columns, no QR.

Source: Epson ESC/P reference manual, commands of 9-pin printers such as the LX-310, as of 2026-11.
"""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterator

from paten_desk.documents.receipt_facts import (
    TAKE_ALONG,
    Item,
    Receipt,
    closing_words,
    due_words,
    fee_words,
    latest,
    masked_facts,
    promise_words,
    received,
)

COLUMNS = 80
FORM_LINES = 33
"""Lines of a form 5.5 inches high, at six lines an inch: half of continuous paper, torn between."""

LAST_LINE = FORM_LINES - 2  # the perforation stays free
RESET, AMERICAN, GRAPHICS = b"\x1b@", b"\x1bR\x00", b"\x1bt\x01"  # code page 437 at the places from 128 on
PICA, SIX_LINES, FORM_LENGTH = b"\x1bP", b"\x1b2", b"\x1bC" + bytes([FORM_LINES])
BOLD, PLAIN = b"\x1bE", b"\x1bF"
NEXT_FORM = b"\x0c"
COMMANDS = re.compile(rb"\x1b(?:[RtC].|[@P2EF])", re.DOTALL)
CODE_PAGE = "cp437"
NEAR = str.maketrans(
    {"•": "*", "–": "-", "—": "-", "…": "...", "‘": "'", "’": "'", "ʼ": "'", "“": '"', "”": '"', "€": "EUR"}
)
NAME = 11
MARK = "\x02"  # before a bold line; never in what is printed


def render_text(receipt: Receipt) -> bytes:
    """Write the receipt as the bytes that go to the printer as they are; one form, or more for many papers."""
    forms = _forms(list(_head(receipt)), list(_body(receipt)), list(_signatures(receipt)))
    pages = [b"\r\n".join(_line(words) for words in form) for form in forms]
    start = RESET + AMERICAN + GRAPHICS + PICA + SIX_LINES + FORM_LENGTH
    return start + b"".join(page + b"\r\n" + NEXT_FORM for page in pages) + RESET


def words_of(codes: bytes) -> str:
    """Return what `render_text` prints as plain lines, a form under the other, for somebody who looks before."""
    words = COMMANDS.sub(b"", codes).decode(CODE_PAGE)
    return words.replace("\r\n", "\n").replace("\x0c", "\n").rstrip("\n")


def printable(words: str) -> str:
    """Bring words to the letters of the printer's code page: others become the nearest plain ones, or "?"."""
    composed = unicodedata.normalize("NFC", words).translate(NEAR)
    return "".join(_near(letter) for letter in composed)


def _near(letter: str) -> str:
    kind = unicodedata.category(letter)
    if kind in ("Cc", "Zl", "Zp", "Zs"):
        return " "
    if kind == "Cf":
        return ""
    plain = unicodedata.normalize("NFKD", letter)
    for tried in (letter, "".join(part for part in plain if not unicodedata.combining(part))):
        try:
            tried.encode(CODE_PAGE)
        except UnicodeEncodeError:
            continue
        if tried:
            return tried
    return "?"


def _line(words: str) -> bytes:
    """Return a line as bytes, bold where it is marked; what was data can hold no command any more."""
    is_bold = words.startswith(MARK)
    line = printable(words.removeprefix(MARK)).encode(CODE_PAGE)
    return BOLD + line + PLAIN if is_bold else line


def _forms(head: list[str], body: list[str], foot: list[str]) -> list[list[str]]:
    """Put the lines on as many forms as they need; the head stands on each, the signatures on the last."""
    forms, room = [], LAST_LINE - len(head) - 1  # one line says which form it is
    while len(body) > room - len(foot):
        forms.append(body[:room])
        body = body[room:]
    forms.append([*body, *[""] * (room - len(foot) - len(body)), *foot])
    if len(forms) == 1:
        return [[*head, *forms[0], "Lembar asli untuk warga, lembar tembus untuk berkas"]]
    numbered = [f"Halaman {at} dari {len(forms)}" for at in range(1, len(forms) + 1)]
    return [[*head, *form, *[""] * (room - len(form)), words] for form, words in zip(forms, numbered, strict=True)]


def _head(receipt: Receipt) -> Iterator[str]:
    head = receipt.letterhead
    copy = f"  SALINAN {receipt.copy_no}" if receipt.copy_no else ""
    others = len(receipt.items) - 1
    numbers = receipt.items[0].number + (f" dan {others} nomor lain" if others else "")
    yield head.government.center(COLUMNS)[:COLUMNS].rstrip()
    yield MARK + head.office.center(COLUMNS)[:COLUMNS].rstrip()
    yield "=" * COLUMNS
    yield from _wrapped(f"TANDA TERIMA BERKAS{copy}   Nomor {numbers}", mark=MARK)
    yield from _wrapped(f"Diterima {received(receipt)} di {receipt.counter}")
    yield "-" * COLUMNS


def _body(receipt: Receipt) -> Iterator[str]:
    for fact in masked_facts(receipt):
        yield from _fact(fact.name, fact.value)
    if len(receipt.items) == 1:
        yield from _fact("Layanan", receipt.items[0].service)
        if receipt.items[0].purpose:
            yield from _fact("Keperluan", receipt.items[0].purpose)
    yield from _fact("Perkiraan" if latest(receipt).is_estimate else "Selesai", due_words(receipt), MARK)
    large, small = fee_words(receipt)
    yield from _fact("BIAYA", f"{large}  {small}".rstrip(), MARK)
    for item in receipt.items:
        yield from _papers(item, named=len(receipt.items) > 1)
    yield from _wrapped(TAKE_ALONG)
    yield from _wrapped(closing_words(receipt))


def _papers(item: Item, named: bool) -> Iterator[str]:
    if named:
        yield from _wrapped(f"{item.number} {item.service}", mark=MARK)
        yield from _wrapped(promise_words(item.promise), "  ")
    yield "Berkas yang diterima:"
    for at, paper in enumerate(item.papers, 1):
        how = f" ({paper.how()})" if paper.how() else ""
        yield from _wrapped(f"{at:2}. {paper.name}{how}", "    ")


def _signatures(receipt: Receipt) -> Iterator[str]:
    half = COLUMNS // 2
    yield f"{'Yang menyerahkan,':<{half}}Petugas,"
    yield from ("", "")
    names = [printable(name)[: half - 2] for name in (receipt.applicant, receipt.clerk)]
    yield f"{names[0]:<{half}}{names[1]}"


def _fact(name: str, value: str, mark: str = "") -> Iterator[str]:
    lines = list(_wrapped(value, wide=COLUMNS - NAME - 2))
    for at, line in enumerate(lines or [""]):
        yield f"{mark}{name if not at else '':<{NAME}}{':' if not at else ' '} {line}"


def _wrapped(words: str, indent: str = "", mark: str = "", wide: int = COLUMNS) -> Iterator[str]:
    """Break words into lines; they are made printable first, for that may change how long they are."""
    for line in textwrap.wrap(printable(words), wide, subsequent_indent=indent, drop_whitespace=True):
        yield mark + line
