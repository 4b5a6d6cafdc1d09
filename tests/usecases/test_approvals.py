import json
from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain import ledger
from paten_desk.domain.catalogue import Service
from paten_desk.domain.errors import NoRight
from paten_desk.domain.roles import SECOND, Right, Role
from paten_desk.store import journal
from paten_desk.usecases import approvals, services
from tests.builders import a_user

PASSWORD = "payung biru tua"
TODAY = date(2026, 11, 20)


def _costly(context):
    return replace(services.catalogue(context)["RPJ"], fee_rupiah=5000, fee_basis="Perda 3/2025")


def test_two_people_answer_for_a_changed_fee(context):
    kasi = a_user(context, Role.SECTION_HEAD)
    approval = approvals.approve(context, Right.CHANGE_FEE, kasi.id, PASSWORD)

    made = services.change(context, _costly(context), TODAY, approval)

    record = journal.history(made.id)[0]
    assert (record.fact.actor, record.fact.approver) == (context.user.id, kasi.id)
    assert json.loads(record.body)["approver"] == kasi.id
    assert journal.load(Service, made.id).fee_rupiah == 5000


def test_nobody_changes_a_fee_alone(context):
    with pytest.raises(NoRight, match="orang kedua") as said:
        services.change(context, _costly(context), TODAY)

    assert "kepala seksi" in said.value.hint
    assert services.catalogue(context)["RPJ"].fee_rupiah == 0


def test_consent_to_one_thing_is_none_to_another(context):
    kasi = a_user(context, Role.SECTION_HEAD)
    approval = approvals.approve(context, Right.VOID, kasi.id, PASSWORD)

    with pytest.raises(NoRight, match="orang kedua"):
        services.change(context, _costly(context), TODAY, approval)


@pytest.mark.parametrize("what", SECOND)
def test_nobody_is_their_own_second_person(context, what):
    with pytest.raises(NoRight, match="tidak dapat menjadi orang kedua"):
        approvals.approve(context, what, context.user.id, PASSWORD)


def test_a_wrong_password_is_no_consent_and_counts(context):
    kasi = a_user(context, Role.SECTION_HEAD)

    with pytest.raises(NoRight, match="tidak cocok"):
        approvals.approve(context, Right.VOID, kasi.id, "bukan sandi saya")


def test_consent_of_somebody_retired_meanwhile_does_not_count(context):
    kasi = a_user(context, Role.SECTION_HEAD)
    approval = approvals.approve(context, Right.CHANGE_FEE, kasi.id, PASSWORD)
    with journal.connection.transaction():
        journal.record(context.stamp(), "retired", replace(kasi, retired=True))

    with pytest.raises(NoRight, match="tidak dapat menjadi orang kedua"):
        services.change(context, _costly(context), TODAY, approval)


def test_what_stands_in_the_way_can_be_told_under_the_password(context):
    kasi = a_user(context, Role.SECTION_HEAD)

    assert approvals.attempt(context, Right.VOID, kasi.id, "bukan ini").field == "password"
    assert approvals.attempt(context, Right.VOID, kasi.id, PASSWORD).user == kasi.id


def test_only_those_who_can_agree_are_offered(context):
    kasi = a_user(context, Role.SECTION_HEAD)
    a_user(context, Role.COUNTER_CLERK, display="Loket Contoh")

    assert [user.id for user in approvals.approvers(context, Right.VOID)] == [kasi.id]


def test_a_record_with_two_people_reads_back_and_its_chain_holds(context):
    kasi = a_user(context, Role.SECTION_HEAD)
    approval = approvals.approve(context, Right.CHANGE_FEE, kasi.id, PASSWORD)
    services.change(context, _costly(context), TODAY, approval)

    head = journal.head()
    rows = list(journal.stored(head.ledger))

    assert ledger.verify(head.ledger, rows) == []
    assert ledger.read(rows[-1][2]).fact.approver == kasi.id
