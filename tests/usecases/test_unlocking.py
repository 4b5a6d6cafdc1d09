from dataclasses import replace

import pytest

from paten_desk.domain.errors import Invalid, NoRight, NotFound
from paten_desk.domain.roles import Right, Role
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import restoring, unlocking
from tests.backing import PASSWORD, opened


@pytest.fixture
def generation(office):
    return office.backup()


def test_one_person_alone_does_not_restore(office, generation):
    alone = unlocking.open_by_password(generation, office.context.user.id, PASSWORD)

    with pytest.raises(NoRight, match="orang kedua") as caught:
        restoring.restore(office.data, alone, clock=office.clock)

    assert "lembar pemulihan" in caught.value.hint
    with pytest.raises(NoRight, match="orang kedua"):
        unlocking.agree(alone, alone.user, PASSWORD)
    with pytest.raises(NoRight, match="tidak cocok"):
        unlocking.agree(alone, office.second, "bukan sandinya")


def test_who_may_not_restore_is_told_who_may(office):
    clerk = replace(office.context.user, id=office.second, display="Loket", roles=(Role.COUNTER_CLERK,))
    with transaction():
        journal.record(office.context.stamp(), "roles_changed", clerk)
    made = unlocking.open_by_password(office.backup(), office.second, PASSWORD)

    with pytest.raises(NoRight, match="Loket tidak berwenang"):
        restoring.restore(office.data, made, clock=office.clock)


@pytest.mark.parametrize(
    ("secret", "password", "error"),
    [("AGE-SECRET-KEY-1SALAH", "sandi baru yang panjang", NoRight), ("", "pendek", Invalid)],
)
def test_a_wrong_sheet_and_a_weak_password_do_not_open(office, generation, secret, password, error):
    with pytest.raises(error):
        unlocking.open_by_sheet(generation, office.context.user.id, secret, password)


def test_a_wrong_password_does_not_open_and_writes_nothing_on_the_stick(office, generation):
    before = (generation / "office.json").read_bytes()

    with pytest.raises(NoRight, match="tidak cocok"):
        unlocking.open_by_password(generation, office.context.user.id, "bukan sandinya")

    assert (generation / "office.json").read_bytes() == before
    with pytest.raises(NotFound):
        unlocking.open_by_password(generation, "tidak ada", PASSWORD)


def test_the_consent_is_for_a_restore_and_nothing_else(office, generation):
    assert opened(office, generation).approval.right is Right.RESTORE
