"""Beginnings: the first start in an empty folder, and the first start of a newer program."""

from dataclasses import replace
from functools import cache
from pathlib import Path

from paten_desk.domain.roles import Role
from paten_desk.store import connection, engine, keys, migrations
from paten_desk.store.migrations import m0001_initial
from paten_desk.usecases import checks, partners, sample, setup
from tests.conftest import KEY, Clock
from tests.faults.flows.kit import Flow, data_of


def _first_start_prepare(folder):
    Path(folder).mkdir(parents=True, exist_ok=True)


@cache
def _first_draft():
    draft = sample.draft()
    only = next(user for user in draft.users if Role.ADMIN in user.roles)
    return replace(draft, users=(only,))


def _first_start_run(folder, show):
    _, secret = setup.create(data_of(folder), _first_draft(), Clock())
    show(secret)
    setup.close()


def _first_start_verify(folder, shown):
    data = data_of(folder)
    found = []
    if shown and not setup.is_set_up(data):
        found.append("shown as set up and empty again")
    if not setup.is_set_up(data):
        setup.create(data, _first_draft(), Clock())
        setup.close()
    user = next(iter(setup.front(data).staff))
    context = setup.unlock(data, user, sample.PASSWORD, Clock())
    if shown and keys.recover(data, shown[0]) != context.data_key:
        found.append("the sheet that was shown opens nothing")
    partners.own_keys(context)
    found += [f"{finding.where}: {finding.what}" for finding in checks.check(context).findings]
    setup.close()
    return found


def _first_start_glance(folder, shown):
    """Without the seconds that a new password takes: what was shown is there and opens."""
    data = data_of(folder)
    if not setup.is_set_up(data):
        return ["shown as set up and empty again"] if shown else []
    if not shown:
        return []
    key = keys.recover(data, shown[0])
    context = setup.open_office(data, next(iter(setup.front(data).staff)), key, Clock())
    partners.own_keys(context)
    found = [f"{finding.where}: {finding.what}" for finding in checks.check(context).findings]
    setup.close()
    return found


def _migration_prepare(folder):
    data = data_of(folder)
    data.mkdir(parents=True)
    made = engine.open_file(data / setup.DATABASE, KEY)
    with made.writer.atomic():
        m0001_initial.up(made)
        made.writer.execute_sql("PRAGMA user_version = 1")
    made.writer.execute_sql("INSERT INTO draft VALUES ('a', 'b', 'c', 'd')")
    made.close()


def _migration_run(folder, show):
    connection.open_file(data_of(folder) / setup.DATABASE, KEY)
    show(str(migrations.version_of(connection.current())))
    connection.close()


def _migration_verify(folder, shown):
    data = data_of(folder)
    made = engine.open_file(data / setup.DATABASE, KEY)
    at = migrations.version_of(made)
    made.close()
    found = []
    if not 1 <= at <= migrations.LATEST:  # each step is whole by itself, and the next start goes on from there
        found.append(f"no such schema: {at}")
    if shown and at != migrations.LATEST:
        found.append("shown as migrated and old again")
    aside = list(data.glob("*.sebelum-v*.db"))
    if at == migrations.LATEST and not aside:
        found.append("migrated without a copy aside")
    for copy in aside:
        opened = engine.open_file(copy, KEY)
        if opened.reader.execute_sql("SELECT count(*) FROM draft").fetchone()[0] != 1:
            found.append("the copy aside is not whole")
        opened.close()
    connection.open_file(data / setup.DATABASE, KEY)
    if (
        connection.sql("SELECT count(*) FROM draft") != [(1,)]
        or migrations.version_of(connection.current()) != migrations.LATEST
    ):
        found.append("not whole after the next start")
    connection.close()
    return found


FLOWS = (
    Flow("first_start", _first_start_prepare, _first_start_run, _first_start_verify, _first_start_glance),
    Flow("migration", _migration_prepare, _migration_run, _migration_verify, _migration_verify),
)
