import pytest
from PySide6.QtWidgets import QCheckBox, QLabel

from paten_desk.domain.errors import Invalid
from paten_desk.domain.roles import Role
from paten_desk.ui.settings.users_tab import UsersTab
from paten_desk.usecases import offices, sample, setup
from paten_desk.usecases.setup import UserDraft
from tests.ui.conftest import press as push
from tests.ui.pages import come_back, press, write

NEW = "sungai jernih di pagi hari"


@pytest.fixture
def tab(desk, tasks, shown):
    made = shown(UsersTab(desk, tasks))
    made.pages = []
    made.page_made.connect(made.pages.append)
    made.refresh()
    made.table.setFocus()
    return made


def fill_in(qtbot, *texts):
    def fill(dialog):
        for text in texts:
            write(qtbot, dialog, text)
            press(qtbot, dialog, "Return")

    return fill


def seen(dialog):
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisible()]


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
        } <= set(seen(dialog))
        dialog.reject()

    answering(fill)
    tab.add.click()

    assert len(setup.users(desk)) == 1


def test_one_changes_ones_own_password(qtbot, desk, tab, tasks, answering):
    answering(fill_in(qtbot, sample.PASSWORD, NEW, NEW))
    tab.mine.click()
    tasks.wait()

    assert setup.unlock(desk.data, desk.user.id, NEW, desk.clock).user.id == desk.user.id
    assert tab.said.text().startswith("Kata sandi Anda sudah diganti")


def test_a_wrong_old_password_changes_nothing(qtbot, desk, tab, tasks, answering):
    def fill(dialog):
        fill_in(qtbot, "bukan kata sandi saya", NEW, "lain lagi sama sekali")(dialog)
        assert {
            "Kata sandi lama tidak cocok; ketik sekali lagi.",
            "Kedua kata sandi belum sama; ketik ulang.",
        } <= set(seen(dialog))
        dialog.reject()

    answering(fill)
    tab.mine.click()
    tasks.wait()

    assert setup.unlock(desk.data, desk.user.id, sample.PASSWORD, desk.clock)
    with pytest.raises(Invalid):
        offices.change_password(desk, "bukan kata sandi saya", NEW)


def test_somebody_who_forgot_gets_a_new_password_other_roles_and_retires(qtbot, desk, tab, tasks, answering):
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

    come_back(qtbot, tab)
    answering("Pensiunkan")
    tab.retire.click()
    assert [user.id for user in setup.users(desk)] == [desk.user.id]


def test_the_last_admin_keeps_that_role(desk, tab, answering):
    def less(dialog):
        next(box for box in dialog.findChildren(QCheckBox) if box.text() == "Admin").setChecked(False)
        push(dialog, "Simpan")
        assert "Admin terakhir tetap admin; angkat admin lain dahulu." in seen(dialog)
        dialog.reject()

    answering(less)
    tab.edit.click()

    assert Role.ADMIN in setup.users(desk)[0].roles


def test_the_last_admin_does_not_retire(qtbot, desk, tab, answering):
    answering("Pensiunkan")
    with qtbot.captureExceptions() as raised:
        tab.retire.click()

    assert isinstance(raised[0][1], Invalid)
    assert len(setup.users(desk)) == 1


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
