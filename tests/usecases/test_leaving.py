from dataclasses import replace

import pytest

from paten_desk.domain.backups import Backup, BackupState
from paten_desk.domain.errors import NoRight
from paten_desk.domain.roles import Role, User
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import leaving, offices
from tests.builders import a_user


def _open(context, user):
    return [todo.key for todo in leaving.todo(context, user.id) if not todo.done]


def _back_up(context):
    with transaction():
        made = Backup(context.new_id(), BackupState.PROVEN, context.now(), "Cakram kedua")
        journal.record(context.stamp(), "proven", made)


def test_a_leaving_admin_is_followed_to_the_end(context):
    leaver = a_user(context, Role.ADMIN, display="Admin Lama")
    _back_up(context)
    assert _open(context, leaver) == ["retire", "sheet", "backup"]

    offices.retire_user(context, leaver.id)
    assert _open(context, leaver) == ["sheet", "backup"]
    offices.make_recovery(context)
    assert _open(context, leaver) == ["backup"]
    assert leaving.unfinished(context) == [journal.load(User, leaver.id)]
    _back_up(context)

    assert _open(context, leaver) == []
    assert leaving.unfinished(context) == []


def test_a_sheet_made_before_the_leaving_does_not_count(context):
    leaver = a_user(context, Role.HEAD)
    offices.make_recovery(context)
    offices.retire_user(context, leaver.id)

    assert "sheet" in _open(context, leaver)


def test_a_clerk_knew_nothing_that_must_be_renewed(context):
    leaver = a_user(context, Role.COUNTER_CLERK, display="Rina")

    assert [todo.key for todo in leaving.todo(context, leaver.id)] == ["admin", "retire"]


def test_the_last_admin_hears_that_another_is_needed_first(context):
    assert _open(context, context.user)[0] == "admin"


def test_only_those_who_lead_users_see_the_list(context):
    clerk = replace(context, user=a_user(context, Role.COUNTER_CLERK, display="Rina"))

    with pytest.raises(NoRight):
        leaving.todo(clerk, context.user.id)
