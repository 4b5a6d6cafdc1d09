"""Ed25519 signatures in OpenSSH's SSHSIG form, so that `ssh-keygen -Y verify` checks them without us.

Source: openssh-portable, PROTOCOL.sshsig.
"""

from __future__ import annotations

import base64
import hashlib
import re

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from paten_desk.exchange.refusals import Code, refusal

DATA_NAMESPACE = "paten-data-v1@paten-desk"
REPLY_NAMESPACE = "paten-reply-v1@paten-desk"
PACK_NAMESPACE = "paten-pack-v1@paten-desk"
NAMESPACES = (DATA_NAMESPACE, REPLY_NAMESPACE)

_KIND = b"ssh-ed25519"
_MAGIC = b"SSHSIG"
_VERSION = b"\0\0\0\1"
_BEGIN, _END = b"-----BEGIN SSH SIGNATURE-----\n", b"-----END SSH SIGNATURE-----\n"
_ARMOR = re.compile(_BEGIN + rb"((?:[A-Za-z0-9+/=]{1,70}\n){1,8})" + _END)


def public_key(seed: bytes) -> bytes:
    """Return the 32 bytes of the public key that belongs to a 32-byte seed."""
    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def fingerprint(public: bytes) -> str:
    """Return a public key's fingerprint as OpenSSH prints it, "SHA256:…"."""
    return "SHA256:" + base64.b64encode(hashlib.sha256(key_blob(public)).digest()).rstrip(b"=").decode()


def key_blob(public: bytes) -> bytes:
    """Return a public key in OpenSSH's wire form."""
    return _field(_KIND) + _field(public)


def sign(seed: bytes, message: bytes, namespace: str) -> bytes:
    """Return the armored signature over a message for one purpose."""
    key = Ed25519PrivateKey.from_private_bytes(seed)
    return _armored(key.public_key().public_bytes_raw(), key.sign(_signed(message, namespace)), namespace)


def verify(armor: bytes, message: bytes, *namespaces: str) -> tuple[bytes, str]:
    """Check a signature made for one of the given purposes; return the public key that made it, and the purpose.

    Whose key that is, the caller must ask. Only the one armor that `sign` would write is accepted.

    Raises:
        Rejected: SIGNATURE.

    """
    found = _ARMOR.fullmatch(armor)
    if found is None:
        raise refusal(Code.SIGNATURE, "armor")
    try:
        blob = base64.b64decode(found[1].replace(b"\n", b""), validate=True)
    except ValueError as error:
        raise refusal(Code.SIGNATURE, "base64") from error
    begin = len(_MAGIC + _VERSION) + 4 + len(_field(_KIND)) + 4
    public, made = blob[begin : begin + 32], blob[-64:]
    if len(public) != 32 or len(made) != 64:
        raise refusal(Code.SIGNATURE, "ends early")
    namespace = next((name for name in namespaces if armor == _armored(public, made, name)), None)
    if namespace is None:
        raise refusal(Code.SIGNATURE, "another key kind, purpose or form")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(made, _signed(message, namespace))
    except (InvalidSignature, ValueError) as error:
        raise refusal(Code.SIGNATURE) from error
    return public, namespace


def _field(content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + content


def _purpose(namespace: str) -> bytes:
    return _field(namespace.encode()) + _field(b"") + _field(b"sha512")


def _signed(message: bytes, namespace: str) -> bytes:
    return _MAGIC + _purpose(namespace) + _field(hashlib.sha512(message).digest())


def _armored(public: bytes, made: bytes, namespace: str) -> bytes:
    """Write the armor as ssh-keygen does: 70 letters a line."""
    blob = _MAGIC + _VERSION + _field(key_blob(public)) + _purpose(namespace) + _field(_field(_KIND) + _field(made))
    text = base64.b64encode(blob)
    return _BEGIN + b"".join(text[at : at + 70] + b"\n" for at in range(0, len(text), 70)) + _END
