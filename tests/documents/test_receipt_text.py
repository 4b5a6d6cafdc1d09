from __future__ import annotations

import re

import pytest

from paten_desk.documents.receipt import Paper
from paten_desk.documents.receipt_text import COLUMNS, FORM_LINES, printable, render_text, words_of

START = b"\x1b@\x1bR\x00\x1bt\x01\x1bP\x1b2\x1bC\x21"


def forms(raw):
    """The lines of each form without the commands."""
    words = re.sub(r"\x1b[EF]", "", raw.removeprefix(START).removesuffix(b"\x1b@").decode("cp437"))
    return [form.removesuffix("\r\n").split("\r\n") for form in words.split("\x0c")[:-1]]


def test_the_printer_is_set_before_anything_is_printed_and_left_as_it_was(a_receipt):
    raw = render_text(a_receipt())

    assert raw.startswith(START)
    assert raw.endswith(b"\r\n\x0c\x1b@")


def test_the_text_says_what_the_sheet_says(a_receipt):
    (lines,) = forms(render_text(a_receipt(copy_no=1)))

    for line in (
        "TANDA TERIMA BERKAS  SALINAN 1   Nomor L1-2026-000444",
        "Diterima Jumat, 20 November 2026 pukul 10.14 WIB di Loket 1",
        "Pemohon    : SITI RAHMAWATI",
        "NIK        : 9999 **** **** 0002",
        "HP         : 0812****1234",
        "Selesai    : Jumat, 20 November 2026, pukul 11.15 WIB",
        "BIAYA      : Rp0 (GRATIS)  Tidak ada pungutan apa pun",
        " 1. Surat keterangan Kepala Desa (asli, 1)",
        "SITI RAHMAWATI                          Rina Marlina",
    ):
        assert line in lines


def test_number_promise_and_fee_are_bold(a_receipt):
    raw = render_text(a_receipt())

    bold = re.findall(rb"\x1bE(.*?)\x1bF", raw)
    assert [line.split()[0] for line in bold] == [b"KECAMATAN", b"TANDA", b"Selesai", b"BIAYA"]


def test_no_line_is_longer_than_the_paper_and_no_form_longer_than_a_form(a_receipt, an_item, long_name):
    papers = tuple(Paper(f"{at} {long_name}", "fotokopi", 3) for at in range(40))
    items = (an_item(papers=papers, service=long_name), an_item(number="L1-2026-000445"))

    made = forms(render_text(a_receipt(applicant=long_name, clerk=long_name, items=items)))

    assert len(made) > 3
    assert all(len(form) == FORM_LINES - 2 for form in made)
    assert max(len(line) for form in made for line in form) <= COLUMNS
    assert made[-1][-1] == f"Halaman {len(made)} dari {len(made)}"
    assert all("Yang menyerahkan," not in line for form in made[:-1] for line in form)
    text = " ".join(" ".join(form) for form in made)
    assert all(f"{at} {long_name[:12]}" in text for at in range(40))


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Ñandú", "Ñandú"),
        ("Nur’aini – “Siti”…", 'Nur\'aini - "Siti"...'),
        ("Łukasz Šárka", "?ukasz Sárka"),
        ("日本", "??"),
        ("A\u200bB\tC", "AB C"),
    ],
)
def test_letters_the_printer_lacks_become_near_ones(typed, printed):
    assert printable(typed) == printed


def test_a_name_can_never_become_a_command(a_receipt):
    raw = render_text(a_receipt(applicant="\x1bC\x01SITI\x0c\x1b@\x02", clerk="\x02RINA\x1bE"))

    assert raw.count(b"\x0c") == 1
    assert raw.count(b"\x1bC") == 1
    assert raw.count(b"\x1b@") == 2
    assert raw.count(b"\x1bE") == raw.count(b"\x1bF") == 4


def test_who_looks_before_printing_reads_the_lines_without_commands(a_receipt):
    raw = render_text(a_receipt())

    words = words_of(raw)

    assert words.split("\n") == forms(raw)[0]
    assert "\x1b" not in words
