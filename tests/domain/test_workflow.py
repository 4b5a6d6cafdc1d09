from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.catalogue import OutputKind
from paten_desk.domain.workflow import (
    ENDED,
    NEEDS_REASON,
    SKIPPABLE,
    Action,
    Place,
    Status,
    allowed,
    is_open,
    may_number,
    move,
    next_step,
    way,
)

NO_INITIALS = frozenset()
EVERY_INITIALS = [frozenset(chosen) for size in range(3) for chosen in combinations(sorted(SKIPPABLE), size)]
KINDS = st.sampled_from(OutputKind)
INITIALS = st.sampled_from(EVERY_INITIALS)
STATIONS = {kind: {status for _, status in way(Place(kind, Status.RETURNED))} for kind in OutputKind}


def first_place(kind, initials=SKIPPABLE, status=Status.ACCEPTED):
    return Place(kind, status, initials=initials)


def reachable(kind, initials):
    """Every place that any history can lead to."""
    found, waiting = set(), [first_place(kind, initials), first_place(kind, initials, Status.RETURNED)]
    while waiting:
        place = waiting.pop()
        if place not in found:
            found.add(place)
            waiting += [move(place, action) for action in allowed(place)]
    return found


@given(kind=KINDS, initials=INITIALS, choices=st.lists(st.sampled_from(Action), max_size=40))
def test_no_history_leaves_the_table(kind, initials, choices):
    place = first_place(kind, initials)

    for action in choices:
        if action in allowed(place):
            place = move(place, action)
        else:
            with pytest.raises(KeyError):
                move(place, action)

    assert place.kind is kind
    assert place.initials == initials
    assert place.status in STATIONS[kind] | ENDED | {Status.RETURNED}
    assert not (place.paused and place.status in ENDED)


@pytest.mark.parametrize("initials", EVERY_INITIALS, ids=lambda chosen: "+".join(sorted(chosen)) or "none")
@pytest.mark.parametrize("kind", OutputKind)
def test_every_open_place_still_leads_to_the_hand_over(kind, initials):
    for start in reachable(kind, initials):
        if start.status in ENDED:
            continue
        place = move(start, Action.RESUME) if start.paused else start
        while (step := next_step(place)) is not None:
            place = move(place, step)
        assert place.status is Status.HANDED_OVER


@pytest.mark.parametrize("kind", OutputKind)
def test_what_has_ended_stays_ended(kind):
    for status in ENDED:
        assert allowed(Place(kind, status)) == frozenset()
        assert next_step(Place(kind, status)) is None
        assert not is_open(status)


def test_every_status_is_reached_by_some_request():
    found = {place.status for kind in OutputKind for place in reachable(kind, SKIPPABLE)}

    assert found == set(Status)


@pytest.mark.parametrize(
    ("kind", "initials", "steps"),
    [
        (
            OutputKind.LETTER,
            SKIPPABLE,
            "accept verify draft initial_section initial_secretary sign make_ready hand_over",
        ),
        (OutputKind.LETTER, NO_INITIALS, "accept verify draft sign make_ready hand_over"),
        (
            OutputKind.REFERRAL,
            {Action.INITIAL_SECTION},
            "accept verify draft initial_section sign make_ready hand_over",
        ),
        (
            OutputKind.COUNTERSIGN,
            SKIPPABLE,
            "accept verify initial_section initial_secretary sign make_ready hand_over",
        ),
        (OutputKind.COUNTERSIGN, NO_INITIALS, "accept verify sign make_ready hand_over"),
        (OutputKind.NONE, SKIPPABLE, "accept verify make_ready hand_over"),
    ],
)
def test_the_way_to_the_hand_over_follows_the_kind_of_paper(kind, initials, steps):
    place = Place(kind, Status.RETURNED, initials=frozenset(initials))

    taken = []
    while (step := next_step(place)) is not None:
        taken.append(step.value)
        place = move(place, step)

    assert taken == steps.split()


def test_an_office_that_drops_an_initial_strands_no_request():
    waiting = Place(OutputKind.LETTER, Status.INITIALLED_SECTION, initials=NO_INITIALS)

    assert next_step(waiting) is Action.SIGN


@pytest.mark.parametrize("kind", OutputKind)
def test_a_paused_request_can_only_resume_or_end(kind):
    for place in reachable(kind, SKIPPABLE):
        if place.paused:
            assert allowed(place) == {Action.RESUME, Action.RETURN, Action.REJECT, Action.CANCEL}
            assert not any(move(place, action).paused for action in allowed(place))


def test_a_signed_paper_is_no_longer_sent_back_or_rejected():
    for status in (Status.SIGNED, Status.READY):
        possible = allowed(Place(OutputKind.LETTER, status))

        assert possible & NEEDS_REASON == {Action.CANCEL}


def test_a_returned_dossier_can_be_completed_or_cancelled():
    assert allowed(Place(OutputKind.LETTER, Status.RETURNED)) == {Action.ACCEPT, Action.CANCEL}


@pytest.mark.parametrize("at_print", [False, True])
@pytest.mark.parametrize("kind", OutputKind)
def test_a_number_is_given_only_where_the_table_allows_it(kind, at_print):
    early = {Status.DRAFTED, Status.INITIALLED_SECTION, Status.INITIALLED_SECRETARY} if at_print else set()
    expected = set() if kind is OutputKind.NONE else {Status.SIGNED, *early}

    assert {status for status in Status if may_number(kind, status, at_print)} == expected


@given(kind=KINDS, initials=INITIALS, at_print=st.booleans())
def test_no_paper_gets_ready_without_a_chance_for_its_number(kind, initials, at_print):
    stations = [status for _, status in way(first_place(kind, initials))]
    before_ready = stations[: stations.index(Status.READY)]

    can = any(may_number(kind, status, at_print) for status in before_ready)

    assert can is (kind is not OutputKind.NONE)
