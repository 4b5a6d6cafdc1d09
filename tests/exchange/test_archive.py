import io
import random
import struct
import time
import warnings
import zipfile

import pytest

from paten_desk.domain.errors import Rejected
from paten_desk.exchange import archive
from paten_desk.exchange.archive import MEMBERS

FILES = {name: name.encode() * 20 for name in MEMBERS} | {"data/personal.jsonl": b""}
GOOD = archive.write("999905-0042", FILES)


def zipped(files, compression=zipfile.ZIP_DEFLATED, **attributes):
    """A ZIP as other programs write it, with every attribute of a member open to change."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as made, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name given twice is what some tests want
        for name, content in files:
            entry = zipfile.ZipInfo(name, attributes.get("date", (1980, 1, 1, 0, 0, 0)))
            entry.compress_type, entry.create_system = compression, 3
            entry.external_attr = attributes.get("mode", 0o100644) << 16
            entry.extra, entry.comment = attributes.get("extra", b""), attributes.get("comment", b"")
            made.writestr(entry, content)
    return out.getvalue()


def members(folder="999905-0042", renamed=None):
    return [(f"{folder}/{(renamed or {}).get(name, name)}", FILES[name]) for name in MEMBERS]


def with_end(**changes):
    """The good ZIP with fields of its end record changed."""
    fields = list(struct.unpack("<4sHHHHIIH", GOOD[-22:]))
    for place, value in changes.items():
        fields[int(place[1:])] = value
    return GOOD[:-22] + struct.pack("<4sHHHHIIH", *fields)


def overlapped():
    """Fifty central entries that all point at the first member (CVE-2024-0450)."""
    start = struct.unpack("<I", GOOD[-6:-2])[0]
    first = GOOD[start : start + 46 + len(f"999905-0042/{MEMBERS[0]}")]
    directory = first * 50
    end = struct.pack("<4sHHHHIIH", b"PK\5\6", 0, 0, 50, 50, len(directory), start, 0)
    return GOOD[:start] + directory + end


def local_changed(at, value):
    return GOOD[:at] + value + GOOD[at + len(value) :]


BAD = {
    "empty": b"",
    "no archive": b"PK",
    "data before it": b"MZ" + GOOD,
    "another archive after it": GOOD + GOOD,
    "a byte after it": GOOD + b"\0",
    "comment": with_end(f7=1) + b"x",
    "count of members": with_end(f4=8),
    "offset of the directory": with_end(f6=0),
    "disk number": with_end(f1=1),
    "ZIP64 end": GOOD[:-22] + struct.pack("<4sQHHIIQQQQ", b"PK\6\6", 44, 45, 45, 0, 0, 9, 9, 0, 0) + GOOD[-22:],
    "overlapped members": overlapped(),
    "missing member": zipped(members()[:-1]),
    "member too many": zipped([*members(), ("999905-0042/data/more", b"")]),
    "doubled member": zipped([*members()[:-1], members()[-2]]),
    "members in another order": zipped(members()[::-1]),
    "traversal": zipped(members(renamed={"data/header.json": "../../header.json"})),
    "traversal in the folder": zipped(members("..")),
    "absolute": zipped([("/" + name, content) for name, content in members()]),
    "backslash": zipped(members(renamed={"data/header.json": "data\\header.json"})),
    "drive": zipped(members("C:")),
    "folder within": zipped(members("a/b")),
    "no folder": zipped([(name, FILES[name]) for name in MEMBERS]),
    "name outside ASCII": zipped(members("99é")),
    "symbolic link": zipped(members(), mode=0o120777),
    "another time": zipped(members(), date=(2026, 3, 12, 0, 0, 0)),
    "extra field": zipped(members(), extra=b"\1\0\0\0"),
    "member comment": zipped(members(), comment=b"x"),
    "other packing": zipped(members(), zipfile.ZIP_LZMA),
    "encrypted flag": local_changed(6, b"\1\0"),
    "data descriptor": local_changed(6, b"\x08\0"),
    "wrong sum": local_changed(14, b"\0\0\0\0"),
    "member said to be shorter": local_changed(22, b"\1\0\0\0"),
    "member said to be longer": local_changed(22, b"\xff\x0f\0\0"),
    "packed size past the end": local_changed(18, b"\xff\xff\xff\x0f"),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD.keys())
def test_an_archive_that_is_not_exactly_ours_is_refused(data, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    with pytest.raises(Rejected, match=r"\[ZIP\]"):
        archive.read(data)

    assert list(tmp_path.iterdir()) == []


def test_an_archive_comes_back_as_it_was_written():
    assert archive.read(GOOD) == ("999905-0042", FILES)
    assert archive.write("999905-0042", FILES) == GOOD


def test_other_programs_read_it_too():
    with zipfile.ZipFile(io.BytesIO(GOOD)) as stock:
        assert stock.testzip() is None
        assert [name.partition("/")[2] for name in stock.namelist()] == list(MEMBERS)


def test_an_archive_written_by_another_program_in_the_same_form_is_read():
    assert archive.read(zipped(members(), zipfile.ZIP_STORED)) == ("999905-0042", FILES)


@pytest.mark.parametrize("size", [13_000, 70 << 20], ids=["200 to 1", "64 MB"])
def test_a_bomb_is_refused_before_it_is_inflated(size):
    bomb = zipped([(name, b"\0" * size if name.endswith("journal.jsonl") else content) for name, content in members()])
    before = time.monotonic()

    with pytest.raises(Rejected, match="BOMB"):
        archive.read(bomb)

    assert time.monotonic() - before < 1


def test_sizes_of_zip64_are_too_big_for_us():
    with pytest.raises(Rejected, match="BOMB"):
        archive.read(local_changed(18, b"\xff" * 8))


def test_a_bomb_that_lies_about_its_size_is_not_inflated_past_the_lie():
    at = GOOD.index(b"data/journal.jsonl") - len("999905-0042/") - 30
    content = zipped([(name, b"\0" * 10_000_000) for name, _ in members()][:1])
    body = content[30 + len("999905-0042/bagit.txt") :][:9_000]
    lying = struct.pack("<4sHHHHHIIIHH", b"PK\3\4", 20, 0, 8, 0, 33, 0, len(body), 20_000, 30, 0)

    with pytest.raises(Rejected, match=r"\[ZIP\]"):
        archive.read(GOOD[:at] + lying + b"999905-0042/data/journal.jsonl" + body)


def test_honest_content_that_packs_too_well_is_stored():
    files = FILES | {"data/journal.jsonl": b"\0" * 1_000_000}

    made = archive.write("999905-0042", files)

    assert archive.read(made)[1] == files
    assert len(made) > 1_000_000


def test_noise_is_refused_and_nothing_else_happens():
    random_bytes = random.Random(7)
    for _ in range(2000):
        at = random_bytes.randrange(len(GOOD))
        noise = random_bytes.randbytes(random_bytes.choice((1, 2, 4, 16)))
        try:
            read = archive.read(GOOD[:at] + noise + GOOD[at + len(noise) :])
        except Rejected:
            continue
        assert read == ("999905-0042", FILES)
