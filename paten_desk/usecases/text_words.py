"""Letter texts in the words of people: for lists, for the editor, and for comparing two versions."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from paten_desk.usecases.text_blocks import KIND_NAMES, SINGLE, Block, Draft, Row

SAME, REMOVED, ADDED = "same", "removed", "added"
IF, FILLED, EMPTY, END, CAPITAL = "bila ", " terisi:", " kosong:", "selesai", ", kapital"
_TOKEN = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)
_WORDS = re.compile(r"‹([^‹›]*)›")
_UNFIT = re.compile(r"[‹›{},:]+")


@dataclass(frozen=True, slots=True)
class Change:
    """One line of a comparison: `kind` is SAME, REMOVED (stood in the first only) or ADDED."""

    kind: str
    words: str


def compare(one: Sequence[str], other: Sequence[str]) -> list[Change]:
    """Compare two texts line by line; what was reworded is removed and added."""
    found = []
    for tag, begin, end, start, stop in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            found += [Change(SAME, line) for line in one[begin:end]]
        else:
            found += [Change(REMOVED, line) for line in one[begin:end]]
            found += [Change(ADDED, line) for line in other[start:stop]]
    return found


def unique(words: Mapping[str, str]) -> dict[str, str]:
    """Return the words of every blank so that no two blanks share theirs, whatever a service calls its fields."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for blank, said in words.items():
        plain = " ".join(_UNFIT.sub(" ", said).split()) or blank
        name, at = plain, 2
        while name.casefold() in taken:
            name, at = f"{plain} ({at})", at + 1
        taken.add(name.casefold())
        found[blank] = name
    return found


def shown(text: str, words: Mapping[str, str]) -> str:
    """Write a text as people edit it: ‹nama pemohon› for a blank, ‹bila nama pemohon terisi:›…‹selesai›."""
    return _TOKEN.sub(lambda found: f"‹{_said(found[1].strip(), words)}›", text)


def typed(text: str, words: Mapping[str, str]) -> str:
    """Read back what `shown` wrote and people changed; words that name no blank stay, so that a check finds them."""
    names = {said.casefold(): blank for blank, said in words.items()}
    return _WORDS.sub(lambda found: "{{" + _meant(found[1].strip(), names) + "}}", text)


def token(blank: str, words: Mapping[str, str]) -> str:
    """Return how a blank stands in a text as people edit it."""
    return shown("{{" + blank + "}}", words)


def lines(draft: Draft, words: Mapping[str, str]) -> list[str]:
    """List what stands in a text, line by line, for people and for comparing."""
    found = [f"Judul: {shown(draft.title, words)}"] if draft.title else []
    found += [f"Hal: {shown(draft.subject, words)}"] if draft.subject else []
    found += [f"Yth. {row_words(row, words)}" for row in draft.recipient]
    for block in draft.blocks:
        found += _block_lines(block, words)
    return [*found, *(f"Tembusan: {row_words(row, words)}" for row in draft.copies)]


def row_words(row: Row, words: Mapping[str, str]) -> str:
    """Write one row for people, with its condition."""
    text = shown(row.text, words)
    said = f"{row.name}: {text}" if row.name else text
    return said + condition(row.when, row.unless, words)


def condition(when: str, unless: bool, words: Mapping[str, str]) -> str:
    """Say in brackets on what a part depends, or nothing."""
    return f" (hanya bila {words.get(when, when)} {'kosong' if unless else 'terisi'})" if when else ""


def block_words(block: Block, words: Mapping[str, str]) -> str:
    """Say in a few words what a part holds."""
    if block.kind in SINGLE:
        return shown(block.rows[0].text, words) if block.rows else ""
    if block.kind == "details":
        return "semua isian layanan, satu per baris"
    return ", ".join(row.name or shown(row.text, words) for row in (*block.rows, *block.right))


def _block_lines(block: Block, words: Mapping[str, str]) -> list[str]:
    depends = condition(block.when, block.unless, words)
    if block.kind in SINGLE:
        look = "" if block.indent else ", tanpa inden"
        look += ", miring" if block.italic else ""
        return [f"{KIND_NAMES[block.kind]}{look}{depends}: {block_words(block, words)}"]
    found = [f"{KIND_NAMES[block.kind]}{depends}"]
    found += [f"   {row_words(row, words)}{', tebal' if row.bold else ''}" for row in block.rows]
    return found + [f"   kanan: {row_words(row, words)}" for row in block.right]


def _said(name: str, words: Mapping[str, str]) -> str:
    if name == "/":
        return END
    if name[:1] in ("#", "^"):
        plain = name[1:].strip()
        return f"{IF}{words.get(plain, plain)}{FILLED if name[0] == '#' else EMPTY}"
    plain = name.removesuffix(".capital")
    return words.get(plain, plain) + (CAPITAL if plain != name else "")


def _meant(said: str, names: Mapping[str, str]) -> str:
    if said.casefold() == END:
        return "/"
    for ending, sign in ((FILLED, "#"), (EMPTY, "^")):
        if said.startswith(IF) and said.endswith(ending):
            plain = said.removeprefix(IF).removesuffix(ending).strip()
            return sign + names.get(plain.casefold(), plain)
    plain = said.removesuffix(CAPITAL)
    return names.get(plain.casefold(), plain) + (".capital" if plain != said else "")
