from hypothesis import given
from hypothesis import strategies as st

from paten_desk.documents import templates
from paten_desk.documents.template_file import BLANKS
from paten_desk.usecases import text_blocks, text_words
from paten_desk.usecases.text_blocks import Block, Row
from paten_desk.usecases.text_words import ADDED, REMOVED, SAME, Change


def test_blanks_and_conditions_are_read_as_words():
    text = "Camat {{kecamatan.capital}}{{#purpose}} untuk {{purpose}}{{/}} {{^purpose}}tanpa{{/}} {{ganjil"

    assert text_words.shown(text, BLANKS) == (
        "Camat ‹nama kecamatan, kapital›‹bila keperluan terisi:› untuk ‹keperluan›‹selesai› "
        "‹bila keperluan kosong:›tanpa‹selesai› {{ganjil"
    )


def test_every_shipped_text_comes_back_from_its_words():
    words = text_words.unique(BLANKS)
    for name in templates.names():
        draft = text_blocks.parse(templates.shipped(name))
        rows = [row for block in draft.blocks for row in (*block.rows, *block.right)]
        for text in (draft.title, draft.subject, *(row.text for row in rows)):
            assert text_words.typed(text_words.shown(text, words), words) == text


@given(st.sampled_from(sorted(BLANKS)), st.sampled_from(("", "#", "^")), st.sampled_from(("", ".capital")))
def test_every_blank_comes_back_from_its_words(blank, sign, capital):
    words = text_words.unique(BLANKS)
    text = "x {{" + sign + blank + ("" if sign else capital) + "}} y{{/}}"

    assert text_words.typed(text_words.shown(text, words), words) == text


def test_no_two_blanks_share_their_words_and_unknown_words_stay():
    words = text_words.unique({"purpose": "keperluan", "field.a": "Keperluan", "field.b": "‹a›, b:"})

    assert words == {"purpose": "keperluan", "field.a": "Keperluan (2)", "field.b": "a b"}
    assert text_words.typed("‹alamat lama› dan ‹KEPERLUAN›", words) == "{{alamat lama}} dan {{purpose}}"
    assert text_words.token("field.a", words) == "‹Keperluan (2)›"


def test_a_row_tells_its_name_and_on_what_it_depends():
    row = Row("{{purpose}}", "Keperluan", when="purpose", unless=True)

    assert text_words.row_words(row, BLANKS) == "Keperluan: ‹keperluan› (hanya bila keperluan kosong)"


def test_every_shipped_text_has_words_for_each_of_its_parts():
    for name in templates.names():
        draft = text_blocks.parse(templates.shipped(name))

        assert all(text_words.block_words(block, BLANKS) for block in draft.blocks), name
        assert len(text_words.lines(draft, BLANKS)) > len(draft.blocks)


def test_a_reworded_line_is_taken_away_and_put_in():
    one, other = ["Judul: A", "Paragraf: lama", "Tembusan: B"], ["Judul: A", "Paragraf: baru", "Tembusan: B"]

    assert text_words.compare(one, other) == [
        Change(SAME, "Judul: A"),
        Change(REMOVED, "Paragraf: lama"),
        Change(ADDED, "Paragraf: baru"),
        Change(SAME, "Tembusan: B"),
    ]
    assert {each.kind for each in text_words.compare(one, one)} == {SAME}


def test_how_a_part_is_set_is_among_its_words():
    block = Block("paragraph", (Row("kata"),), indent=False, italic=True, when="purpose")

    assert text_words.lines(text_blocks.Draft(blocks=(block,)), BLANKS) == [
        "Paragraf, tanpa inden, miring (hanya bila keperluan terisi): kata"
    ]
