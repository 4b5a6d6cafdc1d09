"""A letter's text while it is edited: plain values from top to bottom, and pure functions that change them.

The file that is stored is the JSON of `documents/template_file.py`; a draft may hold words it would refuse.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass, replace
from typing import Any

from paten_desk.documents import template_file
from paten_desk.domain.errors import PatenError, Rejected

KIND_NAMES = {
    "paragraph": "Paragraf",
    "heading": "Judul bagian",
    "facts": "Baris data",
    "numbered": "Daftar bernomor",
    "columns": "Dua kolom",
    "table": "Tabel",
    "details": "Rincian layanan",
}
"""What can be added, with its words."""

SINGLE = frozenset({"paragraph", "heading"})
UNSEEN = frozenset({"Cc", "Cf", "Cs"})
MAX_BLOCKS = 60


@dataclass(frozen=True, slots=True)
class Row:
    """One text: a paragraph, a row of data, an item of a list, a column of a table.

    Attributes:
        name: Of a row of data, or the head of a column; else "".
        when, unless: Stands only with (or only without) this blank filled.
        share: Of a column of a table: its width among the others.

    """

    text: str = ""
    name: str = ""
    bold: bool = False
    when: str = ""
    unless: bool = False
    share: float = 1.0


@dataclass(frozen=True, slots=True)
class Block:
    """One part of the body; what of it is used depends on `kind`, one of `KIND_NAMES`."""

    kind: str
    rows: tuple[Row, ...] = ()
    right: tuple[Row, ...] = ()
    list_name: str = ""
    indent: bool = True
    italic: bool = False
    when: str = ""
    unless: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole text; a certificate has a title, an official letter a subject."""

    title: str = ""
    subject: str = ""
    recipient: tuple[Row, ...] = ()
    blocks: tuple[Block, ...] = ()
    copies: tuple[Row, ...] = ()
    about: str = ""


def parse(source: bytes | str) -> Draft:
    """Read a template file; rows about a person that its short form stands for are written out.

    Raises:
        Rejected: Code "TEMPLATE": it is not a letter's text at all.

    """
    try:
        raw = json.loads(source)
        _only(raw, {"about", "title", "subject", "recipient", "blocks", "copies"})
        return Draft(
            str(raw.get("title", "")),
            str(raw.get("subject", "")),
            tuple(_row(line) for line in raw.get("recipient", [])),
            tuple(_block(block) for block in raw["blocks"]),
            tuple(_row(line) for line in raw.get("copies", [])),
            str(raw.get("about", "")),
        )
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, PatenError) as problem:
        raise Rejected("TEMPLATE", "Naskah surat ini tidak dapat dibaca.", "Minta naskah yang utuh.") from problem


def source_of(draft: Draft) -> str:
    """Write the template file: the same draft always gives the same text."""
    made: dict[str, Any] = {"about": draft.about} if draft.about else {}
    made |= {name: text for name, text in (("title", draft.title), ("subject", draft.subject)) if text}
    if draft.recipient:
        made["recipient"] = [_line(row) for row in draft.recipient]
    made["blocks"] = [_written(block) for block in draft.blocks]
    if draft.copies:
        made["copies"] = [_line(row) for row in draft.copies]
    return json.dumps(_clean(made), ensure_ascii=False, indent=2) + "\n"


def add(draft: Draft, at: int, kind: str) -> Draft:
    """Put an empty part of a kind before the part at this place."""
    rows = () if kind == "details" else (Row(),)
    right = (Row(),) if kind == "columns" else ()
    made = Block(kind, rows, right, "details" if kind == "details" else "")
    return replace(draft, blocks=(*draft.blocks[:at], made, *draft.blocks[at:]))


def remove(draft: Draft, at: int) -> Draft:
    """Take the part at this place away."""
    return replace(draft, blocks=draft.blocks[:at] + draft.blocks[at + 1 :])


def move(draft: Draft, at: int, by: int) -> Draft:
    """Move the part at this place up (-1) or down (1); at the end it stays."""
    return replace(draft, blocks=moved(draft.blocks, at, by))


def change(draft: Draft, at: int, block: Block) -> Draft:
    """Put another part in the place of one."""
    return replace(draft, blocks=(*draft.blocks[:at], block, *draft.blocks[at + 1 :]))


def moved(items: tuple[Any, ...], at: int, by: int) -> tuple[Any, ...]:
    """Return the items with one of them moved; past either end it stays."""
    to = at + by
    if not (0 <= at < len(items) and 0 <= to < len(items)):
        return items
    rest = [*items[:at], *items[at + 1 :]]
    return (*rest[:to], items[at], *rest[to:])


