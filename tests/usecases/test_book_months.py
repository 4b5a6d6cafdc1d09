from dataclasses import replace
from datetime import date

from paten_desk.domain.letters import Letter, LetterState
from paten_desk.domain.number_book import Line, NumberState
from paten_desk.domain.workflow import Action, Status
from paten_desk.usecases import book_months, letters, requests, work
from tests.builders import a_request, a_visit

NOVEMBER = date(2026, 11, 20)


def test_a_month_begins_with_its_first_day_and_ends_before_the_next(context):
    month = book_months.month_of(context, date(2026, 12, 24))

    assert (month.first, month.last) == (date(2026, 12, 1), date(2027, 1, 1))
    assert month.nik("9999051010800001") == "9999••••••••0001"
    assert replace(month, full_nik=True).nik("9999051010800001") == "9999051010800001"


def test_a_request_counts_in_the_month_it_got_its_number(context, clock):
    early = a_request(context, Status.RETURNED, serial=1)
    plain = a_request(context, serial=2)
    clock.forward(days=12)
    requests.complete(context, early.id, a_visit(context).requests[0].papers)

    november = book_months.registered(book_months.month_of(context, NOVEMBER))
    december = book_months.registered(book_months.month_of(context, date(2026, 12, 1)))

    assert [(held.id, later) for held, _, later in november] == [(plain.id, False)]
    assert [(held.id, later) for held, _, later in december] == [(early.id, True)]
    assert december[0][1] == clock()


def test_every_letter_number_of_the_month_comes_with_letter_request_and_service(context):
    made = a_request(context, Status.READY)

    (held,) = book_months.numbers(book_months.month_of(context, NOVEMBER), "letter")

    assert held.request == made
    assert held.letter == work.letter_of(made)
    assert held.service.code == "SKTM"
    assert held.line.state is NumberState.USED


def test_letter_numbers_do_not_stand_in_the_book_of_requests_or_of_a_register(context):
    a_request(context, Status.READY)
    month = book_months.month_of(context, NOVEMBER)

    assert len(book_months.numbers(month, "request")) == 1
    assert book_months.numbers(month, "register:Register Legalisasi") == []


def test_a_letter_that_no_longer_counts_is_remarked_with_day_and_reason():
    line = Line(1, 1, NumberState.USED)
    letter = Letter("a", "b", "SKTM", "sktm", "1", state=LetterState.REVOKED, ended_on=NOVEMBER)
    told = replace(letter, personal=replace(letter.personal, reason="data tidak benar"))

    def remark(line, letter=None):
        return book_months.remark(book_months.Numbered(line, letter))

    assert remark(line) == ""
    assert remark(line, replace(letter, state=LetterState.VALID)) == ""
    assert remark(line, told) == "DICABUT 20-11-2026: data tidak benar"
    assert remark(Line(1, 1, NumberState.VOIDED, reason="salah ketik")) == "BATAL: salah ketik"


def test_a_number_whose_letter_never_came_is_remarked(context):
    context = context.with_office(replace(context.office, number_at_print=True))
    made = a_request(context, Status.DRAFTED)
    letters.number(context, made.id)
    month = book_months.month_of(context, NOVEMBER)
    assert [book_months.remark(held) for held in book_months.numbers(month, "letter")] == [""]

    work.act(context, made.id, Action.CANCEL, "warga pindah")

    assert [book_months.remark(held) for held in book_months.numbers(month, "letter")] == ["tidak terbit"]


def test_dates_are_written_as_registers_do(clock):
    assert book_months.day(NOVEMBER) == "20-11-2026"
    assert book_months.moment(clock()) == "20-11-2026\n09.30"
    assert book_months.moment(None) == book_months.day(None) == ""
