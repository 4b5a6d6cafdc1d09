"""The outer seal: age, binary, for X25519 recipients only."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pyrage

from paten_desk.exchange.refusals import Code, refusal

INTRO = b"age-encryption.org/v1\n"
MAX_SEALED_BYTES = 32 << 20
MAX_RECIPIENTS = 8

_LONGEST_HEAD = 8192
_HEAD = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"((?:-> [!-~]+(?: [!-~]+)*\n(?:[A-Za-z0-9+/]{64}\n)*[A-Za-z0-9+/]{0,63}\n)+)"
    rb"--- [A-Za-z0-9+/]{43}\n"
)
_STANZA = re.compile(rb"^-> (\S+)", re.MULTILINE)


def seal(content: bytes, recipients: Sequence[str]) -> bytes:
    """Encrypt content to 1..8 age recipients ("age1…").

    Raises:
        ValueError: No recipient, too many, or not an age recipient.

    """
    if not 1 <= len(recipients) <= MAX_RECIPIENTS:
        raise ValueError(f"{len(recipients)} recipients")
    try:
        readers = [pyrage.x25519.Recipient.from_str(recipient) for recipient in recipients]
    except pyrage.RecipientError as error:
        raise ValueError("not an age recipient") from error
    sealed: bytes = pyrage.encrypt(content, readers)
    return sealed


def unseal(sealed: bytes, identities: Sequence[str]) -> bytes:
    """Decrypt with any of our age identities ("AGE-SECRET-KEY-1…").

    Armour, passphrases and stanzas of other kinds are refused before anything is computed with them. One stanza named
    "…-grease" may stand among the others: age libraries add it so that readers learn to skip what they do not know.

    Raises:
        Rejected: SIZE or SEAL.
        ValueError: One of our own identities is not an age identity.

    """
    if len(sealed) > MAX_SEALED_BYTES:
        raise refusal(Code.SIZE, f"{len(sealed)} bytes")
    head = _HEAD.match(sealed[:_LONGEST_HEAD])
    if head is None:
        raise refusal(Code.SEAL, "no binary age header")
    kinds = _STANZA.findall(head[1])
    readers = kinds.count(b"X25519")
    grease = sum(kind.endswith(b"-grease") for kind in kinds)
    if not 1 <= readers <= MAX_RECIPIENTS or grease > 1 or readers + grease != len(kinds):
        raise refusal(Code.SEAL, "stanzas")
    try:
        own = [pyrage.x25519.Identity.from_str(identity) for identity in identities]
    except pyrage.IdentityError as error:
        raise ValueError("not an age identity") from error
    try:
        content: bytes = pyrage.decrypt(sealed, own)
    except pyrage.DecryptError as error:
        raise refusal(Code.SEAL) from error
    return content
