"""The ZIP inside the seal: one fixed list of members, written and read by the same few lines.

Python's own reader is not used on what comes from outside: it accepts overlapped and doubled members. Here every
header is rebuilt from its few free values (method, sum, sizes, folder) and compared, so nothing else can vary.
"""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from paten_desk.exchange.refusals import Code, refusal

HEADER = "data/header.json"
JOURNAL = "data/journal.jsonl"
PERSONAL = "data/personal.jsonl"
DOCUMENT = "data/document.json"
PAYLOAD = (HEADER, JOURNAL, PERSONAL, DOCUMENT)
DECLARATION, BAG_INFO = "bagit.txt", "bag-info.txt"
MANIFEST, TAG_MANIFEST = "manifest-sha256.txt", "tagmanifest-sha256.txt"
SIGNATURE = TAG_MANIFEST + ".sig"
MEMBERS = (DECLARATION, BAG_INFO, MANIFEST, TAG_MANIFEST, SIGNATURE, *PAYLOAD)

MAX_INFLATED_BYTES = 64 << 20
MAX_RATIO = 200
FOLDER = re.compile(r"[0-9A-Za-z][0-9A-Za-z-]{0,79}")

_STORED, _DEFLATED = 0, 8
_VERSION, _UNIX, _DATE = 20, 3, 33  # ZIP 2.0; made on Unix; 1 January 1980
_MODE = 0o100644 << 16
_LOCAL = struct.Struct("<4sHHHHHIIIHH")
_END = struct.Struct("<4sHHHHIIH")


@dataclass(frozen=True, slots=True)
class _Member:
    """The few values of a member that may vary."""

    path: bytes
    method: int
    crc: int
    packed: int
    size: int


def write(folder: str, files: Mapping[str, bytes]) -> bytes:
    """Return the ZIP of exactly the members of `MEMBERS` under one folder."""
    out, members = bytearray(), []
    for name in MEMBERS:
        content = files[name]
        squeezer = zlib.compressobj(9, zlib.DEFLATED, -15)
        body = squeezer.compress(content) + squeezer.flush()
        method = _DEFLATED
        if len(body) >= len(content) or _is_bomb(len(content), len(body)):
            method, body = _STORED, content
        member = _Member(f"{folder}/{name}".encode(), method, zlib.crc32(content), len(body), len(content))
        out += _local(member) + body
        members.append(member)
    return bytes(out) + _directory(members)


def read(data: bytes) -> tuple[str, dict[str, bytes]]:
    """Read a ZIP in memory; return its folder and its members. Nothing is ever written to a disk.

    Raises:
        Rejected: ZIP, or BOMB where it would inflate past 64 MB or 200 to 1.

    """
    files: dict[str, bytes] = {}
    members: list[_Member] = []
    folder, at, total = "", 0, 0
    for name in MEMBERS:
        member = _member(data, at)
        if not members:
            folder = member.path.decode("latin-1").partition("/")[0]
            if not FOLDER.fullmatch(folder):
                raise refusal(Code.ZIP, "folder name")
        if member.path != f"{folder}/{name}".encode():
            raise refusal(Code.ZIP, f"another member in place of {name}")
        head = _local(member)
        if data[at : at + len(head)] != head:
            raise refusal(Code.ZIP, f"local header of {name}")
        total += member.size
        if total > MAX_INFLATED_BYTES or _is_bomb(member.size, member.packed):
            raise refusal(Code.BOMB, f"{name} would be {member.size} bytes")
        at += len(head)
        files[name] = _inflate(member, data[at : at + member.packed])
        at += member.packed
        members.append(member)
    if data[at:] != _directory(members):
        raise refusal(Code.ZIP, "central directory")
    return folder, files


def _member(data: bytes, at: int) -> _Member:
    if len(data) < at + _LOCAL.size:
        raise refusal(Code.ZIP, "ends early")
    _, _, _, method, _, _, crc, packed, size, name_length, _ = _LOCAL.unpack_from(data, at)
    begin = at + _LOCAL.size
    return _Member(data[begin : begin + name_length], method, crc, packed, size)


def _inflate(member: _Member, body: bytes) -> bytes:
    if len(body) != member.packed:
        raise refusal(Code.ZIP, "ends early")
    content = body
    if member.method == _DEFLATED:
        stretcher = zlib.decompressobj(-15)
        try:
            content = stretcher.decompress(body, member.size + 1)
        except zlib.error as error:
            raise refusal(Code.ZIP, "deflate") from error
        if not stretcher.eof or stretcher.unused_data or stretcher.unconsumed_tail:
            raise refusal(Code.ZIP, "length of a deflated member")
    elif member.method != _STORED:
        raise refusal(Code.ZIP, f"method {member.method}")
    if len(content) != member.size or zlib.crc32(content) != member.crc:
        raise refusal(Code.ZIP, "size or sum of a member")
    return content


def _is_bomb(size: int, packed: int) -> bool:
    """Say whether a member inflates more than honest content does; one that would is stored as it is."""
    return size > MAX_RATIO * max(packed, 64)


def _common(member: _Member) -> tuple[int, ...]:
    sizes = (member.crc, member.packed, member.size, len(member.path), 0)
    return (_VERSION, 0, member.method, 0, _DATE, *sizes)


def _local(member: _Member) -> bytes:
    return _LOCAL.pack(b"PK\3\4", *_common(member)) + member.path


def _directory(members: list[_Member]) -> bytes:
    out, at = bytearray(), 0
    for member in members:
        made_by = struct.pack("<4sBB", b"PK\1\2", _VERSION, _UNIX)
        rest = struct.pack("<HHHII", 0, 0, 0, _MODE, at)
        out += made_by + struct.pack("<HHHHHIIIHH", *_common(member)) + rest + member.path
        at += _LOCAL.size + len(member.path) + member.packed
    return bytes(out) + _END.pack(b"PK\5\6", 0, 0, len(members), len(members), len(out), at, 0)
