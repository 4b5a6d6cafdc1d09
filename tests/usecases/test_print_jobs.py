from datetime import timedelta

import pytest

from paten_desk.domain.errors import PatenError, Uncertain, WrongStatus
from paten_desk.domain.letters import Letter
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.usecases import letters, print_jobs
from tests.builders import a_request


class PowerCut(BaseException):
    """The program ends here, as in a crash."""


def stop(_):
    raise PowerCut


def jam(_):
    raise PatenError("Printer macet.", "Betulkan kertasnya.")


@pytest.fixture
def issued(context):
    return a_request(context, Status.READY)


def waiting(context):
    return [(each.row.request, each.uncertain) for each in print_jobs.waiting(context)]


def test_a_letter_waits_for_its_paper_until_it_is_printed(context, issued):
    assert waiting(context) == [(issued.id, False)]
    papers = []

    printer = print_jobs.print_letter(context, issued.id, lambda pdf: papers.append(pdf) or "Epson")

    assert printer == "Epson"
    assert papers == [letters.original(context, issued.id)]
    assert waiting(context) == []
    assert journal.load(Letter, issued.letter).prints == 1


def test_what_the_printer_refused_is_certainly_not_printed(context, issued):
    with pytest.raises(PatenError, match="macet"):
        print_jobs.print_letter(context, issued.id, jam)

    assert waiting(context) == [(issued.id, False)]
    assert journal.load(Letter, issued.letter).prints == 0


def test_a_printer_that_fell_silent_leaves_the_letter_uncertain(context, issued):
    def silent(_):
        raise Uncertain("Printer tidak menjawab.", "Lihat kertasnya.")

    with pytest.raises(Uncertain):
        print_jobs.print_letter(context, issued.id, silent)

    assert waiting(context) == [(issued.id, True)]


def test_after_a_crash_at_the_printer_it_is_uncertain_and_somebody_says_what_became_of_it(context, issued):
    """Fault row 72."""
    with pytest.raises(PowerCut):
        print_jobs.print_letter(context, issued.id, stop)

    assert waiting(context) == [(issued.id, True)]
    assert print_jobs.uncertain(context) == 1

    print_jobs.mark(context, issued.id)
    assert waiting(context) == []
    assert print_jobs.uncertain(context) == 0


def test_after_a_crash_the_letter_can_be_printed_again_and_is_the_same(context, issued):
    """Fault row 72."""
    original = letters.original(context, issued.id)
    with pytest.raises(PowerCut):
        print_jobs.print_letter(context, issued.id, stop)
    papers = []

    print_jobs.print_letter(context, issued.id, lambda pdf: papers.append(pdf) or "Epson")

    assert papers == [original]
    assert waiting(context) == []


def test_after_a_crash_before_the_printer_it_waits_and_is_not_uncertain(context, issued):
    """Fault row 72: number, paper and record are one transaction."""
    assert waiting(context) == [(issued.id, False)]
    assert journal.load(Letter, issued.letter).document


def test_what_is_not_issued_is_not_printed_as_a_letter(context):
    draft = a_request(context, Status.DRAFTED)

    with pytest.raises(WrongStatus):
        print_jobs.print_letter(context, draft.id, lambda pdf: "Epson")


def test_old_letters_do_not_wait_for_ever(context, issued, clock):
    clock.forward(days=31)
    assert print_jobs.waiting(context) == []
    assert timedelta(days=31) > print_jobs.LOOK_BACK
