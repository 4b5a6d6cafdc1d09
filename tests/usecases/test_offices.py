from dataclasses import replace

import pytest

from paten_desk.domain.errors import Invalid, NoRight
from paten_desk.domain.roles import Role
from paten_desk.usecases import offices, sample, setup
from paten_desk.usecases.setup import UserDraft
from tests.conftest import Clock


@pytest.fixture
def office(tmp_path):
    context, _ = setup.create(tmp_path / "kantor", sample.draft(), Clock())
    yield context
    setup.close()


def test_changed_settings_are_a_record_and_count_at_once(office):
    changed = offices.change(office, replace(office.office, address="  Jalan Baru   Nomor 2 "))

    assert changed.office.address == "Jalan Baru Nomor 2"
    assert setup.current_office() == changed.office


def test_a_pattern_without_a_number_is_refused(office):
    with pytest.raises(Invalid, match="Formulir") as caught:
        offices.change(office, replace(office.office, letter_pattern="{class}/{unit}"))

    assert [problem.field for problem in caught.value.problems] == ["letter_pattern"]


def test_a_new_clerk_logs_in_and_a_retired_one_does_not(office):
    made = offices.add_user(office, UserDraft("Rina Contoh", (Role.COUNTER_CLERK,), "sandi rina yang panjang"))
    assert setup.unlock(office.data, made.id, "sandi rina yang panjang", office.clock).user == made

    again = setup.unlock(office.data, office.user.id, sample.PASSWORD, office.clock)
    offices.retire_user(again, made.id)

    assert made.id not in setup.front(office.data).staff
    with pytest.raises(Exception, match="belum punya kata sandi"):
        setup.unlock(office.data, made.id, "sandi rina yang panjang")


def test_the_last_admin_stays(office):
    with pytest.raises(Invalid):
        offices.retire_user(office, office.user.id)


def test_two_clerks_of_one_name_are_told_apart(office):
    with pytest.raises(Invalid) as caught:
        offices.add_user(office, UserDraft("loket contoh", (Role.COUNTER_CLERK,), "sandi yang cukup panjang"))

    assert caught.value.problems[0].field == "display"


def test_a_counter_clerk_changes_nothing(office):
    clerk = replace(office, user=replace(office.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        offices.change(clerk, office.office)
    with pytest.raises(NoRight):
        offices.retire_user(clerk, office.user.id)
