from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paten_desk.documents import templates
from paten_desk.usecases import text_blocks, text_checks, text_samples
from paten_desk.usecases.text_blocks import Block, Draft, Row
from tests.usecases.test_text_samples import outside

GOOD = Draft("SURAT KETERANGAN", blocks=(Block("paragraph", (Row("Isi surat."),)),))


def problems(context, draft, name="sktm"):
    return [(each.field, each.text) for each in text_checks.check(context, name, text_blocks.source_of(draft))]


def with_block(*blocks):
    return replace(GOOD, blocks=blocks)


@pytest.mark.parametrize("name", templates.names())
def test_nothing_is_wrong_with_a_text_that_ships(context, name):
    assert problems(context, text_blocks.parse(templates.shipped(name)), name) == []


def test_a_good_text_has_no_problems(context):
    assert problems(context, GOOD) == []


def test_a_file_that_cannot_be_read_is_one_problem(context):
    assert [each.field for each in text_checks.check(context, "sktm", "{}")] == ["text"]


@pytest.mark.parametrize(
    ("draft", "field", "said"),
    [
        (replace(GOOD, title=""), "title", "Isi judul surat keterangan, atau hal surat dinas."),
        (replace(GOOD, subject="Hal"), "title", "Naskah hanya boleh memuat judul atau hal, tidak keduanya."),
        (with_block(), "text", "Tambahkan paling sedikit satu bagian isi surat."),
        (with_block(Block("paragraph", (Row(" "),))), "block.0", "Isi bagian ini, atau hapus."),
        (with_block(Block("facts")), "block.0", "Baris data ini belum berisi; isi atau hapus."),
        (with_block(Block("facts", (Row("x"),))), "block.0", "Isi nama baris 1."),
        (
            with_block(Block("paragraph", (Row("{{alien}}"),))),
            "block.0",
            "Isian tidak dikenal: alien.",
        ),
        (
            with_block(Block("facts", (Row("{{alien}}", "Nama"),))),
            "block.0",
            "Pada baris Nama, isian tidak dikenal: alien.",
        ),
        (
            with_block(Block("paragraph", (Row("{{field.none}}"),))),
            "block.0",
            "Isian none (field.none) tidak diisi pada layanan mana pun yang memakai naskah ini.",
        ),
        (
            with_block(Block("paragraph", (Row("{{purpose"),))),
            "block.0",
            "Tanda kurung kurawal isian tidak berpasangan.",
        ),
        (
            with_block(Block("paragraph", (Row("x"),), when="alien")),
            "block.0",
            "Syarat memakai isian yang tidak dikenal: alien.",
        ),
        (replace(GOOD, copies=(Row(""),)), "copies", "Isi baris 1 masih kosong; isi atau hapus."),
        (with_block(Block("table", (Row("x", "A"),), list_name="none")), "block.0", text_checks.NO_LIST),
        (
            with_block(Block("details", list_name="other")),
            "block.0",
            "Rincian layanan hanya dapat memuat isian layanan itu sendiri.",
        ),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(context, draft, field, said):
    assert (field, said) in problems(context, draft)


def table(*columns, list_name="followers"):
    return with_block(Block("table", columns, list_name=list_name))


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (table(Row("{{item.name}}", "Nama", share=0)), "Lebar kolom Nama harus lebih dari 0."),
        (
            table(Row("{{item.name}}", "Nama", share=99), Row("{{item.nik}}", "NIK", share=1)),
            "Lebar kolom NIK terlalu kecil; paling sedikit 6% lebar tabel.",
        ),
        (table(Row("{{item.alien}}", "Nama")), "Pada kolom Nama, isian tidak dikenal: item.alien."),
        (table(Row("{{item.name}}", "")), "Isi kepala kolom 1."),
        (table(*[Row("{{item.name}}", "Nama")] * 8), "Tabel memuat 1 sampai 7 kolom."),
        (table(Row("x", "A"), list_name="none"), "Pilih daftar yang diisi pada layanan naskah ini."),
    ],
)
def test_a_table_needs_columns_of_a_list_that_the_service_fills(context, draft, said):
    assert ("block.0", said) in problems(context, draft, "moving_out_referral")


