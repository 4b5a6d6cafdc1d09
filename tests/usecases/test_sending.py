from contextlib import contextmanager
from dataclasses import replace

import pytest

from paten_desk.domain.errors import NoRight, NotFound, PatenError, Rejected
from paten_desk.domain.roles import Role
from paten_desk.exchange.reply import FileResult, LedgerStatus
from paten_desk.store import journal, tallies
from paten_desk.store.connection import transaction
from paten_desk.usecases import closings, kabupaten, partners, sample, sending, setup, standings
from tests import full_office
from tests.builders import a_request
from tests.conftest import Clock


class Two:
    """A counter and its kabupaten on one computer, their cards exchanged."""

    def __init__(self, folder):
        self.folder, self.clock = folder, Clock()
        self.desk, _ = setup.create(folder / "kecamatan", sample.draft(), self.clock)
        card = partners.own_card_file(self.desk)
        with self.at_hall() as hall:
            held, self.number_read = partners.enrol(hall, card)
            partners.confirm(hall, held.id)
            hall_card = partners.own_card_file(hall)
        held, _ = partners.enrol(self.desk, hall_card)
        partners.confirm(self.desk, held.id)

    @contextmanager
    def at_hall(self):
        data = self.folder / "kabupaten"
        if setup.is_set_up(data):
            hall = setup.unlock(data, next(iter(setup.front(data).staff)), sample.PASSWORD, self.clock)
        else:
            hall, _ = setup.create(data, sample.kabupaten_draft(), self.clock)
        yield hall
        setup.open_office(self.desk.data, self.desk.user.id, self.desk.data_key, self.clock)

    def work(self, *serials):
        for serial in serials:
            a_request(self.desk, serial=serial)

    def export(self, name):
        folder = self.folder / name
        folder.mkdir()
        (sent,) = sending.export(self.desk, folder)
        return sent.path


@pytest.fixture
def two(tmp_path):
    made = Two(tmp_path)
    yield made
    setup.close()


def test_a_day_goes_out_and_its_reply_comes_back(two):
    two.work(1, 2, 3)
    closings.close(two.desk)
    path = two.export("stick")
    with two.at_hall() as hall:
        done = kabupaten.import_file(hall, path)
        figures = kabupaten.figures(hall)
        (standing,) = kabupaten.standings(hall)

    said = sending.read_reply(two.desk, done.reply_file)

    assert done.result is FileResult.COMPLETE
    assert [(row.day, row.received) for row in figures] == [("2026-11-20", 3)]
    assert standing.status is LedgerStatus.WHOLE
    assert said.known.length == done.length
    assert standings.standing(two.desk).open == 0  # nobody waits for the records of the export and its answer


def test_the_code_read_by_phone_does_the_same(two):
    two.work(1)
    path = two.export("stick")
    with two.at_hall() as hall:
        done = kabupaten.import_file(hall, path)

    known = sending.read_code(two.desk, done.code.lower())

    assert known.length == done.length
    with pytest.raises(Rejected, match="Kode balasan"):
        sending.read_code(two.desk, "000001-AAAA-AAAA")


def test_importing_twice_or_out_of_order_changes_nothing(two):
    two.work(1)
    first = two.export("a")
    with two.at_hall() as hall:
        reply = kabupaten.import_file(hall, first)
    sending.read_code(two.desk, reply.code)
    two.work(2)
    second = two.export("b")
    sending.read_code(two.desk, reply.code)
    two.work(3)
    third = two.export("c")

    with two.at_hall() as hall:
        outcomes = [kabupaten.import_file(hall, path) for path in (third, second, first, third, second)]
        once = kabupaten.figures(hall)
        held = journal.head(kabupaten.standings(hall)[0].ledger)

    assert [row.received for row in once] == [3]
    assert outcomes[0].result is FileResult.COMPLETE
    assert [made.new for made in outcomes[1:]] == [0, 0, 0, 0]
    assert {made.result for made in outcomes[1:]} == {FileResult.DUPLICATE}
    assert held.length == outcomes[-1].length


