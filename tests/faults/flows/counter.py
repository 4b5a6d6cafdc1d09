"""The counter's jobs: registering visits, numbering and issuing letters."""

from paten_desk.domain.workflow import Status
from paten_desk.usecases import form_drafts, letters, requests, work
from tests.builders import a_request, a_visit, with_officials
from tests.faults.flows.kit import VISITS, Flow, an_office, glance_with, open_at, shut, stored_numbers, warmed, whole


def _registration_prepare(folder):
    context = an_office(folder)
    warmed(context)
    a_request(context)
    shut()


def _registration_run(folder, show):
    context = open_at(folder)
    for serial in range(2, 2 + VISITS):
        draft = a_visit(context, serial=serial)
        form_drafts.keep(context, draft, "applicant.name")
        (made,) = requests.register(context, draft)
        show(made.number)
    shut()


def _registration_verify(folder, shown):
    context = open_at(folder)
    lost = set(shown) - stored_numbers(context)
    found = [f"shown and lost: {sorted(lost)}"] if lost else []
    found += whole(context)
    shut()
    return found


def _letter(context, request):
    return work.letter_of(requests.load(context, request))


def _numbering_prepare(folder):
    context = an_office(folder)
    warmed(context)
    camat = with_officials(context)
    for serial in (1, 2):
        made = a_request(context, Status.INITIALLED_SECRETARY, serial=serial)
        letters.sign(context, made.id, camat)
    shut()


def _numbering_run(folder, show):
    context = open_at(folder)
    for row in requests.worklist(context, frozenset({Status.SIGNED})):
        letters.issue(context, row.id)
        show(f"{row.id} {_letter(context, row.id).number}")
    shut()


def _numbering_kept(context, folder, promise):
    request, number = promise.split(" ", 1)
    return _letter(context, request).number == number and letters.original(context, request).startswith(b"%PDF")


def _numbering_verify(folder, shown):
    context = open_at(folder)
    found = [f"shown and lost: {promise}" for promise in shown if not _numbering_kept(context, folder, promise)]
    found += whole(context)
    for row in requests.worklist(context, frozenset({Status.SIGNED})):
        letters.issue(context, row.id)
    given = sorted(_letter(context, row.id).serial for row in requests.worklist(context, frozenset({Status.READY})))
    if given != [1, 2]:
        found.append(f"letter numbers {given}")
    shut()
    return found


FLOWS = (
    Flow(
        "registration",
        _registration_prepare,
        _registration_run,
        _registration_verify,
        glance_with(lambda context, folder, promise: promise in stored_numbers(context)),
    ),
    Flow("numbering", _numbering_prepare, _numbering_run, _numbering_verify, glance_with(_numbering_kept)),
)
