"""A database whose requests name no next step, brought to today's schema."""

from dataclasses import replace

import pytest

from paten_desk.domain.workflow import Action, Status
from paten_desk.store import connection, migrations
from paten_desk.store.migrations import m0001_initial, m0002_ledgers, m0003_letters, m0004_search
from paten_desk.usecases import checks, requests, worklists
from tests.builders import a_request, a_visit
from tests.store.migrations.older import pour

TABLES = ("ledger", "journal", "personal", "entity", "number", "person", "request", "letter", "number_entry")


@pytest.fixture
def of_the_fourth_schema(context, tmp_path):
    """Make an office, pour it into a file that knows the first four migrations, and open that one."""
    a_request(context, Status.READY, serial=1)
    requests.register(context, replace(a_visit(context, serial=2, village_code=""), priority=True))
    a_request(context, Status.RETURNED, serial=3)
    pour(tmp_path, (m0001_initial, m0002_ledgers, m0003_letters, m0004_search), TABLES)
    return context


def test_every_request_says_what_it_waits_for_after_the_migration(of_the_fourth_schema):
    context = of_the_fourth_schema

    assert migrations.version_of(connection.current()) == migrations.LATEST
    assert checks.check(context).findings == ()
    (row,) = worklists.waiting(context, {Action.VERIFY})
    assert (row.priority, row.outside) == (1, 1)
    assert worklists.count(context, {Action.HAND_OVER, Action.ACCEPT}) == 2
