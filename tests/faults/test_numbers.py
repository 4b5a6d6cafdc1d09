"""Numbers under load and under kill -9: each once, none missing, every hole explained."""

import os
import sys
import threading

from paten_desk.domain.number_book import NumberEntry, NumberState
from paten_desk.store import archive, connection, journal, numbers
from paten_desk.store.connection import transaction
from paten_desk.usecases import checks, number_lines
from paten_desk.usecases.context import Context
from tests.conftest import CLERK, KEY, OFFICE, Clock, begin
from tests.faults.harness import killed_child, moments

KILLS = int(os.environ.get("PATEN_KILLS", "200"))
IS_LONG = KILLS >= 2000  # `make faults`
THREADS, EACH = 8, 2000 if IS_LONG else 100
PROCESSES = 200 if IS_LONG else 40
LONGEST_S = 0.1


def open_at(folder):
    connection.open_file(folder / "paten.db", KEY)
    archive.open_at(folder, KEY)
    return Context(CLERK, OFFICE, folder, KEY, clock=Clock())


def close():
    archive.close()
    connection.close()


def void_one(context):
    """Take a number and record what explains it, in one transaction."""
    with transaction():
        taken = numbers.take("letter", 2026)
        entry = NumberEntry(context.new_id(), "letter", 2026, taken, taken, NumberState.VOIDED)
        journal.record(context.stamp(), entry.state.value, entry)
    return taken


def test_eight_threads_share_one_book_and_no_number(context_on_both, capsys):
    taken, failed = [], []

    def work():
        try:
            for _ in range(EACH):
                taken.append(void_one(context_on_both))
        except BaseException as error:
            failed.append(error)
            raise

    threads = [threading.Thread(target=work) for _ in range(THREADS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert failed == []
    assert sorted(taken) == list(range(1, THREADS * EACH + 1))
    assert numbers.last("letter", 2026) == THREADS * EACH
    assert len(journal.load_all(NumberEntry)) == THREADS * EACH
    assert checks.check(context_on_both).findings == ()
    with capsys.disabled():
        sys.stdout.write(f" [{THREADS} threads x {EACH} numbers, 0 twice, 0 missing]")


def test_processes_that_are_killed_one_after_another_leave_every_number_explained(tmp_path, capsys):
    begin(open_at(tmp_path))
    close()

    def work(show):
        context = open_at(tmp_path)
        while True:
            show(void_one(context))

    shown = []
    for moment in moments(PROCESSES, LONGEST_S, seed=PROCESSES):
        shown += [int(line) for line in killed_child(work, moment)]
    context = open_at(tmp_path)
    last = numbers.last("letter", 2026)
    lines = number_lines.book(context, "letter", 2026)

    assert len(shown) == len(set(shown)) > PROCESSES
    assert max(shown) <= last
    assert [line.serial for line in lines] == list(range(1, last + 1))
    assert number_lines.holes(lines) == []
    assert {entry.first for entry in journal.load_all(NumberEntry)} == set(range(1, last + 1))
    assert checks.check(context).findings == ()
    close()
    with capsys.disabled():
        sys.stdout.write(f" [{PROCESSES} processes killed, {len(shown)} numbers shown, {last} given, 0 holes]")
