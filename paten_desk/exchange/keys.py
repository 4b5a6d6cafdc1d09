"""Keys of an office, and the card that carries their public halves to the other end.

A card is one small JSON file, signed by the key it introduces. That proves only that the card is whole; whose it is,
two people settle by reading the check number to each other by phone.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pyrage

from paten_desk.exchange import header, schemas, signature, signed
from paten_desk.exchange.refusals import Code, refusal
from paten_desk.exchange.schemas import DAY, RECIPIENT, UUID, many, shape, text

FORMAT = "paten-key-card/1"
MAX_CARD_BYTES = 8192


class Role(StrEnum):
    """Which end an office is."""

    KECAMATAN = "kecamatan"
    KABUPATEN = "kabupaten"


@dataclass(frozen=True, slots=True)
class KeyCard:
    """The public keys of one office.

    Attributes:
        area: Kemendagri code, "16.02.05" or "16.02".
        name: "Kecamatan Kayu Agung".
        ledger: UUID of the ledger the key signs for; "" at a kabupaten.
        signing_key: Ed25519 public key, hex.
        recipients: age recipients to seal to; a kabupaten's working key, then the key in its safe.

    """

    role: Role
    area: str
    name: str
    ledger: str
    signing_key: str
    recipients: tuple[str, ...]
    made: date
    format: str = FORMAT


SCHEMA = schemas.compile_schema(
    shape(
        {
            "card": shape(
                {
                    "role": {"enum": list(Role)},
                    "area": text("[0-9]{2}[.][0-9]{2}(?:[.][0-9]{2})?"),
                    "name": schemas.SHORT_TEXT,
                    "ledger": {"anyOf": [UUID, {"const": ""}]},
                    "signing_key": text("[0-9a-f]{64}"),
                    "recipients": many(RECIPIENT, 4, least=1),
                    "made": DAY,
                    "format": {"const": FORMAT},
                },
                closed=True,
            ),
            "signature": {"type": "string"},
        },
        closed=True,
    )
)
SHAPE = signed.Shape("card", KeyCard, FORMAT, MAX_CARD_BYTES, SCHEMA, signature.REPLY_NAMESPACE)


def new_signing_seed() -> bytes:
    """Make a signing key; its 32-byte seed is the secret."""
    return secrets.token_bytes(32)


def new_identity() -> str:
    """Make an age key; the "AGE-SECRET-KEY-1…" is the secret."""
    return str(pyrage.x25519.Identity.generate())


def recipient_of(identity: str) -> str:
    """Return the public "age1…" of an age key.

    Raises:
        ValueError: Not an age key, e.g. mistyped from paper.

    """
    try:
        return str(pyrage.x25519.Identity.from_str(identity).to_public())
    except pyrage.IdentityError as error:
        raise ValueError("not an age identity") from error


def write_card(card: KeyCard, signing_seed: bytes) -> bytes:
    """Return the signed card file.

    Raises:
        ValueError: The card introduces another key than the one that signs it.

    """
    return signed.write(SHAPE, card, card.signing_key, signing_seed)


def read_card(data: bytes) -> KeyCard:
    """Read a card file and check its own signature; whose it is, `check_number` settles by phone.

    Raises:
        Rejected: SIZE, JSON, VERSION, SCHEMA or SIGNATURE.

    """
    card, armor = signed.read(SHAPE, data)
    if (card.role is Role.KECAMATAN) != (len(card.area) == 8) or (card.role is Role.KECAMATAN) != bool(card.ledger):
        raise refusal(Code.SCHEMA, "area or ledger does not fit the role")
    signed.verify(SHAPE, card, armor, card.signing_key)
    return card


def check_number(card: KeyCard) -> str:
    """Return 5 × 4 digits (66 bits of the card's SHA-256) to be read out by phone."""
    value = int.from_bytes(hashlib.sha256(header.encode(card)).digest(), "big") % 10**20
    digits = f"{value:020d}"
    return " ".join(digits[at : at + 4] for at in range(0, 20, 4))


def allowed_signers(cards: Iterable[KeyCard]) -> str:
    """Return the register as OpenSSH's allowed_signers file: a kecamatan may sign data, a kabupaten replies."""
    return "".join(_allowed(card) for card in cards)


def principal(card: KeyCard) -> str:
    """Name an office as `ssh-keygen -Y verify -I` is told it: kec-16.02.05, kab-16.02."""
    return f"{card.role[:3]}-{card.area}"


def _allowed(card: KeyCard) -> str:
    purpose = signature.DATA_NAMESPACE if card.role is Role.KECAMATAN else signature.REPLY_NAMESPACE
    blob = base64.b64encode(signature.key_blob(bytes.fromhex(card.signing_key))).decode()
    return f'{principal(card)} namespaces="{purpose}" ssh-ed25519 {blob}\n'
