from __future__ import annotations

from datetime import date, time

import pytest

from paten_desk.documents import receipt_facts as words
from paten_desk.documents.receipt_facts import Paper, Promise


@pytest.mark.parametrize(
    ("paper", "how"),
    [
        (Paper("KK", "fotokopi", 2), "fotokopi, 2"),
        (Paper("KTP-el", "asli ditunjukkan"), "asli ditunjukkan"),
        (Paper("KK"), ""),
    ],
)
def test_form_and_count_are_said_together(paper, how):
    assert paper.how() == how


def test_whatever_number_is_given_is_masked(a_receipt):
    rows = {row.name: row.value for row in words.masked_facts(a_receipt(subject="AHMAD"))}

    assert rows == {
        "Pemohon": "SITI RAHMAWATI",
        "NIK": "9999 •••• •••• 0002",
        "HP": "0812••••1234",
        "Atas nama": "AHMAD",
    }


def test_an_institution_without_nik_and_telephone_has_no_rows_for_them(a_receipt):
    assert [row.name for row in words.masked_facts(a_receipt(nik="", phone=""))] == ["Pemohon"]


@pytest.mark.parametrize(
    ("fee", "basis", "said"),
    [
        (0, "", ("Rp0 (GRATIS)", "Tidak ada pungutan apa pun")),
        (150_000, "Perda 1/2024", ("Rp150.000", "Perda 1/2024")),
        (None, "", ("Belum dihitung", "diberitahukan sebelum diproses")),
    ],
)
def test_the_fee_is_said_large_with_its_ground(a_receipt, fee, basis, said):
    assert words.fee_words(a_receipt(fee_rupiah=fee, fee_basis=basis)) == said


def test_the_promise_of_a_visit_is_its_last_one(a_receipt, an_item):
    later = Promise(date(2026, 11, 23), None, is_estimate=True)

    assert words.latest(a_receipt(items=(an_item(promise=later), an_item()))) == later


@pytest.mark.parametrize(
    ("promise", "said"),
    [
        (
            Promise(date(2026, 11, 20), time(11, 15)),
            "selesai selambat-lambatnya hari Jumat, 20 November 2026, pukul 11.15",
        ),
        (
            Promise(date(2026, 11, 23), None, True),
            "selesai selambat-lambatnya hari Senin, 23 November 2026 (perkiraan)",
        ),
    ],
)
def test_a_promise_is_said_with_day_hour_and_doubt(promise, said):
    assert words.promise_words(promise) == said


@pytest.mark.parametrize(
    ("complaints", "said"),
    [
        ((), "layanan ini (UU 27/2022)."),
        (("SMS 1708",), "Lapor: SMS 1708."),
        (("WA 1", "SMS 2", "lapor.go.id"), "Lapor: WA 1, SMS 2 atau lapor.go.id."),
    ],
)
def test_complaint_numbers_end_the_receipt(a_receipt, complaints, said):
    assert words.closing_words(a_receipt(complaints=complaints)).endswith(said)
