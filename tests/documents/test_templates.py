from __future__ import annotations

import json

import pytest

from paten_desk.documents import letter, templates
from paten_desk.documents.blocks import Facts, NumberedList, Paragraph, Table
from paten_desk.documents.grammar import DOTS
from paten_desk.documents.letter import Standing
from paten_desk.domain.errors import PatenError, Rejected

MODELS = (
    "sktm",
    "marriage_dispensation",
    "crowd_recommendation",
    "police_record_referral",
    "business_domicile",
    "name_difference",
    "countersign_heirs",
    "proposal_recommendation",
    "rejection",
)
FRAMES = ("statement", "referral", "recommendation")


def _values(name: str, blanks: tuple[str, ...]) -> dict[str, str]:
    return {blank: f"isi {at}" for at, blank in enumerate(blanks)}


def _lists(name: str) -> dict[str, list[dict[str, str]]]:
    return {
        key: [{column: f"{column} satu" for column in columns}]
        for key, columns in templates.lists_of(templates.template(name)).items()
    }


def test_the_model_letters_ship_with_the_program():
    assert {*MODELS, *FRAMES} <= set(templates.names())


@pytest.mark.parametrize("name", templates.names())
def test_every_letter_is_issued_with_all_blanks_filled(look, a_letter, name):
    values = _values(name, templates.blanks_of(templates.template(name)))

    frame = templates.frame(templates.template(name), values, issuing=True)
    body = templates.compose(templates.template(name), values, _lists(name), issuing=True)
    read = look(letter.render(a_letter(title=frame.title or "SURAT", blocks=body, copies=frame.copies)))

    assert DOTS not in read.text()
    assert "{{" not in read.text()
    assert read.is_inside(12)
    for value in values.values():
        whole = " ".join((read.text(), frame.subject, *frame.recipient)).lower()
        assert value in whole


@pytest.mark.parametrize("name", templates.names())
def test_every_letter_is_issued_with_only_what_it_needs(name):
    values = _values(name, templates.required_of(templates.template(name)))

    assert templates.compose(templates.template(name), values, _lists(name), issuing=True)
    templates.frame(templates.template(name), values, issuing=True)


@pytest.mark.parametrize("name", templates.names())
def test_a_draft_with_nothing_filled_has_dotted_lines(look, a_letter, name):
    body = templates.compose(templates.template(name), {}, issuing=False)

    read = look(letter.render(a_letter(blocks=body, standing=Standing.DRAFT)))

    assert DOTS in read.text()


@pytest.mark.parametrize("name", templates.names())
def test_nothing_is_issued_while_a_needed_blank_is_empty(name):
    required = templates.required_of(templates.template(name))
    for blank in required:
        values = {key: value for key, value in _values(name, required).items() if key != blank}

        with pytest.raises(PatenError, match="belum terisi"):
            _issue(name, values)


def _issue(name: str, values: dict[str, str]) -> None:
    templates.frame(templates.template(name), values, issuing=True)
    templates.compose(templates.template(name), values, _lists(name), issuing=True)


def test_the_letter_for_the_poor_reads_as_it_should():
    values = {
        "kecamatan": "Contoh",
        "kabupaten": "Contoh Raya",
        "kabupaten_kind": "Kabupaten",
        "subject.name": "SITI RAHMAWATI",
        "subject.nik": "9999994708840002",
        "subject.address": "Dusun II Desa Sukamaju",
        "village.head_title": "Kepala Desa",
        "village.name": "Sukamaju",
        "village_letter.number": "470/112/SKM/XI/2026",
        "village_letter.date": "18 November 2026",
        "purpose": "persyaratan beasiswa",
        "field.relation": "anak kandung",
        "field.for_name": "AHMAD RIZKI",
        "valid_until": "20 Februari 2027",
    }

    body = templates.compose(templates.template("sktm"), values, issuing=True)

    words = [block.text for block in body if isinstance(block, Paragraph)]
    assert words == [
        "Camat Contoh Kabupaten Contoh Raya menerangkan bahwa:",
        "Berdasarkan Surat Keterangan Kepala Desa Sukamaju Nomor 470/112/SKM/XI/2026 tanggal 18 November 2026, "
        "yang bersangkutan adalah penduduk Kecamatan Contoh dan tergolong keluarga kurang mampu.",
        "Keterangan ini dipergunakan untuk kepentingan anak kandung yang bersangkutan bernama AHMAD RIZKI.",
        "Surat keterangan ini diberikan untuk persyaratan beasiswa dan berlaku sampai dengan 20 Februari 2027.",
        "Demikian surat keterangan ini dibuat dengan sebenarnya untuk dapat dipergunakan sebagaimana mestinya.",
    ]
    rows = next(block for block in body if isinstance(block, Facts)).rows
    assert [(row.name, row.value) for row in rows] == [
        ("Nama", "SITI RAHMAWATI"),
        ("NIK", "9999994708840002"),
        ("Alamat", "Dusun II Desa Sukamaju"),
    ]


