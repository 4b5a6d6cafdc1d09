"""Letters about people who do not exist: what a text looks like on paper, also with all that can be long in it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from paten_desk.documents import countersign, letter, templates
from paten_desk.documents.countersign import Countersign
from paten_desk.documents.letter import Address, Standing
from paten_desk.documents.template_file import BLANKS, Template
from paten_desk.domain.catalogue import OutputKind, Service, ServiceField
from paten_desk.domain.formats import long_date
from paten_desk.domain.letters import REJECTION
from paten_desk.domain.people import NAME_LENGTH
from paten_desk.paths import resource
from paten_desk.usecases import blanks, letter_sheets, letterheads, services, text_words
from paten_desk.usecases.context import Context

LONGEST_LIST = 40
LONG_NAME = ("SITI RAHMAWATI KUSUMANINGTYAS " * 4)[:NAME_LENGTH].strip()
PERSON = {
    "name": "SITI RAHMAWATI",
    "nik": "9999994708840002",
    "kk": "9999990101100001",
    "birth": "Kota Contoh, 7 Agustus 1984",
    "sex": "Perempuan",
    "religion": "Islam",
    "marital": "Kawin",
    "occupation": "Petani/Pekebun",
    "nationality": "WNI",
    "address": "Dusun II RT 003 Desa Sukamaju Kecamatan Contoh",
}
COMMON = {
    "registration_no": "0444/PATEN/2026",
    "registered_on": "19 November 2026",
    "purpose": "persyaratan beasiswa",
    "valid_until": "20 Februari 2027",
    "valid_for": "30 (tiga puluh) hari",
    "statement": "benar bertempat tinggal di wilayah kecamatan ini",
    "addressee": "Kepala Dinas Contoh",
    "addressee_place": "tempat",
    **{f"{who}.{key}": text for who in ("applicant", "subject") for key, text in PERSON.items()},
    "village.kind": "Desa",
    "village.name": "Sukamaju",
    "village.head_title": "Kepala Desa",
    "village.head_name": "KADES CONTOH",
    "village_letter.number": "470/112/SKM/XI/2026",
    "village_letter.date": "18 November 2026",
    "reason": "surat keterangan desa belum bernomor",
    "legal_ground": "Peraturan Bupati Contoh Raya Nomor 1 Tahun 2026",
    **{f"field.{who}_{key}": text for who in ("groom", "bride") for key, text in PERSON.items()},
    "field.working_days_left": "8 (delapan)",
}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a text can ask for, in the words of people.

    Attributes:
        words: Of every blank.
        lists: By list, the key and the words of each column.
        list_words: Of every list.

    """

    words: Mapping[str, str]
    lists: Mapping[str, Mapping[str, str]]
    list_words: Mapping[str, str]

    def within(self, list_name: str) -> Mapping[str, str]:
        """Return the words of all blanks there are inside a table of a list; "" is no table."""
        columns = self.lists.get(list_name, {})
        items = {f"item.{key}": f"{said} (kolom daftar)" for key, said in columns.items()}
        return text_words.unique({**self.words, **items}) if items else self.words

    def choices(self, list_name: str = "") -> list[tuple[str, str]]:
        """List the blanks to choose from: a list's own first, then the services', then the others."""
        order = ("item.", "field.")
        place = {prefix: at for at, prefix in enumerate(order)}
        found = self.within(list_name).items()
        return sorted(found, key=lambda each: place.get(each[0].partition(".")[0] + ".", len(order)))


def vocabulary(context: Context, name: str) -> Vocabulary:
    """Return what a text can ask for."""
    return Vocabulary(words(context, name), list_columns(context, name), list_words(context, name))


def services_of(context: Context, name: str) -> list[Service]:
    """List the services whose paper is written with this text, by name; the refusal serves all of them."""
    held = services.catalogue(context).values()
    found = [each for each in held if each.template == name or name == REJECTION]
    return sorted(found, key=lambda service: service.name)


def words(context: Context, name: str) -> dict[str, str]:
    """Name every blank that this text can print, no two alike, as the form does where a service asks for it itself."""
    own: dict[str, str] = {}
    for service in services_of(context, name) if name != REJECTION else ():
        for key, said in blanks.labels(service).items():
            own[key if key.startswith("field.") else f"field.{key}"] = (
                said if key.startswith("field.") else f"banyaknya {said.lower()}"
            )
    return text_words.unique({**BLANKS, **own})


