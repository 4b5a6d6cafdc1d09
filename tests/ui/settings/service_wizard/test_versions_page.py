from dataclasses import replace
from datetime import timedelta

import pytest

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.ui.settings.service_wizard.versions_page import ServiceVersionsPage
from paten_desk.usecases import services
from tests.ui.pages import bring_up, heard, press, words


@pytest.fixture
def page(qtbot, context):
    held = services.catalogue(context)["SKTM"]
    services.change(context, replace(held, duration=Duration(2, Unit.DAYS)), context.today())
    later = context.today() + timedelta(days=42)
    services.change(context, replace(held, template="statement", statement="benar"), later)
    return bring_up(qtbot, ServiceVersionsPage(context, held))


def test_every_version_tells_who_recorded_it_and_since_when_it_counts(context, page):
    assert [row.cells for row in page.table.rows.rows] == [
        (("Menunggu", "warn"), "1 Januari 2027", "20-11-2026", context.user.display),
        (("Berlaku", "good"), "20 November 2026", "20-11-2026", context.user.display),
        ("", "1 Januari 2026", "bawaan", "PATEN Desk"),
    ]


def test_the_chosen_version_tells_what_it_changed(qtbot, page):
    assert "sebelumnya: Surat Keterangan Tidak Mampu" in words(page)
    assert "Kerangka surat keterangan" in words(page)

    press(qtbot, page, "Down")
    assert "2 hari kerja" in words(page)

    press(qtbot, page, "Down")
    assert "Versi pertama; belum ada versi sebelumnya." in words(page)


def test_the_list_of_changes_is_reached_and_left_by_keys(qtbot, page):
    back = heard(page.back)

    press(qtbot, page, "F6")
    assert page.changes.area.hasFocus()
    press(qtbot, page, "F6")
    assert page.table.view.hasFocus()
    press(qtbot, page, "Esc")

    assert len(back) == 1
