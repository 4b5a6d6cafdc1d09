import shutil
from dataclasses import replace

import pytest

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import NoRight, NotFound, PatenError, Rejected
from paten_desk.domain.letters import Letter
from paten_desk.domain.number_book import NumberEntry, NumberState
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Action, Status
from paten_desk.exchange import keys as cards
from paten_desk.exchange.reply import FileResult, LedgerStatus
from paten_desk.paths import keys_dir
from paten_desk.store import journal, keys, ledgers, numbers
from paten_desk.store.connection import transaction
from paten_desk.usecases import (
    branches,
    checks,
    closings,
    kabupaten,
    letter_prints,
    letters,
    partners,
    requests,
    sending,
    setup,
    standings,
    work,
)
from tests.builders import a_request, a_visit
from tests.usecases.test_sending import Two


def restored(context, lost=None, **changes):
    return branches.begin(context, BranchReason.RESTORED, "PC rusak", lost or {}, **changes)


@pytest.fixture
def two(tmp_path):
    made = Two(tmp_path)
    yield made
    setup.close()


def test_numbers_after_a_restore_begin_anew_under_a_prefix(context_on_both):
    a_request(context_on_both, Status.READY, serial=1)
    branch = restored(context_on_both)
    made = a_request(context_on_both, Status.READY, serial=2)
    letter = journal.load(Letter, made.letter)

    assert made.number == "L2-0001/PATEN/2026"
    assert letter.number == "400.9.14/L2.001/KEC-CTH/XI/2026"
    assert made.branch == letter.branch == branch
    assert checks.check(context_on_both).findings == ()


def test_the_ledgers_of_an_office_are_shown_as_one_register(context_on_both):
    old = a_request(context_on_both, Status.READY, serial=1)
    restored(context_on_both)
    new = a_request(context_on_both, Status.READY, serial=2)

    listed = requests.worklist(context_on_both, frozenset(Status))
    assert {row.number for row in listed} == {old.number, new.number}
    assert {row.id for row in requests.find(context_on_both, "000001")} == {old.id, new.id}
    assert [row.id for row in requests.find(context_on_both, "L2-0001")] == [new.id]
    assert len(letters.register(context_on_both)) == 2
    assert work.numbered_letters(context_on_both) == 2
    assert standings.standing(context_on_both).length == sum(place.length for place in ledgers.office_ledgers())


def test_what_was_begun_before_the_restore_is_finished_after_it(context_on_both):
    old = a_request(context_on_both, Status.VERIFIED, serial=1)
    restored(context_on_both)

    moved = letters.draft(context_on_both, old.id)
    letter = journal.load(Letter, moved.letter)

    assert moved.number == old.number
    assert moved.personal == old.personal
    assert letter.personal.name
    assert [step.action for step in work.history(context_on_both, old.id)][:2] == [Action.ACCEPT, Action.VERIFY]
    assert checks.check(context_on_both).findings == ()


def test_a_letter_numbered_before_the_restore_keeps_its_place_in_the_old_book(context_on_both):
    old = a_request(context_on_both, Status.READY, serial=1)
    restored(context_on_both)
    letter_prints.copy(context_on_both, old.id)
    new = a_request(context_on_both, Status.READY, serial=2)

    assert journal.load(Letter, new.letter).serial == journal.load(Letter, old.letter).serial == 1
    assert numbers.last("letter", 2026) == 1
    assert checks.check(context_on_both).findings == ()


def test_numbers_known_from_outside_are_declared_lost_one_by_one(context_on_both):
    a_request(context_on_both, serial=1)

    restored(context_on_both, {("request", 2026): 4, ("letter", 2026): 1, ("letter", 2025): 0})
    found = journal.load_all(NumberEntry)

    assert [(made.book, made.first, made.last, made.state) for made in found] == [
        ("letter", 1, 1, NumberState.LOST),
        ("request", 2, 2, NumberState.LOST),
        ("request", 3, 3, NumberState.LOST),
        ("request", 4, 4, NumberState.LOST),
    ]
    assert {made.branch for made in found} == {""}
    assert numbers.last("request", 2026) == 0
    assert numbers.last("request", 2026, ledgers.own().parent) == 4
    assert a_request(context_on_both, serial=2).number == "L2-0001/PATEN/2026"
    assert checks.check(context_on_both).findings == ()