@dataclass(frozen=True, slots=True)
class History:
    """A draft with the way back to what it was and forward again.

    Attributes:
        mark: Names what the last step typed in; typing on there is the same step.

    """

    now: Draft
    past: tuple[Draft, ...] = ()
    future: tuple[Draft, ...] = ()
    mark: str = ""

    def step(self, draft: Draft, mark: str = "") -> History:
        """Go on to a changed draft."""
        if draft == self.now:
            return self
        goes_on = bool(mark) and mark == self.mark
        return History(draft, self.past if goes_on else (*self.past[-199:], self.now), (), mark)

    def undo(self) -> History:
        """Go one step back, if there is one."""
        return History(self.past[-1], self.past[:-1], (self.now, *self.future)) if self.past else self

    def redo(self) -> History:
        """Take the last step again that was undone."""
        return History(self.future[0], (*self.past, self.now), self.future[1:]) if self.future else self


def _row(raw: Any) -> Row:
    if isinstance(raw, str):
        return Row(raw)
    if isinstance(raw, list):
        name, text = raw
        return Row(_str(text), _str(name))
    _only(raw, {"name", "text", "bold", "when", "unless"})
    unless = "unless" in raw
    when = _str(raw["unless"] if unless else raw.get("when", ""))
    return Row(_str(raw["text"]), _str(raw.get("name", "")), bool(raw.get("bold")), when, unless)


def _block(raw: Any) -> Block:
    (kind,) = (name for name in (*KIND_NAMES, "identity") if name in raw)
    _only(raw, {kind, "when", "unless", "indent", "italic"})
    unless = "unless" in raw
    when = _str(raw["unless"] if unless else raw.get("when", ""))
    look = (bool(raw.get("indent", True)), bool(raw.get("italic")), when, unless)
    inside = raw[kind]
    match kind:
        case "identity":
            return Block("facts", _identity(raw[kind]), (), "", *look)
        case "columns":
            left, right = (tuple(_row(line) for line in inside[side]) for side in ("left", "right"))
            return Block(kind, left, right, "", *look)
        case "details":
            return Block(kind, (), (), _str(inside), *look)
        case "table":
            columns = tuple(Row(_str(cell), _str(head), share=float(wide)) for head, cell, wide in inside["columns"])
            return Block(kind, columns, (), _str(inside["list"]), *look)
        case "paragraph" | "heading":
            return Block(kind, (_row(inside),), (), "", *look)
        case _:
            return Block(kind, tuple(_row(line) for line in inside), (), "", *look)


def _identity(inside: Any) -> tuple[Row, ...]:
    part = template_file.read("", {"title": "-", "blocks": [{"identity": inside}]}).parts[0]
    return tuple(
        Row("{{" + line.text[0].words + "}}", line.name, line.bold, line.when, line.unless) for line in part.lines
    )


def _written(block: Block) -> dict[str, Any]:
    made: dict[str, Any] = {}
    if block.when:
        made["unless" if block.unless else "when"] = block.when
    match block.kind:
        case "columns":
            made[block.kind] = {
                "left": [_line(row) for row in block.rows],
                "right": [_line(row) for row in block.right],
            }
        case "details":
            made[block.kind] = block.list_name
        case "table":
            made[block.kind] = {
                "list": block.list_name,
                "columns": [[row.name, row.text, _whole(row.share)] for row in block.rows],
            }
        case "paragraph" | "heading":
            made[block.kind] = _line(block.rows[0] if block.rows else Row())
        case _:
            made[block.kind] = [_line(row) for row in block.rows]
    return made | ({} if block.indent else {"indent": False}) | ({"italic": True} if block.italic else {})


def _line(row: Row) -> Any:
    if not (row.bold or row.when):
        return [row.name, row.text] if row.name else row.text
    made: dict[str, Any] = ({"name": row.name} if row.name else {}) | {"text": row.text}
    if row.bold:
        made["bold"] = True
    return made | ({"unless" if row.unless else "when": row.when} if row.when else {})


def _whole(share: float) -> float | int:
    return int(share) if share == int(share) else share


def _only(raw: Any, keys: set[str]) -> None:
    """Refuse what would be lost when the draft is written again."""
    if set(raw) - keys:
        raise ValueError(raw)


def _str(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError(raw)
    return raw


def _clean(value: Any) -> Any:
    """Return words as they are kept: composed, without letters that nobody sees."""
    if isinstance(value, str):
        plain = unicodedata.normalize("NFC", value)
        return "".join(" " if unicodedata.category(letter) in UNSEEN else letter for letter in plain)
    if isinstance(value, dict):
        return {name: _clean(held) for name, held in value.items()}
    return [_clean(held) for held in value] if isinstance(value, list) else value
