"""A database as the first release made it, brought to today's schema."""

import pytest

from paten_desk.domain.workflow import Status
from paten_desk.store import connection, ledgers, migrations, numbers
from paten_desk.store import requests as store
from paten_desk.store.migrations import m0001_initial
from paten_desk.usecases import checks, requests
from tests.builders import a_request, a_visit
from tests.store.migrations.older import pour

TABLES = ("ledger", "journal", "personal", "entity", "number", "person", "request", "letter")


@pytest.fixture
def of_the_first_release(context, tmp_path):
    """Make an office, pour it into a file that knows the first migration alone, and open that one."""
    a_request(context, Status.READY, serial=1)
    a_request(context, Status.RETURNED, serial=2)
    a_request(context, Status.ACCEPTED, serial=3)
    pour(tmp_path, (m0001_initial,), TABLES)
    return context


def test_what_the_first_release_wrote_is_whole_after_the_migration(of_the_first_release, tmp_path):
    assert migrations.version_of(connection.current()) == migrations.LATEST
    assert (tmp_path / "old.sebelum-v2.db").is_file()
    assert checks.check(of_the_first_release).findings == ()
    assert ledgers.own().prefix == ""
    found = connection.sql("SELECT year, serial FROM request WHERE number <> '' ORDER BY serial")
    assert found == [(2026, 1), (2026, 2)]
    assert connection.sql("SELECT year, serial FROM request WHERE number = ''") == [(0, 0)]


def test_the_work_goes_on_with_the_next_number(of_the_first_release):
    (made,) = requests.register(of_the_first_release, a_visit(of_the_first_release, serial=4))

    assert made.number == "0003/PATEN/2026"
    assert numbers.last("request", 2026) == 3
    assert [row.number for row in store.find("000003")] == [made.number]


def test_both_engines_have_the_index_that_allows_one_written_ledger(both_engines):
    catalogue = "sqlite_master" if both_engines == "sqlcipher" else "pg_indexes"
    column = "name" if both_engines == "sqlcipher" else "indexname"

    assert connection.sql(f"SELECT 1 FROM {catalogue} WHERE {column} = 'ledger_own'")
