"""Letter texts with named blanks (`resources/letters/*.json`): no code in them, only words.

Blanks (any of them may be asked for in capitals: `{{kecamatan.capital}}`):

| blank | what |
|---|---|
| `kecamatan`, `kabupaten` | names without the word before them: "Contoh", "Contoh Raya" |
| `kabupaten_kind`, `regent` | "Kabupaten" and "Bupati", or "Kota" and "Wali Kota" |
| `seat`, `zone` | seat of the kecamatan; "WIB", "WITA" or "WIT" |
| `title` | name of the letter in a borrowed frame |
| `service`, `registration_no`, `registered_on` | the request: service, number, date |
| `purpose` | "persyaratan beasiswa" |
| `valid_until`, `valid_for` | "20 Februari 2027"; "3 (tiga) bulan" |
| `statement` | the one sentence a borrowed frame states, without full stop |
| `addressee`, `addressee_place` | "Kepala Kepolisian Sektor Contoh"; "Sukamaju" |
| `applicant.*`, `subject.*` | `name nik kk birth sex religion marital occupation nationality address` |
| `village.kind`, `village.name` | "Desa"; "Sukamaju" |
| `village.head_title`, `village.head_name` | "Kepala Desa"; the village head's name |
| `village_letter.number`, `village_letter.date` | the village's own letter |
| `reason`, `legal_ground` | why a request was refused |
| `field.<key>` | what a service asks for itself, as its catalogue names it |

Lists (`lists`): rows of a table are printed with `{{item.<key>}}`; a list of details is rows of `name` and `value`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from paten_desk.documents import blocks, template_file
from paten_desk.documents.blocks import Block
from paten_desk.documents.flow import Fact
from paten_desk.documents.grammar import DOTS, Text, blanks, fill, needed
from paten_desk.documents.template_file import Line, Part, Template, label
from paten_desk.domain.errors import PatenError, Rejected
from paten_desk.paths import resource

Values = Mapping[str, str]
Lists = Mapping[str, Sequence[Mapping[str, str]]]

_SAFE = re.compile(r"[a-z][a-z0-9_]*")
_NO_LABELS: Values = {}


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands around the body of a letter.

    Attributes:
        title: In capitals; "" for an official letter.
        subject: The "Hal" of an official letter; "" for a titled one.

    """

    title: str
    subject: str
    recipient: tuple[str, ...]
    copies: tuple[str, ...]


def names() -> tuple[str, ...]:
    """List the templates that ship with the program."""
    return tuple(sorted(file.stem for file in resource("letters").glob("*.json")))


@lru_cache(64)
def template(name: str) -> Template:
    """Return a shipped template.

    Raises:
        PatenError: There is none of this name, or it is damaged.

    """
    file = resource("letters", f"{name}.json")
    if not _SAFE.fullmatch(name) or not file.is_file():
        raise PatenError(f"Naskah surat {name[:40]} tidak ada.", "Pilih naskah lain, atau minta admin memeriksanya.")
    return read(name, file.read_bytes())


def shipped(name: str) -> bytes:
    """Return the file of a template that ships with the program.

    Raises:
        PatenError: There is none of this name, or it is damaged.

    """
    template(name)
    return resource("letters", f"{name}.json").read_bytes()


def version_of(raw: bytes) -> str:
    """Return what tells a text from any other: 12 hex digits of the SHA-256 of its file."""
    return hashlib.sha256(raw).hexdigest()[:12]


def read(name: str, raw: bytes) -> Template:
    """Read a template from its file.

    Raises:
        Rejected: Code "TEMPLATE": it is not one, or it has a blank nobody can fill.

    """
    try:
        return template_file.read(name, json.loads(raw))
    except PatenError as problem:
        raise Rejected("TEMPLATE", problem.message, problem.hint) from problem
    except (ValueError, TypeError, KeyError, RecursionError) as problem:
        raise Rejected(
            "TEMPLATE", f"Naskah surat {name[:40]} tidak dapat dibaca.", "Minta naskah yang utuh."
        ) from problem


def blanks_of(made: Template) -> tuple[str, ...]:
    """List the blanks a template can print, each once, in order of the paper."""
    found = [blank for line in made.lines() for blank in (*_condition(line), *blanks(line.text))]
    return tuple(dict.fromkeys(blank for blank in found if not blank.startswith("item.")))


