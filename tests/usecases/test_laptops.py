"""A village laptop begins from a backup that its office made, as it is done at the window."""

import shutil

import pytest

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import NoRight, PatenError, StoreUnavailable
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import Status
from paten_desk.exchange.reply import FileResult, LedgerStatus
from paten_desk.paths import keys_dir
from paten_desk.store import connection, front, journal, mark, swap
from paten_desk.store.packing import unpack
from paten_desk.usecases import (
    approvals,
    backups,
    branches,
    checks,
    continuing,
    guards,
    laptops,
    partners,
    requests,
    restoring,
    sending,
    setup,
    standings,
    unlocking,
)
from tests.backing import PASSWORD, opened
from tests.builders import a_request, a_visit

VILLAGE = BranchReason.VILLAGE


def cut_off(monkeypatch, part, name, office, made, computer):
    """Let the power go while a laptop begins, when the restore comes to this part."""

    def cut(*_, **__):
        raise StoreUnavailable("Listrik padam.", "")

    setup.close()
    with monkeypatch.context() as patched:
        patched.setattr(part, name, cut)
        with pytest.raises(StoreUnavailable):
            restoring.restore(computer, made, VILLAGE, clock=office.clock)
    setup.close()


def test_a_laptop_goes_on_in_the_ledger_prepared_for_it_and_nothing_is_lost(office, prepared, away):
    (made,) = requests.register(away.context, a_visit(away.context, serial=60))

    assert made.number == "L2-0001/PATEN/2026"
    assert (away.lost, away.laptop.id, away.laptop.prefix) == ({}, prepared.id, "L2")
    assert away.laptop.personal.note == "Desa Melati"
    assert connection.sql("SELECT count(*) FROM number_entry") == [(0,)]
    assert branches.here(away.context).id == prepared.id
    assert guards.found(away.context) == []
    assert checks.check(away.context).findings == ()
    assert not (away.context.data / laptops.CHOSEN).exists()
    own = connection.sql("SELECT body FROM journal WHERE ledger = ? ORDER BY id", (prepared.id,))
    assert all(f'"approver":"{office.second}"'.encode() in unpack(body) for (body,) in own[:2])


def test_the_laptops_keys_are_its_own(office, prepared, new_computer):
    old = partners.own_keys(office.context)
    shutil.copytree(keys_dir(office.data), keys_dir(new_computer))  # as if somebody had carried them over
    (keys_dir(new_computer) / mark.FILE).unlink()
    made = opened(office, office.generation)
    setup.close()

    done = restoring.restore(new_computer, made, VILLAGE, clock=office.clock)

    assert done.new_card
    assert partners.own_keys(done.context).seed != old.seed


def test_its_work_comes_home_to_the_office_that_went_on(office, prepared, away, tmp_path):
    card = partners.own_card_file(away.context)
    made = a_request(away.context, Status.READY, serial=60)
    (tmp_path / "a").mkdir()
    (sent,) = branches.export_branch(away.context, tmp_path / "a")
    desk = office.reopen()
    held, _ = branches.accept(desk, card)
    partners.confirm(desk, held.id)

    done = branches.merge_branch(desk, sent.path)

    assert (done.result, done.status, done.prefix) == (FileResult.COMPLETE, LedgerStatus.WHOLE, "L2")
    assert requests.find(desk, "L2-0001")[0].id == made.id
    assert a_request(desk, serial=70).number == "0009/PATEN/2026"
    assert checks.check(desk).findings == ()
    assert backups.standing(desk).proven.ledger == journal.head().ledger  # not what the laptop wrote of its own
    setup.close()
    context = setup.open_office(away.context.data, office.context.user.id, office.context.data_key, office.clock)
    sending.read_code(context, done.code)
    assert standings.standing(context).open == 0


