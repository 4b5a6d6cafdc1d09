import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from paten_desk.domain.roles import Right, Role
from paten_desk.store import front as fronts
from paten_desk.ui.approving import ask_approval
from paten_desk.usecases import passwords
from tests.builders import a_user
from tests.ui.conftest import press as push
from tests.ui.pages import press, words, write

PASSWORD, WRONG = "payung biru tua", "payung merah tua"
WHAT = "Biaya SKTM menjadi Rp5.000."


@pytest.fixture
def made_front(context):
    """What counts wrong passwords."""
    fronts.write_front(context.data, fronts.Front("Kantor"))


@pytest.fixture
def kasi(context):
    return a_user(context, Role.SECTION_HEAD)


def test_the_only_one_who_can_agree_just_types_the_password(qtbot, context, kasi, answering):
    seen = []

    def agree(dialog):
        seen.extend(words(dialog))
        write(qtbot, dialog, PASSWORD)
        press(qtbot, dialog, "Return")

    answering(agree)
    approval = ask_approval(context, Right.CHANGE_FEE, WHAT)

    assert (approval.right, approval.user) == (Right.CHANGE_FEE, kasi.id)
    assert WHAT in seen


def test_one_of_several_is_chosen_first(qtbot, context, kasi, answering):
    head = a_user(context, Role.HEAD, display="Camat Contoh")

    def agree(dialog):
        push(dialog, "Setujui")
        assert "Pilih orang yang menyetujui." in words(dialog)
        write(qtbot, dialog, "cam")
        qtbot.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Return)
        write(qtbot, dialog, PASSWORD)
        press(qtbot, dialog, "Return")

    answering(agree)

    assert ask_approval(context, Right.CHANGE_FEE, WHAT).user == head.id


def test_a_wrong_password_is_told_under_its_field_with_the_wait(qtbot, context, kasi, answering, made_front):
    def guess(dialog):
        for _ in range(3):
            write(qtbot, dialog, WRONG)
            press(qtbot, dialog, "Return")
        assert "Kata sandi tidak cocok. Tunggu 1 detik, lalu coba lagi." in words(dialog)
        assert isinstance(QApplication.focusWidget(), QLineEdit)
        assert QApplication.focusWidget().text() == ""
        passwords._last_wrong.clear()
        dialog.reject()

    answering(guess)

    assert ask_approval(context, Right.CHANGE_FEE, WHAT) is None


def test_where_nobody_can_agree_one_reads_whom_to_add(context, answering):
    seen = []
    answering(lambda dialog: (seen.extend(words(dialog)), push(dialog, "Mengerti")))

    assert ask_approval(context, Right.CHANGE_FEE, WHAT) is None
    assert "Belum ada orang kedua yang dapat menyetujui langkah ini." in seen
    assert any("kepala seksi" in text and "Petugas" in text for text in seen)
