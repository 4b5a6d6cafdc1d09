from __future__ import annotations

from dataclasses import replace

import pytest

from paten_desk.documents import countersign, templates
from paten_desk.documents.countersign import Countersign
from paten_desk.documents.letter import Proof
from paten_desk.documents.signature import Signature

SHEETS = [name for name in templates.names() if name.startswith("countersign_")]


def _a_countersign(letterhead, camat, name: str = "countersign_heirs", **changes) -> Countersign:
    body = templates.compose(templates.template(name), {}, issuing=False)
    signed = replace(camat, lines=("Mengetahui:", "CAMAT CONTOH,"), place_date="")
    return replace(Countersign(letterhead, body, "0031/AW/2026", "20 November 2026", signed), **changes)


@pytest.mark.parametrize("name", SHEETS)
def test_the_sheet_has_a_register_number_and_no_letter_number(look, letterhead, camat, name):
    read = look(countersign.render(_a_countersign(letterhead, camat, name)))

    assert len(read) == 1
    assert "LEMBAR MENGETAHUI" in read.text()
    assert "Nomor register: 0031/AW/2026 Tanggal: 20 November 2026" in read.text()
    assert "Nomor: " not in read.text()
    assert "Catatan: " in read.text()
    assert "Mengetahui: CAMAT CONTOH, CAMAT CONTOH, S.STP." in read.text()


def test_the_camat_does_not_decide_who_inherits(look, letterhead, camat):
    village = Signature(("Dibenarkan dan disaksikan:", "KEPALA DESA CONTOH,", "Nomor 593/12/2026"), "KADES CONTOH")
    proof = Proof("PATEN1:q", "7F3K-92QD", "Kecamatan Contoh")

    read = look(countersign.render(_a_countersign(letterhead, camat, left_signature=village, proof=proof))).text()

    assert "Camat tidak menetapkan ahli waris" in read
    assert "Dibenarkan dan disaksikan: KEPALA DESA CONTOH, Nomor 593/12/2026 KADES CONTOH" in read
    assert "bukan tanda tangan elektronik" in read


def test_an_unnumbered_sheet_leaves_lines_to_write_on(look, letterhead, camat):
    read = look(countersign.render(_a_countersign(letterhead, camat, register_number="", register_date="", copy_no=1)))

    assert "Nomor register: ........................" in read.text()
    assert "SALINAN 1" in read.text()


def test_a_sheet_without_a_note_is_drawn_too(look, letterhead, camat):
    read = look(countersign.render(_a_countersign(letterhead, camat, blocks=())))

    assert "Nomor register" in read.text()
