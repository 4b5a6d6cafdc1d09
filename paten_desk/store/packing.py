"""Records as they lie on the disk: the canonical bytes, deflated against the words they share.

A record is a third of its size that way, and comes back byte for byte: what is hashed, sealed and compared is always
what `unpack` gives. Bytes that were never packed, and bytes somebody has bent, come back as they are; the chain names
them. The format is zlib's raw deflate (RFC 1951) with a preset dictionary, behind one byte that says which.
"""

from __future__ import annotations

import zlib

from paten_desk.store.packing_words import WORDS_1

MARK_1 = b"\x01"
LEVEL, RAW, MEMORY = 6, -15, 9
MOST_BYTES = 4 * 1024 * 1024  # no record comes near; what would grow beyond it is no record


def pack(content: bytes) -> bytes:
    """Return what is stored for canonical bytes."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, RAW, MEMORY, zlib.Z_DEFAULT_STRATEGY, WORDS_1)
    return MARK_1 + packer.compress(content) + packer.flush()


def unpack(stored: bytes | memoryview | str) -> bytes:
    """Return the canonical bytes of what is stored."""
    held = stored.encode() if isinstance(stored, str) else bytes(stored)
    if not held.startswith(MARK_1):
        return held
    reader = zlib.decompressobj(RAW, WORDS_1)
    try:
        content = reader.decompress(held[1:], MOST_BYTES)
    except zlib.error:
        return held
    return content if reader.eof and not reader.unused_data else held
