import io
import subprocess
import sys
import zipfile

import pytest

from paten_desk.domain.errors import Rejected
from paten_desk.exchange import archive, envelope, signature
from paten_desk.exchange.archive import PAYLOAD

SEED = b"\1" * 32
CONTENT = {"data/header.json": b'{"words":"contoh"}\n', "data/journal.jsonl": b'{"line":1}\n'}
LABELS = {"Source-Organization": "PATEN 99.99.05", "Bagging-Date": "2026-11-20"}
GOOD = envelope.wrap("999905-0042", CONTENT, LABELS, SEED, signature.DATA_NAMESPACE)


def resigned(**changes):
    """The good bag with members changed by name and the sums signed again as they then stand."""
    folder, files = archive.read(GOOD)
    files |= {name.replace("__", "/").replace("_", "-"): content for name, content in changes.items()}
    files[archive.SIGNATURE] = signature.sign(SEED, files[archive.TAG_MANIFEST], signature.DATA_NAMESPACE)
    return archive.write(folder, files)


def test_a_bag_says_what_is_in_it_and_who_signed_it():
    bag = envelope.unwrap(GOOD)

    assert {name: bag.payload[name] for name in CONTENT} == CONTENT
    assert set(bag.payload) == set(PAYLOAD)
    assert (bag.folder, bag.namespace) == ("999905-0042", signature.DATA_NAMESPACE)
    assert bag.signer == signature.public_key(SEED)


def test_stock_tools_find_the_bag_valid(tmp_path):
    with zipfile.ZipFile(io.BytesIO(GOOD)) as stock:
        stock.extractall(tmp_path)

    checked = subprocess.run(
        [sys.executable, "-m", "bagit", "--validate", tmp_path / "999905-0042"], capture_output=True, text=True
    )

    assert checked.returncode == 0, checked.stderr


def test_content_has_one_digest_however_it_was_packed():
    bag = envelope.unwrap(GOOD)
    with zipfile.ZipFile(io.BytesIO(GOOD)) as stock:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as made:
            for entry in stock.infolist():
                again = zipfile.ZipInfo(entry.filename)
                again.external_attr, again.create_system = 0o100644 << 16, 3
                made.writestr(again, stock.read(entry))

    assert out.getvalue() != GOOD
    assert envelope.unwrap(out.getvalue()) == bag


def outcome(data):
    """Return the payload of a bag, or the code it was refused with."""
    try:
        return envelope.unwrap(data).payload
    except Rejected as refused:
        return refused.code


def test_every_flipped_bit_is_refused_or_changes_nothing():
    allowed = ["ZIP", "BOMB", "SIGNATURE", "DIGEST", outcome(GOOD)]

    for at in range(len(GOOD)):
        for bit in range(8):
            assert outcome(GOOD[:at] + bytes([GOOD[at] ^ 1 << bit]) + GOOD[at + 1 :]) in allowed


def test_every_truncation_is_refused():
    for length in range(len(GOOD)):
        with pytest.raises(Rejected):
            envelope.unwrap(GOOD[:length])


@pytest.mark.parametrize(
    "changes",
    [
        {"data__journal.jsonl": b'{"line":2}\n'},
        {"data__personal.jsonl": b"{}\n"},
        {"bag_info.txt": b""},
        {"bagit.txt": b""},
        {"manifest_sha256.txt": b""},
        {"tagmanifest_sha256.txt": b""},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_content_that_is_not_what_was_signed_is_refused(changes):
    with pytest.raises(Rejected, match=r"\[DIGEST\]"):
        envelope.unwrap(resigned(**changes))


def test_sums_that_were_changed_after_signing_are_refused():
    folder, files = archive.read(GOOD)
    files[archive.TAG_MANIFEST] = files[archive.TAG_MANIFEST].replace(b"0", b"1")

    with pytest.raises(Rejected, match=r"\[SIGNATURE\]"):
        envelope.unwrap(archive.write(folder, files))


def test_another_declaration_is_refused_even_where_its_sums_are_right():
    folder, files = archive.read(GOOD)
    files[archive.DECLARATION] = b"BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n"
    files[archive.TAG_MANIFEST] = envelope._sums(files, envelope.TAGS)
    files[archive.SIGNATURE] = signature.sign(SEED, files[archive.TAG_MANIFEST], signature.DATA_NAMESPACE)

    with pytest.raises(Rejected, match=r"\[DIGEST\]"):
        envelope.unwrap(archive.write(folder, files))


def test_a_signature_for_a_purpose_we_do_not_know_is_refused():
    foreign = envelope.wrap("999905-0042", CONTENT, LABELS, SEED, "git")

    with pytest.raises(Rejected, match=r"\[SIGNATURE\]"):
        envelope.unwrap(foreign)
