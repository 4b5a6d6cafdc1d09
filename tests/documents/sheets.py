"""One sheet of every letter text, filled as a finished letter is, and the lines that stand on it."""

from __future__ import annotations

import ctypes
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pypdfium2
import pypdfium2.raw as pdfium

from paten_desk.documents import countersign, letter, templates
from paten_desk.documents.countersign import Countersign
from paten_desk.documents.letter import Address, Letter, Proof
from paten_desk.documents.letterhead import Letterhead
from paten_desk.documents.signature import Signature
from paten_desk.domain.catalogue import Service, ServiceField
from paten_desk.paths import resource
from paten_desk.usecases import blanks, reference, text_samples

Values = Mapping[str, str]
Box = tuple[float, float, float, float]
Lists = Mapping[str, Sequence[Mapping[str, str]]]

GAP = 12.0  # points; words further apart on one level do not belong together
LEVEL = 0.5  # points; two letters less apart stand on one level
PLACE_DATE = "Sukamaju, 20 November 2026"
HEAD = Letterhead(
    "PEMERINTAH KABUPATEN CONTOH RAYA",
    "KECAMATAN CONTOH",
    ("Jalan Merdeka Nomor 1 Sukamaju, Kode Pos 99999", "Pos-el kecamatan@contoh.example"),
    sample=True,
)
CAMAT = Signature(("CAMAT CONTOH,",), "CAMAT CONTOH, S.STP.", "Pembina Tingkat I (IV/b)", "0" * 18, PLACE_DATE)
PROOF = Proof("PATEN1:99.99.99:S:031:7F3K", "7F3K-0031", "Kecamatan Contoh", "20 Februari 2027")
NUMBER = "400.9.14/031/KEC-CTH/XI/2026"

COMMON = {
    "kecamatan": "Contoh",
    "kabupaten": "Contoh Raya",
    "kabupaten_kind": "Kabupaten",
    "regent": "Bupati",
    "seat": "Sukamaju",
    "zone": "WIB",
    "title": "Surat Keterangan",
    "service": "Surat Keterangan Tidak Mampu",
    **text_samples.COMMON,
}
_SAMPLE = json.loads(resource("sample", "field_values.json").read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True)
class Line:
    """Words that stand together on one level; the box is in points, y from the foot of the page."""

    page: int
    x: float
    y: float
    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sign:
    """One letter of a page, where its pen started and the box of its ink."""

    text: str
    x: float
    y: float
    box: Box


def service_of(name: str) -> Service | None:
    """Return a service whose letter has this text."""
    return next((held for held in reference.shipped_services() if held.template == name), None)


def values_of(name: str) -> dict[str, str]:
    """Return a value for every blank of a letter."""
    service = service_of(name)
    fields = service.fields if service else ()
    found = {**COMMON, **{f"field.{field.key}": _value(field) for field in fields}}
    if service:
        found["addressee"] = service.addressed_to or COMMON["addressee"]
        if service.addressed_to in blanks.IN_THE_KECAMATAN:
            found |= {"addressee": f"{service.addressed_to} Contoh", "addressee_place": "Sukamaju"}
    return found


def lists_of(name: str) -> dict[str, list[dict[str, str]]]:
    """Return rows for every list of a letter."""
    found = {}
    for key, columns in templates.lists_of(templates.template(name)).items():
        rows = _SAMPLE.get(key, [["Alamat usaha", "Jalan Contoh Nomor 9"], ["Berjalan sejak", "2019"]])
        found[key] = [dict(zip(columns, row, strict=True)) for row in rows]
    return found


def _value(field: ServiceField) -> str:
    if field.kind == "list":
        return "2 (dua)"
    if field.kind == "date":
        return blanks.written(field, "2026-11-20")
    if field.kind == "rupiah":
        return blanks.written(field, "1500000")
    return str(_SAMPLE.get(field.key) or f"{field.label} contoh")


def sheet(name: str, values: Values, lists: Lists, family: str = "arial") -> bytes:
    """Draw an issued letter or countersignature of this text, in one of the three families of letters."""
    head = replace(HEAD, family=family)
    body = templates.compose(templates.template(name), values, lists, issuing=True)
    if name.startswith("countersign_"):
        made = Countersign(head, body, "031/2026", "20 November 2026", CAMAT, proof=PROOF)
        return countersign.render(made)
    around = templates.frame(templates.template(name), values, issuing=True)
    address = None if around.title else Address(PLACE_DATE, subject=around.subject)
    return letter.render(
        Letter(
            head,
            around.title,
            NUMBER,
            body,
            CAMAT,
            address=address,
            recipient=around.recipient,
            copies=around.copies,
            proof=PROOF,
        )
    )


def lines(pdf: bytes) -> list[Line]:
    """Read back every line of a document with its place."""
    found = []
    with pypdfium2.PdfDocument(pdf) as document:
        for number, page in enumerate(document, 1):
            words = page.get_textpage()
            found += _page_lines(number, words)
    return found


def _page_lines(page: int, words: pypdfium2.PdfTextPage) -> list[Line]:
    x, y = ctypes.c_double(), ctypes.c_double()
    runs: list[list[Sign]] = [[]]
    for at in range(words.count_chars()):
        pdfium.FPDFText_GetCharOrigin(words, at, x, y)
        sign = Sign(chr(pdfium.FPDFText_GetUnicode(words, at)), x.value, y.value, words.get_charbox(at))
        before = runs[-1][-1] if runs[-1] else sign
        if sign.text in "\r\n" or abs(before.y - sign.y) > LEVEL or sign.box[0] - before.box[2] > GAP:
            runs.append([])
        if sign.text not in "\r\n":
            runs[-1].append(sign)
    return [_line(page, run) for run in runs if any(not sign.text.isspace() for sign in run)]


def _line(page: int, run: list[Sign]) -> Line:
    inked = [sign for sign in run if not sign.text.isspace()]
    lefts, bottoms, rights, tops = zip(*(sign.box for sign in inked), strict=True)
    text = "".join(sign.text for sign in run).strip()
    box = (min(lefts), min(bottoms), max(rights), max(tops))
    return Line(page, round(inked[0].x, 1), round(inked[0].y, 1), text, box)
