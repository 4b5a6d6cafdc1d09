"""An insider with the key and the program rewrites the whole chain: only a head held elsewhere can tell."""

import json

import pytest
import sqlcipher3

from paten_desk.domain.ledger import bytes_of, canonical, leaf_of, text_of
from paten_desk.exchange.reply import LedgerStatus
from paten_desk.paths import keys_dir
from paten_desk.store import connection, journal, mark
from paten_desk.usecases import checks, closings, guards, kabupaten, setup
from tests.usecases.test_sending import Two


@pytest.fixture
def two(tmp_path):
    made = Two(tmp_path)
    yield made
    setup.close()


def rewrite(desk, entity, *, mark_too=True):
    """Let another person have taken a request in: change every record about it, chain all again, and drop the mark."""
    rows = list(journal.stored(journal.head().ledger))
    setup.close()
    tool = sqlcipher3.connect(str(desk.data / setup.DATABASE), isolation_level=None)
    tool.execute(f"PRAGMA key = \"x'{desk.data_key.hex()}'\"")
    for (name,) in tool.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        tool.execute(f"DROP TRIGGER {name}")
    previous = None
    for sequence, leaf, body, _ in rows:
        event = json.loads(body)
        if previous is not None:
            event["prevhash"] = text_of(previous)
        if event["subject"] == entity:
            event["actor"] = "somebody-else"
        body = canonical(event)
        previous = leaf_of(body)
        if previous != leaf:
            tool.execute("UPDATE journal SET body = ?, leaf = ? WHERE sequence = ?", (body, previous, sequence))
    tool.execute("UPDATE ledger SET head = ? WHERE role = 'own'", (previous,))
    tool.close()
    if mark_too:
        (keys_dir(desk.data) / mark.FILE).unlink()
    return setup.open_office(desk.data, desk.user.id, desk.data_key, desk.clock)


def test_a_rewritten_chain_looks_whole_here_and_forks_at_the_kabupaten(two):
    two.work(1, 2, 3)
    first = two.export("stick")
    with two.at_hall() as hall:
        kabupaten.import_file(hall, first)
    request = next(
        journal.history(row)[0].fact.entity
        for (row,) in connection.sql("SELECT id FROM request ORDER BY rowno LIMIT 1")
    )

    two.desk = rewrite(two.desk, request)

    assert checks.check(two.desk).findings == ()  # said openly: a self-check cannot see it
    two.work(4)
    second = two.export("stick2")
    with two.at_hall() as hall:
        before = kabupaten.figures(hall)
        kabupaten.import_file(hall, second)
        (standing,) = kabupaten.standings(hall)
        assert standing.status is LedgerStatus.FORK
        assert kabupaten.figures(hall) == before


def test_the_sheet_of_a_closed_day_shows_that_the_chain_is_another(two):
    two.work(1, 2)
    sheet = closings.close(two.desk)
    (row,) = connection.sql("SELECT id FROM request ORDER BY rowno LIMIT 1")

    two.desk = rewrite(two.desk, row[0])

    printed = bytes_of(sheet.journal_head)
    assert journal.leaf_at(journal.head().ledger, sheet.journal_length) != printed


def test_the_mark_beside_the_data_stops_who_forgets_it(two):
    two.work(1, 2)
    (row,) = connection.sql("SELECT id FROM request ORDER BY rowno LIMIT 1")
    closings.close(two.desk)

    two.desk = rewrite(two.desk, row[0], mark_too=False)

    assert "mark" in [guard.name for guard in guards.stops(two.desk)]
