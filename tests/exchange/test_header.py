from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from paten_desk.domain import ledger
from paten_desk.domain.errors import Rejected
from paten_desk.exchange import header
from paten_desk.exchange.header import Continuation, Known, Part

HASH = "A" * 43


@pytest.fixture
def said(ends, make):
    return ends.header(make.ledger())


def decoded(said):
    return header.decode(ledger.canonical(said) + b"\n")


def without(said, name):
    return {field: held for field, held in said.items() if field != name}


def test_a_header_comes_back_as_it_was_written(said, make):
    plain = decoded(said)
    full = replace(
        plain,
        state=replace(
            plain.state,
            last_reply=Known(2, HASH),
            continues=Continuation(make.uuid(9), 12, HASH, "restored"),
            part=Part(1, 3, make.uuid(8)),
        ),
    )

    assert header.decode(header.encode(plain)) == plain
    assert header.decode(header.encode(full)) == full
    assert plain.state.closed_days == (date(2026, 11, 20),)


def test_what_is_absent_is_left_out(said):
    line = header.encode(decoded(said))

    assert b"null" not in line
    assert b"last_reply" not in line


def test_hours_are_written_with_their_offset(said):
    at = datetime(2026, 11, 20, 5, 0, 0, 1, UTC)
    plain = decoded(said)

    again = header.decode(header.encode(replace(plain, label=replace(plain.label, created=at))))

    assert again.label.created == at.replace(microsecond=0)


def test_fields_of_a_newer_program_are_passed_over(said):
    newer = said | {"weather": {"rain": True}, "label": said["label"] | {"counter": "Loket 1"}}

    assert decoded(newer) == decoded(said)


@pytest.mark.parametrize(
    "change",
    [{"format": "paten-sync/2"}, {"kind": "restore"}, {"critical": ["attachments"]}],
    ids=["format", "kind", "critical feature"],
)
def test_a_version_we_must_know_and_do_not_is_refused_whatever_its_shape(said, change):
    with pytest.raises(Rejected, match=r"\[VERSION\]"):
        decoded({"format": said["format"], "kind": said["kind"], **change})
    with pytest.raises(Rejected, match=r"\[VERSION\]"):
        decoded(said | change)


@pytest.mark.parametrize(
    "name", ["kind", "label", "recipients", "signer", "span", "state", "format", "schema", "critical"]
)
def test_no_field_may_be_missing(said, name):
    with pytest.raises(Rejected, match=r"\[SCHEMA\]"):
        decoded(without(said, name))


@pytest.mark.parametrize(
    ("place", "bad"),
    [
        ("label.kabupaten", "9999"),
        ("label.kecamatan", "99.99"),
        ("label.kecamatan", "99.99.05\n"),
        ("label.ledger", "0199A000-0000-7000-8000-000000000001"),
        ("label.file_number", 0),
        ("label.created", "2026-11-20T12:00:00"),
        ("label.created", "2026-02-30T12:00:00+07:00"),
        ("label.clock_doubtful", 0),
        ("span.first", True),
        ("span.hash_last", HASH[:-1]),
        ("span.hash_last", HASH[:-1] + "B"),
        ("state.profile", "C"),
        ("state.counts", {}),
        ("state.closed_days", ["20-11-2026"]),
        ("state.closed_days", ["2026-11-31"]),
        ("state.last_reply", {"length": 1}),
    ],
)
def test_a_field_of_the_wrong_shape_is_refused(said, place, bad):
    group, name = place.split(".")

    with pytest.raises(Rejected, match=r"\[SCHEMA\]"):
        decoded(said | {group: said[group] | {name: bad}})


def test_recipients_are_one_to_eight_age_keys(said):
    for recipients in ([], said["recipients"] * 5, ["age1"], ["ssh-ed25519 AAAA"]):
        with pytest.raises(Rejected, match=r"\[SCHEMA\]"):
            decoded(said | {"recipients": recipients})


def test_only_a_data_file_claims_records(said):
    with pytest.raises(Rejected, match=r"\[SCHEMA\]"):
        decoded(said | {"kind": "reply"})


@pytest.mark.parametrize("line", [b"", b"{}", b"\n", b"[]\n", b"{}\n\n"])
def test_what_is_no_line_is_refused(line):
    with pytest.raises(Rejected, match=r"\[JSON\]"):
        header.decode(line)
