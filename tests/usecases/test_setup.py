from dataclasses import replace

import pytest

from paten_desk.domain.errors import Damaged, Invalid, NoRight, NotFound, PatenError
from paten_desk.domain.roles import Role, User
from paten_desk.paths import keys_dir
from paten_desk.store import connection, journal
from paten_desk.usecases import guards, passwords, sample, services, setup
from tests.backing import flip
from tests.conftest import Clock

PASSWORD = sample.PASSWORD
PAGE_BYTES = 4096


@pytest.fixture
def made(tmp_path):
    data = tmp_path / "Ñandú Kantor Camat"
    context, secret = setup.create(data, replace(sample.draft(), services_off=frozenset({"RHJT"})), Clock())
    yield data, context, secret
    setup.close()


def test_the_first_run_makes_an_office_that_opens_with_its_password(made):
    data, context, _ = made
    user = context.user.id
    setup.close()

    again = setup.unlock(data, user, PASSWORD, Clock())

    assert again.office.name == "Kayu Agung"
    assert setup.users(again)[0].display == "Petugas Contoh"
    assert "RHJT" not in {service.code for service in services.offered(again)}
    assert len(again.office.villages) == 25


def test_a_wrong_password_is_counted_and_makes_one_wait(made):
    data, context, _ = made
    for _ in range(3):
        with pytest.raises(NoRight, match="tidak cocok"):
            setup.unlock(data, context.user.id, "bukan sandi saya")

    assert passwords.seconds_to_wait(data, context.user.id) == 1
    with pytest.raises(NoRight, match="Tunggu 1 detik"):
        setup.unlock(data, context.user.id, PASSWORD, Clock())
    passwords.forgive(data, context.user.id)
    setup.unlock(data, context.user.id, PASSWORD, Clock())
    assert passwords.seconds_to_wait(data, context.user.id) == 0


def test_a_folder_with_an_office_is_never_set_up_again(made):
    data, _, _ = made

    with pytest.raises(PatenError, match="sudah berisi"):
        setup.create(data, sample.draft(), Clock())


def test_a_first_run_that_was_cut_off_begins_again_and_deletes_nothing(made):
    data, _, _ = made
    setup.close()
    (data / "office.json").unlink()

    setup.create(data, sample.draft(), Clock())

    assert (data / "penyiapan-terputus-1" / "paten.db").exists()
    assert setup.is_set_up(data)


def test_the_recovery_sheet_gives_a_new_password(made):
    data, context, secret = made
    setup.close()

    setup.reset_password(data, secret, context.user.id, "sandi baru yang panjang")

    assert setup.unlock(data, context.user.id, "sandi baru yang panjang", Clock()).office.sample
    with pytest.raises(NoRight):
        setup.reset_password(data, "AGE-SECRET-KEY-1SALAH", context.user.id, "sandi baru yang panjang")


def test_the_signing_key_lies_outside_the_data(made):
    data, _, _ = made

    assert sorted(path.name for path in keys_dir(data).iterdir()) == [
        "archive.key",
        "machine.id",
        "mark.json",
        "signing.key",
    ]
    assert not list(data.rglob("*.key"))


def test_a_retired_clerk_does_not_come_in(made):
    data, context, _ = made
    with connection.transaction():
        journal.record(context.stamp(), "retired", replace(context.user, retired=True))

    with pytest.raises(NoRight, match="tidak lagi bertugas"):
        setup.unlock(data, context.user.id, PASSWORD, Clock())


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"users": ()}, "users"),
        ({"office": replace(sample.office(), area="")}, "area"),
    ],
)
def test_an_unfinished_wizard_is_told_what_lacks(tmp_path, change, field):
    with pytest.raises(Invalid) as caught:
        setup.create(tmp_path / "kantor", replace(sample.draft(), **change), Clock())

    assert field in {problem.field for problem in caught.value.problems}
    assert not setup.is_set_up(tmp_path / "kantor")


def test_there_is_no_default_password(tmp_path):
    users = (setup.UserDraft("Petugas", (Role.ADMIN,), ""),)

    found = setup.check(replace(sample.draft(), users=users))

    assert [problem.field for problem in found] == ["users.0.password"]


def test_an_empty_folder_says_what_to_do(tmp_path):
    with pytest.raises(NotFound, match="Belum ada kantor"):
        setup.unlock(tmp_path, "x", "y")


def test_the_office_knows_its_people_and_its_ledger(made):
    assert made
    assert {user.display for user in journal.load_all(User)} >= {"Loket Contoh", "Camat Contoh"}
    assert journal.head().area == "16.02.05"


@pytest.mark.parametrize("content", [None, b"", b"bukan basis data" * 1000])
def test_a_database_that_is_lost_is_told_apart_and_none_is_made_in_its_place(made, content):
    data, context, _ = made
    setup.close()
    database = data / setup.DATABASE
    database.unlink()
    if content is not None:
        database.write_bytes(content)

    with pytest.raises(Damaged):
        setup.unlock(data, context.user.id, PASSWORD, Clock())

    assert (database.read_bytes() if database.exists() else None) == content
    assert not setup.is_open()


def test_no_damaged_page_ends_the_login_with_anything_but_a_sentence(made):
    data, context, _ = made
    setup.close()
    database = data / setup.DATABASE
    whole = database.read_bytes()
    told = set()
    for page in range(0, len(whole) // PAGE_BYTES, 3):
        database.write_bytes(whole)
        flip(database, page * PAGE_BYTES + 100)
        try:
            again = setup.open_office(data, context.user.id, context.data_key, Clock())
            told.add(tuple(guard.way for guard in guards.stops(again)))
        except Damaged:
            told.add("damaged")
        setup.close()

    assert told == {"damaged", (guards.Way.RESTORE,)}
