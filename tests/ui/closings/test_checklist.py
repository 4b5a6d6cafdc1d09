from dataclasses import replace

from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.store import journal, keys
from paten_desk.store.connection import transaction
from paten_desk.ui.closings.checklist import Checklist, DayFigures, ServiceTable, items
from paten_desk.usecases import backup_places, backups, closings, setup, standings
from tests.builders import a_request
from tests.ui.conftest import press
from tests.ui.pages import heard, words
from tests.usecases.test_branches_village import Village


def counted(context):
    return closings.count(context, context.today())


def test_a_quiet_day_is_in_order_but_for_what_no_kabupaten_and_no_backup_holds(context):
    found = items(context, counted(context))

    assert [item.tone for item in found] == ["good", "good", "good", "good", "good", "warn", "warn"]


def test_what_is_late_carried_over_or_waiting_is_named_with_its_number(context, clock):
    a_request(context, Status.ACCEPTED, serial=1)
    a_request(context, Status.READY, serial=2)
    clock.forward(hours=7)

    found = {item.what: item for item in items(context, counted(context))}

    assert found["1 berkas lewat janji"].tone == "late"
    assert found["1 berkas masih dikerjakan"].room == "requests"
    assert found["1 menunggu diambil"].room == "handover"
    assert "Pendaftaran 0001 sampai 0002; 1 nomor surat, 0 nomor register" in found["Nomor yang dipakai"].second


def test_a_chief_is_not_led_to_a_room_without_a_door(context):
    a_request(context, Status.READY)
    chief = replace(context, user=replace(context.user, roles=(Role.SECRETARY,)))

    found = {item.what: item for item in items(chief, counted(chief))}

    assert found["1 menunggu diambil"].verb == ""


def test_forgotten_days_come_first(context, clock):
    a_request(context)
    clock.forward(days=1)
    a_request(context, serial=2)
    clock.forward(days=2)

    first = items(context, counted(context))[0]

    assert first.what == "Jumat, 20 November 2026 belum ditutup"
    assert "Masih ada 1 hari lain." in first.second


def test_a_verb_leads_to_its_room(context, qtbot):
    a_request(context)
    card = Checklist()
    qtbot.addWidget(card)
    card.show()
    asked = heard(card.asked)

    card.show_items(items(context, counted(context)))
    press(card, "Lihat: 1 berkas masih dikerjakan")

    assert asked == [("requests", "open")]
    card.show_items(items(context, counted(context)))
    assert words(card).count("1 berkas masih dikerjakan") == 1


def test_the_figures_of_the_day_add_up(context, qtbot):
    a_request(context, Status.HANDED_OVER, serial=1)
    a_request(context, Status.ACCEPTED, serial=2)
    a_request(context, Status.RETURNED, serial=3)
    card, table = DayFigures(), ServiceTable()
    qtbot.addWidget(card)
    qtbot.addWidget(table)
    card.show()

    card.show_count("Hari ini", counted(context))
    table.show_count(context, counted(context))

    shown = words(card)
    assert shown[shown.index("Masuk") + 1] == "2"
    assert shown[shown.index("Selesai") + 1] == "1"
    assert shown[shown.index("Dikembalikan") + 1] == "1"
    assert shown[shown.index("Sisa sekarang") + 1] == "1"
    assert shown[shown.index("Sesuai janji") + 1] == "1 dari 1"
    assert table.rows.rows[0].cells == ("Surat Keterangan Tidak Mampu", "0", "2", "0", "1", "0", "1")


def backup_item(context):
    return items(context, counted(context))[-1]


def test_the_backup_of_the_day_is_looked_at_too(context, clock, tmp_path_factory):
    assert (backup_item(context).what, backup_item(context).room) == ("Belum ada tempat cadangan", "backups")

    stick = tmp_path_factory.mktemp("stick")
    target = backup_places.add(context, stick, "Kartu cadangan 1", is_stick=True)
    assert backup_item(context).what == "Belum ada cadangan teruji"

    keys.make_recovery(context.data, context.data_key, ())
    backups.make(context, target)
    assert (backup_item(context).what, backup_item(context).tone) == ("Cadangan teruji baru saja", "good")
    a_request(context)
    clock.forward(days=2)
    assert (backup_item(context).what, backup_item(context).tone) == ("Cadangan teruji 2 hari lalu", "warn")


def test_who_has_no_page_of_the_backups_is_not_led_there(context):
    auditor = replace(context, user=replace(context.user, roles=(Role.AUDITOR,)))

    assert backup_item(auditor).verb == ""


def test_what_is_in_order_needs_one_sentence_where_there_is_little_room(context, qtbot):
    card = Checklist()
    qtbot.addWidget(card)
    card.show()
    card.show_items(items(context, counted(context)))
    assert "Tidak ada hari yang terlewat." in words(card)

    card.fit(is_narrow=True)

    assert "Tidak ada hari yang terlewat." not in words(card)
    assert "Kirim sesudah hari ditutup." in words(card)


def test_on_a_laptop_it_is_the_office_that_lacks_records(tmp_path):
    village = Village(tmp_path)
    with village.at_village() as away:
        waits = standings.standing(away).open
        found = [item.what for item in items(away, counted(away))]
        head = journal.head()
        with transaction():
            journal.acknowledge(head.ledger, head.length)
        after = [item.what for item in items(away, counted(away))]
    setup.close()

    assert f"{waits} catatan belum diterima kantor" in found
    assert "Kantor sudah memegang semua catatan" in after
