import threading

import pytest

from paten_desk.domain.errors import PatenError


def test_work_runs_off_the_window_and_comes_back_to_it(qtbot, tasks):
    seen = []

    tasks.run(threading.get_ident, lambda worker: seen.append((worker, threading.get_ident())))
    tasks.wait()

    worker, window = seen[0]
    assert worker != window == threading.get_ident()


def test_first_come_is_first_served_by_one_worker(qtbot, tasks):
    order, workers = [], set()

    for number in range(20):
        tasks.run(
            lambda number=number: (number, threading.get_ident()),
            lambda got: (order.append(got[0]), workers.add(got[1])),
        )
    tasks.wait()

    assert order == list(range(20))
    assert len(workers) == 1


def test_idle_is_said_once_after_the_last_result(qtbot, tasks):
    done = []
    tasks.run(lambda: 1, done.append)
    tasks.run(lambda: 2, done.append)

    with qtbot.waitSignal(tasks.idle):
        pass

    assert done == [1, 2]
    assert not tasks.busy()


def test_an_error_of_the_worker_is_raised_at_the_window(qtbot, tasks):
    with qtbot.captureExceptions() as raised:
        tasks.run(lambda: (_ for _ in ()).throw(PatenError("Kertas habis.")), pytest.fail)
        tasks.wait()

    assert str(raised[0][1]) == "Kertas habis."


def test_long_work_says_how_far_it_is(qtbot, tasks):
    seen = []
    tasks.progressed.connect(lambda job, progress: seen.append((progress.title, progress.done, progress.total)))

    def work(report):
        for chunk in range(3):
            report(chunk, 3)
        return "selesai"

    tasks.run_long("Membuat cadangan", work, seen.append)
    tasks.wait()

    assert seen == [("Membuat cadangan", 0, 3), ("Membuat cadangan", 1, 3), ("Membuat cadangan", 2, 3), "selesai"]


def test_cancelled_work_stops_at_its_next_report_and_is_no_error(qtbot, tasks):
    reached, began, go_on = [], threading.Event(), threading.Event()

    def work(report):
        began.set()
        go_on.wait(5)
        report(1, 2)
        reached.append("beyond")

    job = tasks.run_long("Menyusun laporan", work, lambda _: reached.append("done"))
    began.wait(5)
    job.cancel()
    go_on.set()
    tasks.wait()

    assert reached == []


def test_work_that_waits_can_be_cancelled_before_it_begins(qtbot, tasks):
    hold, ran = threading.Event(), []
    tasks.run(lambda: hold.wait(5), lambda _: None)
    job = tasks.run_long("Menyusun laporan", lambda report: ran.append(1), lambda _: None)

    job.cancel()
    hold.set()
    tasks.wait()

    assert ran == []


def test_a_result_may_ask_for_more_work(qtbot, tasks):
    seen = []

    tasks.run(lambda: 1, lambda one: tasks.run(lambda: one + 1, seen.append))
    tasks.wait()

    assert seen == [2]


def test_long_work_is_known_until_it_has_ended(tasks):
    gate = threading.Event()
    tasks.run(lambda: gate.wait(60), lambda _: None)
    job = tasks.run_long("Menyegel data", lambda report: 1, lambda _: None)

    assert tasks.long_work() == [job]
    gate.set()
    tasks.wait()
    assert tasks.long_work() == []


def test_a_worker_that_has_ended_says_so(tasks):
    assert not tasks.is_closed()

    tasks.close()

    assert tasks.is_closed()