def test_a_lost_file_shows_as_a_hole_and_heals(two):
    two.work(1)
    first = two.export("a")
    with two.at_hall() as hall:
        reply = kabupaten.import_file(hall, first)
    sending.read_code(two.desk, reply.code)
    two.work(2)
    lost = two.export("b")
    head = journal.head()
    believe_acknowledged(head)
    two.work(3)
    late = two.export("c")

    with two.at_hall() as hall:
        waiting = kabupaten.import_file(hall, late)
        (standing,) = kabupaten.standings(hall)
        healed = kabupaten.import_file(hall, lost)

    assert waiting.result is FileResult.WAITING
    assert standing.status is LedgerStatus.GAP
    assert healed.status is LedgerStatus.WHOLE
    assert healed.length > waiting.length


def believe_acknowledged(head):
    """The office believes that the lost file had arrived."""
    with transaction():
        journal.acknowledge(head.ledger, head.length - 1)


def test_an_office_not_enrolled_is_refused_by_name(two):
    two.work(1)
    path = two.export("a")
    with two.at_hall() as hall:
        (held,) = partners.partners(hall)
        with transaction():
            journal.record(hall.stamp(), "suspended", replace(held, confirmed=False))
        with pytest.raises(Rejected) as caught:
            kabupaten.import_file(hall, path)
        assert kabupaten.standings(hall)[0].status is LedgerStatus.KEY

    assert caught.value.code == "KEY"


def test_a_damaged_file_changes_nothing_at_the_kabupaten(two):
    two.work(1)
    path = two.export("a")
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 0xFF
    path.write_bytes(content)

    with two.at_hall() as hall:
        with pytest.raises(Rejected) as caught:
            kabupaten.import_file(hall, path)
        assert kabupaten.figures(hall) == []

    assert caught.value.code == "SEAL"
    assert caught.value.hint


def test_looking_writes_nothing(two):
    two.work(1)
    path = two.export("a")
    with two.at_hall() as hall:
        seen = kabupaten.look(hall, path.read_bytes())
        assert kabupaten.figures(hall) == []

    assert seen.fresh > 0
    assert seen.known == 0
    assert seen.office == "Kecamatan Kayu Agung"


def test_no_name_and_no_nik_reaches_the_kabupaten(two):
    two.work(1, 2)
    path = two.export("a")
    with two.at_hall() as hall:
        kabupaten.import_file(hall, path)
        ledger = kabupaten.standings(hall)[0].ledger
        bodies = b"".join(body for _, _, body, _ in journal.stored(ledger))
        blocks = [block for _, _, _, block in journal.stored(ledger) if block]

    assert blocks == []
    assert b"9999" not in bodies
    assert b"CONTOH A" not in bodies


def test_without_a_kabupaten_key_the_clerk_is_told_what_to_do(context):
    with pytest.raises(NotFound, match="Kunci kabupaten belum terdaftar"):
        sending.export(context, context.data)


def test_nothing_new_is_nothing_to_send(two):
    two.work(1)
    path = two.export("a")
    with two.at_hall() as hall:
        done = kabupaten.import_file(hall, path)
    head = journal.head()
    sending.read_code(two.desk, done.code)
    with transaction():
        journal.acknowledge(head.ledger, journal.head().length)

    with pytest.raises(PatenError, match="sudah diakui"):
        two.export("b")


def test_the_check_numbers_read_by_phone_are_equal(two):
    assert two.number_read == partners.check_number(two.desk)


def test_a_counter_clerk_may_not_send(two):
    clerk = replace(two.desk, user=replace(two.desk.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        sending.export(clerk, two.folder)


def test_a_reply_for_another_ledger_or_ahead_of_ours_is_refused(two, tmp_path):
    two.work(1)
    path = two.export("a")
    with two.at_hall() as hall:
        done = kabupaten.import_file(hall, path)
    altered = bytearray(done.reply_file)
    altered[-1] ^= 1

    with pytest.raises(Rejected):
        sending.read_reply(two.desk, bytes(altered))


def test_the_kabupaten_counts_those_from_outside_apart_and_lateness_as_the_office_does(context, clock):
    full_office.fill(context, clock)

    figures = {row.day: row for row in tallies.per_day()}

    assert [(figures[day].received, figures[day].outside) for day in sorted(figures)] == [(7, 2), (1, 0), (7, 1)]
    assert sum(row.late for row in figures.values()) == 2
