from paten_desk.domain.requests import PauseReason
from paten_desk.domain.workflow import Action, Status
from paten_desk.usecases import work, worklists
from tests.builders import a_request


def test_a_worklist_holds_what_waits_for_its_step(context_on_both):
    first = a_request(context_on_both, Status.VERIFIED, "SKTM", 1)
    other = a_request(context_on_both, Status.VERIFIED, "SKAW", 2)

    drafts = worklists.waiting(context_on_both, {Action.DRAFT})
    initials = worklists.waiting(context_on_both, {Action.INITIAL_SECTION, Action.INITIAL_SECRETARY})

    assert [row.id for row in drafts] == [first.id]
    assert [row.id for row in initials] == [other.id]
    assert worklists.count(context_on_both, {Action.DRAFT}) == 1


def test_the_pages_of_a_worklist_follow_each_other(context_on_both):
    made = [a_request(context_on_both, serial=serial) for serial in range(1, 4)]

    first = worklists.waiting(context_on_both, {Action.VERIFY}, limit=2)
    rest = worklists.waiting(context_on_both, {Action.VERIFY}, first[-1], limit=2)

    assert [row.id for row in (*first, *rest)] == [each.id for each in made]


def test_what_is_paused_stays_in_the_list_of_its_step(context):
    held = a_request(context)
    work.act(context, held.id, Action.PAUSE, "menunggu Polsek", PauseReason.OTHER_AGENCY)

    (row,) = worklists.waiting(context, {Action.VERIFY})

    assert row.id == held.id
    assert work.next_of(row) is None


def test_the_papers_lie_with_who_did_the_last_step_until_they_are_handed_over(context):
    on_the_desk = a_request(context, Status.VERIFIED, serial=1)
    a_request(context, Status.HANDED_OVER, serial=2)

    assert [row.id for row in worklists.mine(context)] == [on_the_desk.id]
    assert worklists.count_mine(context) == 1
