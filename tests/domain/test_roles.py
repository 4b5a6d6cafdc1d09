import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.roles import (
    RIGHTS,
    ROLE_NAMES,
    SECOND,
    Right,
    Role,
    User,
    may,
    may_approve,
    serves,
    who_approves,
    who_may,
)
from paten_desk.domain.workflow import Action


def test_every_step_and_right_is_somebodys():
    assert set(RIGHTS) == {*Right, *Action}
    assert all(RIGHTS.values())


def test_every_role_has_a_name_on_the_screen():
    assert set(ROLE_NAMES) == set(Role)


@pytest.mark.parametrize(
    ("roles", "what", "allowed"),
    [
        ((Role.COUNTER_CLERK,), Right.REGISTER, True),
        ((Role.COUNTER_CLERK,), Action.SIGN, False),
        ((Role.COUNTER_CLERK,), Action.REJECT, False),
        ((Role.COUNTER_CLERK, Role.SECTION_HEAD), Action.REJECT, True),
        ((Role.OPERATOR,), Action.INITIAL_SECTION, False),
        ((Role.SECRETARY,), Action.INITIAL_SECTION, False),
        ((Role.ADMIN,), Right.REVEAL, False),
        ((Role.INFO,), Right.REVEAL, False),
        ((Role.HEAD,), Right.CHANGE_SERVICE, True),
        ((Role.KABUPATEN,), Right.IMPORT, True),
        ((Role.HEAD,), Right.IMPORT, False),
        ((), Right.REGISTER, False),
        ((Role.CASHIER,), Right.LOOK_UP, True),
        ((Role.CASHIER,), Right.REVEAL_OWN, False),
        ((Role.INFO,), Right.LOOK_UP, True),
        ((Role.ADMIN,), Right.LOOK_UP, False),
        ((Role.ADMIN,), Right.RESTORE, True),
        ((Role.COUNTER_CLERK,), Right.REVEAL, False),
        ((Role.COUNTER_CLERK,), Right.REVEAL_OWN, True),
        ((Role.OPERATOR,), Right.CHANGE_FEE, False),
    ],
)
def test_a_person_may_what_one_of_their_hats_may(roles, what, allowed):
    assert may(roles, what) is allowed


def test_nobody_of_the_counter_works_at_the_kabupaten():
    here = [what for what, roles in RIGHTS.items() if Role.KABUPATEN in roles]

    assert here == [Right.IMPORT, Right.OPEN_ESCROW]


def test_a_refusal_names_who_can_help():
    assert who_may(Right.CLOSE_DAY) == "kepala seksi atau sekretaris kecamatan atau camat"


def test_an_auditor_looks_and_changes_nothing():
    assert {what for what, roles in RIGHTS.items() if Role.AUDITOR in roles} == {Right.LOOK_UP, Right.AUDIT}
    assert all(Role.AUDITOR not in roles for roles in SECOND.values())


def test_an_admin_touches_no_citizen():
    touching = {Right.LOOK_UP, Right.REGISTER, Right.REVEAL, Right.REVEAL_OWN, Right.CORRECT, *Action}

    assert not any(Role.ADMIN in RIGHTS[what] for what in touching)


@given(st.sets(st.sampled_from(Role)), st.sampled_from(list(SECOND)), st.booleans())
def test_nobody_is_their_own_second_person(roles, what, retired):
    user = User("u", "U", tuple(roles), retired)

    assert not may_approve(user, what, "u")
    assert may_approve(user, what, "other") == (not retired and bool(roles & SECOND[what]))


def test_the_sentence_names_who_can_be_the_second_person():
    assert who_approves(Right.VOID) == "kepala seksi atau sekretaris kecamatan atau camat"


def test_somebody_without_a_list_serves_everything():
    assert serves(User("u", "U", ()), "SKTM")
    assert not serves(User("u", "U", (), services=("SKU",)), "SKTM")
