import pytest

from paten_desk.domain.workflow import Action, Status
from paten_desk.usecases import batches, requests, work, worklists
from tests.builders import a_request, with_officials


def rows(context, *actions):
    return worklists.waiting(context, set(actions))


def test_many_are_verified_at_once_each_with_its_own_record(context):
    made = [a_request(context, serial=serial) for serial in range(1, 4)]
    seen = []

    batch = batches.do(context, rows(context, Action.VERIFY), Action.VERIFY, report=lambda *at: seen.append(at))

    assert [row.id for row in batch.done] == [each.id for each in made]
    assert {requests.load(context, each.id).status for each in made} == {Status.VERIFIED}
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_what_somebody_else_moved_is_told_and_the_others_go_on(context):
    made = [a_request(context, serial=serial) for serial in range(1, 4)]
    shown = rows(context, Action.VERIFY)
    work.act(context, made[1].id, Action.RETURN, "KK belum ada")

    batch = batches.do(context, shown, Action.VERIFY)

    assert [row.id for row in batch.done] == [made[0].id, made[2].id]
    ((row, why),) = batch.failed
    assert row.id == made[1].id
    assert "dikembalikan" in why


def test_a_pile_is_signed_and_numbered_at_once(context):
    a_request(context, Status.INITIALLED_SECRETARY, serial=1)
    a_request(context, Status.INITIALLED_SECRETARY, serial=2)
    camat = with_officials(context)
    pile = rows(context, Action.SIGN)

    assert camat in [identity for identity, _ in batches.signers(context, pile)]
    signed = batches.do(context, pile, Action.SIGN, camat)
    issued = batches.do(context, rows(context, Action.MAKE_READY), Action.MAKE_READY)

    assert (len(signed.done), len(issued.done)) == (2, 2)
    assert worklists.count(context, {Action.HAND_OVER}) == 2


def test_a_stop_between_two_leaves_the_first_done(context):
    made = [a_request(context, serial=serial) for serial in range(1, 3)]

    def stop(done, total):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        batches.do(context, rows(context, Action.VERIFY), Action.VERIFY, report=stop)

    assert [requests.load(context, each.id).status for each in made] == [Status.VERIFIED, Status.ACCEPTED]


def test_only_rows_that_wait_for_the_same_step_go_together(context):
    a_request(context, Status.ACCEPTED, serial=1)
    a_request(context, Status.VERIFIED, serial=2)
    a_request(context, Status.READY, serial=3)

    assert batches.step_of(context, rows(context, Action.VERIFY)) is Action.VERIFY
    assert batches.step_of(context, rows(context, Action.VERIFY, Action.DRAFT)) is None
    assert batches.step_of(context, rows(context, Action.HAND_OVER)) is None
    assert batches.step_of(context, []) is None
