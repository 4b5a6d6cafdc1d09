from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain.branches import BranchReason
from paten_desk.domain.errors import NoRight
from paten_desk.domain.roles import Right, Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal, numbers
from paten_desk.store.connection import transaction
from paten_desk.usecases import branches, number_book, number_lines, number_proof
from tests.builders import a_request
from tests.usecases.test_letters import text_of
from tests.usecases.test_number_book import PAPER, second


def test_the_proof_of_a_month_explains_every_number_of_it(context, clock):
    a_request(context, Status.READY, serial=1)
    number_book.reserve(context, "letter", 2026, 2, "Sekcam", "listrik padam", second(context, Right.RESERVE))
    number_book.insert(context, "letter", 2026, 1, PAPER, "terlewat", second(context, Right.RESERVE))
    clock.forward(days=20)
    a_request(context, Status.READY, serial=2)

    words = text_of(number_proof.proof(context, "letter", 2026, 11))
    december = text_of(number_proof.proof(context, "letter", 2026, 12))

    for said in (
        "BUKTI BUKU NOMOR BULAN NOVEMBER 2026",
        "1 sampai dengan 3",
        "400.9.14/001/KEC-CTH/XI/2026",
        "005/001.a/KEC-CTH/XI/2026",
        "dicadangkan untuk Sekcam: listrik padam (oleh Petugas Contoh, disetujui Kasi Contoh)",
        "Terpakai : 1 nomor",
        "Dicadangkan : 2 nomor",
        "Setiap nomor dalam bulan ini tercatat",
        f"{journal.head().length} catatan, sidik terakhir",
        "KASI CONTOH",
        "CAMAT CONTOH",
    ):
        assert said in words, said
    assert "400.9.14/004/KEC-CTH/XII/2026" in december
    assert "/XI/2026" not in december


def test_a_hole_of_the_month_is_named_and_not_smoothed_over(context):
    a_request(context, Status.READY, serial=1)
    with transaction():
        numbers.take("letter", 2026)
    a_request(context, Status.READY, serial=2)

    words = text_of(number_proof.proof(context, "letter", 2026, 11))

    assert "PERHATIAN: nomor 2 tidak tercatat" in words
    assert "TIDAK TERCATAT" in words
    assert "Setiap nomor" not in words


def test_a_month_without_numbers_says_so(context):
    words = text_of(number_proof.proof(context, "letter", 2026, 3))

    assert "tidak ada nomor yang diberikan" in words


def test_a_proof_of_a_branch_names_it(context):
    branches.begin(context, BranchReason.MOVED)
    a_request(context, Status.READY, serial=1)

    words = text_of(number_proof.proof(context, "letter", 2026, 11))

    assert "Nomor surat (buku L2)" in words
    assert "Nomor bulan ini : 1 " in words


def test_lines_before_and_after_the_month_stay_out(context):
    a_request(context, Status.READY, serial=1)
    lines = number_lines.book(context, "letter", 2026)

    assert number_proof.of_month(lines, 2026, 11) == lines
    assert number_proof.of_month(lines, 2026, 12) == []
    assert number_proof.of_month([replace(lines[0], day=date(2026, 12, 31))], 2026, 12) != []


def test_a_clerk_of_the_counter_draws_no_proof(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        number_proof.proof(clerk, "letter", 2026, 11)


def test_a_hole_between_two_months_stands_in_the_later_one(context, clock):
    a_request(context, Status.READY, serial=1)
    with transaction():
        numbers.take("letter", 2026)
    november = number_proof.of_month(number_lines.book(context, "letter", 2026), 2026, 11)
    assert [line.serial for line in november] == [1, 2]

    clock.forward(days=20)
    a_request(context, Status.READY, serial=2)

    lines = number_lines.book(context, "letter", 2026)
    assert [line.serial for line in number_proof.of_month(lines, 2026, 11)] == [1]
    assert [line.serial for line in number_proof.of_month(lines, 2026, 12)] == [2, 3]
