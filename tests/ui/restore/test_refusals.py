from dataclasses import replace

import pytest

from paten_desk.domain.roles import Role
from paten_desk.store import generations, journal
from paten_desk.store.connection import transaction
from paten_desk.usecases import offices, setup
from tests.backing import PASSWORD, flip
from tests.ui.pages import words
from tests.ui.restore.conftest import content

NEW = "sungai jernih di pagi hari"


def test_who_may_not_restore_is_told_who_may(way, backed):
    context = setup.open_office(backed.data, backed.context.user.id, backed.context.data_key, backed.clock)
    clerk = replace(context.user, roles=(Role.COUNTER_CLERK,))
    with transaction():
        journal.record(context.stamp(), "roles_changed", clerk)
    backed.context = context
    backed.backup()
    setup.close()
    desk = way()

    desk.open()

    assert "Petugas ini tidak berwenang; minta kepala seksi" in desk.window.unlock.user.problem()


def test_a_damaged_backup_leads_back_to_the_list_with_a_sentence(way, backed):
    before = content(backed.data)
    desk = way()
    flip(backed.newer / "paten.db", 9000)

    desk.open()

    assert desk.title() == "Pilih cadangan"
    assert any("tidak utuh" in text for text in words(desk.window))
    assert content(backed.data) == before
    desk.press("Down", "Return")
    desk.write(PASSWORD)
    desk.press("Return")
    assert desk.title() == "Pulihkan dari cadangan ini?"


@pytest.mark.parametrize(
    ("field", "value", "told"), [('"schema": ', "99", "lebih baru"), ('"office": ', '"lain"', "bukan kantor")]
)
def test_a_foreign_and_a_newer_backup_stand_in_the_list_and_go_no_further(way, backed, field, value, told):
    path = backed.newer / generations.MANIFEST
    text = path.read_text(encoding="utf-8")
    start = text.index(field) + len(field)
    path.write_text(text[:start] + value + text[text.index("\n", start) - 1 :], encoding="utf-8")
    desk = way()

    desk.press("Return", "Ctrl+S")

    assert desk.title() == "Pilih cadangan"
    assert any(told in text and "tidak diubah" in text for text in words(desk.window))
    desk.press("Down")
    assert not any(told in text for text in words(desk.window))


def test_a_backup_whose_names_are_damaged_cannot_be_opened_and_says_so(way, backed):
    (backed.newer / "office.json").write_text("{")
    desk = way()

    desk.press("Return")

    assert any("Daftar petugas" in text for text in words(desk.window))


def test_without_a_second_person_the_sheet_is_named(way, backed):
    context = setup.open_office(backed.data, backed.context.user.id, backed.context.data_key, backed.clock)
    offices.retire_user(context, backed.second)
    backed.context = context
    backed.backup()
    setup.close()
    desk = way()

    desk.open()

    assert "Tidak ada orang kedua di cadangan ini. Kembali, lalu pakai lembar pemulihan." in words(desk.window)
    assert not desk.window.next.isEnabled()
    desk.press("Esc")
    assert desk.window.next.isEnabled()
