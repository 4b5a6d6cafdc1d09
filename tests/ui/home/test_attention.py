from dataclasses import replace
from datetime import timedelta

from paten_desk.domain.outages import Outage, OutagePersonal
from paten_desk.domain.requests import PauseReason
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.store.connection import transaction
from paten_desk.ui.home.attention import Attention, notes
from paten_desk.usecases import field_checks, outages, print_jobs, setup, standings
from tests.builders import a_request
from tests.ui.conftest import press
from tests.ui.pages import heard, words
from tests.usecases.test_branches_village import Village


def acknowledge_all():
    head = journal.head()
    with transaction():
        journal.acknowledge(head.ledger, head.length)


def test_where_nothing_was_left_lying_one_calm_line_says_so(context):
    acknowledge_all()

    assert [note.what for note in notes(context)] == ["Semua beres"]


def test_a_forgotten_day_comes_before_data_that_wait(context, clock):
    a_request(context)
    clock.forward(days=1)

    found = notes(context)

    assert found[0].what == "Jumat, 20 November 2026 belum ditutup"
    assert [note.verb for note in found] == ["Tutup", "Kirim"]


def test_who_can_do_nothing_about_it_gets_no_button(context, clock):
    a_request(context)
    clock.forward(days=1)
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    assert [note.verb for note in notes(clerk)] == ["", ""]


def test_the_button_leads_to_the_closing(context, qtbot):
    card = Attention()
    qtbot.addWidget(card)
    card.show()
    asked = heard(card.asked)

    card.show_notes(notes(context))
    press(card, "Kirim: 2 catatan belum diakui kabupaten")

    assert asked == [("closings", "")]
    assert "Dikirim sesudah hari ditutup." in words(card)


def test_on_a_laptop_it_is_the_office_that_waits_for_data(tmp_path):
    village = Village(tmp_path)
    with village.at_village() as away:
        a_request(away, serial=2)
        waits = standings.standing(away).open

        found = notes(away)
    setup.close()

    assert [note.what for note in found] == [f"{waits} catatan belum diterima kantor"]
    assert found[0].verb == "Kirim"


def test_letters_without_paper_are_named_and_the_uncertain_ones_first(context, qtbot):
    sure, unsure = (a_request(context, Status.READY, serial=serial) for serial in (1, 2))
    acknowledge_all()
    assert [note.what for note in notes(context)] == ["2 surat bernomor belum dicetak"]

    (context.data / print_jobs.FOLDER).mkdir()
    (context.data / print_jobs.FOLDER / unsure.id).touch()
    (note,) = notes(context)
    assert (note.what, note.room, note.view) == ("1 surat belum pasti tercetak", "letters", "unprinted")

    for each in (sure, unsure):
        print_jobs.mark(context, each.id)
    acknowledge_all()
    assert [note.what for note in notes(context)] == ["Semua beres"]


def test_an_outage_is_told_first_and_leads_to_the_board(context, qtbot):
    personal = OutagePersonal("PLN padam")
    outages.begin(context, Outage("", PauseReason.OUTAGE, context.now(), personal=personal))

    note = notes(context)[0]

    assert note.what == "Gangguan listrik atau jaringan"
    assert note.second == "Sejak Jumat, 20 November 2026 pukul 09.30; janji yang terkena ditunda."
    assert (note.verb, note.room, note.view) == ("Buka", "requests", "board")


def test_the_silence_limit_is_told_with_its_count_and_leads_to_the_list(context, clock):
    a_request(context, serial=1)
    a_request(context, serial=2)
    clock.forward(days=6)

    note = notes(context)[0]

    assert note.what == "2 permohonan mendekati batas diam"
    assert note.second == "Setelah 5 hari kerja tanpa keputusan, permohonan dianggap dikabulkan."
    assert (note.verb, note.room, note.view) == ("Lihat", "requests", "silent")


def test_from_december_on_a_year_without_holidays_is_told(context, clock):
    acknowledge_all()
    clock.forward(days=11)

    (note,) = notes(context)

    assert note.what == "Hari libur 2027 belum dimuat"
    assert (note.verb, note.room) == ("Muat", "settings")
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))
    assert notes(clerk)[0].verb == ""


def test_papers_nobody_collects_and_todays_visits_are_named(context, clock):
    a_request(context, Status.READY, serial=1)
    planned = a_request(context, Status.VERIFIED, "SKDU", 2)
    clock.forward(days=8)
    field_checks.plan(context, planned.id, context.now() + timedelta(hours=2), context.user.id)

    found = {note.what: (note.room, note.view) for note in notes(context)}

    assert found["1 surat belum diambil lebih dari seminggu"] == ("requests", "ready")
    assert found["1 pemeriksaan lapangan"] == ("requests", "field")


def test_a_visit_of_another_day_and_a_fresh_paper_ask_for_nothing(context, clock):
    a_request(context, Status.READY, serial=1)
    planned = a_request(context, Status.VERIFIED, "SKDU", 2)
    field_checks.plan(context, planned.id, context.now() + timedelta(days=3), context.user.id)

    assert not any("lapangan" in note.what or "diambil" in note.what for note in notes(context))
