from __future__ import annotations

import pytest

from paten_desk.documents import template_file
from paten_desk.domain.errors import PatenError


def test_identity_rows_are_written_once_for_all_letters():
    made = template_file.read("x", {"blocks": [{"identity": "subject"}]})

    names = [line.name for line in made.parts[0].lines]
    assert names[:3] == ["Nama", "NIK", "Tempat, tanggal lahir"]
    assert names[-1] == "Alamat"


def test_a_condition_of_a_part_holds_for_its_lines():
    made = template_file.read("x", {"blocks": [{"paragraph": "untuk {{purpose}}", "when": "purpose"}]})

    assert made.lines()[0].when == "purpose"


def test_a_part_that_stands_only_without_a_blank_says_so_of_its_lines():
    made = template_file.read("x", {"blocks": [{"paragraph": "tanpa surat desa", "unless": "village_letter.number"}]})

    assert made.lines()[0].unless


def test_what_a_letter_lacks_depends_on_what_is_filled():
    part = "{{purpose}}{{#village_letter.number}} tanggal {{village_letter.date}}{{/}}"
    raw = {"title": "SURAT {{field.kind}}", "blocks": [{"paragraph": part}, {"facts": [["Tempat", "{{field.place}}"]]}]}
    made = template_file.read("x", raw)

    assert made.lacking({}) == ["field.kind", "purpose", "field.place"]
    assert made.lacking({"village_letter.number": "470/1", "field.kind": "USAHA", "purpose": "sekolah"}) == [
        "village_letter.date",
        "field.place",
    ]


def test_a_part_that_does_not_stand_lacks_nothing():
    raw = {"blocks": [{"facts": [["Bank", "{{field.bank}}"]], "when": "field.loan"}], "copies": ["{{village.name}}"]}

    assert template_file.read("x", raw).lacking({}) == ["village.name"]


@pytest.mark.parametrize(
    "raw",
    [
        {"blocks": [{"paragraph": "x", "script": "y"}]},
        {"blocks": [{"paragraph": "{{nowhere}}"}]},
        {"blocks": [{"paragraph": "{{item.kind}}"}]},
        {"blocks": [{"paragraph": "x", "when": "nowhere"}]},
        {"blocks": [], "python": "print(1)"},
    ],
)
def test_unknown_parts_and_blanks_are_refused(raw):
    with pytest.raises(PatenError, match="Naskah surat"):
        template_file.read("x", raw)


@pytest.mark.parametrize(
    "raw", [{}, {"blocks": 1}, {"blocks": [{}]}, {"blocks": [{"paragraph": 1}]}, {"blocks": [{"facts": ["x", 2]}]}]
)
def test_what_is_no_template_is_refused(raw):
    with pytest.raises((KeyError, TypeError, ValueError)):
        template_file.read("x", raw)


def test_every_blank_has_words_for_a_message():
    assert template_file.label("subject.nik") == "NIK yang diterangkan"
    assert template_file.label("field.nama_usaha") == "nama usaha"
    assert all(template_file.is_blank(name) for name in template_file.BLANKS)
    assert not template_file.is_blank("item.kind")
