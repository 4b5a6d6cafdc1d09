"""A laptop serves a village with a copy of the office's data, and its work comes back by sealed file."""

import shutil
from contextlib import contextmanager
from dataclasses import replace

import pytest

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import PatenError, Rejected
from paten_desk.domain.letters import Letter
from paten_desk.domain.requests import Request
from paten_desk.domain.workflow import Action, Status
from paten_desk.exchange import keys as cards
from paten_desk.exchange.reply import FileResult, LedgerStatus
from paten_desk.paths import keys_dir
from paten_desk.store import connection, journal, keys, merging
from paten_desk.store.connection import transaction
from paten_desk.usecases import (
    branches,
    checks,
    closings,
    kabupaten,
    letters,
    partners,
    requests,
    scans,
    sending,
    setup,
    standings,
    work,
)
from tests.builders import a_request
from tests.documents.test_scans import a_picture
from tests.usecases.test_sending import Two


class Village(Two):
    """The counter, its kabupaten, and a laptop that leaves for a village with a copy of the counter's data."""

    def __init__(self, folder):
        super().__init__(folder)
        self.prepared = branches.prepare(self.desk, BranchReason.VILLAGE, "Desa Melati")
        self.laptop = folder / "laptop"
        setup.close()
        shutil.copytree(self.desk.data, self.laptop)
        key = self.desk.data_key
        keys.store_secret(keys_dir(self.laptop), setup.SIGNING, cards.new_signing_seed(), key)
        keys.store_secret(keys_dir(self.laptop), setup.ARCHIVE, cards.new_identity().encode(), key)
        with self.at_village() as away:
            branches.begin(away, BranchReason.VILLAGE)
            card = partners.own_card_file(away)
        held, _ = branches.accept(self.desk, card)
        partners.confirm(self.desk, held.id)

    @contextmanager
    def at_village(self):
        setup.close()
        yield setup.open_office(self.laptop, self.desk.user.id, self.desk.data_key, self.clock)
        setup.open_office(self.desk.data, self.desk.user.id, self.desk.data_key, self.clock)

    def bring(self, name):
        folder = self.folder / name
        folder.mkdir()
        with self.at_village() as away:
            (sent,) = branches.export_branch(away, folder)
        return sent.path


@pytest.fixture
def village(tmp_path):
    made = Village(tmp_path)
    yield made
    setup.close()


def test_a_laptop_serves_a_village_and_its_work_comes_into_the_office(village):
    village.work(1)
    with village.at_village() as away:
        made = a_request(away, Status.READY, serial=2)
        paper = letters.original(away, made.id)
        closings.close(away)
    path = village.bring("a")

    done = branches.merge_branch(village.desk, path)

    assert (done.result, done.status, done.prefix, done.lacking) == (FileResult.COMPLETE, LedgerStatus.WHOLE, "L2", ())
    assert journal.load(Request, made.id) == made
    assert {row.number for row in requests.worklist(village.desk, frozenset(Status))} == {
        "0001/PATEN/2026",
        "L2-0001/PATEN/2026",
    }
    assert [row.id for row in requests.find(village.desk, "L2-0001")] == [made.id]
    assert requests.find(village.desk, made.personal.applicant.name)[0].id == made.id
    assert [row.number for row in letters.register(village.desk)] == [journal.load(Letter, made.letter).number]
    assert letters.original(village.desk, made.id) == paper
    assert checks.check(village.desk).findings == ()
    assert [day.isoformat() for day in closings.unclosed_days(village.desk)] == []
    closings.close(village.desk)  # its own day, though the laptop has closed the same one
    assert a_request(village.desk, serial=3).number == "0002/PATEN/2026"


def test_scans_of_a_laptop_stay_there_and_are_no_difference_at_the_office(village):
    with village.at_village() as away:
        made = scans.attach(away, a_request(away, serial=2).id, "", a_picture())

    done = branches.merge_branch(village.desk, village.bring("a"))

    assert done.lacking == ("1 pindaian",)
    assert scans.of_request(village.desk, made.request) == [made]
    assert checks.check(village.desk).findings == ()
    with pytest.raises(PatenError, match="tidak ada di komputer ini"):
        scans.content_of(village.desk, made.id)


def test_a_laptops_file_twice_late_or_out_of_order_changes_nothing(village):
    with village.at_village() as away:
        a_request(away, serial=2)
    first = village.bring("a")
    with village.at_village() as away:
        a_request(away, serial=3)
    second = village.bring("b")

    late = branches.merge_branch(village.desk, second)
    again = [branches.merge_branch(village.desk, path) for path in (first, second, first)]

    assert late.result is FileResult.COMPLETE
    assert late.is_whole
    assert [made.is_repetition for made in (late, *again)] == [False, True, True, True]
    assert [made.new for made in again] == [0, 0, 0]
    assert {made.result for made in again} == {FileResult.DUPLICATE}
    assert len(requests.worklist(village.desk, frozenset(Status))) == 2
    assert checks.check(village.desk).findings == ()


