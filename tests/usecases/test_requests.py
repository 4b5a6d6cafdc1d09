from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paten_desk.domain.catalogue import Requirement
from paten_desk.domain.errors import Invalid, NoRight, WrongStatus
from paten_desk.domain.lateness import is_late
from paten_desk.domain.people import clean
from paten_desk.domain.requests import Paper, PaperState
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.usecases import form_drafts, intake, people, requests, services
from tests.builders import a_request, a_visit


def told(context, draft):
    """What the form says, without the warning that the area of every test NIK does not exist."""
    return [problem for problem in intake.check(context, draft) if "provinsi 99" not in problem.text]


def test_a_complete_dossier_gets_the_next_number_and_a_promise(context_on_both):
    (first,) = requests.register(context_on_both, a_visit(context_on_both, serial=1))
    (second,) = requests.register(context_on_both, a_visit(context_on_both, serial=2))

    assert (first.number, second.number) == ("0001/PATEN/2026", "0002/PATEN/2026")
    assert first.status is Status.ACCEPTED
    assert first.due_at.isoformat() == "2026-11-20T10:30:00+07:00"
    assert first.fee_rupiah == 0


def test_an_incomplete_dossier_is_returned_without_a_number(context):
    (made,) = requests.register(context, a_visit(context, is_complete=False))

    assert made.status is Status.RETURNED
    assert made.number == ""
    assert requests.register(context, a_visit(context, serial=2))[0].number == "0001/PATEN/2026"


def test_what_was_missing_is_brought_and_the_clock_starts_then(context, clock):
    made = a_request(context, Status.RETURNED)
    clock.forward(hours=1)

    papers = tuple(replace(paper, state=PaperState.THERE) for paper in made.papers)
    made = requests.complete(context, made.id, papers)

    assert made.number == "0001/PATEN/2026"
    assert made.accepted_at.hour == 10
    with pytest.raises(WrongStatus, match="tidak sedang dikembalikan"):
        requests.complete(context, made.id, papers)


def test_pressing_enter_twice_registers_once(context_on_both):
    draft = a_visit(context_on_both)

    first = requests.register(context_on_both, draft)
    again = requests.register(context_on_both, draft)

    assert first == again
    assert requests.count(context_on_both, frozenset(Status)) == 1


def test_one_visit_may_hold_several_requests(context):
    draft = a_visit(context)
    other = a_visit(context, "SKDOM")

    made = requests.register(context, replace(draft, requests=(*draft.requests, *other.requests)))

    assert [request.number for request in made] == ["0001/PATEN/2026", "0002/PATEN/2026"]
    assert len({request.visit for request in made}) == 1


def test_a_citizen_is_remembered_and_the_request_keeps_its_own_copy(context):
    draft = a_visit(context)
    (first,) = requests.register(context, draft)
    moved = replace(draft.applicant, address="Jalan Baru Nomor 2")
    requests.register(context, replace(draft, token=context.new_id(), applicant=moved))

    assert people.recall(context, draft.applicant.nik).address == "Jalan Baru Nomor 2"
    assert requests.load(context, first.id).personal.applicant.address == draft.applicant.address


def test_a_known_nik_under_another_name_is_only_a_warning(context):
    draft = a_visit(context)
    requests.register(context, draft)

    found = told(context, replace(draft, applicant=replace(draft.applicant, name="ORANG LAIN")))

    assert [problem.blocks for problem in found] == [False]
    assert "•" in found[0].text


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"nik": "123"}, "applicant.nik"),
        ({"name": " "}, "applicant.name"),
        ({"nik": ""}, "applicant.nik"),
        ({"kk": "12"}, "applicant.kk"),
    ],
)
def test_a_form_that_lacks_something_registers_nothing(context, change, field):
    draft = a_visit(context)

    with pytest.raises(Invalid) as caught:
        requests.register(context, replace(draft, applicant=replace(draft.applicant, **change)))

    assert [problem.field for problem in caught.value.problems] == [field]
    assert requests.count(context, frozenset(Status)) == 0


def test_somebody_without_a_nik_is_served_with_a_reason(context):
    draft = a_visit(context, nik="", no_nik_reason="belum rekam KTP-el")

    (made,) = requests.register(context, draft)

    assert made.number


