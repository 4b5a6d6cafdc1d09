"""Which dataclass each noun of the journal is, and how it becomes an after-image and back.

Public fields go into the hashed part; what stands under `personal` goes into the salted block.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from paten_desk.domain.catalogue import Service
from paten_desk.domain.closings import Acknowledgement, Closing, Export
from paten_desk.domain.errors import StoreUnavailable
from paten_desk.domain.holidays import HolidaySet
from paten_desk.domain.ledger import Record
from paten_desk.domain.letters import Letter
from paten_desk.domain.office import Office
from paten_desk.domain.officials import Official
from paten_desk.domain.partners import Partner
from paten_desk.domain.people import Person
from paten_desk.domain.requests import Request
from paten_desk.domain.roles import User

NOUNS: dict[str, type[Any]] = {
    "office": Office,
    "user": User,
    "official": Official,
    "service": Service,
    "holidays": HolidaySet,
    "person": Person,
    "request": Request,
    "letter": Letter,
    "closing": Closing,
    "export": Export,
    "acknowledgement": Acknowledgement,
    "partner": Partner,
}
NAMES = {noun: name for name, noun in NOUNS.items()}

Noun = TypeVar("Noun")


def to_images(noun: Any) -> tuple[dict[str, Any], dict[str, Any] | None]:
    """Return the public and the personal after-image of a noun; nothing absent stands in them."""
    public = msgspec.to_builtins(noun)
    public.pop("id")
    personal = public.pop("personal", None)
    return _without_nulls(public), None if personal is None else _without_nulls(personal)


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


def noun_of(record: Record) -> str:
    """Return the noun of a record's kind: "request" of "request.registered.v1"."""
    return record.fact.kind.split(".", 1)[0]


def _without_nulls(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_nulls(held) for key, held in value.items() if held is not None}
    if isinstance(value, list):
        return [_without_nulls(held) for held in value]
    return value
