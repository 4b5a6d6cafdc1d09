from dataclasses import replace

from paten_desk.domain.workflow import Status
from paten_desk.ui.letters.lists import (
    PILES,
    book_table,
    paper_name,
    pile_table,
    request_behind,
    show_book,
    show_pile,
)
from tests.builders import a_request


def test_a_pile_holds_what_waits_for_its_step(context, qtbot):
    waits = a_request(context, Status.INITIALLED_SECRETARY, serial=1)
    a_request(context, Status.DRAFTED, serial=2)
    table = pile_table()
    qtbot.addWidget(table)

    show_pile(table, context, PILES["sign"], 1)

    assert request_behind(table.current()) == waits.id
    assert table.rows.rowCount() == 1


def test_in_an_office_without_initials_a_draft_waits_for_the_signature_at_once(context, qtbot):
    plain = context.with_office(replace(context.office, initials=()))
    drafted = a_request(plain, Status.DRAFTED)
    table = pile_table()
    qtbot.addWidget(table)

    show_pile(table, plain, PILES["initial"], 0)
    assert table.rows.rowCount() == 0
    show_pile(table, plain, PILES["sign"], 1)

    assert request_behind(table.current()) == drafted.id


def test_the_register_passes_over_drafts(context, qtbot):
    issued = a_request(context, Status.READY, serial=1)
    a_request(context, Status.DRAFTED, serial=2)
    table = book_table()
    qtbot.addWidget(table)

    show_book(table, context, 1)

    assert [request_behind(row.key) for row in table.rows.rows] == [issued.id]
    assert table.rows.rows[0].cells[0] == "400.9.14/001/KEC-CTH/XI/2026"


def test_nothing_chosen_is_no_request():
    assert request_behind(None) == ""


def test_a_saved_paper_has_a_name_every_disk_takes():
    name = paper_name("400.9.14/001/KEC-CTH/XI/2026", "Surat Keterangan Tidak Mampu")

    assert name == "400.9.14-001-KEC-CTH-XI-2026 Tidak Mampu.pdf"
