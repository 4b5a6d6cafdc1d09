from paten_desk.domain.errors import Problem
from paten_desk.domain.roles import Role
from paten_desk.ui.settings.roles import Roles


def test_ticked_roles_are_the_value(shown):
    roles = shown(Roles(tuple(Role), (Role.HEAD,)))
    roles.boxes[Role.ADMIN].setChecked(True)

    assert roles.value() == (Role.HEAD, Role.ADMIN)


def test_only_a_problem_of_the_roles_stands_below_them(shown):
    roles = shown(Roles(tuple(Role)))

    roles.show_problems([Problem("display", "Isi nama."), Problem("roles", "Pilih peran.")])
    assert roles._problem.isVisible()
    assert roles._problem.text() == "Pilih peran."

    roles.show_problems([])
    assert not roles._problem.isVisible()
