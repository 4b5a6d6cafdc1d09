from datetime import timedelta

from paten_desk.domain.backups import Backup, BackupState
from paten_desk.domain.branches import BranchLedger, BranchPersonal, BranchReason
from paten_desk.domain.workflow import Status
from paten_desk.store import backups, connection, journal, ledgers
from paten_desk.store.connection import transaction
from tests.builders import a_request
from tests.conftest import CLERK, KEY, MORNING


def test_the_newest_backup_comes_first(context, clock):
    for state in (BackupState.PROVEN, BackupState.FAILED):
        clock.forward(minutes=1)
        with transaction():
            journal.record(context.stamp(), "proven", Backup(context.new_id(), state, context.now(), "Kartu 1"))

    assert [made.state for made in backups.newest()] == [BackupState.FAILED, BackupState.PROVEN]


def test_the_office_began_with_its_first_record(context_on_both, clock):
    clock.forward(days=3)

    assert backups.begun_at() == MORNING


def test_an_office_without_records_has_not_begun(store):
    assert backups.begun_at() is None


def test_the_last_receipts_are_those_with_a_number(context_on_both, clock):
    for serial in range(1, 4):
        clock.forward(minutes=1)
        a_request(context_on_both, serial=serial)
    a_request(context_on_both, Status.RETURNED, serial=4)

    assert [request.serial for request in backups.last_receipts(2)] == [3, 2]
    assert clock.at - MORNING == timedelta(minutes=3)


def test_who_works_in_a_closed_database_can_be_read(context, tmp_path):
    connection.close()

    (found,) = backups.users_in(tmp_path / "paten.db", KEY)

    assert (found.id, found.display, found.roles) == (CLERK.id, CLERK.display, CLERK.roles)


def test_what_no_proven_backup_holds_is_counted(context, clock):
    assert backups.waiting() == journal.head().length
    a_request(context)
    head = journal.head()
    made = Backup(context.new_id(), BackupState.PROVEN, clock(), "Kartu 1", ledger=head.ledger, sequence=head.length)
    with transaction():
        journal.record(context.stamp(), "proven", made)

    assert backups.waiting() == 0
    a_request(context, serial=2)
    assert backups.waiting() == journal.head().length - head.length - 1


def prepared(context, prefix="L2"):
    """Prepare a laptop's ledger."""
    own = ledgers.own()
    made = BranchLedger(
        context.new_id(), prefix, own.id, own.length, "", BranchReason.VILLAGE, "age1", BranchPersonal("Desa Melati")
    )
    with transaction():
        ledgers.prepare(made.id, own, prefix)
        journal.record(context.stamp(), "prepared", made)
    return made


def test_the_later_ledgers_in_a_closed_database_can_be_read_with_what_they_are_called(context, tmp_path):
    made = [prepared(context, prefix) for prefix in ("L10", "L9")]
    connection.close()

    assert backups.branches_in(tmp_path / "paten.db", KEY) == [
        (ledgers.BRANCH, 0, made[1]),
        (ledgers.BRANCH, 0, made[0]),
    ]


def test_a_laptops_backups_are_not_the_offices(context):
    laptop = prepared(context)
    made = Backup(context.new_id(), BackupState.PROVEN, context.now(), "Kartu laptop")
    with transaction():
        journal.record(context.stamp(), "proven", made)
        connection.sql("UPDATE entity SET ledger = ? WHERE id = ?", (laptop.id, made.id))

    assert backups.newest() == ()
