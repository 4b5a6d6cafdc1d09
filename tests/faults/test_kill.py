"""kill -9 in the middle of the work, many times over: nothing shown is lost, nothing is half done."""

import os
import sys
from pathlib import Path

import pytest

from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import Status
from paten_desk.store import archive, connection, journal, numbers
from paten_desk.usecases import calendars, checks, form_drafts, kabupaten, reference, requests, setup
from paten_desk.usecases.context import Context
from tests.builders import a_visit
from tests.conftest import CLERK, KEY, OFFICE, Clock, begin
from tests.faults.harness import killed_child, moments
from tests.usecases.test_sending import Two

KILLS = int(os.environ.get("PATEN_KILLS", "200"))
LONGEST_S = 0.12


def open_at(folder):
    connection.open_file(folder / "paten.db", KEY)
    archive.open_at(folder, KEY)
    return Context(CLERK, OFFICE, folder, KEY, clock=Clock())


def close():
    archive.close()
    connection.close()


def register_for_ever(folder, first, checkpoint=0):
    def work(show):
        context = open_at(folder)
        if checkpoint:
            connection.current().writer.execute_sql(f"PRAGMA wal_autocheckpoint = {checkpoint}")
        serial = first
        while True:
            draft = a_visit(context, serial=serial)
            form_drafts.keep(context, draft)
            (made,) = requests.register(context, draft)
            show(made.number)
            serial += 1

    return work


def killed_many_times(folder, kills, checkpoint=0):
    context = open_at(folder)
    begin(context)
    calendars.calendar(context)  # what is read once for a process is read before the forks
    a_visit(context)
    reference.province_codes()
    close()
    shown = []
    for at, moment in enumerate(moments(kills, LONGEST_S, seed=kills)):
        shown += killed_child(register_for_ever(folder, 1 + at * 40, checkpoint), moment)
    context = open_at(folder)
    rows = requests.worklist(context, frozenset(Status), limit=100_000)
    stored = [journal.load(Request, row.id).number for row in rows]
    return context, shown, stored


def test_no_number_that_was_shown_is_lost_or_given_twice(tmp_path, capsys):
    context, shown, stored = killed_many_times(tmp_path, KILLS)

    assert len(shown) > KILLS // 4
    assert set(shown) <= set(stored)
    assert sorted(stored) == sorted(f"{serial:04}/PATEN/2026" for serial in range(1, len(stored) + 1))
    assert numbers.last("request", 2026) == len(stored)
    assert checks.check(context).findings == ()
    close()
    with capsys.disabled():
        sys.stdout.write(f" [{KILLS} kills, {len(shown)} numbers shown, {len(stored)} stored, 0 lost]")


def test_no_number_is_lost_when_every_page_is_checkpointed(tmp_path):
    context, shown, stored = killed_many_times(tmp_path, KILLS // 4, checkpoint=1)

    assert set(shown) <= set(stored)
    assert len(set(stored)) == len(stored)
    assert checks.check(context).findings == ()
    close()


@pytest.mark.parametrize("seed", range(3))
def test_an_import_that_is_killed_is_whole_or_absent(tmp_path, seed):
    two = Two(tmp_path)
    two.work(1, 2, 3)
    path = two.export("stick")
    data = Path(tmp_path / "kabupaten")
    for moment in moments(KILLS // 20, 0.08, seed):
        with two.at_hall() as hall:
            user, key = hall.user.id, hall.data_key
        close()

        def work(show, user=user, key=key):
            hall = setup.open_office(data, user, key, two.clock)
            show(kabupaten.import_file(hall, path).length)

        shown = killed_child(work, moment)
        with two.at_hall() as hall:
            (standing,) = kabupaten.standings(hall)
            received = sum(row.received for row in kabupaten.figures(hall))
            assert (standing.length > 0) == (received == 3)
            assert received in (0, 3)
            assert standing.length >= max((int(length) for length in shown), default=0)
    with two.at_hall() as hall:
        done = kabupaten.import_file(hall, path)
        assert sum(row.received for row in kabupaten.figures(hall)) == 3
        assert done.length > 0
    close()
