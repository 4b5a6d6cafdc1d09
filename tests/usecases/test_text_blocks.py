import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.documents import templates
from paten_desk.domain.errors import Rejected
from paten_desk.usecases import text_blocks
from paten_desk.usecases.text_blocks import Block, Draft, History, Row

WORDS = st.text(max_size=20)
ROWS = st.builds(Row, WORDS, WORDS, st.booleans(), st.sampled_from(("", "purpose")), st.just(False))
ONE = Draft("SURAT", blocks=(Block("paragraph", (Row("satu"),)), Block("paragraph", (Row("dua"),))))


def words(draft):
    return [block.rows[0].text for block in draft.blocks]


@pytest.mark.parametrize("name", templates.names())
def test_a_shipped_text_is_the_same_letter_after_it_was_edited(name):
    shipped = templates.shipped(name)

    written = text_blocks.source_of(text_blocks.parse(shipped))

    assert templates.read(name, written.encode()) == templates.read(name, shipped)
    assert text_blocks.source_of(text_blocks.parse(written)) == written


@given(st.lists(ROWS, min_size=1, max_size=4), WORDS)
def test_whatever_was_typed_comes_back_as_it_was_kept(rows, title):
    draft = Draft(title, blocks=(Block("facts", tuple(rows)), Block("numbered", tuple(rows))), copies=tuple(rows))

    kept = text_blocks.source_of(draft)

    assert text_blocks.source_of(text_blocks.parse(kept)) == kept


def test_every_kind_of_part_is_written_and_read_again():
    made = Draft(subject="Hal")
    for kind in text_blocks.KIND_NAMES:
        made = text_blocks.add(made, len(made.blocks), kind)

    assert text_blocks.parse(text_blocks.source_of(made)) == made


def test_a_text_is_kept_as_json_that_people_can_read_without_unseen_letters():
    written = text_blocks.source_of(Draft("SURAT\u200b", blocks=(Block("paragraph", (Row("cafe\u0301\x07"),)),)))

    assert json.loads(written)["title"] == "SURAT "
    assert json.loads(written)["blocks"] == [{"paragraph": "café "}]
    assert written.startswith('{\n  "title"')
    assert written.endswith("}\n")


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"[]",
        b"{}",
        b'{"blocks": 5}',
        b"\xff",
        b'{"blocks": [{"program": "x"}]}',
        b'{"blocks": [{"paragraph": "x", "heading": "y"}]}',
        b'{"blocks": [{"paragraph": "x", "run": "y"}]}',
        b'{"blocks": [{"paragraph": {"text": "x", "run": "y"}}]}',
        b'{"blocks": [], "run": "y"}',
    ],
)
def test_what_is_no_letter_text_is_refused(source):
    with pytest.raises(Rejected, match="tidak dapat dibaca"):
        text_blocks.parse(source)


def test_parts_are_added_moved_and_removed():
    grown = text_blocks.add(ONE, 1, "heading")
    grown = text_blocks.change(grown, 1, Block("heading", (Row("judul"),)))
    assert words(grown) == ["satu", "judul", "dua"]

    assert words(text_blocks.move(grown, 0, 1)) == ["judul", "satu", "dua"]
    assert text_blocks.move(grown, 0, -1) == grown
    assert text_blocks.move(grown, 2, 1) == grown
    assert text_blocks.remove(grown, 1) == ONE


def test_steps_can_be_taken_back_and_again():
    history = History(ONE).step(text_blocks.remove(ONE, 0)).step(text_blocks.remove(ONE, 1))

    back = history.undo().undo()
    assert back.now == ONE
    assert back.undo() == back
    assert back.redo().redo().now == history.now
    assert history.redo() == history


def test_typing_on_in_one_field_is_one_step():
    history = History(ONE)
    for typed in ("s", "sa", "sat"):
        history = history.step(text_blocks.change(ONE, 0, Block("paragraph", (Row(typed),))), "0.text")

    assert history.undo().now == ONE
    assert history.step(history.now) is history
