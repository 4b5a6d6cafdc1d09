import pytest

from paten_desk.domain.roles import RIGHTS, ROLE_NAMES, Right, Role, may, who_may
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
    ],
)
def test_a_person_may_what_one_of_their_hats_may(roles, what, allowed):
    assert may(roles, what) is allowed


def test_nobody_of_the_counter_works_at_the_kabupaten():
    here = [what for what, roles in RIGHTS.items() if Role.KABUPATEN in roles]

    assert here == [Right.IMPORT]


def test_a_refusal_names_who_can_help():
    assert who_may(Right.CLOSE_DAY) == "kepala seksi atau sekretaris kecamatan atau camat"
