"""What a camat may say, and what no letter of theirs says."""

from __future__ import annotations

import json

import pytest

from paten_desk.documents import templates
from paten_desk.paths import resource

WRONG = (
    "menetapkan ahli waris",
    "ahli waris yang sah",
    "mengizinkan",
    "memberi izin",
    "memberikan izin",
    "diberi izin",
    "memberikan persetujuan",
    "menjamin",
    "tanda tangan elektronik",
    "ditandatangani secara elektronik",
    "meterai rp",
    "biaya sebesar",
    "umur calon",
)
SAID_OF_OTHERS = ("Camat tidak menetapkan ahli waris",)


def _words(name: str) -> str:
    text = json.dumps(json.loads(resource("letters", f"{name}.json").read_bytes()), ensure_ascii=False)
    for said in SAID_OF_OTHERS:
        text = text.replace(said, "")
    return text.lower()


@pytest.mark.parametrize("wrong", WRONG)
def test_no_letter_declares_what_a_camat_may_not_declare(wrong):
    assert [name for name in templates.names() if wrong in _words(name)] == []


PERMITS = {
    "business_activity": "bukan izin usaha",
    "business_domicile": "bukan izin usaha",
    "domicile": "bukan dokumen kependudukan",
    "death": "bukan akta kematian",
    "loss_report_referral": "bukan bukti laporan kehilangan",
    "crowd_recommendation": "bukan izin keramaian",
    "celebration_recommendation": "bukan izin keramaian",
    "research_recommendation": "bukan surat keterangan penelitian",
    "building_recommendation": "bukan persetujuan bangunan gedung",
    "advertising_recommendation": "bukan izin reklame",
    "road_recommendation": "bukan izin penggunaan jalan",
    "school_recommendation": "bukan izin operasional",
    "migrant_worker_referral": "bukan persetujuan penempatan",
    "proposal_recommendation": "tidak mengikat pemberi bantuan",
    "village_fund_recommendation": "keputusan pencairan merupakan kewenangan",
    "village_staff_recommendation": "ditetapkan oleh kepala desa",
    "countersign_heirs": "kebenaran isi pernyataan menjadi tanggung jawab para ahli waris",
    "countersign_land": "bukan bukti hak atas tanah",
    "countersign_copy": "hanya menyatakan kesesuaian fotokopi",
    "name_difference": "tidak mengubah data pada dokumen kependudukan",
    "marriage_dispensation": "hanya mengenai tenggang waktu pendaftaran",
}


@pytest.mark.parametrize(("name", "limit"), PERMITS.items(), ids=PERMITS)
def test_a_letter_says_what_it_is_not_or_who_decides(name, limit):
    assert limit in _words(name)


CIVIL = ("family_card", "moving_out", "moving_in", "birth", "death", "child_card", "civil_data")


@pytest.mark.parametrize("name", CIVIL)
def test_a_referral_to_the_civil_registry_says_who_decides_and_that_it_is_free(name):
    text = _words(f"{name}_referral")

    assert "kewenangan dinas kependudukan dan pencatatan sipil" in text
    assert "tidak dipungut biaya" in text


STATED = ("parents_income", "never_married", "widowhood", "no_own_house", "name_difference")


@pytest.mark.parametrize("name", STATED)
def test_what_the_camat_cannot_know_rests_on_the_village_and_on_a_statement(name):
    text = _words(name)

    assert "surat keterangan {{village.head_title}}" in text
    assert "bermeterai yang bersangkutan tanggal {{field.statement_date}}" in text


@pytest.mark.parametrize("name", templates.names())
def test_a_letter_to_an_office_has_a_subject_and_any_other_a_title(name):
    made = templates.template(name)

    assert bool(made.title) is not bool(made.subject)
    assert not made.subject or made.recipient
