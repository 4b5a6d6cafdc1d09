import json
from dataclasses import replace

import pytest

from paten_desk.documents import templates
from paten_desk.documents.page import F4, MM, Margins
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import letters, text_blocks, text_samples
from tests.builders import a_request
from tests.documents import sheets
from tests.usecases.test_letters import text_of

FOOT, TOUCH = 12.0, 0.6
STRANGE = ("{{purpose}}", "<b>TEBAL</b> & <font size=99>", "A\x00B\x1bC", "{{#x}}", "</para>", "&lt;i&gt;", "%s {0}")


def outside(pdf):
    """List what stands outside the margins; what every sample carries at its head and across it is let be."""
    edge = Margins()
    return [
        line.text
        for line in sheets.lines(pdf)
        if "CONTOH" not in line.text
        and (
            line.x < edge.left * MM - TOUCH
            or line.box[2] > (F4.width_mm - edge.right) * MM + TOUCH
            or line.box[1] < edge.bottom * MM - FOOT
        )
    ]


@pytest.mark.parametrize("name", templates.names())
def test_a_sample_of_every_text_has_no_open_blank_and_stays_inside_the_margins_at_its_longest(context, name):
    text = templates.template(name)
    usual = text_samples.draw(context, name, text)

    assert "................" not in text_of(usual).replace("........................", "")
    assert "CONTOH" in text_of(usual)
    longest = text_samples.draw(context, name, text, extreme=True)
    assert outside(longest) == []


def test_the_longest_sample_has_long_names_and_many_rows(context):
    text = templates.template("moving_out_referral")

    words = text_of(text_samples.draw(context, "moving_out_referral", text, extreme=True))

    assert text_samples.LONG_NAME[:40] in words
    assert len(text_samples.LONG_NAME) > 90
    assert "40" in words


@pytest.mark.parametrize("strange", STRANGE)
def test_whatever_a_value_holds_prints_as_it_was_typed(context, strange):
    text = templates.template("sktm")
    values = {**text_samples.sample_values(context, None), "purpose": strange, "subject.name": strange}

    pdf = text_samples.paper(context, None, text, values, {})

    printed = text_of(pdf).replace(" ", "")
    typed = "".join(letter for letter in strange if letter.isprintable()).replace(" ", "")
    assert printed.count(typed) >= 2 or printed.replace("A B C", "ABC").count(typed) >= 2


def test_values_in_a_list_are_no_blanks_and_no_markup_either(context):
    text = templates.template("moving_out_referral")
    rows = [{"name": "{{applicant.nik}} <i>X</i>", "nik": "&amp;", "relation": "{{/}}"}]
    values = {**text_samples.sample_values(context, None), "field.followers": "1 (satu)"}
    values |= {"field.new_address": "<br/>{{kk}}", "field.move_reason": "-", "field.move_kind": "-"}

    printed = text_of(text_samples.paper(context, None, text, values, {"followers": rows})).replace(" ", "")

    for typed in ("{{applicant.nik}}<i>X</i>", "&amp;", "{{/}}", "<br/>{{kk}}"):
        assert typed in printed


def test_words_of_a_text_are_data_on_paper_too(context):
    raw = json.loads(templates.shipped("sktm"))
    raw["blocks"].insert(0, {"paragraph": "<b>Bukan tebal</b> & </para>"})
    text = templates.read("sktm", json.dumps(raw).encode())

    assert "<b>Bukan tebal</b> & </para>" in text_of(text_samples.draw(context, "sktm", text))


def test_the_words_of_a_blank_are_those_of_the_services_form(context):
    words = text_samples.words(context, "moving_out_referral")

    assert words["field.new_address"]
    assert words["field.followers"].startswith("banyaknya ")
    assert words["applicant.name"] == "nama pemohon"
    assert set(text_samples.list_columns(context, "moving_out_referral")["followers"]) == {"name", "nik", "relation"}
    assert text_samples.list_words(context, "moving_out_referral")["followers"]


def test_the_refusal_serves_every_service(context):
    assert len(text_samples.services_of(context, "rejection")) >= 50
    assert not any(blank.startswith("field.") for blank in text_samples.words(context, "rejection"))
    assert text_blocks.parse(templates.shipped("rejection")).subject


def test_the_services_own_blanks_are_offered_first(context):
    vocabulary = text_samples.vocabulary(context, "moving_out_referral")
    found = [blank for blank, _ in vocabulary.choices("followers")]

    assert found[:3] == ["item.name", "item.nik", "item.relation"]
    assert found[3].startswith("field.")
    assert "applicant.name" in found
    assert not any(blank.startswith("item.") for blank, _ in vocabulary.choices())
    assert len(set(vocabulary.within("followers").values())) == len(vocabulary.within("followers"))


@pytest.mark.parametrize("strange", ["belajar {{kecamatan}}", "belajar & <b>bekerja</b>", "belajar &amp; {{/}}"])
def test_a_letter_prints_a_citizens_words_as_they_were_typed(context, strange):
    request = a_request(context, Status.VERIFIED)
    with transaction():
        made = replace(request, personal=replace(request.personal, purpose=strange))
        journal.record(context.stamp(), "corrected", made)

    drafted = letters.draft(context, request.id)

    assert strange in text_of(letters.preview(context, drafted.id))


def test_a_sheet_that_the_village_head_signs_too_leaves_them_room(context):
    def words(name):
        return text_of(text_samples.draw(context, name, templates.template(name)))

    assert "Dibenarkan dan disaksikan:" in words("countersign_heirs")
    assert "Dibenarkan dan disaksikan:" not in words("countersign_copy")
