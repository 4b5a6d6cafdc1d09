from dataclasses import replace

from paten_desk.domain.scans import ScanDraft, ScanKind
from paten_desk.store import drafts
from paten_desk.store.connection import transaction
from paten_desk.usecases import form_drafts
from tests.builders import a_visit


def test_a_form_comes_back_with_its_cursor_until_it_is_dropped(context):
    draft = a_visit(context)
    form_drafts.keep(context, draft, "applicant.name")
    assert form_drafts.kept(context) == draft
    assert form_drafts.kept_cursor(context) == "applicant.name"

    with transaction():
        form_drafts.drop(context)
    assert form_drafts.kept(context) is None


def test_a_draft_of_another_program_is_no_draft(context):
    with transaction():
        drafts.keep(context.user.id, form_drafts.FORM, context.now(), '{"token": 3}')

    assert form_drafts.kept(context) is None


def test_the_scans_of_every_clerks_form_are_known(context):
    draft = a_visit(context)
    taken = ScanDraft("ab" * 32, 202611, ScanKind.JPEG, 1, 4321)
    other = replace(context, user=replace(context.user, id=context.new_id()))
    form_drafts.keep(other, replace(draft, requests=(replace(draft.requests[0], scans=(taken,)),)))
    form_drafts.keep(context, draft)

    assert form_drafts.scans_kept() == {(202611, taken.content)}
