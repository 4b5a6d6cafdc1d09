from dataclasses import replace

import pytest

from paten_desk.domain import ledger
from paten_desk.domain.errors import Rejected
from paten_desk.exchange import records
from paten_desk.exchange.header import Profile


@pytest.fixture
def run(make):
    return make.ledger()


@pytest.fixture
def read(ends, make, run):
    """Read journal lines and personal bytes against what the header of `run` claims, or of another run."""

    def read(lines=None, personal=b"", of=None, owner=make.owner, span=None, **state):
        of = of or run
        journal = b"".join(line + b"\n" for line in (lines or [record.body for record in of]))
        span = replace(records.span_of(of), **(span or {}))
        return records.read(journal, personal, owner, span, ends.state(of, profile=Profile.B, **state))

    return read


def blocks(run):
    return {record.sequence: record.personal_bytes for record in run if record.personal_bytes}


def test_records_come_back_byte_for_byte_without_their_persons(run, read):
    found = read()

    assert [record.body for record in found] == [record.body for record in run]
    assert all(record.personal_bytes is None and record.fact.personal is None for record in found)
    assert found[1] == run[1]


def test_personal_blocks_come_back_byte_for_byte(run, read):
    assert read(personal=records.write_personal(blocks(run))) == run


def test_a_run_may_begin_in_the_middle_of_a_ledger(run, read):
    assert [record.sequence for record in read(of=run[2:])] == [3, 4]


def test_a_record_that_carries_on_an_older_digest_may_bring_that_block(make, read):
    first = make.ledger(1)[0]
    digest = ledger.personal_digest(first.personal_bytes)
    second = ledger.chain(make.owner, 2, first.leaf, make.fact(2, with_person=False), b"", digest)

    found = read(of=(second,), personal=records.write_personal({2: first.personal_bytes}))

    assert found[0].fact.personal == first.fact.personal


def test_kinds_of_a_newer_program_are_kept(make, read):
    newer = make.ledger(facts=[replace(make.fact(1), kind="visit.counted.v7")])

    assert read(of=newer)[0].fact.kind == "visit.counted.v7"


def test_a_block_that_is_not_the_records_own_is_refused(run, read):
    swapped = {1: blocks(run)[3]}

    with pytest.raises(Rejected, match=r"\[DIGEST\]"):
        read(personal=records.write_personal(swapped))


def test_a_block_for_a_record_that_commits_to_none_is_refused(run, read):
    with pytest.raises(Rejected, match=r"\[DIGEST\]"):
        read(personal=records.write_personal({2: blocks(run)[1]}))


@pytest.mark.parametrize(
    ("personal", "code"),
    [
        (b'{"block":{"salt":"AAAAAAAAAAAAAAAAAAAAAA"},"sequence":9}\n', "SCHEMA"),
        (b'{"block":{},"sequence":1}\n', "SCHEMA"),
        (b'{"block":{"salt":"AAAAAAAAAAAAAAAAAAAAAA"}}\n', "SCHEMA"),
        (b'{"block": {"salt":"AAAAAAAAAAAAAAAAAAAAAA"},"sequence":1}\n', "JSON"),
        (b"{}", "JSON"),
    ],
    ids=["no such record", "no salt", "no sequence", "not canonical", "not ended"],
)
def test_a_bent_personal_line_is_refused(read, personal, code):
    with pytest.raises(Rejected) as refused:
        read(personal=personal)

    assert refused.value.code == code


def test_blocks_stand_in_order_and_once(run, read):
    lines = records.write_personal(blocks(run)).splitlines(keepends=True)

    for wrong in (lines[::-1], lines[:1] * 2):
        with pytest.raises(Rejected, match=r"\[SCHEMA\]"):
            read(personal=b"".join(wrong))


@pytest.mark.parametrize(
    "how",
    ["hole", "swapped", "doubled", "changed", "cut short", "cut at the start", "one too many"],
)
def test_a_broken_chain_is_refused(make, run, read, how):
    lines = [record.body for record in run]
    lines = {
        "hole": [lines[0], *lines[2:]],
        "swapped": [lines[0], lines[2], lines[1], lines[3]],
        "doubled": [lines[0], *lines],
        "changed": [lines[0], make.bend(run[1], actor="other"), *lines[2:]],
        "cut short": lines[:-1],
        "cut at the start": lines[1:],
        "one too many": [*lines, make.ledger(5)[4].body],
    }[how]

    with pytest.raises(Rejected, match=r"\[CHAIN\]"):
        read(lines)


@pytest.mark.parametrize(
    "claim",
    [
        {"span": {"hash_last": "A" * 43}},
        {"span": {"hash_before": "A" * 43}},
        {"span": {"first": 2}},
        {"span": {"last": 5}},
        {"length": 3},
        {"head": "A" * 43},
        {"owner": "0199a000-0000-7000-8000-00000000000f"},
    ],
    ids=lambda claim: "/".join(f"{name}" for name in claim),
)
def test_a_header_that_claims_other_edges_is_refused(read, claim):
    with pytest.raises(Rejected, match=r"\[CHAIN\]"):
        read(**claim)


def test_a_ledger_begins_with_its_own_first_hash(make, read):
    stray = ledger.chain(make.owner, 1, bytes(32), make.fact(1), bytes(16))

    with pytest.raises(Rejected, match=r"\[CHAIN\]"):
        read(of=(stray,))


def test_a_file_without_records_is_refused(ends, make, run):
    with pytest.raises(Rejected, match=r"\[CHAIN\]"):
        records.read(b"", b"", make.owner, records.span_of(run), ends.state(run))


@pytest.mark.parametrize(
    ("field", "bad"),
    [
        ("specversion", "0.3"),
        ("id", "1"),
        ("time", "2026-11-20"),
        ("time", "2026-11-20T25:00:00+07:00"),
        ("bizdate", "2026-02-30"),
        ("type", "request.registered.v1"),
        ("type", "id.paten.Request.registered.v1"),
        ("sequence", "1"),
        ("sequence", 0),
        ("source", "0199a000-0000-7000-8000-000000000001"),
        ("prevhash", "A" * 42 + "B"),
        ("actor", ""),
        ("more", 1),
        ("data", {"rev": 0}),
        ("data", {"personaldigest": 1}),
    ],
)
def test_a_record_of_the_wrong_shape_is_refused(make, run, read, field, bad):
    with pytest.raises(Rejected, match=r"\[SCHEMA\]"):
        read([make.bend(run[0], **{field: bad}), *(record.body for record in run[1:])])


def test_a_long_run_is_cut_by_number_and_by_size(make):
    run = make.ledger(7)

    by_number = list(records.split(run, most_records=3))
    by_size = list(records.split(run, most_bytes=2 * len(run[0].body)))

    assert [len(part) for part in by_number] == [3, 3, 1]
    assert max(map(len, by_size)) < 3
    assert sum(by_size, ()) == sum(by_number, ()) == run
    assert list(records.split([])) == []


def test_a_record_bigger_than_a_part_stands_alone(make):
    assert [len(part) for part in records.split(make.ledger(2), most_bytes=1)] == [1, 1]
