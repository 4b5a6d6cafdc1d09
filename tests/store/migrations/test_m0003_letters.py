"""A database without the state of letters, brought to today's schema."""

import pytest

from paten_desk.domain.workflow import Status
from paten_desk.store import connection, letters, migrations
from paten_desk.store.migrations import m0001_initial, m0002_ledgers
from paten_desk.usecases import checks
from tests.builders import a_request
from tests.store.migrations.older import pour

TABLES = ("ledger", "journal", "personal", "entity", "number", "person", "request", "letter", "number_entry")


@pytest.fixture
def of_the_second_schema(context, tmp_path):
    """Make an office, pour it into a file that knows the first two migrations, and open that one."""
    a_request(context, Status.READY, serial=1)
    pour(tmp_path, (m0001_initial, m0002_ledgers), TABLES)
    return context


def test_letters_of_before_count_and_are_whole_after_the_migration(of_the_second_schema, tmp_path):
    assert migrations.version_of(connection.current()) == migrations.LATEST
    assert (tmp_path / "old.sebelum-v3.db").is_file()
    assert checks.check(of_the_second_schema).findings == ()
    (row,) = letters.newest()
    assert row.state == ""
    assert letters.of_number(row.number) == [row.id]
    assert [each.id for each in letters.unprinted("2026-01-01")] == [row.id]


def test_both_engines_find_letters_by_number_and_those_without_paper(both_engines):
    assert letters.of_number("400/001") == []
    assert letters.unprinted("2026-01-01") == []
