"""A database whose letters are in no search, brought to today's schema."""

from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.people import Party
from paten_desk.domain.workflow import Status
from paten_desk.store import connection, letters, migrations, people, search
from paten_desk.store import requests as request_store
from paten_desk.store.migrations import m0001_initial, m0002_ledgers, m0003_letters
from paten_desk.usecases import checks, requests
from tests.builders import a_request, a_visit
from tests.store.migrations.older import pour

TABLES = ("ledger", "journal", "personal", "entity", "number", "person", "request", "letter", "number_entry")


@pytest.fixture
def of_the_third_schema(context, tmp_path):
    """Make an office, pour it into a file that knows the first three migrations, and open that one."""
    a_request(context, Status.READY, serial=1)
    draft = a_visit(context, serial=2, name="HJ. NOERAINI DJUNAEDI, S.Pd.")
    subject = Party(name="M. YUSUF", nik="9999050101900123", birth_date=date(1990, 1, 1))
    requests.register(context, replace(draft, requests=(replace(draft.requests[0], subjects=(subject,)),)))
    pour(tmp_path, (m0001_initial, m0002_ledgers, m0003_letters), TABLES)
    return context


def test_everything_is_found_and_whole_after_the_migration(of_the_third_schema):
    assert migrations.version_of(connection.current()) == migrations.LATEST
    assert checks.check(of_the_third_schema).findings == ()
    assert search.broken() == []
    (row,) = letters.newest()
    assert [each.id for each in letters.find(row.name)] == [row.id]
    assert [each.id for each in letters.find(row.number)] == [row.id]
    assert [each.name for each in people.find("0123")] == ["M. YUSUF"]
    assert [each.name for each in people.born_in(1990, "") if each.name == "M. YUSUF"] == ["M. YUSUF"]
    assert len(request_store.search_all("muhammad yusuf")) == 1
    assert len(request_store.search_all("nuraini junaedi")) == 1
