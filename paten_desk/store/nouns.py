"""Which dataclass each noun of the journal is, and how it becomes an after-image and back.

Public fields go into the hashed part; what stands under `personal` goes into the salted block. A field that has its
default is absent from the image, so the default of a field of a noun never changes after release.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import MISSING, fields, is_dataclass
from functools import lru_cache
from typing import Any, TypeVar

import msgspec

from paten_desk.domain.attachments import Attachment
from paten_desk.domain.backups import Backup
from paten_desk.domain.books import BookPrint
from paten_desk.domain.branches import BranchLedger
from paten_desk.domain.calendar_settings import CalendarSettings
from paten_desk.domain.catalogue import Service
from paten_desk.domain.clocks import ClockCheck
from paten_desk.domain.closings import Acknowledgement, Closing, Export
from paten_desk.domain.errors import StoreUnavailable
from paten_desk.domain.escrows import Escrow
from paten_desk.domain.holidays import HolidaySet
from paten_desk.domain.ledger import Record
from paten_desk.domain.letter_texts import LetterText
from paten_desk.domain.letters import Letter
from paten_desk.domain.number_book import NumberEntry
from paten_desk.domain.office import Office
from paten_desk.domain.officials import Official
from paten_desk.domain.outages import Outage
from paten_desk.domain.pads import Pad
from paten_desk.domain.partners import Partner
from paten_desk.domain.people import Person
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import User
from paten_desk.domain.scans import Scan
from paten_desk.domain.shifts import Shift

NOUNS: dict[str, type[Any]] = {
    "office": Office,
    "user": User,
    "official": Official,
    "service": Service,
    "holidays": HolidaySet,
    "person": Person,
    "request": Request,
    "letter": Letter,
    "text": LetterText,
    "closing": Closing,
    "export": Export,
    "acknowledgement": Acknowledgement,
    "partner": Partner,
    "shift": Shift,
    "ledger": BranchLedger,
    "number": NumberEntry,
    "backup": Backup,
    "clock": ClockCheck,
    "pad": Pad,
    "escrow": Escrow,
    "book": BookPrint,
    "form": Attachment,
    "calendar": CalendarSettings,
    "outage": Outage,
    "scan": Scan,
}
NAMES = {noun: name for name, noun in NOUNS.items()}
PLAIN = frozenset({str, int, bool, type(None)})  # what stands in an image as it is

Noun = TypeVar("Noun")


def get_ready() -> None:
    """Let msgspec read what the fields of every noun are, so that the first one of a kind does not wait for it."""
    for kind in NOUNS.values():
        with suppress(msgspec.ValidationError):
            msgspec.convert({}, kind)


def to_images(noun: Any) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Return the public and the personal after-image of a noun. What has its default is left out."""
    public = _image(noun)
    public.pop("id")
    personal = public.pop("personal", {}) if hasattr(noun, "personal") else None
    return public, personal


def from_images(kind: type[Noun], entity: str, public: dict[str, Any], personal: dict[str, Any] | None) -> Noun:
    """Build the noun again; a destroyed personal block leaves its fields empty.

    Raises:
        StoreUnavailable: The record has a shape this program does not know.

    """
    image = {**public, "id": entity}
    if personal is not None:
        image["personal"] = personal
    try:
        return msgspec.convert(image, kind)
    except msgspec.ValidationError as error:
        raise StoreUnavailable(
            "Catatan ini dibuat oleh PATEN Desk yang lebih baru.", "Perbarui aplikasi di komputer ini."
        ) from error


def read(kind: type[Noun], entity: str, rev: int, body: bytes, block: bytes | None) -> Noun:
    """Build a noun from its newest record and personal block as they are stored.

    Raises:
        StoreUnavailable: A foreign tool has bent them, or the record has a shape this program does not know.

    """
    try:
        public = dict(json.loads(body)["data"])
        personal = None if block is None else dict(json.loads(block))
    except (ValueError, TypeError, KeyError) as error:
        raise damaged() from error
    public.pop("rev", rev)
    public.pop("personaldigest", None)
    if personal is not None:
        personal.pop("salt", None)
    return from_images(kind, entity, public, personal)


def damaged() -> StoreUnavailable:
    """Return what is said where the database was changed from outside."""
    return StoreUnavailable(
        "Isi basis data telah diubah dari luar sehingga tidak dapat dibaca.",
        "Jangan hapus apa pun. Jalankan pemeriksaan, lalu pulihkan dari cadangan atau hubungi admin.",
    )


def noun_of(record: Record) -> str:
    """Return the noun of a record's kind: "request" of "request.registered.v1"."""
    return record.fact.kind.split(".", 1)[0]


def _image(value: Any) -> Any:
    kind = type(value)
    if kind in PLAIN:
        return value
    if is_dataclass(kind):
        held = ((name, getattr(value, name), default) for name, default in _fields(kind))
        return {name: _image(part) for name, part, default in held if part != default}
    if isinstance(value, Mapping):
        return {key: _image(part) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_image(part) for part in value]
    return msgspec.to_builtins(value)


@lru_cache(64)
def _fields(kind: type[Any]) -> tuple[tuple[str, Any], ...]:
    """Return the names of a dataclass's fields with their defaults; `MISSING` equals nothing."""
    return tuple(
        (each.name, each.default_factory() if each.default_factory is not MISSING else each.default)
        for each in fields(kind)
    )
