import json
import random
import subprocess
import sys
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paten_desk.domain import ledger
from paten_desk.domain.errors import Rejected
from paten_desk.exchange import keys, sealed_file, signature
from paten_desk.exchange.header import Kind, Part, Profile


def test_a_file_comes_back_as_it_was_packed(ends, make):
    run = make.ledger()

    opened = ends.open(ends.pack(run, Profile.B))

    assert opened.records == run
    assert opened.header.kind is Kind.DATA
    assert opened.header.label == ends.label()
    assert opened.header.state == ends.state(run, profile=Profile.B)
    assert opened.header.recipients == (ends.kabupaten, ends.office)
    assert ends.signers[opened.signer] == "99.99.05"


def test_no_person_leaves_the_office_in_profile_a(ends, make):
    opened = ends.open(ends.pack(make.ledger()))

    assert all(record.personal_bytes is None for record in opened.records)
    assert [record.leaf for record in opened.records] == [record.leaf for record in make.ledger()]


def test_the_office_can_read_again_what_it_sent(ends):
    sealed = ends.pack()

    assert sealed_file.open_file(sealed, [ends.office_identity], ends.signers, ends.office) == ends.open(sealed)


def test_the_same_content_keeps_its_identity_in_another_seal(ends):
    first, second = ends.pack(), ends.pack()

    assert first != second
    assert ends.open(first).digest == ends.open(second).digest


