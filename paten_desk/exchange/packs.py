"""A pack of letter texts: one small signed JSON file that any office can read and check.

The signature proves that the pack is whole and who made it; whose key that is, the reader must know.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from paten_desk.exchange import schemas, signature, signed
from paten_desk.exchange.refusals import Code, refusal
from paten_desk.exchange.schemas import DAY, SHORT_TEXT, many, shape, text

FORMAT = "paten-texts/1"
MAX_PACK_BYTES = 2 * 1024 * 1024
MAX_TEXTS = 200
MAX_SOURCE = 60_000  # letters


@dataclass(frozen=True, slots=True)
class PackedText:
    """One letter text of a pack.

    Attributes:
        name: Name of the text, as services name it.
        source: The template file's text.
        note: Why the sender made it so.

    """

    name: str
    source: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """Letter texts of one office.

    Attributes:
        area, name: The maker: Kemendagri code and "Kecamatan Contoh".
        signing_key: Ed25519 public key, hex.

    """

    area: str
    name: str
    signing_key: str
    made: date
    texts: tuple[PackedText, ...]
    kind: str = "texts"
    format: str = FORMAT


SCHEMA = schemas.compile_schema(
    shape(
        {
            "pack": shape(
                {
                    "area": text("[0-9]{2}[.][0-9]{2}(?:[.][0-9]{2})?"),
                    "name": SHORT_TEXT,
                    "signing_key": text("[0-9a-f]{64}"),
                    "made": DAY,
                    "texts": many(
                        shape(
                            {
                                "name": text("[a-z][a-z0-9_]{0,59}"),
                                "source": {"type": "string", "maxLength": MAX_SOURCE},
                                "note": SHORT_TEXT,
                            },
                            closed=True,
                        ),
                        MAX_TEXTS,
                        least=1,
                    ),
                    "kind": {"const": "texts"},
                    "format": {"const": FORMAT},
                },
                closed=True,
            ),
            "signature": {"type": "string"},
        },
        closed=True,
    )
)
SHAPE = signed.Shape("pack", Pack, FORMAT, MAX_PACK_BYTES, SCHEMA, signature.PACK_NAMESPACE)


def write_pack(pack: Pack, signing_seed: bytes) -> bytes:
    """Return the signed pack file.

    Raises:
        ValueError: The pack names another key than the one that signs it.

    """
    return signed.write(SHAPE, pack, pack.signing_key, signing_seed)


def read_pack(content: bytes) -> Pack:
    """Read a pack file and check its signature; whose key it names, the caller must know.

    Raises:
        Rejected: SIZE, JSON, VERSION, SCHEMA or SIGNATURE.

    """
    pack, armor = signed.read(SHAPE, content)
    if len({each.name for each in pack.texts}) != len(pack.texts):
        raise refusal(Code.SCHEMA, "a text stands twice")
    signed.verify(SHAPE, pack, armor, pack.signing_key)
    return pack


def digest(content: bytes) -> str:
    """Return the SHA-256 of a pack file, hex."""
    return hashlib.sha256(content).hexdigest()
