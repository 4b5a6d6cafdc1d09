"""How a letter template is written in its file, and the blanks there are."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from paten_desk.documents.grammar import Text, check_name, empty, holds
from paten_desk.documents.grammar import read as read_text
from paten_desk.domain.errors import PatenError

PERSON = {
    "name": "nama",
    "nik": "NIK",
    "kk": "nomor KK",
    "birth": "tempat dan tanggal lahir",
    "sex": "jenis kelamin",
    "religion": "agama",
    "marital": "status perkawinan",
    "occupation": "pekerjaan",
    "nationality": "kewarganegaraan",
    "address": "alamat",
}

BLANKS: Mapping[str, str] = {
    "kecamatan": "nama kecamatan",
    "kabupaten": "nama kabupaten atau kota",
    "kabupaten_kind": "sebutan kabupaten atau kota",
    "regent": "sebutan bupati atau wali kota",
    "seat": "ibu kota kecamatan",
    "zone": "zona waktu",
    "title": "nama surat",
    "service": "nama layanan",
    "registration_no": "nomor pendaftaran",
    "registered_on": "tanggal permohonan",
    "purpose": "keperluan",
    "valid_until": "tanggal akhir masa berlaku",
    "valid_for": "masa berlaku",
    "statement": "isi keterangan",
    "addressee": "tujuan surat",
    "addressee_place": "tempat tujuan surat",
    **{f"applicant.{key}": f"{words} pemohon" for key, words in PERSON.items()},
    **{f"subject.{key}": f"{words} yang diterangkan" for key, words in PERSON.items()},
    "village.kind": "sebutan desa atau kelurahan",
    "village.name": "nama desa atau kelurahan",
    "village.head_title": "sebutan kepala desa atau lurah",
    "village.head_name": "nama kepala desa atau lurah",
    "village_letter.number": "nomor surat desa",
    "village_letter.date": "tanggal surat desa",
    "reason": "alasan penolakan",
    "legal_ground": "dasar hukum penolakan",
}
"""Every blank there is, with the words for it in a message; `field.<key>` and, in tables, `item.<key>` come beside."""

KINDS = ("paragraph", "heading", "facts", "numbered", "columns", "details", "table")
_IDENTITY = ("name", "nik", "birth", "sex", "religion", "marital", "occupation", "address")
_IDENTITY_NAMES = {
    "name": "Nama",
    "nik": "NIK",
    "kk": "Nomor KK",
    "birth": "Tempat, tanggal lahir",
    "sex": "Jenis kelamin",
    "religion": "Agama",
    "marital": "Status perkawinan",
    "occupation": "Pekerjaan",
    "nationality": "Kewarganegaraan",
    "address": "Alamat",
}
_NEEDED_ROWS = ("name", "nik", "address")
_FIELD = re.compile(r"(field|item)\.[a-z][a-z0-9_]*")
_MAX_LINES = 400


@dataclass(frozen=True, slots=True)
class Line:
    """One text of a template, with its name where it is a row or a column."""

    text: Text
    name: str = ""
    bold: bool = False
    when: str = ""
    unless: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One block of a template: what of it is used depends on `kind`, one of `KINDS`."""

    kind: str
    lines: tuple[Line, ...] = ()
    right: tuple[Line, ...] = ()
    list_name: str = ""
    shares: tuple[float, ...] = ()
    indent: bool = True
    italic: bool = False
    when: str = ""
    unless: bool = False


@dataclass(frozen=True, slots=True)
class Template:
    """A letter's text as read from its file; an official letter has a subject and no title."""

    name: str
    title: Text
    subject: Text
    recipient: tuple[Line, ...]
    parts: tuple[Part, ...]
    copies: tuple[Line, ...]

    def lines(self) -> list[Line]:
        """List every text from top to bottom; a text in an optional part carries the part's condition."""
        found = [Line(text) for text in (self.title, self.subject) if text]
        found += self.recipient
        for part in self.parts:
            for line in (*part.lines, *part.right):
                when, unless = (line.when, line.unless) if line.when else (part.when, part.unless)
                found.append(Line(line.text, line.name, line.bold, when, unless))
        return [*found, *self.copies]

    def lacking(self, values: Mapping[str, str]) -> list[str]:
        """List, each once, the blanks that would stay open if the letter were printed with these values."""
        texts = [self.title, self.subject]
        texts += [line.text for line in (*self.recipient, *self.copies) if holds(line.when, line.unless, values)]
        for part in self.parts:
            if part.kind != "table" and holds(part.when, part.unless, values):
                lines = (*part.lines, *part.right)
                texts += [line.text for line in lines if holds(line.when, line.unless, values)]
        return list(dict.fromkeys(name for text in texts for name in empty(text, values)))


