import pytest
from PySide6.QtWidgets import QCheckBox

from paten_desk.domain.roles import Role, serves
from paten_desk.ui.settings.leaving_page import LeavingPage
from paten_desk.ui.settings.served import Served
from paten_desk.ui.settings.users_tab import UsersTab
from paten_desk.usecases import offices, setup
from paten_desk.usecases.setup import UserDraft
from tests.ui.conftest import press as push
from tests.ui.pages import come_back, fill_in, press, words, write

NEW = "sungai jernih di pagi hari"


@pytest.fixture
def tab(desk, tasks, shown):
    made = shown(UsersTab(desk, tasks))
    made.pages = []
    made.page_made.connect(made.pages.append)
    made.refresh()
    made.table.setFocus()
    return made


def test_a_new_clerk_can_log_in_at_once(qtbot, desk, tab, tasks, answering):
    def fill(dialog):
        write(qtbot, dialog, "Rina Contoh")
        for box in dialog.findChildren(QCheckBox):
            box.setChecked(box.text() == "Petugas informasi")
        press(qtbot, dialog, "Return")
        dialog.findChildren(QCheckBox)[-1].setFocus()
        press(qtbot, dialog, "Tab")
        write(qtbot, dialog, NEW)
        press(qtbot, dialog, "Return")

    answering(fill)
    press(qtbot, tab, "Ctrl+N")
    tasks.wait()

    made = next(user for user in setup.users(desk) if user.display == "Rina Contoh")
    assert made.roles == (Role.INFO,)
    assert setup.unlock(desk.data, made.id, NEW, desk.clock).user == made
    assert tab.said.text() == "Rina Contoh dapat masuk mulai sekarang."


def test_what_is_wrong_with_a_new_clerk_stands_under_its_field(qtbot, desk, tab, answering):
    def fill(dialog):
        for box in dialog.findChildren(QCheckBox):
            box.setChecked(False)
        push(dialog, "Simpan")
        assert {
            "Isi nama petugas.",
            "Pilih paling sedikit satu peran.",
            "Kata sandi paling pendek 10 huruf; baru terisi 0.",
        } <= set(words(dialog))
        dialog.reject()

    answering(fill)
    tab.add.click()

    assert len(setup.users(desk)) == 1


def test_somebody_who_forgot_gets_a_new_password_and_other_roles(qtbot, desk, tab, tasks, answering):
    made = offices.add_user(desk, UserDraft("Rina Contoh", (Role.COUNTER_CLERK,), NEW))
    tab.refresh()
    tab.table.choose(made.id)

    other = "gunung biru di sore hari"
    answering(fill_in(qtbot, other, other))
    tab.give.click()
    tasks.wait()
    assert setup.unlock(desk.data, made.id, other, desk.clock)

    come_back(qtbot, tab)

    def more(dialog):
        next(box for box in dialog.findChildren(QCheckBox) if box.text() == "Operator komputer").setChecked(True)
        push(dialog, "Simpan")

    answering(more)
    press(qtbot, tab, "F2")
    assert next(user for user in setup.users(desk) if user.id == made.id).roles == (Role.COUNTER_CLERK, Role.OPERATOR)


def test_the_last_admin_keeps_that_role(desk, tab, answering):
    def less(dialog):
        next(box for box in dialog.findChildren(QCheckBox) if box.text() == "Admin").setChecked(False)
        push(dialog, "Simpan")
        assert "Admin terakhir tetap admin; angkat admin lain dahulu." in words(dialog)
        dialog.reject()

    answering(less)
    tab.edit.click()

    assert Role.ADMIN in setup.users(desk)[0].roles


def a_clerk(desk, tab, *roles):
    made = offices.add_user(desk, UserDraft("Rina Contoh", roles or (Role.COUNTER_CLERK,), NEW))
    tab.refresh()
    tab.table.choose(made.id)
    return made


def test_somebody_can_be_given_single_services(qtbot, desk, tab, answering):
    made = a_clerk(desk, tab)

    def choose(dialog):
        press(qtbot, dialog, "Right")
        push(dialog, "Simpan")
        assert "Pilih paling sedikit satu layanan." in words(dialog)
        for box in dialog.findChildren(QCheckBox):
            box.setChecked(box.text().startswith(("SKTM ", "SKDU ")))
        push(dialog, "Simpan")

    answering(choose)
    press(qtbot, tab, "F7")

    held = next(user for user in setup.users(desk) if user.id == made.id)
    assert set(held.services) == {"SKTM", "SKDU"}
    assert not serves(held, "SKDOM")


def test_nothing_ticked_is_all_services(desk, tab, answering):
    made = a_clerk(desk, tab)
    offices.change_services(desk, made.id, ("SKTM",))
    tab.refresh()

    def choose(dialog):
        dialog.findChild(Served).whole._buttons["all"].click()
        push(dialog, "Simpan")

    answering(choose)
    tab.serve.click()

    assert next(user for user in setup.users(desk) if user.id == made.id).services == ()


def test_leaving_opens_the_list_of_what_is_to_be_done(desk, tab):
    made = a_clerk(desk, tab)

    tab.retire.click()

    (page,) = tab.pages
    assert isinstance(page, LeavingPage)
    assert made.display in page.accessibleName()


def test_the_step_of_the_backup_leads_to_its_room(desk, tab):
    head = a_clerk(desk, tab, Role.HEAD)
    tab.table.choose(head.id)

    tab.retire.click()
    (page,) = tab.pages
    page.refresh()
    asked = []
    page.open_rooms.connect(lambda *to: asked.append(to))
    page.rows["backup"].button.click()

    assert asked == [("backups", "")]


def test_who_left_stays_on_the_list_until_everything_is_done(qtbot, desk, tab):
    head = a_clerk(desk, tab, Role.HEAD)
    offices.retire_user(desk, head.id)
    tab.refresh()
    tab.table.choose(head.id)

    assert tab.table.current() == head.id
    assert not tab.edit.isEnabled()
    assert not tab.give.isEnabled()
    press(qtbot, tab.table.view, "Return")
    assert isinstance(tab.pages[0], LeavingPage)


def test_a_new_recovery_sheet_opens_over_the_page_and_resets_a_password(desk, tab, tasks, answering):
    before = (desk.data / "recovery.age").read_bytes()
    answering("Kembali")
    tab.recovery.click()
    assert (desk.data / "recovery.age").read_bytes() == before

    answering("Buat lembar")
    tab.recovery.click()
    tasks.wait()

    (page,) = tab.pages
    assert (desk.data / "recovery.age").read_bytes() != before
    assert page.sheet._pdf.startswith(b"%PDF")