def test_not_applicable_needs_a_reason(context):
    draft = a_visit(context)
    asked = draft.requests[0]
    key = asked.papers[0].key
    papers = (Paper(key, PaperState.NOT_APPLICABLE), *asked.papers[1:])

    blocked = told(context, replace(draft, requests=(replace(asked, papers=papers),)))
    explained = replace(asked, papers=papers, reasons={key: "sudah ada di arsip desa"})

    assert [problem.field for problem in blocked] == [f"requests.0.papers.{key}"]
    assert told(context, replace(draft, requests=(explained,))) == []


def test_only_the_counter_registers(context):
    camat = replace(context, user=replace(context.user, roles=(Role.HEAD,)))

    with pytest.raises(NoRight, match="petugas loket"):
        requests.register(camat, a_visit(context))


def test_the_worklist_puts_the_nearest_promise_first_and_pages_without_gaps(context_on_both, clock):
    for serial, code in enumerate(("SPPF", "SKTM", "LFC", "SKDU"), 1):
        requests.register(context_on_both, a_visit(context_on_both, code, serial))
        clock.forward(minutes=1)

    first = requests.worklist(context_on_both, frozenset({Status.ACCEPTED}), limit=2)
    second = requests.worklist(context_on_both, frozenset({Status.ACCEPTED}), first[-1], limit=2)

    assert [row.service for row in first + second] == ["LFC", "SKTM", "SKDU", "SPPF"]


def test_late_requests_are_counted_and_finished_ones_judged_by_their_promise(context, clock):
    made = a_request(context)
    assert requests.overdue(context) == 0
    clock.forward(hours=2)

    assert requests.overdue(context) == 1
    assert is_late(made, context.now())


@pytest.mark.parametrize("words", ["9999", "0001/PATEN/2026", "1", "000001", "PATEN1:99.99.05:R:0001/PATEN/2026:ABCD"])
def test_a_request_is_found_by_any_part_a_citizen_has_in_hand(context_on_both, words):
    (made,) = requests.register(context_on_both, a_visit(context_on_both))

    assert [row.id for row in requests.find(context_on_both, words)] == [made.id]


def test_a_request_is_found_by_name_in_any_order_and_old_spelling(context_on_both):
    (made,) = requests.register(context_on_both, a_visit(context_on_both, name="H. MOCH. DJOKO SOEPARNO"))

    for words in ("joko", "suparno muhammad", "MOHAMAD joko", "soeparno"):
        assert [row.id for row in requests.find(context_on_both, words)] == [made.id], words
    assert requests.find(context_on_both, "tidak ada") == []


def test_the_form_survives_and_goes_with_the_registration(context):
    draft = a_visit(context)

    form_drafts.keep(context, draft)
    assert form_drafts.kept(context) == draft
    requests.register(context, draft)
    assert form_drafts.kept(context) is None


def test_the_calendar_version_stays_with_the_promise(context):
    made = a_request(context)

    assert made.calendar
    assert not made.estimated


@given(st.text(min_size=1, max_size=60))
@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_text_typed_as_a_name_is_stored_clean_or_refused_in_words(context, name):
    draft = a_visit(context, name=name)
    if any(problem.blocks for problem in intake.check(context, draft)):
        with pytest.raises(Invalid):
            requests.register(context, draft)
        return
    (made,) = requests.register(context, draft)
    assert made.personal.applicant.name == clean(name)
    assert journal.load(type(made), made.id) == made


def test_services_that_are_closed_cannot_be_asked_for(context):
    draft = a_visit(context)
    services.switch(context, frozenset({"SKTM"}))

    assert "sedang tidak dibuka" in told(context, draft)[0].text


def test_what_was_checked_before_stays_as_it_was_found_when_the_citizen_comes_back(context):
    made = a_request(context, Status.RETURNED)
    lacking = {paper.key for paper in made.papers if paper.state is PaperState.MISSING}
    everything = tuple(Paper(paper.key, PaperState.THERE, sheets=9) for paper in made.papers)

    done = requests.complete(context, made.id, everything)

    assert {paper.key for paper in done.papers if paper.sheets == 9} == lacking
    assert {paper for paper in made.papers if paper.key not in lacking} < set(done.papers)


def test_who_was_sent_home_with_a_list_is_asked_for_nothing_else(context):
    made = a_request(context, Status.RETURNED)
    held = services.catalogue(context)["SKTM"]
    stricter = replace(held, requirements=(*held.requirements, Requirement("SKTM-8", "Foto rumah")))
    services.change(context, stricter, context.today())

    done = requests.complete(context, made.id, tuple(replace(p, state=PaperState.THERE) for p in made.papers))

    assert done.status is Status.ACCEPTED
    assert done.service_since == made.service_since
    assert "SKTM-8" not in {paper.key for paper in done.papers}
