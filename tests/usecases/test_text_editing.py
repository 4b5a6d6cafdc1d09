import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from paten_desk.documents import templates
from paten_desk.domain.errors import Invalid, NoRight, NotFound, WrongStatus
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.usecases import letters, text_blocks, text_editing
from paten_desk.usecases.text_blocks import Block, Row
from paten_desk.usecases.text_words import ADDED, REMOVED, SAME
from tests.builders import a_request
from tests.usecases.test_letters import text_of

TODAY = date(2026, 11, 20)
OURS = "Kalimat kantor kami."


def reworded(context, words=OURS, name="sktm"):
    draft = text_blocks.parse(text_editing.source(context, name))
    made = text_blocks.change(text_blocks.add(draft, 0, "paragraph"), 0, Block("paragraph", (Row(words),)))
    return text_blocks.source_of(made)


def saved(context, words=OURS, since=TODAY):
    return text_editing.save(context, "sktm", reworded(context, words), since, "Menyesuaikan perbup")


def row_of(context, name="sktm"):
    return next(row for row in text_editing.names(context) if row.name == name)


def test_every_text_is_listed_with_who_uses_it(context):
    rows = text_editing.names(context)

    assert {row.name for row in rows} == set(templates.names())
    assert row_of(context).words == "Surat Keterangan Tidak Mampu"
    assert row_of(context).used_by == ("SKTM",)
    assert row_of(context).kind == "Surat keterangan"
    assert row_of(context, "referral").words == "Kerangka pengantar"
    assert row_of(context, "countersign_land").used_by == ("SPHT", "SPPF")
    assert row_of(context, "countersign_land").words == "Lembar mengetahui (SPHT, SPPF)"
    assert row_of(context, "rejection").used_by == (text_editing.ALL_SERVICES,)
    assert row_of(context, "countersign_heirs").kind == "Lembar mengetahui"
    assert row_of(context, "birth_referral").kind == "Surat dinas"
    assert {row.origin for row in rows} == {text_editing.SHIPPED}
    assert len({row.words for row in rows}) == len(rows)


def test_a_saved_text_is_printed_from_its_day_and_older_letters_stay_byte_for_byte(context):
    old = a_request(context, Status.READY)
    before = letters.original(context, old.id)

    saved(context)

    new = a_request(context, Status.READY, serial=2)
    assert OURS in text_of(letters.original(context, new.id))
    assert letters.original(context, old.id) == before
    row = row_of(context)
    assert (row.since, row.by, row.origin) == (TODAY, "Petugas Contoh", text_editing.OWN)
    assert text_editing.title(context, "sktm") == row.words


def test_a_version_for_later_waits_and_is_told(context):
    later = TODAY + timedelta(days=5)
    saved(context, since=later)

    assert row_of(context).coming == later
    assert row_of(context).origin == text_editing.SHIPPED
    assert OURS not in text_editing.source(context, "sktm")


@pytest.mark.parametrize(
    ("since", "note", "field"),
    [(TODAY - timedelta(days=1), "Alasan baik", "since"), (None, "Alasan baik", "since"), (TODAY, " x ", "note")],
)
def test_a_change_needs_a_day_to_come_and_a_reason(context, since, note, field):
    with pytest.raises(Invalid) as refused:
        text_editing.save(context, "sktm", reworded(context), since, note)

    assert [each.field for each in refused.value.problems] == [field]


def test_a_text_with_a_problem_is_not_kept(context):
    with pytest.raises(Invalid) as refused:
        text_editing.save(context, "sktm", reworded(context, "{{alien}}"), TODAY, "Alasan baik")

    assert refused.value.problems[0].field == "block.0"
    assert row_of(context).origin == text_editing.SHIPPED


def test_what_counts_already_is_not_recorded_again(context):
    same = text_blocks.source_of(text_blocks.parse(text_editing.source(context, "sktm")))

    with pytest.raises(WrongStatus, match="sama"):
        text_editing.save(context, "sktm", same, TODAY, "Alasan baik")


