"""A backup and a restore on a failing disk: what must hold whatever fails, wherever it fails.

Run through `tests.faults.server` after `add()`.
"""

from pathlib import Path

from paten_desk.domain.workflow import Status
from paten_desk.paths import keys_dir
from paten_desk.store import archive, backup, connection, generations, journal, mark
from paten_desk.store.backup import Whose
from paten_desk.usecases import checks, continuing, guards, instance, requests, restoring, setup
from paten_desk.usecases.unlocking import Opened
from tests.builders import a_request, a_visit
from tests.conftest import CLERK, KEY, OFFICE, Clock
from tests.faults.flows import FLOWS
from tests.faults.flows.kit import Flow, an_office, data_of, glance_with, open_at, shut, warmed, whole


def later(days):
    clock = Clock()
    clock.forward(days=days)
    return clock


def stick_of(folder):
    return Path(folder) / "stik"


def back_up(context):
    whose = Whose(OFFICE.id, "Kecamatan Contoh", OFFICE.area, mark.of_open(OFFICE.id, keys_dir(context.data)))
    backup.make(stick_of(context.data.parent), KEY, whose, context.now())
    return generations.name_at(context.now())


def _prepare(folder):
    """An office of yesterday with its backup, and one more request and document since."""
    context = an_office(folder)
    setup.make_secrets(context.data, KEY)
    warmed(context)
    a_request(context, Status.HANDED_OVER, serial=1)
    back_up(context)
    shut()
    context = open_at(folder, later(1))
    a_request(context, Status.HANDED_OVER, serial=2)
    mark.keep(OFFICE.id, keys_dir(context.data))
    shut()


# backup


def _backup_run(folder, show):
    context = open_at(folder, later(1))
    show(back_up(context))
    shut()


def _backup_wrong(folder, shown):
    held = [path.name for path, _ in generations.in_folder(stick_of(folder))]
    found = [f"shown and not there: {name}" for name in shown if name not in held]
    if generations.name_at(Clock()()) not in held:
        found.append("the last proven backup is gone")
    for path, _ in generations.in_folder(stick_of(folder)):
        backup.prove(path, KEY)
    return found


def _backup_verify(folder, shown):
    found = _backup_wrong(folder, shown)
    context = open_at(folder, later(2))
    back_up(context)  # what a crash left does not stand in the way
    found += [path.name for path in stick_of(folder).rglob("*.part")]
    found += whole(context)
    shut()
    return found


def _backup_glance(folder, shown):
    """Without the seconds of a further backup: every backup proves itself, and the office beside them holds."""
    return _backup_wrong(folder, shown) + glance_with(lambda *_: True)(folder, shown)


# restore


def opened(folder):
    return Opened(stick_of(folder) / generations.name_at(Clock()()), KEY, CLERK.id, by_sheet=True)


def _restore_run(folder, show):
    restoring.restore(data_of(folder), opened(folder), clock=later(2))
    show("pulih")
    setup.close()


def _restore_verify(folder, shown):
    data = data_of(folder)
    instance.finish_restore(data)
    context = setup.open_office(data, CLERK.id, KEY, later(2))
    found = []
    if guards.stops(context):  # also where only the mark could not be written: two people say again that it is right
        continuing.begin(context, None, continuing.BranchReason.RESTORED, "", mark.read(keys_dir(data)))
        found += [guard.sentence for guard in guards.stops(context)]
    found += [f"{each.where}: {each.what}" for each in checks.check(context).findings]
    held = {row.number for row in requests.worklist(context, frozenset(Status))}
    is_new = len(connection.sql("SELECT id FROM ledger")) > 1
    if held != ({"0001/PATEN/2026"} if is_new else {"0001/PATEN/2026", "0002/PATEN/2026"}):
        found.append(f"requests {held}")
    if shown and not is_new:
        found.append("shown as restored and old again")
    (made,) = requests.register(context, a_visit(context, serial=900))
    if made.number != ("L2-0001/PATEN/2026" if is_new else "0003/PATEN/2026"):
        found.append(f"then number {made.number}")
    if is_new:
        (aside,) = data.parent.glob("*-sebelum-pulih-*")
        setup.close()
        connection.open_file(aside / "paten.db", KEY)
        archive.open_at(aside, KEY)
        found += [f"old data, {each.where}: {each.what}" for each in checks.check(context).findings]
        if journal.head().length < 10:
            found.append("the old data are not whole")
    setup.close()
    backup.prove(opened(folder).generation, KEY)
    return found


def add():
    """Put these jobs among those of the failing disk."""
    FLOWS["backup"] = Flow("backup", _prepare, _backup_run, _backup_verify, _backup_glance)
    FLOWS["restore"] = Flow("restore", _prepare, _restore_run, _restore_verify, _restore_verify)
