from __future__ import annotations

from dataclasses import replace

import pytest

from paten_desk.documents import letter
from paten_desk.documents.blocks import Paragraph, Table
from paten_desk.documents.letter import Address, Standing
from paten_desk.documents.page import A4


def test_an_issued_letter_reads_from_head_to_proof(look, a_letter):
    read = look(letter.render(a_letter()))

    assert len(read) == 1
    assert read.size_mm() == (215, 330)
    assert read.text() == (
        "PEMERINTAH KABUPATEN CONTOH RAYA KECAMATAN CONTOH Jalan Merdeka Nomor 1 Sukamaju, Kode Pos 99999 "
        "Pos-el kecamatan@contoh.example SURAT KETERANGAN TIDAK MAMPU Nomor: 400.9.14/031/KEC-CTH/XI/2026 "
        "Camat Contoh Kabupaten Contoh Raya menerangkan bahwa: Nama : SITI RAHMAWATI NIK : 9999994708840002 "
        "Demikian surat keterangan ini dibuat dengan sebenarnya. Sukamaju, 20 November 2026 CAMAT CONTOH, "
        "CAMAT CONTOH, S.STP. Pembina Tingkat I (IV/b) NIP 00000000 000000 0 000 Kode periksa 7F3K-92QD "
        "Keaslian surat ini dapat diperiksa di Kecamatan Contoh dengan kode di atas. "
        "Kode ini bukan tanda tangan elektronik; surat sah bila bertanda tangan dan bercap dinas."
    )


def test_the_same_letter_has_the_same_bytes(a_letter):
    assert letter.render(a_letter()) == letter.render(a_letter())


def test_a_draft_is_marked_and_has_boxes_for_paraf_and_no_proof(look, a_letter):
    draft = a_letter(
        standing=Standing.DRAFT,
        number="400.9.14/                 /KEC-CTH/XI/2026",
        initials=("Sekcam", "Kasi Kesos"),
        printed="Konsep 2, dicetak 20 November 2026 oleh Andi Pratama",
    )

    read = look(letter.render(draft)).text()

    assert "KONSEP, belum bernomor, bukan surat sah" in read
    assert "Paraf koordinasi" in read
    assert "Konsep 2, dicetak" in read
    assert "Kode periksa" not in read


@pytest.mark.parametrize(
    ("standing", "note"), [(Standing.SAMPLE, "CONTOH, bukan surat sah"), (Standing.VOID, "BATAL, tidak berlaku")]
)
def test_samples_and_void_letters_say_so_across_the_page(look, a_letter, standing, note):
    read = look(letter.render(a_letter(standing=standing))).text()

    assert note in read
    assert standing.value in read.replace(note, "")


def test_a_letter_with_an_end_says_it_beside_the_check_code(look, a_letter):
    proof = replace(a_letter().proof, valid_until="20 Februari 2027")

    read = look(letter.render(a_letter(proof=proof))).text()

    assert "Kode periksa 7F3K-92QD · Berlaku sampai dengan 20 Februari 2027" in read


def test_a_letter_with_hardly_anything_in_it_is_drawn(look, a_letter, camat):
    bare = a_letter(title="", blocks=(), signature=replace(camat, lines=(), name="", rank="", nip=""), proof=None)

    assert len(look(letter.render(bare))) == 1


def test_a_reprint_says_which_copy_it_is(look, a_letter):
    assert "SALINAN 2" in look(letter.render(a_letter(copy_no=2))).text()


def test_a_letter_without_number_leaves_a_line_to_write_on(look, a_letter):
    assert "Nomor: ........................" in look(letter.render(a_letter(number=""))).text()


def test_an_official_letter_has_its_head_and_one_date(look, a_letter):
    address = Address("Sukamaju, 20 November 2026", subject="Pengantar SKCK")
    recipient = ("Kepala Kepolisian Sektor Contoh", "di Sukamaju")

    read = look(letter.render(a_letter(title="", address=address, recipient=recipient))).text()

    assert read.count("Sukamaju, 20 November 2026") == 1
    for words in (
        "Sifat : Biasa",
        "Lampiran : -",
        "Hal : Pengantar SKCK",
        "Yth. Kepala Kepolisian Sektor Contoh di Sukamaju",
    ):
        assert words in read


def test_copies_are_numbered_and_a_lone_one_is_not(look, a_letter):
    two = look(letter.render(a_letter(copies=("Kapolsek Contoh", "Kepala Desa Sukamaju")))).text()
    one = look(letter.render(a_letter(copies=("Kapolsek Contoh",)))).text()

    assert "Tembusan: 1. Kapolsek Contoh; 2. Kepala Desa Sukamaju." in two
    assert "Tembusan: Kapolsek Contoh." in one


def test_a_little_too_much_is_set_closer_on_one_page(look, a_letter):
    body = tuple(
        Paragraph("Berdasarkan surat keterangan kepala desa, yang bersangkutan adalah penduduk. " * 2)
        for _ in range(10)
    )

    assert len(look(letter.render(a_letter(blocks=body)))) == 1


def test_a_signature_never_stands_alone_on_a_page(look, a_letter):
    for count in range(9, 24):
        body = tuple(Paragraph(f"Alinea {at} menerangkan keadaan yang bersangkutan. " * 4) for at in range(count))

        read = look(letter.render(a_letter(blocks=body)))

        last = read.text(len(read) - 1)
        assert "CAMAT CONTOH, S.STP." in last
        assert "Alinea" in last
        assert read.is_inside(12)


def test_forty_rows_and_names_of_100_letters_stay_inside(look, a_letter, long_name, camat):
    rows = tuple((long_name, "9999994708840002", "anak kandung") for _ in range(40))
    long = a_letter(
        title=long_name,
        blocks=(Table(("Nama", "NIK", "Hubungan"), rows, (4, 2, 2)), Paragraph("Demikian.")),
        signature=replace(camat, name=long_name),
        copies=(long_name,),
        paper=A4,
    )

    read = look(letter.render(long))

    assert read.text().replace(" ", "").count(long_name.replace(" ", "")) == 43
    assert read.is_inside(12)
    assert f"Halaman 1 dari {len(read)}" in read.text(0)
