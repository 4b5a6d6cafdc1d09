from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.workflow import (
    ENDED,
    FIXED,
    NEEDS_REASON,
    OPTIONAL,
    REACHES,
    SKIPPABLE,
    Action,
    Place,
    Status,
    allowed,
    is_open,
    may_number,
    move,
    next_step,
    steps_of,
    waits_for,
    way,
)

EVERY_STEP = frozenset(SKIPPABLE)
CHOICES = [frozenset(chosen) for size in range(5) for chosen in combinations(sorted(SKIPPABLE), size)]
KINDS = st.sampled_from(OutputKind)
WANTED = st.sampled_from(CHOICES)
STATIONS = {kind: {REACHES[step] for step in (*OPTIONAL[kind], *FIXED[kind])} for kind in OutputKind}
BOTH_ENDS = {Status.RETURNED, Status.ACCEPTED, Status.READY}


def first_place(kind, wanted=EVERY_STEP, status=Status.ACCEPTED):
    return Place(status, steps=steps_of(kind, wanted))


def reachable(kind, wanted):
    """Every place that any history can lead to."""
    found, waiting = set(), [first_place(kind, wanted), first_place(kind, wanted, Status.RETURNED)]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += [move(place, action) for action in allowed(place)]
    return found


@given(kind=KINDS, wanted=WANTED, choices=st.lists(st.sampled_from(Action), max_size=40))
def test_no_history_leaves_the_table(kind, wanted, choices):
    place = first_place(kind, wanted)

    for action in choices:
        if action in allowed(place):
            place = move(place, action)
        else:
            with pytest.raises(KeyError):
                move(place, action)

    assert place.steps == steps_of(kind, wanted)
    assert place.status in STATIONS[kind] | ENDED | BOTH_ENDS
    assert not (place.paused and place.status in ENDED)


@pytest.mark.parametrize("wanted", CHOICES, ids=lambda chosen: "+".join(sorted(chosen)) or "none")
@pytest.mark.parametrize("kind", OutputKind)
def test_every_open_place_still_leads_to_the_hand_over(kind, wanted):
    for start in reachable(kind, wanted):
        if start.status in ENDED:
            continue
        place = move(start, Action.RESUME) if start.paused else start
        while (step := next_step(place)) is not None:
            place = move(place, step)
        assert place.status is Status.HANDED_OVER


def test_what_has_ended_stays_ended():
    for status in ENDED:
        assert allowed(Place(status)) == frozenset()
        assert next_step(Place(status)) is None
        assert not is_open(status)


def test_every_status_is_reached_by_some_request():
    found = {place.status for kind in OutputKind for place in reachable(kind, EVERY_STEP)}

    assert found == set(Status)


@pytest.mark.parametrize(
    ("kind", "wanted", "steps"),
    [
        (
            OutputKind.LETTER,
            EVERY_STEP,
            "accept verify field_check draft initial_section initial_secretary sign make_ready hand_over",
        ),
        (OutputKind.LETTER, frozenset(), "accept draft sign make_ready hand_over"),
        (
            OutputKind.REFERRAL,
            {Action.VERIFY, Action.INITIAL_SECTION},
            "accept verify draft initial_section sign make_ready hand_over",
        ),
        (
            OutputKind.COUNTERSIGN,
            EVERY_STEP,
            "accept verify field_check initial_section initial_secretary sign make_ready hand_over",
        ),
        (OutputKind.COUNTERSIGN, frozenset(), "accept sign make_ready hand_over"),
        (OutputKind.NONE, EVERY_STEP, "accept verify field_check make_ready hand_over"),
        (OutputKind.NONE, {Action.SIGN, Action.DRAFT}, "accept make_ready hand_over"),
    ],
)
def test_the_way_to_the_hand_over_follows_the_paper_and_the_wanted_steps(kind, wanted, steps):
    place = first_place(kind, wanted, Status.RETURNED)

    taken = []
    while (step := next_step(place)) is not None:
        taken.append(step.value)
        place = move(place, step)

    assert taken == steps.split()
    assert [action.value for action, _ in way(place)] == taken


def test_a_step_taken_out_of_the_way_strands_no_request():
    waiting = Place(Status.INITIALLED_SECTION, steps=(Action.DRAFT, Action.SIGN))

    assert next_step(waiting) is Action.SIGN


def test_a_paused_request_still_says_what_comes_after_the_pause():
    paused = Place(Status.ACCEPTED, paused=True)

    assert next_step(paused) is None
    assert waits_for(paused) is Action.VERIFY


@pytest.mark.parametrize("kind", OutputKind)
def test_a_paused_request_can_only_resume_or_end(kind):
    for place in reachable(kind, EVERY_STEP):
        if place.paused:
            assert allowed(place) == {Action.RESUME, Action.RETURN, Action.REJECT, Action.CANCEL}
            assert not any(move(place, action).paused for action in allowed(place))


def test_a_signed_paper_is_no_longer_sent_back_or_rejected():
    for status in (Status.SIGNED, Status.READY):
        possible = allowed(Place(status))

        assert possible & NEEDS_REASON == {Action.CANCEL}


def test_a_returned_dossier_can_be_completed_or_cancelled():
    assert allowed(Place(Status.RETURNED)) == {Action.ACCEPT, Action.CANCEL}


@pytest.mark.parametrize("at_print", [False, True])
@pytest.mark.parametrize("kind", OutputKind)
def test_a_number_is_given_only_where_the_table_allows_it(kind, at_print):
    early = {Status.DRAFTED, Status.INITIALLED_SECTION, Status.INITIALLED_SECRETARY} if at_print else set()
    expected = set() if kind is OutputKind.NONE else {Status.SIGNED, *early}

    assert {status for status in Status if may_number(kind, status, at_print)} == expected


@given(kind=KINDS, wanted=WANTED, at_print=st.booleans())
def test_no_paper_gets_ready_without_a_chance_for_its_number(kind, wanted, at_print):
    stations = [status for _, status in way(first_place(kind, wanted))]
    before_ready = stations[: stations.index(Status.READY)]

    can = any(may_number(kind, status, at_print) for status in before_ready)

    assert can is (kind is not OutputKind.NONE)
