from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import Invalid, NoRight, NotFound, WrongStatus
from paten_desk.domain.letters import Letter
from paten_desk.domain.number_book import NumberEntry, NumberState, PaperLetter
from paten_desk.domain.roles import Approval, Right, Role, User
from paten_desk.domain.workflow import Status
from paten_desk.store import journal, ledgers, numbers
from paten_desk.store.connection import transaction
from paten_desk.usecases import branches, checks, number_book, number_lines
from tests.builders import a_request

PAPER = PaperLetter(date(2026, 11, 19), "BUDI CONTOH", "Undangan rapat", "005")


def second(context, what=Right.VOID):
    """Let a section head agree."""
    head = User(context.new_id(), "Kasi Contoh", (Role.SECTION_HEAD,))
    with transaction():
        journal.record(context.stamp(), "added", head)
    return Approval(what, head.id, head.display)


def said(context, book="letter", year=2026, **more):
    return [(line.label, line.state.value) for line in number_lines.book(context, book, year, **more)]


def test_every_number_of_a_book_is_explained(context_on_both):
    context = context_on_both
    number_book.start(context, "letter", 2026, 3, "buku kertas lama")
    a_request(context, Status.READY, serial=1)
    span = number_book.reserve(context, "letter", 2026, 3, "Sekcam", "listrik padam", second(context, Right.RESERVE))
    number_book.fill(context, span.id, 6, PAPER)
    number_book.void(context, "letter", 2026, 7, "kertas sobek", second(context))
    number_book.insert(context, "letter", 2026, 6, PAPER, "terlewat", second(context, Right.RESERVE))
    a_request(context, Status.READY, serial=2)

    lines = number_lines.book(context, "letter", 2026)

    assert [(line.label, line.state.value) for line in lines] == [
        ("1–3", "started"),
        ("4", "used"),
        ("5", "reserved"),
        ("6", "filled"),
        ("6.a", "inserted"),
        ("7", "voided"),
        ("8", "used"),
    ]
    used, reserved, filled, inserted, voided = lines[1:6]
    assert used.number == "400.9.14/004/KEC-CTH/XI/2026"
    assert used.subject == "Surat Keterangan Tidak Mampu"
    assert (reserved.name, reserved.reason, reserved.approver) == ("Sekcam", "listrik padam", "Kasi Contoh")
    assert (filled.number, filled.name, filled.day) == ("005/006/KEC-CTH/XI/2026", "BUDI CONTOH", PAPER.dated)
    assert (inserted.number, inserted.reason) == ("005/006.a/KEC-CTH/XI/2026", "terlewat")
    assert (voided.reason, voided.who, voided.approver) == ("kertas sobek", "Petugas Contoh", "Kasi Contoh")
    assert number_lines.holes(lines) == []
    assert checks.check(context).findings == ()


def test_a_number_that_nothing_explains_is_an_alarm(context):
    a_request(context, Status.READY, serial=1)
    with transaction():
        numbers.take("letter", 2026)

    lines = number_lines.book(context, "letter", 2026)

    assert [(line.label, line.state) for line in lines] == [("1", NumberState.USED), ("2", NumberState.HOLE)]
    assert number_lines.holes(lines) == [2]


def test_a_void_number_still_says_whose_it_was(context):
    ready = a_request(context, Status.READY, serial=1)
    letter = journal.load(Letter, ready.letter)

    made = number_book.void(context, "letter", 2026, 1, "salah nama", second(context))
    (line,) = number_lines.book(context, "letter", 2026)

    assert made.bearer == line.bearer == letter.id
    assert (line.state, line.number, line.name) == (NumberState.VOIDED, letter.number, letter.personal.name)


def test_a_filled_and_an_inserted_number_can_be_void_too(context):
    span = number_book.reserve(context, "letter", 2026, 1, "Kasi", "apel", second(context, Right.RESERVE))
    number_book.fill(context, span.id, 1, PAPER)
    number_book.insert(context, "letter", 2026, 1, PAPER, "terlewat", second(context, Right.RESERVE))

    number_book.void(context, "letter", 2026, 1, "salah", second(context))
    number_book.void(context, "letter", 2026, 1, "salah", second(context), suffix="a")
    lines = number_lines.book(context, "letter", 2026)

    assert [(line.label, line.state.value, line.name) for line in lines] == [
        ("1", "voided", "BUDI CONTOH"),
        ("1.a", "voided", "BUDI CONTOH"),
    ]


@pytest.mark.parametrize("serial", [0, 2, 9])
def test_only_a_number_that_was_given_can_be_void(context, serial):
    a_request(context, Status.READY, serial=1)

    with pytest.raises(WrongStatus, match=f"Nomor {serial} "):
        number_book.void(context, "letter", 2026, serial, "salah", second(context))


def test_a_number_is_void_only_once(context):
    a_request(context, Status.READY, serial=1)
    number_book.void(context, "letter", 2026, 1, "salah", second(context))

    with pytest.raises(WrongStatus, match="tidak dapat dibatalkan"):
        number_book.void(context, "letter", 2026, 1, "lagi", second(context))


def test_nobody_voids_reserves_or_inserts_alone(context):
    a_request(context, Status.READY, serial=1)
    alone = Approval(Right.VOID, context.user.id, context.user.display)

    for approval in (None, alone, second(context, Right.RESERVE)):
        with pytest.raises(NoRight):
            number_book.void(context, "letter", 2026, 1, "salah", approval)
    with pytest.raises(NoRight, match="orang kedua"):
        number_book.reserve(context, "letter", 2026, 1, "Kasi", "apel", None)
    with pytest.raises(NoRight, match="orang kedua"):
        number_book.insert(context, "letter", 2026, 1, PAPER, "terlewat", None)
    assert journal.load_all(NumberEntry) == []
    assert numbers.last("letter", 2026) == 1


