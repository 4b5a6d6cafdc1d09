from dataclasses import replace
from datetime import timedelta

import pytest

from paten_desk.domain.errors import Invalid, NoRight
from paten_desk.domain.pads import free
from paten_desk.domain.roles import Right, Role
from paten_desk.store import journal
from paten_desk.usecases import approvals, pads, receipts, requests
from tests.builders import a_user, a_visit
from tests.conftest import MORNING
from tests.usecases.test_letters import text_of

PASSWORD = "payung biru tua"


def _two(context):
    kasi = a_user(context, Role.SECTION_HEAD)
    return approvals.approve(context, Right.BACK_DATE, kasi.id, PASSWORD)


def _slip(context, number=1, ago=timedelta(hours=2), serial=1):
    return replace(a_visit(context, serial=serial), happened_at=context.now() - ago, pad_number=number)


@pytest.fixture
def pad(context, clock):
    """A pad of three slips, printed two days ago."""
    made = pads.make(context, 3)
    clock.forward(days=5)
    return made


def test_a_slip_is_keyed_in_with_both_times_and_two_people(context, pad):
    draft, two = _slip(context), _two(context)

    (made,) = requests.register(context, draft, two)

    fact = journal.history(made.id)[0].fact
    assert (fact.time, fact.recorded_time) == (draft.happened_at, context.now())
    assert fact.approver == two.user
    assert fact.business_date == context.today()
    assert made.late_entry
    assert made.received_at == draft.happened_at
    assert free(pads.pads(context)[0]) == (2, 3)


def test_the_receipt_says_susulan_and_the_slip(context, pad):
    (made,) = requests.register(context, _slip(context), _two(context))

    words = " ".join(text_of(receipts.receipt_pdf(context, made.visit)).split())

    assert "susulan, lembar kertas K-2026-0001" in words


def test_the_promise_runs_from_the_hour_on_the_paper(context, pad):
    draft = _slip(context, ago=timedelta(days=1, hours=1))
    (late,) = requests.register(context, draft, _two(context))

    assert late.accepted_at == draft.happened_at
    assert late.due_at < context.now()


def test_nobody_enters_an_earlier_time_alone(context, pad):
    before = journal.head().length

    with pytest.raises(NoRight, match="orang kedua"):
        requests.register(context, _slip(context))

    assert journal.head().length == before


def test_a_slip_counts_once(context, pad):
    two = _two(context)
    requests.register(context, _slip(context), two)

    with pytest.raises(Invalid, match="sudah diketik"):
        requests.register(context, _slip(context, serial=2), two)


def test_a_back_dated_entry_without_a_slip_is_impossible(context):
    two = _two(context)

    with pytest.raises(Invalid, match="tidak ada di buku"):
        requests.register(context, _slip(context), two)


def test_two_enters_on_a_slip_are_one_request(context, pad):
    draft, two = _slip(context), _two(context)

    assert requests.register(context, draft, two) == requests.register(context, draft, two)


def test_a_spoiled_slip_is_explained(context, pad):
    made = pads.spoil(context, pad.id, 2, "  kena   air ")

    assert made.spoiled == {"2": "kena air"}
    assert free(made) == (1, 3)
    with pytest.raises(Invalid, match="tidak ada atau sudah"):
        pads.spoil(context, pad.id, 2, "lagi")
    with pytest.raises(Invalid, match="Tulis apa"):
        pads.spoil(context, pad.id, 3, " ")


def test_pads_go_on_where_the_last_one_ended_and_begin_anew_each_year(context, clock):
    assert (pads.make(context, 3).last, pads.make(context, 2).first) == (3, 4)
    clock.at = MORNING.replace(year=2027, month=1, day=4)

    assert pads.make(context, 1).first == 1


@pytest.mark.parametrize("amount", [0, -1, 101])
def test_a_pad_of_no_size_is_refused(context, amount):
    with pytest.raises(Invalid, match="1 sampai 100"):
        pads.make(context, amount)


def test_every_slip_is_printed_on_a_page_of_its_own(context):
    made = pads.make(context, 3)

    words = text_of(pads.pdf(context, made))

    assert [words.count(f"K-2026-000{number}") for number in (1, 2, 3)] == [2, 2, 2]
    assert "Rp0 (GRATIS)" in words