def test_the_dispensation_is_about_days_and_not_about_age():
    body = templates.compose(templates.template("marriage_dispensation"), {}, issuing=False)

    words = " ".join(block.text for block in body if isinstance(block, Paragraph))
    assert "10 (sepuluh) hari kerja" in words
    assert "hanya mengenai tenggang waktu pendaftaran" in words
    assert "umur" not in words


def test_the_crowd_letter_has_its_five_conditions_and_is_no_permit():
    body = templates.compose(templates.template("crowd_recommendation"), {}, issuing=False)

    assert [len(block.items) for block in body if isinstance(block, NumberedList)] == [5]
    assert any("bukan izin keramaian" in block.text for block in body if isinstance(block, Paragraph))


@pytest.mark.parametrize("name", ["moving_out_referral", "moving_in_referral"])
def test_who_moves_alone_has_no_table_of_followers(name):
    values = _values(name, templates.required_of(templates.template(name)))
    family = {"followers": [{"name": "ANI", "nik": "", "relation": "Istri"}]}

    alone = templates.compose(templates.template(name), values, issuing=True)
    together = templates.compose(
        templates.template(name), {**values, "field.followers": "1 (satu)"}, family, issuing=True
    )

    assert not any(isinstance(block, Table) for block in alone)
    assert next(block for block in together if isinstance(block, Table)).rows == (("ANI", "-", "Istri"),)


@pytest.mark.parametrize("name", [name for name in templates.names() if templates.lists_of(templates.template(name))])
def test_a_cell_nobody_filled_is_a_dash_and_stops_no_letter(name):
    lists = {key: [{columns[0]: "ANI"}] for key, columns in templates.lists_of(templates.template(name)).items()}
    values = _values(name, templates.blanks_of(templates.template(name)))

    body = templates.compose(templates.template(name), values, lists, issuing=True)

    for block in body:
        if isinstance(block, Table):
            assert block.rows == (("ANI", *["-"] * (len(block.heads) - 1)),)


def test_a_table_prints_the_rows_of_its_list():
    lists = {"documents": [{"kind": "KTP-el", "number": "1", "written_name": "SITI", "written_birth": "Sukamaju"}]}

    body = templates.compose(templates.template("name_difference"), {}, lists, issuing=False)

    assert next(block for block in body if isinstance(block, Table)).rows == (("KTP-el", "1", "SITI", "Sukamaju"),)


def test_nothing_is_issued_while_a_table_is_empty():
    values = _values("name_difference", templates.required_of(templates.template("name_difference")))

    with pytest.raises(PatenError, match="documents belum terisi"):
        templates.compose(templates.template("name_difference"), values, issuing=True)


def test_an_empty_blank_is_named_as_the_form_names_it():
    labels = {"documents": "daftar dokumen yang berbeda nama"}
    values = _values("name_difference", templates.required_of(templates.template("name_difference")))

    with pytest.raises(PatenError, match="daftar dokumen yang berbeda nama belum terisi"):
        templates.compose(templates.template("name_difference"), values, issuing=True, labels=labels)


def test_a_borrowed_frame_takes_its_title_from_the_service():
    values = {"title": "Surat Keterangan Domisili"}

    assert templates.frame(templates.template("statement"), values, issuing=True).title == "SURAT KETERANGAN DOMISILI"


def test_each_text_has_its_own_version():
    versions = {templates.version_of(templates.shipped(name)) for name in templates.names()}

    assert len(versions) == len(templates.names())
    assert all(len(version) == 12 for version in versions)


@pytest.mark.parametrize("name", ["nowhere", "../letters/sktm", "SKTM", ""])
def test_an_unknown_template_is_said_in_words(name):
    with pytest.raises(PatenError, match="tidak ada"):
        templates.template(name)


@pytest.mark.parametrize("raw", [b"", b"[]", b"{", b"\xff", json.dumps({"blocks": [{"paragraph": "{{x}}"}]}).encode()])
def test_a_damaged_template_file_is_rejected_by_code(raw):
    with pytest.raises(Rejected) as caught:
        templates.read("x", raw)

    assert caught.value.code == "TEMPLATE"
