import pytest

from paten_desk.domain.errors import Invalid, WrongStatus
from paten_desk.domain.roles import Right
from paten_desk.domain.workflow import Action, Status
from paten_desk.store import journal
from paten_desk.usecases import handover, requests, revoking, work
from paten_desk.usecases.handover import HandoverDraft
from tests.builders import a_request
from tests.usecases.test_number_book import second


def test_the_right_answer_hands_over(context):
    made = a_request(context, Status.READY)
    asked = handover.question(made)

    done = handover.hand_over(
        context, made.id, HandoverDraft(made.personal.applicant.name, answer=asked.answer.lower())
    )

    assert done.status is Status.HANDED_OVER
    assert not done.personal.collector.overridden


def test_a_wrong_answer_stops_and_the_override_is_a_record(context):
    made = a_request(context, Status.READY)
    wrong = HandoverDraft("ORANG LAIN", "tetangga", answer="tidak tahu")

    with pytest.raises(Invalid, match="belum cocok"):
        handover.hand_over(context, made.id, wrong)
    assert requests.load(context, made.id).status is Status.READY

    done = handover.hand_over(
        context, made.id, HandoverDraft("ORANG LAIN", "tetangga", answer="tidak tahu", override_reason="dikenal Kasi")
    )
    assert done.personal.collector.overridden
    assert journal.history(made.id)[-1].fact.kind == "request.handed_over_in_spite.v1"


def test_a_proxy_brings_a_letter(context):
    made = a_request(context, Status.READY)
    answer = handover.question(made).answer

    with pytest.raises(Invalid, match="surat kuasa"):
        handover.hand_over(context, made.id, HandoverDraft("ORANG LAIN", "penerima kuasa", answer=answer))
    handover.hand_over(
        context, made.id, HandoverDraft("ORANG LAIN", "penerima kuasa", proxy_letter=True, answer=answer)
    )


def test_the_question_stays_the_same_when_it_is_looked_at_twice(context):
    made = a_request(context, Status.READY)

    assert handover.question(made) == handover.question(requests.load(context, made.id))
    assert handover.question(made).answer


def test_a_letter_that_counts_no_more_is_not_handed_over(context):
    made = a_request(context, Status.READY)
    revoking.revoke(context, made.id, "keliru", second(context, Right.REVOKE))

    with pytest.raises(WrongStatus, match="sudah DICABUT"):
        handover.hand_over(context, made.id, HandoverDraft("MELATI CONTOH", answer="?", override_reason="dikenal"))

    assert Action.HAND_OVER not in work.actions(context, made)
    assert work.act(context, made.id, Action.CANCEL, "suratnya dicabut").status is Status.CANCELLED
