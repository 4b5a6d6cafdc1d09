from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from paten_desk.domain.catalogue import Authority
from paten_desk.domain.workflow import Action
from paten_desk.ui.settings.service_wizard.blanks import BlanksPart
from paten_desk.ui.settings.service_wizard.letter import LetterPart
from paten_desk.ui.settings.service_wizard.papers import PapersPart
from paten_desk.ui.settings.service_wizard.signers import SignersPart
from paten_desk.ui.settings.service_wizard.way import OWN, USUAL, WayPart
from paten_desk.usecases import service_drafts
from tests.ui.pages import press, write


@pytest.fixture
def draft(context):
    return service_drafts.begin(context, "SKTM")


def texts(part, draft):
    return [paper.text for paper in part.take(draft).service.requirements]


@pytest.fixture
def papers(context, shown, draft):
    made = shown(PapersPart(context))
    made.resize(900, 500)
    made.fill(draft)
    made.begin()
    return made


def test_a_paper_is_written_behind_the_chosen_one_under_a_key_of_its_own(qtbot, papers, draft):
    press(qtbot, papers, "Ctrl+N")
    write(qtbot, papers, "Foto rumah")
    press(qtbot, papers, "Return")
    write(qtbot, papers, "untuk keperluan berobat")
    press(qtbot, papers, "Return")

    made = papers.take(draft).service.requirements[1]
    assert (made.key, made.text, made.when) == ("SKTM-8", "Foto rumah", "bila untuk keperluan berobat")
    assert papers.when.value() == "bila untuk keperluan berobat"
    assert papers.list.table.view.hasFocus()


def test_papers_are_moved_and_taken_away_by_keys(qtbot, papers, draft):
    before = texts(papers, draft)
    press(qtbot, papers, "Alt+Down")
    assert texts(papers, draft)[:2] == [before[1], before[0]]

    press(qtbot, papers, "Alt+Up")
    press(qtbot, papers, "Alt+Up")
    assert texts(papers, draft) == before

    press(qtbot, papers, "Ctrl+D")
    assert texts(papers, draft) == before[1:]
    assert papers.list.table.view.hasFocus()


def test_other_words_leave_the_key_alone(papers, draft):
    papers.text.set_value("Surat pengantar desa")
    papers.text.changed.emit()

    assert papers.take(draft).service.requirements[0].key == "SKTM-1"


def test_a_paper_without_words_is_marked_and_shown(papers, draft):
    papers.list.add.click()
    made = papers.take(draft)
    papers.begin()

    papers.go_to(
        [problem for problem in service_drafts.services.check(made.service) if "requirements" in problem.field]
    )

    assert papers.list.at() == 1
    assert papers.text.problem() == "Tulis nama berkasnya, atau hapus baris ini."
    assert QApplication.focusWidget() is papers.text.line
    assert papers.list.table.rows.rows[1].cells[0] == ("!", "late")


def test_the_last_paper_can_be_taken_away_and_a_first_one_written(qtbot, papers, draft):
    for _ in range(7):
        press(qtbot, papers, "Ctrl+D")
    assert texts(papers, draft) == []
    assert not papers.text.isVisible()

    papers.go_to(papers.own(service_drafts.services.check(papers.take(draft).service)))
    press(qtbot, papers, "Ctrl+N")

    assert len(texts(papers, draft)) == 1


@pytest.fixture
def blanks(shown, draft):
    made = shown(BlanksPart())
    made.resize(900, 500)
    made.keep_keys(draft)
    made.fill(draft)
    made.begin()
    return made


def test_a_blank_gets_its_key_from_its_name_and_a_list_its_columns(qtbot, blanks, draft):
    press(qtbot, blanks, "Ctrl+N")
    write(qtbot, blanks, "Daftar anak")
    blanks.kind.set_value("list")
    blanks.kind.changed.emit()
    blanks.columns.set_value("Nama, Nama, Umur")
    blanks.columns.changed.emit()

    made = blanks.take(draft).service.fields[1]
    assert (made.key, made.kind) == ("daftar_anak", "list")
    assert made.columns == (("nama", "Nama"), ("nama_2", "Nama"), ("umur", "Umur"))


def test_a_blank_that_is_there_keeps_its_key_and_may_become_required(blanks, draft):
    blanks.label.set_value("Hubungan keluarga")
    blanks.label.changed.emit()
    blanks.required.click()

    first = blanks.take(draft).service.fields[0]
    assert (first.key, first.label, first.required) == ("relation", "Hubungan keluarga", True)


@pytest.mark.parametrize(("kind", "words"), [("text", "isian"), ("list", "kolom")])
def test_a_blank_that_lacks_something_is_chosen(qtbot, blanks, draft, kind, words):
    press(qtbot, blanks, "Ctrl+N")
    if kind == "list":
        write(qtbot, blanks, "Anak")
    blanks.kind.set_value(kind)
    blanks.kind.changed.emit()
    problems = service_drafts.services.check(blanks.take(draft).service)
    blanks.list.choose(0)

    blanks.go_to(blanks.own(problems))

    assert blanks.list.at() == 1
    assert words in (blanks.label.problem() + blanks.columns.problem()).casefold()


def test_steps_follow_the_office_until_they_are_ticked(context, shown, draft):
    way = shown(WayPart(context))
    way.fill(draft)
    assert not way.boxes[Action.VERIFY].isEnabled()
    assert way.take(draft).service.steps is None

    way.rule.set_value(OWN)
    way.rule.changed.emit()
    way.boxes[Action.INITIAL_SECRETARY].click()
    way.boxes[Action.FIELD_CHECK].click()

    made = way.take(draft).service
    assert made.steps == ("verify", "field_check", "initial_section")
    assert made.field_check
    assert "Paraf Sekcam" not in way.way.accessibleName()
    assert way.boxes[Action.SIGN].isChecked()
    assert not way.boxes[Action.SIGN].isEnabled()

    way.rule.set_value(USUAL)
    way.rule.changed.emit()
    assert "Paraf Sekcam" in way.way.accessibleName()


def test_a_service_without_paper_has_no_initials(context, shown):
    way = shown(WayPart(context))

    way.fill(service_drafts.begin(context, "CKTP"))

    assert not way.boxes[Action.SIGN].isVisible()
    assert way.boxes[Action.FIELD_CHECK].isVisible()


def test_the_right_to_sign_is_taken_with_its_decision(shown, draft):
    signers = shown(SignersPart())
    signers.fill(draft)
    signers.authority.set_value(Authority.MANDATED.value)
    signers.basis.set_value("Kepbup 12/2025")
    signers.posts.set_value("head")

    made = signers.take(draft).service
    assert (made.signatories, made.authority, made.authority_basis) == (
        ("head",),
        Authority.MANDATED,
        "Kepbup 12/2025",
    )


def test_what_a_text_prints_can_be_asked_for_with_one_key(qtbot, context, shown, tasks):
    held = service_drafts.begin(context, "SKBN")
    bare = replace(held, service=replace(held.service, fields=()))
    letter = shown(LetterPart(context, tasks))
    letter.fill(bare)
    assert letter.fetch.isVisible()

    press(qtbot, letter, "F8")

    assert {field.key for field in letter.take(bare).service.fields} >= {"documents"}
    assert not letter.fetch.isVisible()
    letter.rest()
    qtbot.waitUntil(lambda: not tasks.busy())