def label(name: str) -> str:
    """Name a blank or a list in the words of a message."""
    return BLANKS.get(name) or name.rpartition(".")[2].replace("_", " ")


def is_blank(name: str) -> bool:
    """Tell whether a letter may ask for this blank."""
    return name in BLANKS or (bool(_FIELD.fullmatch(name)) and name.startswith("field."))


def read(name: str, raw: Any) -> Template:
    """Build a template from its parsed file.

    Raises:
        PatenError: A blank is unknown or a text does not close.
        KeyError, TypeError, ValueError: It is not a template at all.

    """
    _only(raw, {"title", "subject", "recipient", "blocks", "copies", "about"})
    parts = tuple(_part(block) for block in _list(raw["blocks"]))
    return Template(
        name,
        read_text(_str(raw.get("title", "")), is_blank),
        read_text(_str(raw.get("subject", "")), is_blank),
        tuple(_line(line) for line in _list(raw.get("recipient", []))),
        parts,
        tuple(_line(line) for line in _list(raw.get("copies", []))),
    )


def _part(raw: Any) -> Part:
    kinds = [kind for kind in (*KINDS, "identity") if kind in raw]
    if len(kinds) != 1:
        raise ValueError(raw)
    _only(raw, {kinds[0], "when", "unless", "indent", "italic"})
    when, unless = _condition(raw)
    made = _body(kinds[0], raw[kinds[0]])
    indent, italic = bool(raw.get("indent", True)), bool(raw.get("italic"))
    return replace(made, when=when, unless=unless, indent=indent, italic=italic)


def _body(kind: str, raw: Any) -> Part:
    match kind:
        case "paragraph" | "heading":
            return Part(kind, (_line(raw),))
        case "identity":
            return Part("facts", _identity(raw))
        case "facts" | "numbered":
            return Part(kind, tuple(_line(line) for line in _list(raw)))
        case "columns":
            left, right = (tuple(_line(line) for line in _list(raw[side])) for side in ("left", "right"))
            return Part(kind, left, right)
        case "details":
            return Part(kind, list_name=_str(raw))
        case _:
            _only(raw, {"list", "columns"})
            columns = [(_str(head), _str(cell), float(share)) for head, cell, share in _list(raw["columns"])]
            lines = tuple(Line(read_text(cell, _is_cell), head) for head, cell, _ in columns)
            return Part(kind, lines, list_name=_str(raw["list"]), shares=tuple(share for *_, share in columns))


def _identity(raw: Any) -> tuple[Line, ...]:
    """Read "subject" or {"of": "subject", "rows": […]}: the rows that stand in every letter about a person."""
    of, rows = (raw, _IDENTITY) if isinstance(raw, str) else (_str(raw["of"]), _list(raw["rows"]))
    made = []
    for row in rows:
        blank = check_name(f"{of}.{row}", is_blank)
        when = "" if row in _NEEDED_ROWS else blank
        made.append(Line(read_text("{{" + blank + "}}", is_blank), _IDENTITY_NAMES[row], row == "name", when))
    return tuple(made)


def _line(raw: Any) -> Line:
    """Read "text", ["name", "text"] or an object of name, text, bold, when, unless."""
    if isinstance(raw, str):
        return Line(read_text(raw, is_blank))
    if isinstance(raw, list):
        name, text = raw
        return Line(read_text(_str(text), is_blank), _str(name))
    _only(raw, {"name", "text", "bold", "when", "unless"})
    when, unless = _condition(raw)
    text = read_text(_str(raw["text"]), is_blank)
    return Line(text, _str(raw.get("name", "")), bool(raw.get("bold")), when, unless)


def _condition(raw: Mapping[str, Any]) -> tuple[str, bool]:
    if "unless" in raw:
        return check_name(_str(raw["unless"]), is_blank), True
    return (check_name(_str(raw["when"]), is_blank), False) if "when" in raw else ("", False)


def _is_cell(name: str) -> bool:
    return is_blank(name) or bool(_FIELD.fullmatch(name))


def _str(raw: Any) -> str:
    if not isinstance(raw, str):
        raise TypeError(raw)
    return raw


def _list(raw: Any) -> list[Any]:
    if not isinstance(raw, list) or len(raw) > _MAX_LINES:
        raise TypeError(raw)
    return raw


def _only(raw: Any, keys: set[str]) -> None:
    if not isinstance(raw, dict):
        raise TypeError(raw)
    if set(raw) - keys:
        raise PatenError("Naskah surat memuat bagian yang tidak dikenal.", "Minta naskah yang sesuai.")