def test_stock_tools_alone_open_and_check_a_file(ends, make, tmp_path):
    card = keys.KeyCard(
        keys.Role.KECAMATAN,
        "99.99.05",
        "Kecamatan Contoh",
        make.owner,
        signature.public_key(ends.office_seed).hex(),
        (ends.office,),
        make.noon.date(),
    )
    (tmp_path / "key").write_text(ends.kabupaten_identity + "\n")
    (tmp_path / "file.age").write_bytes(ends.pack(profile=Profile.B))
    (tmp_path / "allowed").write_text(keys.allowed_signers([card]))
    bag = tmp_path / "999905-0042"

    def run(*command, **how):
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, **how).stdout

    run("age", "-d", "-i", "key", "-o", "file.zip", "file.age")
    run("unzip", "-q", "file.zip")
    run(sys.executable, "-m", "bagit", "--validate", bag)
    verify = ("ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "kec-99.99.05", "-n", signature.DATA_NAMESPACE)
    said = run(*verify, "-s", bag / "tagmanifest-sha256.txt.sig", input=(bag / "tagmanifest-sha256.txt").read_bytes())

    assert b"Good" in said
    assert (bag / "data/journal.jsonl").read_bytes().splitlines() == [record.body for record in make.ledger()]
    assert b"SITI CONTOH 1" in (bag / "data/personal.jsonl").read_bytes()


def test_every_flipped_bit_and_every_truncation_is_refused(ends, make):
    sealed = ends.pack(make.ledger(1))

    for at in range(len(sealed)):
        assert ends.code_of(sealed[:at]) == "SEAL"
        for bit in range(8):
            assert ends.code_of(sealed[:at] + bytes([sealed[at] ^ 1 << bit]) + sealed[at + 1 :]) == "SEAL"
    assert ends.code_of(sealed) == ""


def test_blocks_moved_within_a_file_are_refused(ends):
    sealed, dice = ends.pack(), random.Random(3)

    for _ in range(300):
        size = dice.choice((1, 2, 16, 512))
        start, end = dice.randrange(len(sealed) - size), dice.randrange(len(sealed) - size)
        moved = sealed[:end] + sealed[start : start + size] + sealed[end + size :]
        assert moved == sealed or ends.code_of(moved) == "SEAL"


def lines(run):
    return [record.body for record in run]


def test_a_forged_file_is_refused_by_name(ends, make):
    run = make.ledger()
    said = ends.header(run)
    stranger = said | {"signer": signature.fingerprint(signature.public_key(ends.stranger_seed))}
    elsewhere = said["label"] | {"kecamatan": "99.99.06"}
    other_key = ends.header(run, recipients=[keys.recipient_of(keys.new_identity())])

    assert ends.code_of(ends.seal_lines(said, lines(run))) == ""
    assert ends.code_of(ends.seal_lines(stranger, lines(run), seed=ends.stranger_seed)) == "KEY"
    assert ends.code_of(ends.seal_lines(stranger, lines(run))) == "KEY"
    assert ends.code_of(ends.seal_lines(said | {"label": elsewhere}, lines(run), folder="999906-0042")) == "KEY"
    assert ends.code_of(ends.seal_lines(said, lines(run), namespace=signature.REPLY_NAMESPACE)) == "SIGNATURE"
    assert ends.code_of(ends.seal_lines(said, lines(run), namespace="git")) == "SIGNATURE"
    assert ends.code_of(ends.seal_lines(other_key, lines(run))) == "RECIPIENT"
    assert ends.code_of(ends.seal_lines(said, lines(run), folder="999905-0043")) == "ZIP"
    assert ends.code_of(ends.seal_lines(said | {"format": "paten-sync/2"}, lines(run))) == "VERSION"
    assert ends.code_of(ends.seal_lines(said, lines(run[1:]))) == "CHAIN"
    assert ends.code_of(ends.seal_lines(b'{"a":1,"a":1}\n', lines(run))) == "JSON"
    assert ends.code_of(ends.seal_lines(said, [run[0].body.replace(b'"rev":1', b'"rev":1.0')])) == "JSON"
    assert ends.code_of(ends.seal_lines(said, [b"{}"])) == "SCHEMA"
    assert ends.code_of(b"age" * (12 << 20)) == "SIZE"


def test_an_office_in_another_kabupaten_than_it_says_is_refused(ends, make):
    said = ends.header(make.ledger())
    said["label"] = said["label"] | {"kabupaten": "99.98"}

    assert ends.code_of(ends.seal_lines(said, lines(make.ledger()))) == "SCHEMA"


def test_a_person_in_a_file_that_promises_none_is_refused(ends, make):
    run = make.ledger()
    personal = b'{"block":%b,"sequence":1}\n' % run[0].personal_bytes

    assert ends.code_of(ends.seal_lines(ends.header(run), lines(run), personal)) == "SCHEMA"


def test_a_stranger_can_be_looked_at_but_not_opened(ends):
    sealed = ends.pack()

    seen = sealed_file.inspect(sealed, [ends.kabupaten_identity])

    assert seen.header.label.kecamatan == "99.99.05"
    assert seen.signer in ends.signers
    with pytest.raises(Rejected, match=r"\[KEY\]"):
        sealed_file.open_file(sealed, [ends.kabupaten_identity], {}, ends.kabupaten)


def test_a_reply_is_not_taken_for_a_data_file(ends):
    with pytest.raises(Rejected, match=r"\[VERSION\]"):
        sealed_file.open_reply(ends.pack(), [ends.kabupaten_identity], ends.signers, ends.kabupaten)


def test_what_the_kabupaten_would_refuse_is_not_packed(ends, make):
    bent = make.ledger(facts=[make.fact(1, note="zero width\u200bspace")])

    with pytest.raises(Rejected, match=r"\[JSON\]"):
        ends.pack(bent)
    with pytest.raises(Rejected, match=r"\[CHAIN\]"):
        ends.pack(make.ledger()[::2])
    with pytest.raises(ValueError, match="at least one"):
        sealed_file.pack(ends.label(), None, (), ends.office_seed, [ends.kabupaten])


def test_each_part_of_a_split_export_opens_alone(ends, make):
    run = make.ledger(4)

    for number, part in enumerate((run[:2], run[2:]), 1):
        opened = ends.open(
            ends.pack(part, length=4, head=ledger.text_of(run[3].leaf), part=Part(number, 2, make.uuid(3)))
        )
        assert opened.header.state.part.number == number
        assert opened.header.span.last == 2 * number


ODD = st.sampled_from([None, [], {}, "", -1, 2**53 - 1, 2**53, "\u202e", "\0", "\ud800", True, {"a": []}, 1.5, 10**400])


def places(value, path=()):
    yield path
    held = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in held:
        yield from places(inner, (*path, key))


def put(value, path, new):
    """Return a value with one place in it replaced, or taken out where `new` is `put`."""
    if not path:
        return new
    copy = value.copy()
    if new is put and len(path) == 1:
        del copy[path[0]]
    else:
        copy[path[0]] = put(value[path[0]], path[1:], new)
    return copy


@settings(
    max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(where=st.data(), in_header=st.booleans(), odd=ODD | st.just(put) | st.text() | st.integers())
def test_content_signed_by_an_insider_is_accepted_or_refused_and_nothing_else(ends, make, where, in_header, odd):
    run = make.ledger(2)
    said, body = ends.header(run), json.loads(run[0].body)
    bent = said if in_header else body
    path = where.draw(st.sampled_from([place for place in places(bent) if place]))
    changed = put(bent, path, odd)
    line = json.dumps(changed, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    raw = line.encode("utf-8", "surrogatepass")

    sealed = ends.seal_lines(raw + b"\n", lines(run)) if in_header else ends.seal_lines(said, [raw, run[1].body])

    assert ends.code_of(sealed) in {"", "JSON", "SCHEMA", "VERSION", "KEY", "RECIPIENT", "CHAIN", "ZIP", "SIGNATURE"}


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(noise=st.binary(max_size=80))
def test_noise_signed_by_an_insider_is_refused(ends, make, noise):
    run = make.ledger(1)

    assert ends.code_of(ends.seal_lines(noise, lines(run))) in {"JSON", "SCHEMA"}
    assert ends.code_of(ends.seal_lines(ends.header(run), [noise])) in {"JSON", "SCHEMA", "CHAIN"}


def test_a_file_number_past_9999_keeps_its_place(ends):
    assert sealed_file.folder_of(replace(ends.label(), file_number=12345)) == "999905-12345"
