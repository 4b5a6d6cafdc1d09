from dataclasses import replace

import pytest

from paten_desk.domain.errors import NoRight, NotFound, WrongStatus
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.usecases import dossiers, proofs, requests, worklists
from tests.builders import a_request, a_user


def test_who_scans_the_receipt_has_the_papers_on_the_desk(context):
    made = a_request(context)
    chief = replace(context, user=a_user(context, Role.SECTION_HEAD))

    dossiers.take_named(chief, proofs.of_receipt(context, made))

    assert requests.load(context, made.id).holder == chief.user.id
    assert [row.id for row in worklists.mine(chief)] == [made.id]
    assert worklists.mine(context) == []
    assert dossiers.desks(context)[chief.user.id] == chief.user.display
    assert journal.history(made.id)[-1].fact.kind == "request.papers_moved.v1"


def test_taking_what_is_on_the_own_desk_leaves_no_record(context):
    made = a_request(context)

    dossiers.take(context, made.id)

    assert len(journal.history(made.id)) == 1


def test_papers_of_an_ended_request_go_to_the_archive(context):
    made = a_request(context, Status.HANDED_OVER)

    with pytest.raises(WrongStatus, match="sudah selesai"):
        dossiers.take(context, made.id)


def test_an_unknown_number_is_told_by_its_own_words(context):
    with pytest.raises(NotFound, match="9999/PATEN/2026"):
        dossiers.take_named(context, "9999/PATEN/2026")


def test_who_has_no_desk_takes_no_papers(context):
    made = a_request(context)
    cashier = replace(context, user=a_user(context, Role.CASHIER))

    with pytest.raises(NoRight):
        dossiers.take(cashier, made.id)
