"""The signed text of a QR code: `PATEN2:` and base32 of body and Ed25519 signature; letters and digits only.

So a scanner that types it works with every keyboard layout, and the code stays in the dense mode of QR.
"""

from __future__ import annotations

import base64
import binascii

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from paten_desk.domain import proofs
from paten_desk.domain.errors import Rejected
from paten_desk.domain.proofs import Proof

_PURPOSE = b"paten-proof-v1@paten-desk\0"
_SIGNATURE_BYTES = 64
_LONGEST = 400


def write(proof: Proof, seed: bytes) -> str:
    """Return the signed text of a code."""
    body = proofs.encode(proof)
    made = body + Ed25519PrivateKey.from_private_bytes(seed).sign(_PURPOSE + body)
    return proofs.SIGNED + base64.b32encode(made).decode().rstrip("=")


def read(text: str) -> tuple[Proof, bytes, bytes]:
    """Read a code as scanned or typed; return what it says, the bytes that are signed, and the signature.

    Spaces, dashes and small letters are mended; nothing is checked but the form.

    Raises:
        Rejected: Code "PROOF": it is no code of PATEN Desk, or not whole.

    """
    typed = "".join(text.split()).replace("-", "").upper()
    if not typed.startswith(proofs.SIGNED) or len(typed) > _LONGEST:
        raise _broken()
    coded = typed.removeprefix(proofs.SIGNED).rstrip("=")
    try:
        made = base64.b32decode(coded + "=" * (-len(coded) % 8))
        if len(made) <= _SIGNATURE_BYTES or base64.b32encode(made).decode().rstrip("=") != coded:
            raise _broken()
        body, signature = made[:-_SIGNATURE_BYTES], made[-_SIGNATURE_BYTES:]
        return proofs.decode(body), body, signature
    except (ValueError, binascii.Error) as error:
        raise _broken() from error


def is_signed_by(public: bytes, body: bytes, signature: bytes) -> bool:
    """Say whether a public key made this signature."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, _PURPOSE + body)
    except InvalidSignature:
        return False
    return True


def _broken() -> Rejected:
    return Rejected("PROOF", "Kode ini bukan kode PATEN, atau tidak terbaca seluruhnya.", "Pindai atau ketik lagi.")
