from dataclasses import replace

from paten_desk.usecases import text_drafts, text_editing
from tests.usecases.test_text_editing import reworded, saved


def test_what_is_typed_is_kept_for_each_text_until_it_is_saved(context):
    text_drafts.keep(context, "sktm", reworded(context))
    assert text_drafts.kept(context, "sktm") == reworded(context)
    assert text_drafts.kept(context, "death") == ""

    saved(context)
    assert text_drafts.kept(context, "sktm") == ""
    assert text_editing.versions(context, "sktm")[0].counts


def test_nothing_typed_forgets_the_draft(context):
    text_drafts.keep(context, "sktm", reworded(context))

    text_drafts.keep(context, "sktm", "")

    assert text_drafts.kept(context, "sktm") == ""


def test_a_draft_that_an_older_program_left_is_passed_over(context):
    text_drafts.keep(context, "sktm", '{"form": "lama"}')

    assert text_drafts.kept(context, "sktm") == ""


def test_a_draft_belongs_to_who_typed_it(context):
    text_drafts.keep(context, "sktm", reworded(context))

    other = replace(context, user=replace(context.user, id=context.new_id()))
    assert text_drafts.kept(other, "sktm") == ""