def required_of(made: Template) -> tuple[str, ...]:
    """List the blanks without which a letter cannot be issued."""
    found = [blank for line in made.lines() if not line.when for blank in needed(line.text)]
    return tuple(dict.fromkeys(blank for blank in found if not blank.startswith("item.")))


def lists_of(made: Template) -> dict[str, tuple[str, ...]]:
    """List the lists a template prints, with the keys of their rows."""
    found: dict[str, tuple[str, ...]] = {}
    for part in made.parts:
        if part.kind == "table":
            keys = [blank.removeprefix("item.") for line in part.lines for blank in blanks(line.text)]
            found[part.list_name] = tuple(dict.fromkeys(keys))
        elif part.kind == "details":
            found[part.list_name] = ("name", "value")
    return found


def frame(made: Template, values: Values, *, issuing: bool, labels: Values = _NO_LABELS) -> Frame:
    """Write title, subject, recipient and copies of a letter; see `compose`."""
    pen = _Pen(values, {}, issuing, labels)
    return Frame(
        pen.write(made.title) if made.title else "",
        pen.write(made.subject) if made.subject else "",
        pen.lines(made.recipient),
        pen.lines(made.copies),
    )


def compose(
    made: Template, values: Values, lists: Lists | None = None, *, issuing: bool, labels: Values = _NO_LABELS
) -> tuple[Block, ...]:
    """Write the body of a letter.

    A blank nobody filled prints as a dotted line on a draft. `labels` names blanks and lists of a service
    (`field.<key>`, `documents`) as its form does, for the message about an empty one.

    Raises:
        PatenError: `issuing`, and a blank or list that the text needs is empty.

    """
    pen = _Pen(values, lists or {}, issuing, labels)
    return tuple(block for part in made.parts if pen.stands(part) for block in pen.blocks(part))


@dataclass(frozen=True, slots=True)
class _Pen:
    values: Values
    lists: Lists
    issuing: bool
    labels: Values

    def write(self, text: Text, extra: Values | None = None) -> str:
        words = fill(text, {**self.values, **(extra or {})}, self._missing)
        return re.sub(r" {2,}", " ", words).strip()

    def lines(self, lines: Sequence[Line]) -> tuple[str, ...]:
        return tuple(self.write(line.text) for line in lines if self._line_stands(line))

    def stands(self, part: Part) -> bool:
        return self._filled(part.when, part.unless)

    def blocks(self, part: Part) -> tuple[Block, ...]:
        match part.kind:
            case "paragraph":
                words = self.write(part.lines[0].text)
                return (blocks.Paragraph(words, part.indent, part.italic),) if words else ()
            case "heading":
                return (blocks.Heading(self.write(part.lines[0].text)),)
            case "facts":
                lines = [line for line in part.lines if self._line_stands(line)]
                return (blocks.Facts(tuple(Fact(line.name, self.write(line.text), line.bold) for line in lines)),)
            case "numbered":
                return (blocks.NumberedList(self.lines(part.lines)),)
            case "columns":
                return (blocks.TwoColumns(self.lines(part.lines), self.lines(part.right)),)
            case "details":
                rows = self.lists.get(part.list_name, ())
                facts = tuple(Fact(row.get("name", ""), row.get("value", "") or DOTS) for row in rows)
                return (blocks.Facts(facts),) if facts else ()
            case _:
                return (self._table(part),)

    def _table(self, part: Part) -> Block:
        rows = self.lists.get(part.list_name, ())
        if not rows:
            if self.issuing:
                raise self._unfilled(part.list_name)
            rows = ({}, {})
        written = tuple(
            tuple(self.write(line.text, {f"item.{key}": value for key, value in row.items()}) for line in part.lines)
            for row in rows
        )
        return blocks.Table(tuple(line.name for line in part.lines), written, part.shares)

    def _line_stands(self, line: Line) -> bool:
        return self._filled(line.when, line.unless)

    def _filled(self, when: str, unless: bool) -> bool:
        return not when or bool(self.values.get(when, "").strip()) is not unless

    def _missing(self, name: str) -> str:
        if self.issuing:
            raise self._unfilled(name)
        return DOTS

    def _unfilled(self, name: str) -> PatenError:
        return PatenError(
            f"Surat belum dapat diterbitkan karena {self.labels.get(name) or label(name)} belum terisi.",
            "Lengkapi isian itu pada permohonan, lalu terbitkan lagi.",
        )


def _condition(line: Line) -> list[str]:
    return [piece.when for piece in line.text if piece.when] + ([line.when] if line.when else [])