def test_two_laptops_that_wait_in_one_backup_never_take_the_same_ledger(office, prepared, tmp_path):
    second = branches.prepare(office.context, VILLAGE, "Desa Kijang")
    generation = office.backup()
    made = opened(office, generation)
    before = set(tmp_path.iterdir())
    assert [each.id for each in restoring.look(tmp_path / "x", made).waiting] == [prepared.id, second.id]
    setup.close()

    with pytest.raises(PatenError, match="Beberapa laptop menunggu di cadangan ini: L2 Desa Melati, L3 Desa Kijang"):
        restoring.restore(tmp_path / "satu" / "kantor", made, VILLAGE)
    assert not list((tmp_path / "satu").glob("*.part"))
    first = restoring.restore(tmp_path / "satu" / "kantor", made, VILLAGE, prepared=second.id, clock=office.clock)
    assert (first.laptop.id, first.laptop.prefix) == (second.id, "L3")
    setup.close()
    with pytest.raises(PatenError, match="tidak menunggu"):
        restoring.restore(tmp_path / "dua" / "kantor", made, VILLAGE, prepared=second.id, clock=office.clock)
    assert [each.id for each in restoring.look(tmp_path / "dua" / "kantor", made).waiting] == [prepared.id]
    other = restoring.restore(tmp_path / "dua" / "kantor", made, VILLAGE, clock=office.clock)

    assert (other.laptop.id, other.laptop.prefix) == (prepared.id, "L2")
    setup.close()
    with pytest.raises(PatenError, match="Tidak ada laptop yang menunggu"):
        restoring.restore(tmp_path / "tiga" / "kantor", made, VILLAGE)
    assert before <= set(tmp_path.iterdir())


@pytest.mark.parametrize("reason", [VILLAGE, BranchReason.CUT_OFF])
def test_where_none_was_prepared_for_this_the_way_is_told(office, new_computer, reason):
    if reason is BranchReason.CUT_OFF:
        branches.prepare(office.context, VILLAGE, "Desa Melati")
    generation = office.backup()
    made = opened(office, generation)
    setup.close()

    with pytest.raises(PatenError, match="Tidak ada laptop yang menunggu") as caught:
        restoring.restore(new_computer, made, reason)

    assert "Siapkan laptop di komputer kantor, buat cadangan baru" in caught.value.hint
    assert not (new_computer / front.FILE).exists()
    assert restoring.is_new(new_computer)


def test_a_computer_with_an_office_becomes_no_laptop(office, prepared):
    made = opened(office, office.generation)
    before = journal.head()

    with pytest.raises(PatenError, match="sudah ada data kantor"):
        restoring.restore(office.data, made, VILLAGE)

    assert journal.head() == before


def test_one_person_alone_makes_no_laptop(office, prepared, new_computer):
    alone = unlocking.open_by_password(office.generation, office.context.user.id, PASSWORD)

    with pytest.raises(NoRight, match="orang kedua"):
        restoring.restore(new_computer, alone, VILLAGE)

    assert restoring.is_new(new_computer)


def test_a_power_cut_before_the_ledger_is_begun_makes_no_office_of_a_laptop(
    office, prepared, new_computer, monkeypatch
):
    made = opened(office, office.generation)
    cut_off(monkeypatch, continuing, "begin", office, made, new_computer)
    context = setup.unlock(new_computer, office.context.user.id, PASSWORD, office.clock)
    assert guards.stops(context)
    consent = approvals.approve(context, Right.RESTORE, office.second, PASSWORD)

    done = continuing.go_on(context, consent)

    assert (done.laptop.id, done.lost) == (prepared.id, {})
    assert a_request(context, serial=60).number == "L2-0001/PATEN/2026"
    assert guards.found(context) == []


def test_a_laptop_whose_restore_was_cut_off_becomes_a_laptop_by_a_second_restore_too(
    office, prepared, new_computer, monkeypatch
):
    made = opened(office, office.generation)
    cut_off(monkeypatch, continuing, "begin", office, made, new_computer)
    office.clock.forward(minutes=1)

    done = restoring.restore(new_computer, made, clock=office.clock)

    assert done.laptop.id == prepared.id
    assert guards.found(done.context) == []


def test_a_power_cut_after_the_ledger_is_begun_begins_no_second_one(office, prepared, new_computer, monkeypatch):
    made = opened(office, office.generation)
    cut_off(monkeypatch, swap, "end", office, made, new_computer)
    context = setup.unlock(new_computer, office.context.user.id, PASSWORD, office.clock)
    keys = partners.own_keys(context)
    consent = approvals.approve(context, Right.RESTORE, office.second, PASSWORD)

    done = continuing.go_on(context, consent)

    assert done.laptop.id == prepared.id == journal.head().ledger
    assert partners.own_keys(context) == keys
    assert guards.found(context) == []


def test_a_laptop_goes_on_in_no_ledger_that_its_office_does_not_know(office, away):
    consent = approvals.approve(away.context, Right.RESTORE, office.second, PASSWORD)
    before = journal.head()

    with pytest.raises(PatenError, match="buku catatan baru sendiri") as caught:
        continuing.go_on(away.context, consent, is_copy=True)

    assert "Kirim datanya ke kantor" in caught.value.hint
    assert journal.head() == before
    assert not list(keys_dir(away.context.data).glob("*.lama"))
