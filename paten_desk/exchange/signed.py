"""A small signed JSON file with one document in it, e.g. a key card; the signature is by the key the document names.

That proves only that the file is whole and made by the owner of that key; whose key it is, the reader must know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from paten_desk.domain import ledger
from paten_desk.exchange import header, schemas, signature, strict_json
from paten_desk.exchange.refusals import Code, refusal
from paten_desk.exchange.schemas import Schema

Document = TypeVar("Document")


@dataclass(frozen=True, slots=True)
class Shape(Generic[Document]):
    """What such a file is.

    Attributes:
        part: Name of the document in the file, "card".
        kind: Its dataclass.
        format: "paten-key-card/1".
        most: Bytes of the file.
        schema: Of the whole file.
        purpose: Namespace of the signature.

    """

    part: str
    kind: type[Document]
    format: str
    most: int
    schema: Schema
    purpose: str


def write(shape: Shape[Document], document: Document, signing_key: str, seed: bytes) -> bytes:
    """Return the signed file.

    Raises:
        ValueError: The document names another key, `signing_key` in hex, than the one that signs it.

    """
    if signature.public_key(seed).hex() != signing_key:
        raise ValueError(f"the {shape.part} names another key")
    armor = signature.sign(seed, header.encode(document), shape.purpose)
    return ledger.canonical({shape.part: header.to_builtins(document), "signature": armor.decode()}) + b"\n"


def read(shape: Shape[Document], content: bytes) -> tuple[Document, str]:
    """Return the document of a file and the signature, which `verify` must check yet.

    Raises:
        Rejected: SIZE, JSON, VERSION or SCHEMA.

    """
    if len(content) > shape.most:
        raise refusal(Code.SIZE, f"{len(content)} bytes")
    if not content.endswith(b"\n"):
        raise refusal(Code.JSON, "not ended")
    said = strict_json.decode(content[:-1], shape.most)
    inner = said.get(shape.part)
    if isinstance(inner, dict) and isinstance(inner.get("format"), str) and inner["format"] != shape.format:
        raise refusal(Code.VERSION, inner["format"])
    schemas.check(shape.schema, said)
    return header.to_dataclass(said[shape.part], shape.kind), said["signature"]


def verify(shape: Shape[Document], document: Document, armor: str, signing_key: str) -> None:
    """Check that the key a document names, hex, has signed it.

    Raises:
        Rejected: SIGNATURE.

    """
    signer, _ = signature.verify(armor.encode(), header.encode(document), shape.purpose)
    if signer.hex() != signing_key:
        raise refusal(Code.SIGNATURE, "signed by another key than it names")