def test_a_clerk_of_the_counter_does_not_fill_or_start_a_book(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        number_book.start(clerk, "letter", 2026, 5)
    with pytest.raises(NoRight):
        number_book.fill(clerk, "none", 1, PAPER)


def test_what_is_not_said_is_asked_under_its_field(context):
    a_request(context, Status.READY, serial=1)

    def fields(call, *words):
        with pytest.raises(Invalid) as caught:
            call(context, "letter", 2026, *words)
        return [problem.field for problem in caught.value.problems]

    assert fields(number_book.void, 1, " ", second(context)) == ["reason"]
    assert fields(number_book.reserve, 0, "", "x", second(context, Right.RESERVE)) == ["count", "keeper"]
    assert fields(number_book.reserve, 101, "Kasi", "x", second(context, Right.RESERVE)) == ["count"]
    assert fields(number_book.reserve, 1, "Kasi", "", second(context, Right.RESERVE)) == ["reason"]
    assert fields(number_book.start, 0) == ["last_used"]
    empty = PaperLetter(date(2026, 11, 21), "", " ")
    assert fields(number_book.insert, 1, empty, "x", second(context, Right.RESERVE)) == ["dated", "name", "subject"]
    last_year = replace(PAPER, dated=date(2025, 12, 31))
    assert fields(number_book.insert, 1, last_year, "x", second(context, Right.RESERVE)) == ["dated"]


def test_a_book_that_nobody_draws_from_is_not_begun_by_mistake(context):
    with pytest.raises(Invalid, match="pilih dari daftar"):
        number_book.start(context, "letter:XYZ", 2026, 4)
    with pytest.raises(Invalid, match="pilih dari daftar"):
        number_book.reserve(context, "leter", 2026, 1, "Kasi", "apel", second(context, Right.RESERVE))


def test_a_paper_book_is_continued_only_before_the_first_number(context):
    number_book.start(context, "letter", 2026, 114)

    with pytest.raises(WrongStatus, match="sudah terpakai"):
        number_book.start(context, "letter", 2026, 200)

    a_request(context, Status.READY, serial=1)
    assert said(context) == [("1–114", "started"), ("115", "used")]


def test_a_number_inserted_needs_a_number_before_it(context):
    a_request(context, Status.READY, serial=1)

    for after in (0, 2):
        with pytest.raises(WrongStatus, match="nomor sisipan"):
            number_book.insert(context, "letter", 2026, after, PAPER, "terlewat", second(context, Right.RESERVE))


def test_inserted_numbers_go_through_the_alphabet_and_end_there(context):
    a_request(context, Status.READY, serial=1)
    approval = second(context, Right.RESERVE)
    made = [number_book.insert(context, "letter", 2026, 1, PAPER, "terlewat", approval) for _ in range(26)]

    assert "".join(entry.suffix for entry in made) == "abcdefghijklmnopqrstuvwxyz"
    with pytest.raises(WrongStatus):
        number_book.insert(context, "letter", 2026, 1, PAPER, "terlewat", approval)


def test_a_reserved_number_is_filled_once_and_only_from_its_own_range(context):
    span = number_book.reserve(context, "letter", 2026, 2, "Kasi", "apel", second(context, Right.RESERVE))
    other = number_book.reserve(context, "letter", 2026, 1, "Kasi", "apel", second(context, Right.RESERVE))
    number_book.fill(context, span.id, 1, PAPER)

    for reserved, serial in ((span.id, 1), (span.id, 3), (other.id, 2), (other.id, 9)):
        with pytest.raises(WrongStatus, match="tidak sedang dicadangkan"):
            number_book.fill(context, reserved, serial, PAPER)
    assert said(context) == [("1", "filled"), ("2", "reserved"), ("3", "reserved")]


def test_a_range_reserved_before_a_restore_is_filled_after_it(context_on_both):
    context = context_on_both
    span = number_book.reserve(context, "letter", 2026, 1, "Kasi", "apel", second(context, Right.RESERVE))
    old = ledgers.own().id
    branches.begin(context, BranchReason.RESTORED, lost={("letter", 2026): 3})

    number_book.fill(context, span.id, 1, PAPER)
    number_book.void(context, "letter", 2026, 1, "salah", second(context), ledger=old)

    assert said(context, ledger=old) == [("1", "voided"), ("2", "lost"), ("3", "lost")]
    assert said(context) == []
    assert checks.check(context).findings == ()


def test_a_paper_in_a_branch_ledger_bears_its_prefix(context):
    branches.begin(context, BranchReason.MOVED)
    span = number_book.reserve(context, "letter", 2026, 1, "Kasi", "apel", second(context, Right.RESERVE))

    assert number_book.fill(context, span.id, 1, PAPER).number == "005/L2.001/KEC-CTH/XI/2026"


def test_a_register_number_on_paper_follows_the_registers_pattern(context):
    book = "register:Register Ahli Waris"
    span = number_book.reserve(context, book, 2026, 1, "Kasi", "apel", second(context, Right.RESERVE))

    assert number_book.fill(context, span.id, 1, PAPER).number == "001/REG/KEC-CTH/XI/2026"


def test_somebody_elses_ledger_has_no_book_here(context):
    with pytest.raises(NotFound):
        number_lines.book(context, "letter", 2026, "0199e000-0000-7000-8000-000000000001")


def test_the_book_of_requests_has_its_lines_too(context):
    made = a_request(context, serial=1)
    a_request(context, Status.RETURNED, serial=2)

    (line,) = number_lines.book(context, "request", 2026)

    assert (line.number, line.bearer, line.day) == (made.number, made.id, date(2026, 11, 20))
