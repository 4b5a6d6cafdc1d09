from dataclasses import replace

import pytest

from paten_desk.domain.office import OfficeRole
from paten_desk.domain.roles import Role
from paten_desk.ui.navigation import Desk, rooms
from paten_desk.ui.page import Page
from paten_desk.ui.rail import MOST
from tests.conftest import EVERY_ROLE


def names(context, tasks, *roles, office_role=OfficeRole.KECAMATAN):
    made = replace(context, user=replace(context.user, roles=roles), office=replace(context.office, role=office_role))
    return [room.name for room in rooms(Desk(made, tasks))]


@pytest.mark.parametrize(
    ("role", "seen"),
    [
        (Role.INFO, "home requests sheets settings"),
        (Role.COUNTER_CLERK, "home registration requests handover sheets backups settings"),
        (Role.OPERATOR, "home registration requests letters handover closings numbers sheets backups settings"),
        (Role.SECTION_HEAD, "home requests letters closings numbers sheets backups settings"),
        (Role.HEAD, "home requests letters closings numbers sheets backups settings"),
        (Role.ADMIN, "closings backups settings"),
        (Role.AUDITOR, "home requests numbers sheets settings"),
        (Role.CASHIER, "home requests sheets settings"),
    ],
)
def test_a_user_sees_the_rooms_of_their_roles(context, tasks, role, seen):
    assert names(context, tasks, role) == seen.split()


def test_the_kabupaten_has_a_rail_of_its_own(context, tasks):
    seen = names(context, tasks, Role.KABUPATEN, Role.ADMIN, office_role=OfficeRole.KABUPATEN)

    assert seen == ["inbox", "offices", "keys", "backups", "settings"]
    clerk = names(context, tasks, Role.KABUPATEN, office_role=OfficeRole.KABUPATEN)
    assert clerk == ["inbox", "offices", "keys", "settings"]


def test_every_room_has_its_digit(context, tasks):
    assert len(names(context, tasks, *EVERY_ROLE)) <= MOST


def test_every_room_leads_to_a_page(qtbot, context, tasks):
    for office_role in OfficeRole:
        made = replace(context, office=replace(context.office, role=office_role))
        for room in rooms(Desk(made, tasks)):
            page = room.build()
            qtbot.addWidget(page)
            assert isinstance(page, Page), room.name
            assert page.accessibleName(), room.name