def test_the_laptop_sends_on_from_what_its_office_confirmed(village):
    with village.at_village() as away:
        a_request(away, serial=2)
    done = branches.merge_branch(village.desk, village.bring("a"))
    with village.at_village() as away:
        sending.read_code(away, done.code)
        a_request(away, serial=3)
        (village.folder / "b").mkdir()
        (sent,) = branches.export_branch(away, village.folder / "b")

    later = branches.merge_branch(village.desk, sent.path)

    assert sent.first > 1
    assert (later.result, later.held) == (FileResult.COMPLETE, 0)


def test_two_who_wrote_about_one_request_both_stay_and_the_same_one_counts_everywhere(village):
    with village.at_village() as away:
        held = a_request(away, serial=2)
    branches.merge_branch(village.desk, village.bring("a"))
    village.clock.forward(minutes=5)
    work.act(village.desk, held.id, Action.CANCEL, "Ditarik di kantor")
    village.clock.forward(minutes=5)
    with village.at_village() as away:
        work.act(away, held.id, Action.VERIFY)

    branches.merge_branch(village.desk, village.bring("b"))

    assert journal.load(Request, held.id).status is Status.VERIFIED  # keyed in last at the same rev
    kinds = [record.fact.kind for record in journal.history(held.id)]
    assert "request.cancelled.v1" in kinds
    assert "request.verified.v1" in kinds
    assert checks.check(village.desk).findings == ()


def test_the_office_sends_its_laptops_work_on(village):
    with village.at_village() as away:
        a_request(away, serial=2)
    branches.merge_branch(village.desk, village.bring("a"))
    (village.folder / "stick").mkdir()

    sent = sending.export(village.desk, village.folder / "stick")
    with village.at_hall() as hall:
        done = [kabupaten.import_file(hall, file.path) for file in sent]
        (standing,) = kabupaten.standings(hall)
        received = sum(row.received for row in kabupaten.figures(hall))
        blocks = [block for _, _, _, block in journal.stored(village.prepared.id) if block]

    assert {made.result for made in done} == {FileResult.COMPLETE}
    assert (standing.branches, standing.status, received) == (("L2",), LedgerStatus.WHOLE, 1)
    assert blocks == []


def test_a_laptop_sends_nothing_past_its_office(village):
    with village.at_village() as away, pytest.raises(PatenError, match="di luar kantor"):
        sending.export(away, village.folder)
    with pytest.raises(PatenError, match="buku kantor sendiri"):
        branches.export_branch(village.desk, village.folder)


def test_on_a_laptop_no_further_ledgers_are_prepared_or_taken_in(village):
    with village.at_village() as away:
        with pytest.raises(PatenError, match="hanya di komputer kantor"):
            branches.prepare(away, BranchReason.VILLAGE)
        with pytest.raises(PatenError, match="hanya di komputer kantor"):
            branches.merge_branch(away, village.folder / "none.age")


def test_a_laptop_whose_card_is_not_confirmed_is_refused(village):
    with village.at_village() as away:
        a_request(away, serial=2)
    path = village.bring("a")
    (card,) = branches.laptops(village.desk)
    with transaction():
        journal.record(village.desk.stamp(), "enrolled", replace(card, confirmed=False))

    with pytest.raises(Rejected) as caught:
        branches.merge_branch(village.desk, path)

    assert caught.value.code == "KEY"
    assert partners.partners(village.desk)[0].role == "kabupaten"


def test_a_laptop_cannot_write_into_the_offices_own_ledger(village):
    with village.at_village() as away:
        a_request(away, serial=2)
    path = village.bring("a")
    (card,) = branches.laptops(village.desk)
    with transaction():  # as if the office's own ledger bore the id of what the laptop writes
        connection.sql("UPDATE ledger SET role = 'past' WHERE id = ?", (card.ledger,))

    with pytest.raises(Rejected, match="bukan milik"):
        branches.merge_branch(village.desk, path)

    assert merging.missing(card.ledger) == []


def test_office_and_laptop_know_of_each_other(village):
    assert branches.here(village.desk) is None
    with village.at_village() as away:
        itself, before = branches.here(away), standings.standing(away)
        a_request(away, serial=2)
        after = standings.standing(away)
        card = partners.own_card_file(away)
    branches.merge_branch(village.desk, village.bring("a"))
    length = journal.head().length

    (known,) = branches.away(village.desk)
    again, _ = branches.accept(village.desk, card)

    assert itself.id == known.made.id == village.prepared.id
    assert itself.personal.note == "Desa Melati"
    assert before.is_away
    assert after.open > before.open
    assert known.records > 0
    assert known.card.confirmed
    assert again == known.card
    assert journal.head().length == length  # the same card says nothing new