def list_columns(context: Context, name: str) -> dict[str, dict[str, str]]:
    """Return the lists this text can print as a table: by list, the key and the words of each column."""
    held = services_of(context, name) if name != REJECTION else []
    return {field.key: dict(field.columns) for each in held for field in each.fields if field.kind == "list"}


def list_words(context: Context, name: str) -> dict[str, str]:
    """Name the lists this text can print as a table."""
    held = services_of(context, name) if name != REJECTION else []
    return {field.key: field.label for each in held for field in each.fields if field.kind == "list"}


def asked(service: Service) -> frozenset[str]:
    """Return the names of the blanks that a service asks for itself."""
    return frozenset(key if key.startswith("field.") else f"field.{key}" for key in blanks.labels(service))


def draw(context: Context, name: str, text: Template, *, extreme: bool = False) -> bytes:
    """Draw a text as a page marked CONTOH, with sample values; `extreme` with the longest names and lists."""
    held = services_of(context, name)
    return draw_for(context, held[0] if held and name != REJECTION else None, text, extreme=extreme)


def draw_for(context: Context, service: Service | None, text: Template, *, extreme: bool = False) -> bytes:
    """Draw a text as `draw` does, for one service, which may be one that is not recorded yet."""
    values = sample_values(context, service)
    lists = _lists(text, LONGEST_LIST if extreme else 0)
    if extreme:
        values |= {key: LONG_NAME for key in values if key.endswith(("name", "chair")) and "." in key}
    return paper(context, service, text, values, lists)


def paper(
    context: Context,
    service: Service | None,
    text: Template,
    values: Mapping[str, str],
    lists: Mapping[str, Sequence[Mapping[str, str]]],
) -> bytes:
    """Draw a page marked CONTOH with these values."""
    office = context.office
    body = templates.compose(text, values, lists, issuing=False)
    head, dated = letterheads.letterhead(office), long_date(context.today())
    if service is not None and service.output is OutputKind.COUNTERSIGN:
        above = letterheads.signature(office, None, above="Mengetahui:")
        beside = letter_sheets.village_head(dict(values)) if service.code in letter_sheets.WITH_VILLAGE_HEAD else None
        made = Countersign(head, body, "", dated, above, left_signature=beside, standing=Standing.SAMPLE)
        return countersign.render(made)
    around = templates.frame(text, values, issuing=False)
    signed = letterheads.signature(office, None, dated)
    return letter.render(
        letter.Letter(
            head,
            around.title,
            "",
            body,
            signed,
            address=None if around.title else Address(signed.place_date, subject=around.subject),
            recipient=around.recipient,
            copies=around.copies,
            standing=Standing.SAMPLE,
        )
    )


def sample_values(context: Context, service: Service | None) -> dict[str, str]:
    """Return a value for every blank a service's paper can print."""
    named = {"title": "Surat Keterangan", "service": "Surat Keterangan"}
    if service is not None:
        named = {"title": service.title or service.name, "service": service.name}
        named |= {"addressee": service.addressed_to} if service.addressed_to else {}
        named |= {"statement": service.statement} if service.statement else {}
    fields = {f"field.{field.key}": _value(field) for field in (service.fields if service else ())}
    return {**COMMON, **fields, **blanks.of_office(context.office), **named}


def _lists(text: Template, count: int) -> dict[str, list[dict[str, str]]]:
    """Return rows for every list of a text: the sample's, or so many long ones."""
    found = {}
    for key, columns in templates.lists_of(text).items():
        held = _sample().get(key) or [["Contoh"] * len(columns)] * 2
        rows = [dict(zip(columns, [*row, *["Contoh"] * len(columns)], strict=False)) for row in held]
        if count:
            rows = [{column: LONG_NAME if "name" in column else "Keterangan contoh" for column in columns}] * count
        found[key] = rows
    return found


def _value(field: ServiceField) -> str:
    if field.kind == "list":
        return "2 (dua)"
    if field.kind == "date":
        return blanks.written(field, "2026-11-20")
    if field.kind == "rupiah":
        return blanks.written(field, "1500000")
    return str(_sample().get(field.key) or f"{field.label} contoh")


@lru_cache(1)
def _sample() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(resource("sample", "field_values.json").read_text(encoding="utf-8"))
    return found
