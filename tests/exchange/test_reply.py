import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain import ledger
from paten_desk.domain.errors import Rejected
from paten_desk.exchange import reply, sealed_file, signature
from paten_desk.exchange.header import Known
from paten_desk.exchange.reply import (
    Agreement,
    FileAnswer,
    FileResult,
    LedgerStatus,
    RecordNote,
    RecordResult,
    Reply,
    Taken,
)


@pytest.fixture
def answer(make):
    run = make.ledger(3)
    return Reply(
        make.owner,
        Known(3, ledger.text_of(run[2].leaf)),
        LedgerStatus.GAP,
        make.noon,
        files=(
            FileAnswer(make.uuid(1), 42, FileResult.COMPLETE),
            FileAnswer(make.uuid(2), 43, FileResult.REJECTED, "CHAIN"),
        ),
        missing=((4, 9), (12, 12)),
        notes=(RecordNote(2, RecordResult.NOTED, "UNKNOWN_VILLAGE"),),
        taken=Taken(3, 0, 0),
        newest_app="0.2.0",
    )


def packed(ends, answer):
    return sealed_file.pack_reply(ends.label(), answer, ends.kabupaten_seed, [ends.office, ends.kabupaten])


def opened(ends, sealed, signers=None):
    return sealed_file.open_reply(sealed, [ends.office_identity], signers or ends.kabupaten_signers, ends.office)


def leaves(run, owner):
    """Our own ledger as the reply is held against it."""
    held = [ledger.genesis(owner), *(record.leaf for record in run)]
    return lambda sequence: held[sequence] if sequence < len(held) else None


def test_a_reply_comes_back_as_it_was_given(ends, answer):
    read = opened(ends, packed(ends, answer))

    assert read.reply == answer
    assert read.signer in ends.kabupaten_signers


def test_a_reply_signed_by_anyone_but_our_kabupaten_is_refused(ends, answer):
    office_signed = sealed_file.pack_reply(ends.label(), answer, ends.office_seed, [ends.office])

    for sealed, signers in (
        (office_signed, None),
        (office_signed, ends.signers),
        (packed(ends, answer), {signature.public_key(ends.kabupaten_seed): "99.98"}),
    ):
        with pytest.raises(Rejected, match=r"\[KEY\]"):
            opened(ends, sealed, signers)


def test_a_reply_to_another_office_is_refused(ends, answer):
    sealed = sealed_file.pack_reply(ends.label(), answer, ends.kabupaten_seed, [ends.kabupaten])

    with pytest.raises(Rejected, match=r"\[RECIPIENT\]"):
        sealed_file.open_reply(sealed, [ends.kabupaten_identity], ends.kabupaten_signers, ends.office)


def test_a_reply_about_another_ledger_than_its_label_says_is_not_packed(ends, answer, make):
    with pytest.raises(Rejected, match=r"\[SCHEMA\]"):
        packed(ends, replace(answer, ledger=make.uuid(99)))


@pytest.mark.parametrize(
    "change",
    [
        {"status": "FINE"},
        {"files": [{"file": "x"}]},
        {"missing": [[1]]},
        {"known": {"length": -1, "head": "A" * 43}},
        {"received": "today"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_a_bent_reply_is_refused(answer, change):
    said = json.loads(reply.header.encode(answer))

    with pytest.raises(Rejected, match=r"\[SCHEMA\]"):
        reply.decode(ledger.canonical(said | change) + b"\n")


def test_what_the_kabupaten_holds_is_compared_with_our_own_ledger(make):
    run = make.ledger(3)
    leaf_at = leaves(run, make.owner)

    assert reply.agreement(Known(3, ledger.text_of(run[2].leaf)), leaf_at) is Agreement.SAME
    assert reply.agreement(Known(0, ledger.text_of(ledger.genesis(make.owner))), leaf_at) is Agreement.SAME
    assert reply.agreement(Known(4, ledger.text_of(run[2].leaf)), leaf_at) is Agreement.AHEAD
    assert reply.agreement(Known(2, ledger.text_of(run[2].leaf)), leaf_at) is Agreement.DIFFERENT


def test_a_reply_code_is_short_enough_for_the_phone():
    assert reply.code_of(240, bytes.fromhex("ffffffffff") + bytes(27)) == "000240-ZZZZ-ZZZZ"
    assert reply.code_of(0, bytes(32)) == "000000-0000-0000"
    assert reply.code_of(1_234_567, b"\0\0\0\0\1" + bytes(27)) == "1234567-0000-0001"


def test_a_code_is_understood_however_it_is_typed(make):
    run = make.ledger(3)
    leaf_at = leaves(run, make.owner)
    code = reply.code_of(3, run[2].leaf)
    sloppy = code.lower().replace("0", "o").replace("1", "l").replace("-", " ")

    expected = Known(3, ledger.text_of(run[2].leaf))
    assert reply.confirmed_by(code, leaf_at) == reply.confirmed_by(sloppy, leaf_at) == expected


@given(at=st.integers(0, 13), letter=st.sampled_from(reply.LETTERS))
def test_a_code_with_one_wrong_letter_is_refused(make, at, letter):
    run = make.ledger(3)
    code = reply.code_of(3, run[2].leaf).replace("-", "")
    wrong = code[:at] + letter + code[at + 1 :]
    if wrong == code:
        return

    with pytest.raises(Rejected, match=r"\[CODE\]"):
        reply.confirmed_by(wrong, leaves(run, make.owner))


@pytest.mark.parametrize(
    "typed", ["", "000240", "000240-7K3M", "abc", "000001-UUUU-UUUU", "9" * 40, "000009-7K3M-Q9TX"]
)
def test_what_is_no_code_of_this_ledger_is_refused(make, typed):
    with pytest.raises(Rejected, match=r"\[CODE\]"):
        reply.confirmed_by(typed, leaves(make.ledger(3), make.owner))
