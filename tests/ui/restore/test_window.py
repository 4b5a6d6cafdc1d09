import shutil

from PySide6.QtWidgets import QFileDialog

from paten_desk.domain.branches import BranchLedger, BranchReason
from paten_desk.domain.errors import StoreUnavailable
from paten_desk.paths import keys_dir
from paten_desk.store import front, journal
from paten_desk.ui.restore.window import RestoreWindow
from paten_desk.usecases import requests, restoring, setup
from tests.backing import PASSWORD
from tests.builders import a_visit
from tests.conftest import Clock
from tests.ui.pages import words
from tests.ui.restore.conftest import content

NEW = "sungai jernih di pagi hari"


def test_the_keyboard_alone_brings_the_office_back_and_leads_to_the_login(way, backed):
    desk = way()
    assert desk.title() == "Pilih cadangan"
    assert [row.key for row in desk.window.choose.table.rows.rows] == [str(backed.newer), str(backed.older)]

    desk.open()
    assert desk.title() == "Pulihkan dari cadangan ini?"
    said = words(desk.window)
    assert "20 catatan sesudah cadangan ini tidak ikut kembali." in said
    assert "Dicatat hilang dan tidak diberikan lagi: Nomor pendaftaran 2026 sampai 13." in said
    desk.write(PASSWORD)
    desk.press("Return")

    assert desk.title() == "Kantor sudah pulih"
    said = words(desk.window)
    assert any("Nomor pendaftaran 2026 sampai 13" in text for text in said)
    assert "Kunci segel tetap sama" in said
    assert any("kantor-sebelum-pulih-" in text for text in said)
    desk.press("Ctrl+S")
    assert len(desk.left) == 1
    setup.close()
    context = setup.unlock(backed.data, backed.context.user.id, PASSWORD, backed.clock)
    assert requests.register(context, a_visit(context, serial=60))[0].number == "L2-0001/PATEN/2026"


def test_a_new_computer_gets_the_office_by_the_recovery_sheet_and_hears_of_the_new_card(way, backed, new_computer):
    desk = way(new_computer)
    assert desk.title() == "Memulihkan, memindahkan, atau laptop desa?"
    assert any("jangan pakai PATEN Desk di sana lagi" in text for text in words(desk.window))

    desk.press("Alt+2", "Return")
    desk.window.unlock.way.segments.setFocus()
    desk.window.unlock.way.set_value("sheet")
    desk.window.unlock.way.changed.emit()
    desk.window.unlock.begin()
    desk.write(backed.secret)
    desk.press("Tab")
    for _ in range(2):
        desk.write(NEW)
        desk.press("Return")
    assert desk.title() == "Pulihkan dari cadangan ini?"
    assert "Dibuka dengan lembar pemulihan: orang kedua tidak diperlukan." in words(desk.window)
    desk.press("Ctrl+S")

    said = words(desk.window)
    assert "Kartu kunci baru" in said
    assert not any("Data sebelumnya" in text for text in said)
    setup.close()
    context = setup.unlock(new_computer, backed.context.user.id, NEW, backed.clock)
    (made,) = journal.load_all(BranchLedger)
    assert made.reason is BranchReason.MOVED
    assert context.office.sample


def test_wrong_passwords_are_told_under_their_field_and_change_nothing(way, backed):
    before = content(backed.data)
    desk = way()

    desk.press("Return")
    desk.press("Ctrl+S")
    assert desk.window.unlock.password.problem() == "Ketik kata sandi saat itu."
    desk.write("bukan kata sandinya")
    desk.press("Return")
    assert desk.window.unlock.password.problem().startswith("Kata sandi tidak cocok.")
    desk.write(PASSWORD)
    desk.press("Return")
    desk.write("bukan kata sandinya")
    desk.press("Return")

    assert desk.window.agree.password.problem().startswith("Kata sandi tidak cocok.")
    assert desk.window.agree.password.value() == ""
    assert content(backed.data) == before


def test_a_wrong_sheet_and_a_weak_password_are_told_under_their_fields(way, backed, new_computer):
    desk = way(new_computer)
    desk.press("Alt+1", "Return")
    page = desk.window.unlock
    page.way.set_value("sheet")
    page.way.changed.emit()
    for secret, new, field in (("AGE-SECRET-KEY-1SALAH", NEW, page.secret), (backed.secret, "pendek", page.new)):
        page.secret.set_value(secret)
        for each in (page.new, page.again):
            each.line.setText(new)
        desk.press("Ctrl+S")
        assert field.problem()
    assert not new_computer.exists()


