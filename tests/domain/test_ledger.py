import hashlib
import json
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.ledger import (
    Break,
    Fact,
    bytes_of,
    canonical,
    chain,
    digest_in,
    genesis,
    leaf_of,
    personal_digest,
    read,
    text_of,
    verify,
)

WIB = timezone(timedelta(hours=7))
LEDGER = "0199a000-0000-7000-8000-000000000001"
SALT = bytes(16)
KEYS = st.text(st.characters(codec="ascii", exclude_characters='"\\'), max_size=8)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def a_fact(rev=1, personal=None, **data):
    at = datetime(2026, 11, 26, 9, rev, tzinfo=WIB)
    return Fact(
        f"0199a000-0000-7000-8000-{rev:012}",
        "request.registered.v1",
        "0199a000-0000-7000-8000-0000000000bb",
        rev,
        at,
        at,
        date(2026, 11, 26),
        "system",
        data or {"service": "SKTM"},
        personal,
    )


@pytest.fixture
def records():
    """Three records; only the first carries a personal block."""
    made, previous, digest = [], genesis(LEDGER), ""
    for rev in (1, 2, 3):
        fact = a_fact(rev, {"name": "SITI CONTOH"} if rev == 1 else None)
        record = chain(LEDGER, rev, previous, fact, SALT, digest)
        made.append(record)
        previous, digest = record.leaf, digest_in(record.body)
    return made


def rows(records):
    return [(record.sequence, record.leaf, record.body, record.personal_bytes) for record in records]


def spoilt(record, **changes):
    return replace(record, body=canonical({**json.loads(record.body), **changes}))


@given(VALUES)
def test_the_canonical_bytes_are_those_of_rfc_8785(value):
    assert canonical(value) == rfc8785.dumps(value)


@given(st.binary(max_size=40))
def test_a_digest_is_read_back_from_its_text(digest):
    assert bytes_of(text_of(digest)) == digest


def test_a_leaf_and_a_personal_digest_can_never_be_taken_for_each_other():
    assert leaf_of(b"x") == hashlib.sha256(b"\x00x").digest()
    assert bytes_of(personal_digest(b"x")) == hashlib.sha256(b"\x01x").digest()


def test_a_record_read_back_is_the_same(records):
    for record in records:
        assert read(record.body, record.personal_bytes) == record


def test_personal_data_stand_outside_the_hashed_part(records):
    assert b"SITI" not in records[0].body
    assert b"SITI" in records[0].personal_bytes
    assert digest_in(records[0].body) == personal_digest(records[0].personal_bytes)


def test_later_records_say_which_personal_block_they_stand_on(records):
    assert digest_in(records[2].body) == digest_in(records[0].body)
    assert records[2].personal_bytes is None


def test_an_untouched_chain_holds(records):
    assert verify(LEDGER, rows(records)) == []
    assert verify(LEDGER, rows(records[1:]), 1, records[0].leaf) == []


def test_a_chain_holds_after_its_personal_data_were_destroyed(records):
    records[0] = replace(records[0], personal_bytes=None)

    assert verify(LEDGER, rows(records)) == []


def test_a_changed_record_is_found(records):
    records[1] = spoilt(records[1], actor="somebody else")

    assert verify(LEDGER, rows(records)) == [Break(2, "isi tidak cocok dengan sidiknya")]


def test_a_changed_record_with_a_new_leaf_is_found_by_the_next(records):
    changed = spoilt(records[1], actor="somebody else")
    records[1] = replace(changed, leaf=leaf_of(changed.body))

    assert verify(LEDGER, rows(records)) == [Break(3, "tidak menyambung dengan catatan sebelumnya")]


def test_a_removed_record_is_found(records):
    del records[1]

    assert [broken.what for broken in verify(LEDGER, rows(records))] == [
        "nomor urut terputus",
        "tidak menyambung dengan catatan sebelumnya",
    ]


def test_changed_personal_data_are_found(records):
    records[0] = replace(records[0], personal_bytes=records[0].personal_bytes.replace(b"SITI", b"SITA"))

    assert verify(LEDGER, rows(records)) == [Break(1, "data pribadi tidak cocok dengan sidiknya")]


def test_a_record_of_another_ledger_is_found(records):
    other = "0199a000-0000-7000-8000-000000000002"
    foreign = chain(other, 1, genesis(LEDGER), a_fact(), SALT)

    assert verify(LEDGER, rows([foreign])) == [Break(1, "catatan milik tempat lain")]


@pytest.mark.parametrize(
    "body", [b"", b"\xff", b"[]", b"[" * 100_000, b'{"data":[]}'], ids=["empty", "bytes", "list", "deep", "data"]
)
def test_a_body_that_is_no_record_is_reported_like_any_break(records, body):
    records[0] = replace(records[0], body=body)

    assert Break(1, "isi tidak cocok dengan sidiknya") in verify(LEDGER, rows(records))
