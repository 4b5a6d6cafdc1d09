"""The bag that is signed: payload, sums of the payload, sums of the sums, and the office's signature over those.

Source: RFC 8493 (BagIt 1.0).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from paten_desk.exchange import archive, signature
from paten_desk.exchange.archive import BAG_INFO, DECLARATION, MANIFEST, PAYLOAD, SIGNATURE, TAG_MANIFEST
from paten_desk.exchange.refusals import Code, refusal

DECLARED = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
TAGS = (BAG_INFO, DECLARATION, MANIFEST)


@dataclass(frozen=True, slots=True)
class Bag:
    """A bag whose signature and sums hold; whose key signed it, the caller must ask.

    Attributes:
        payload: The members under data/, by name.
        namespace: The purpose it was signed for.
        signer: Public key, 32 bytes.
        digest: SHA-256 of the signed sums, hex; the same content has the same digest however it was packed.

    """

    folder: str
    payload: dict[str, bytes]
    namespace: str
    signer: bytes
    digest: str


def wrap(
    folder: str, payload: Mapping[str, bytes], labels: Mapping[str, str], signing_seed: bytes, namespace: str
) -> bytes:
    """Return the ZIP of a signed bag; a payload member not given is empty.

    `labels` go to bag-info.txt for people and archives; no decision is ever taken from them.
    """
    files = {name: payload.get(name, b"") for name in PAYLOAD}
    size = sum(len(content) for content in files.values())
    files[DECLARATION] = DECLARED
    info = {**labels, "Payload-Oxum": f"{size}.{len(PAYLOAD)}"}
    files[BAG_INFO] = "".join(f"{name}: {value}\n" for name, value in info.items()).encode()
    files[MANIFEST] = _sums(files, PAYLOAD)
    files[TAG_MANIFEST] = _sums(files, TAGS)
    files[SIGNATURE] = signature.sign(signing_seed, files[TAG_MANIFEST], namespace)
    return archive.write(folder, files)


def unwrap(data: bytes) -> Bag:
    """Read a ZIP, check the signature, then the sums.

    Raises:
        Rejected: ZIP, BOMB, SIGNATURE or DIGEST.

    """
    folder, files = archive.read(data)
    sums, armor = files[TAG_MANIFEST], files[SIGNATURE]
    signer, namespace = signature.verify(armor, sums, *signature.NAMESPACES)
    if sums != _sums(files, TAGS) or files[MANIFEST] != _sums(files, PAYLOAD) or files[DECLARATION] != DECLARED:
        raise refusal(Code.DIGEST)
    payload = {name: files[name] for name in PAYLOAD}
    return Bag(folder, payload, namespace, signer, hashlib.sha256(sums).hexdigest())


def _sums(files: Mapping[str, bytes], names: Iterable[str]) -> bytes:
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(names)).encode()