def test_a_blank_that_one_of_two_services_lacks_must_be_conditional(context):
    held = {service.name: service for service in text_samples.services_of(context, "countersign_land")}
    one, other = (text_samples.asked(service) for service in held.values())
    blank = next(iter(one ^ other), "")
    if not blank:
        return
    bare = with_block(Block("paragraph", (Row("{{" + blank + "}}"),)))
    optional = with_block(Block("paragraph", (Row("x {{#" + blank + "}}{{" + blank + "}}{{/}}"),)))

    assert "tidak diisi pada layanan" in problems(context, bare, "countersign_land")[0][1]
    assert problems(context, optional, "countersign_land") == []


def test_a_letter_that_takes_too_many_pages_is_not_kept(context):
    words = "Kata yang panjang sekali. " * 300
    long = with_block(*[Block("paragraph", (Row(words),))] * 3)

    (problem,) = problems(context, long)

    assert problem[0] == "text"
    assert "halaman; ringkaskan sampai 3 halaman" in problem[1]


def test_a_text_too_long_for_one_record_is_told(context):
    long = with_block(*[Block("paragraph", (Row("x" * 5000),))] * 12)
    quoted = with_block(*[Block("paragraph", (Row('"' * 5000),))] * 3)

    assert ("text", "Naskah ini terlalu panjang untuk disimpan; ringkaskan isinya.") in problems(context, long)
    assert ("text", "Naskah ini terlalu panjang untuk disimpan; ringkaskan isinya.") in problems(context, quoted)


def test_two_columns_stay_on_one_page(context):
    rows = (Row("x"),) * 13

    said = "Dua kolom memuat paling banyak 12 baris di tiap sisi."
    assert ("block.0", said) in problems(context, with_block(Block("columns", rows, (Row("y"),))))


TEXTS = st.lists(
    st.sampled_from(
        ("warga", "{{applicant.name}}", "{{purpose}}", "{{subject.address}}", "Keterangan" * 6, "dan", "<b>")
    ),
    min_size=1,
    max_size=40,
).map(" ".join)
ROWS = st.lists(
    st.builds(Row, TEXTS, st.sampled_from(("Nama", "Nama yang panjang sekali", "N"))), min_size=1, max_size=9
)
COLUMNS = st.lists(
    st.builds(
        Row,
        st.sampled_from(("{{item.name}}", "{{item.nik}}", "{{item.relation}} {{item.name}}")),
        st.sampled_from(("Nama", "Hubungan keluarga dengan pemohon", "NIK")),
        share=st.sampled_from((1.0, 5.0, 20.0)),
    ),
    min_size=1,
    max_size=7,
)
BLOCKS = st.one_of(
    st.builds(lambda text: Block("paragraph", (Row(text),)), TEXTS),
    st.builds(lambda text: Block("heading", (Row(text),)), TEXTS),
    st.builds(lambda rows: Block("facts", tuple(rows)), ROWS),
    st.builds(lambda rows: Block("numbered", tuple(rows)), ROWS),
    st.builds(lambda one, two: Block("columns", tuple(one), tuple(two)), ROWS, ROWS),
    st.builds(lambda rows: Block("table", tuple(rows), list_name="followers"), COLUMNS),
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(BLOCKS, min_size=1, max_size=8), TEXTS, st.booleans())
def test_whatever_passes_the_check_stays_inside_the_margins_at_its_longest(context, blocks, title, is_titled):
    made = Draft(title if is_titled else "", "" if is_titled else title, blocks=tuple(blocks))
    if problems(context, made, "moving_out_referral"):
        return
    text = templates.read("moving_out_referral", text_blocks.source_of(made).encode())

    pdf = text_samples.draw(context, "moving_out_referral", text, extreme=True)

    assert outside(pdf) == []