def test_only_secretary_and_camat_change_texts(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK, Role.OPERATOR)))

    with pytest.raises(NoRight):
        text_editing.save(clerk, "sktm", reworded(context), TODAY, "Alasan baik")
    with pytest.raises(NoRight):
        text_editing.roll_back(clerk, "sktm", "x", "Alasan baik")


def test_versions_stand_newest_first_and_any_of_them_can_count_again(context, clock):
    saved(context, "Versi satu.")
    clock.forward(days=1)
    saved(context, "Versi dua.", TODAY + timedelta(days=1))

    newest, first, shipped = text_editing.versions(context, "sktm")
    assert (newest.counts, first.counts, shipped.counts) == (True, False, False)
    assert (shipped.is_shipped, shipped.since, first.note) == (True, None, "Menyesuaikan perbup")
    assert newest.recorded_at > first.recorded_at

    text_editing.roll_back(context, "sktm", first.version, "Kembali ke versi satu")
    assert "Versi dua." not in text_editing.source(context, "sktm")
    assert "Versi satu." in text_editing.source(context, "sktm")

    text_editing.roll_back(context, "sktm", shipped.version, "Kembali ke bawaan")
    assert text_editing.source(context, "sktm").encode() == templates.shipped("sktm")
    assert row_of(context).origin == text_editing.SHIPPED
    assert text_editing.versions(context, "sktm")[0].is_shipped
    assert len(text_editing.versions(context, "sktm")) == 5


def test_going_back_needs_another_version_and_a_reason(context):
    saved(context)
    newest, shipped = text_editing.versions(context, "sktm")

    with pytest.raises(WrongStatus, match="sudah berlaku"):
        text_editing.roll_back(context, "sktm", newest.version, "Alasan baik")
    with pytest.raises(Invalid):
        text_editing.roll_back(context, "sktm", shipped.version, "")
    with pytest.raises(NotFound):
        text_editing.roll_back(context, "sktm", "tidak ada", "Alasan baik")


def test_two_versions_are_compared_in_words(context):
    saved(context)
    newest, shipped = text_editing.versions(context, "sktm")

    lines = text_editing.compare(context, "sktm", shipped.version, newest.version)

    assert [(each.kind, each.words) for each in lines if each.kind != SAME] == [(ADDED, f"Paragraf: {OURS}")]
    back = text_editing.compare(context, "sktm", newest.version, shipped.version)
    assert [each.kind for each in back if each.kind != SAME] == [REMOVED]


def test_a_text_is_drawn_while_it_is_edited(context):
    pdf, found = text_editing.look(context, "sktm", reworded(context))
    assert OURS in text_of(pdf)
    assert found == []

    assert text_editing.preview(context, "sktm", reworded(context)) == pdf
    assert text_editing.look(context, "sktm", reworded(context, "{{alien}}"))[0] == b""
    assert text_editing.look(context, "sktm", json.dumps({"title": "X", "blocks": []}))[0] == b""


def test_the_newest_version_is_edited_on_also_while_it_waits_for_its_day(context, clock):
    later = TODAY + timedelta(days=5)
    assert text_editing.standing(context, "sktm") == "Naskah bawaan"
    saved(context, since=later)

    assert OURS in text_editing.newest(context, "sktm")
    assert text_editing.standing(context, "sktm").startswith("Berlaku mulai 25 November 2026;")
    assert [(each.counts, each.waits) for each in text_editing.versions(context, "sktm")] == [
        (False, True),
        (True, False),
    ]
    clock.forward(days=6)
    assert text_editing.standing(context, "sktm") == "Versi sejak 25 November 2026"


def test_going_back_also_takes_the_place_of_versions_that_wait(context, clock):
    saved(context, "Versi satu.")
    saved(context, "Versi dua.", TODAY + timedelta(days=5))
    first = next(each for each in text_editing.versions(context, "sktm") if each.counts)

    text_editing.roll_back(context, "sktm", first.version, "Versi dua batal berlaku")

    clock.forward(days=6)
    assert "Versi satu." in text_editing.source(context, "sktm")
    assert "Versi dua." not in text_editing.newest(context, "sktm")