def test_an_empty_search_says_how_to_begin_and_a_folder_can_be_chosen(way, backed, new_computer, monkeypatch):
    desk = way(new_computer, plugged=[])
    desk.press("Alt+1")
    assert "Belum ada cadangan yang ditemukan" in words(desk.window)
    desk.press("Ctrl+S")
    assert any("Belum ada cadangan yang dipilih" in text for text in words(desk.window))

    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(backed.data.parent))
    desk.press("Ctrl+O")
    assert any("Tidak ada cadangan PATEN Desk di" in text for text in words(desk.window))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: str(backed.stick))
    desk.press("Ctrl+O")
    assert len(desk.window.choose.table.rows.rows) == 2
    shutil.rmtree(backed.older)
    desk.press("F5")
    assert desk.window.choose.table.rows.rows == []


def test_the_office_knows_its_chosen_places_without_a_stick_by_name(way, backed):
    desk = way(plugged=[])

    assert len(desk.window.choose.table.rows.rows) == 2


def test_a_backup_that_was_named_is_the_only_one_shown(way, backed):
    desk = way(path=backed.older)

    assert [row.key for row in desk.window.choose.table.rows.rows] == [str(backed.older)]


def test_every_step_leads_back_to_the_login(way, backed):
    desk = way()
    desk.open()

    desk.press("Esc")
    assert desk.title() == "Siapa yang membuka cadangan ini?"
    desk.press("Esc")
    assert desk.title() == "Pilih cadangan"
    desk.press("Esc")

    assert len(desk.left) == 1
    assert setup.unlock(backed.data, backed.context.user.id, PASSWORD, backed.clock)


def test_where_nobody_can_log_in_the_reason_is_said_and_no_way_leads_there(way, backed):
    (backed.data / front.FILE).write_text("{")

    desk = way(trouble=StoreUnavailable("Berkas office.json di folder data rusak.", "Pulihkan."))

    assert any("office.json di folder data rusak" in text for text in words(desk.window))
    assert not desk.window.back.isVisible()
    desk.open()
    desk.write(PASSWORD)
    desk.press("Return")
    assert desk.title() == "Kantor sudah pulih"
    assert front.read_front(backed.data).office


def test_batal_stops_the_check_and_the_restore_and_changes_nothing(way, backed):
    before = content(backed.data)
    desk = way()
    desk.press("Return")
    desk.write(PASSWORD)
    desk.window.unlock.done.emit()
    (job,) = desk.tasks.long_work()
    job.cancel()
    desk.settle()
    assert desk.title() == "Siapa yang membuka cadangan ini?"
    assert desk.window.next.isEnabled()

    desk.press("Ctrl+S")
    desk.write(PASSWORD)
    desk.window.agree.done.emit()
    (job,) = desk.tasks.long_work()
    job.cancel()
    desk.settle()

    assert desk.title() == "Pulihkan dari cadangan ini?"
    assert desk.window.next.isEnabled()
    assert content(backed.data) == before
    assert not list(backed.data.parent.glob("*.part"))


def test_nothing_can_be_pressed_twice_while_the_office_comes_back(way, backed):
    desk = way()
    desk.open()
    desk.write(PASSWORD)

    desk.window.agree.done.emit()

    assert not desk.window.back.isEnabled()
    assert not desk.window.next.isEnabled()
    desk.window.agree.done.emit()
    desk.window.go_back()
    assert len(desk.tasks.long_work()) == 1
    desk.settle()
    assert desk.title() == "Kantor sudah pulih"


def test_every_page_fits_a_small_screen(way, backed, new_computer):
    desk = way(new_computer)
    desk.window.resize(1024, 768)
    for keys in (("Alt+1",), ("Return",)):
        desk.press(*keys)
        assert (desk.window.width(), desk.window.height()) == (1024, 768)
        assert desk.window.next.mapTo(desk.window, desk.window.next.rect().bottomRight()).y() < 768


def test_a_computer_with_keys_of_an_office_is_not_asked_whether_it_is_new(backed, qtbot, tasks):
    shutil.rmtree(backed.data)
    assert keys_dir(backed.data).exists()

    window = RestoreWindow(backed.data, tasks, clock=Clock(), plugged=[])
    qtbot.addWidget(window)

    assert not restoring.is_new(backed.data)
    assert window.title.text() == "Pilih cadangan"
    tasks.wait()