def test_how_a_ledger_began_is_its_first_record(context):
    branch = restored(context, approver="0199a000-0000-7000-8000-0000000000c9")

    (first, *_) = journal.stored(branch)
    ((_, none), (place, told)) = branches.ledgers_of(context)

    assert b'"type":"id.paten.ledger.begun.v1"' in first[2]
    assert b'"approver":"0199a000-0000-7000-8000-0000000000c9"' in first[2]
    assert none is None
    assert (told.id, told.reason, told.personal.note) == (place.id, BranchReason.RESTORED, "PC rusak")
    assert (told.parent, told.parent_length, told.parent_head) == (place.parent, place.parent_length, place.parent_head)


def test_a_second_restore_from_the_same_backup_does_not_print_the_same_numbers(context):
    restored(context, known_prefix="L2")

    assert a_request(context, serial=1).number == "L3-0001/PATEN/2026"


def test_a_counter_clerk_alone_cannot_begin_a_ledger(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        restored(clerk)


def test_days_before_and_after_a_restore_are_closed_in_their_order(context, clock):
    a_request(context, serial=1)
    restored(context)
    clock.forward(days=3)
    a_request(context, serial=2)

    assert [day.isoformat() for day in closings.unclosed_days(context)] == ["2026-11-20"]
    closings.close(context, clock.at.date().replace(day=20))
    closings.close(context)

    assert closings.unclosed_days(context) == []
    assert checks.check(context).findings == ()


def test_after_a_restore_every_ledger_goes_to_the_kabupaten_in_a_file_of_its_own(two):
    two.work(1)
    with transaction():
        old = ledgers.own()
    restored(two.desk)
    two.work(2, 3)
    folder = two.folder / "stick"
    folder.mkdir()

    sent = sending.export(two.desk, folder)
    with two.at_hall() as hall:
        done = [kabupaten.import_file(hall, file.path) for file in reversed(sent)]
        again = [kabupaten.import_file(hall, file.path) for file in sent]
        (standing,) = kabupaten.standings(hall)
        figures = kabupaten.figures(hall)
        (month,) = kabupaten.month(hall, two.clock.at.date().replace(day=1))

    assert [file.ledger for file in sent] == [old.id, ledgers.own().id]
    assert [file.path.name for file in sent] == ["PATEN-160205-20261120-0001.age", "PATEN-160205-20261120-L2-0001.age"]
    assert [made.result for made in done] == [FileResult.COMPLETE, FileResult.COMPLETE]
    assert done[0].reply_name == "BALASAN-160205-20261120-L2-0001.age"
    assert {made.result for made in again} == {FileResult.DUPLICATE}
    assert (standing.status, standing.branches, standing.ledger) == (LedgerStatus.WHOLE, ("L2",), old.id)
    assert standing.length == sum(made.length for made in done)
    assert [(row.ledger, row.received) for row in figures] == [(old.id, 3)]
    assert month.received == 3
    for made in done:
        sending.read_reply(two.desk, made.reply_file)
    assert ledgers.place(old.id).acknowledged == ledgers.place(old.id).length
    assert standings.standing(two.desk).open == 0


def test_a_code_by_phone_finds_the_ledger_it_is_of(two):
    two.work(1)
    old = ledgers.own().id
    restored(two.desk)
    two.work(2)
    folder = two.folder / "stick"
    folder.mkdir()
    sent = sending.export(two.desk, folder)
    with two.at_hall() as hall:
        codes = [kabupaten.import_file(hall, file.path).code for file in sent]

    for code in codes:
        sending.read_code(two.desk, code)

    assert ledgers.place(old).acknowledged == ledgers.place(old).length
    assert ledgers.own().acknowledged > 0
    with pytest.raises(Rejected):
        sending.read_code(two.desk, "000001-AAAA-AAAA")


def test_what_a_restore_lost_is_shown_at_the_kabupaten_and_is_no_alarm(two):
    two.work(1)
    setup.close()
    shutil.copytree(two.desk.data, two.folder / "backup")
    setup.open_office(two.desk.data, two.desk.user.id, two.desk.data_key, two.clock)
    two.work(2)
    first = two.export("a")
    with two.at_hall() as hall:
        kabupaten.import_file(hall, first)
    setup.close()
    shutil.rmtree(two.desk.data)
    shutil.copytree(two.folder / "backup", two.desk.data)
    setup.open_office(two.desk.data, two.desk.user.id, two.desk.data_key, two.clock)
    restored(two.desk, {("request", 2026): 2})
    (two.folder / "b").mkdir()

    sent = sending.export(two.desk, two.folder / "b")
    with two.at_hall() as hall:
        replies = [kabupaten.import_file(hall, file.path).reply_file for file in sent]
        (standing,) = kabupaten.standings(hall)
        figures = kabupaten.figures(hall)
    for made in replies:
        sending.read_reply(two.desk, made)

    assert standing.status is LedgerStatus.WHOLE
    assert standing.lost > 0
    assert sum(row.received for row in figures) == 2
    assert all(place.acknowledged == place.length for place in ledgers.office_ledgers((ledgers.PAST,)))


def test_a_ledger_that_says_nothing_of_its_descent_is_refused(two):
    two.work(1)
    path = two.export("a")
    with two.at_hall() as hall:
        (held,) = partners.partners(hall)
        with transaction():
            journal.record(hall.stamp(), "enrolled", replace(held, area="16.02.06"))
        with pytest.raises(Rejected) as caught:
            kabupaten.import_file(hall, path)

    assert caught.value.code == "KEY"


def test_a_laptop_not_prepared_is_sent_back_to_the_office(context):
    with pytest.raises(PatenError, match="belum disiapkan"):
        branches.begin(context, BranchReason.VILLAGE)

    assert ledgers.own().prefix == ""


def test_a_counter_cut_off_unprepared_can_serve_but_is_told_how_to_come_back(context):
    branches.begin(context, BranchReason.CUT_OFF)

    assert a_request(context, serial=1).number == "L2-0001/PATEN/2026"
    with pytest.raises(NotFound, match="kunci kantornya"):
        branches.export_branch(context, context.data)


def test_a_card_of_no_prepared_laptop_is_refused_by_name(two):
    with pytest.raises(PatenError, match="bukan laptop yang disiapkan"):
        branches.accept(two.desk, partners.own_card_file(two.desk))


def test_several_prepared_laptops_take_a_ledger_each(context):
    keys.store_secret(keys_dir(context.data), setup.SIGNING, cards.new_signing_seed(), context.data_key)
    keys.store_secret(keys_dir(context.data), setup.ARCHIVE, cards.new_identity().encode(), context.data_key)
    first = branches.prepare(context, BranchReason.VILLAGE, "Desa A")
    second = branches.prepare(context, BranchReason.VILLAGE, "Desa B")

    assert [made.prefix for made in branches.waiting(context)] == ["L2", "L3"]
    assert branches.begin(context, BranchReason.VILLAGE, prepared=first.id) == first.id
    assert branches.waiting(context) == [second]


def test_a_visit_of_a_returned_dossier_keeps_no_number_of_another_ledger(context):
    (returned,) = requests.register(context, a_visit(context, serial=1, is_complete=False))
    branch = restored(context)
    papers = tuple(replace(paper, state="there") for paper in returned.papers)

    made = requests.complete(context, returned.id, papers)

    assert (made.number, made.branch) == ("L2-0001/PATEN/2026", branch)
    assert checks.check(context).findings == ()
