from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit

from paten_desk.ui import dialogs
from tests.ui.conftest import press


def name_and_accept(dialog, name):
    dialog.findChild(QLineEdit, "fileNameEdit").setText(name)
    QFileDialog.accept(dialog)


def test_telling_waits_until_it_is_read(qtbot, answering):
    seen = []
    answering(
        lambda dialog: (seen.extend(each.text() for each in dialog.findChildren(QLabel)), press(dialog, "Mengerti"))
    )

    dialogs.tell("Berkas belum terkirim.", "Pasang USB, lalu coba lagi.")

    assert {"Berkas belum terkirim.", "Pasang USB, lalu coba lagi."} <= set(seen)


def test_confirming_says_whether_to_go_on(qtbot, answering):
    answering("Hapus draf")
    assert dialogs.confirm("Hapus draf?", "Isinya hilang.", "Hapus draf")

    answering("Kembali")
    assert not dialogs.confirm("Hapus draf?", "Isinya hilang.", "Hapus draf")


def test_a_careful_question_goes_back_on_enter(qtbot, answering):
    answering(lambda dialog: qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return))

    assert not dialogs.confirm("Pulihkan cadangan?", "Data hari ini diganti.", "Pulihkan", careful=True)


def test_one_of_several_ways_is_chosen(qtbot, answering):
    answering("Cetak ulang")

    assert dialogs.ask("Surat sudah tercetak.", "", (("again", "Cetak ulang"), ("open", "Buka"))) == "again"


def test_a_reason_has_to_be_words(qtbot, answering):
    def act(dialog):
        line = dialog.findChild(QLineEdit)
        qtbot.keyClicks(line, "xx")
        qtbot.keyClick(line, Qt.Key.Key_Return)
        assert "Tulis alasan dengan paling sedikit 5 huruf." in [each.text() for each in dialog.findChildren(QLabel)]
        qtbot.keyClicks(line, " salah nama")
        qtbot.keyClick(line, Qt.Key.Key_Return)

    answering(act)

    assert dialogs.ask_reason("Batalkan nomor 031?", "Nomor tidak dipakai lagi.", "Batalkan") == "xx salah nama"


def test_going_back_gives_no_reason(qtbot, answering):
    answering(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))

    assert dialogs.ask_reason("Batalkan nomor 031?", "", "Batalkan") == ""


def test_a_line_of_text_can_be_asked_for(qtbot, answering):
    answering("Simpan")

    assert dialogs.ask_text("Nama cadangan", "", "Simpan", name="Nama", given="Sebelum pindah") == "Sebelum pindah"


def test_a_password_is_asked_for_in_dots(qtbot, answering):
    def act(dialog):
        line = dialog.findChild(QLineEdit)
        assert line.echoMode() == QLineEdit.EchoMode.Password
        qtbot.keyClicks(line, "rahasia")
        press(dialog, "Lanjut")

    answering(act)

    assert dialogs.ask_secret("Masukkan PIN", "", "Lanjut", name="PIN") == "rahasia"


def test_a_new_file_gets_the_ending_that_was_suggested(qtbot, answering, tmp_path):
    answering(lambda dialog: name_and_accept(dialog, "laporan"))

    chosen = dialogs.choose_new_file("Simpan laporan", dialogs.PDF, tmp_path / "bulan.pdf")

    assert chosen == tmp_path / "laporan.pdf"


def test_choosing_no_folder_gives_none(qtbot, answering):
    answering(lambda dialog: dialog.reject())

    assert dialogs.choose_folder("Pilih USB", Path.home()) is None


def test_a_file_that_is_there_can_be_chosen(qtbot, answering, tmp_path):
    (tmp_path / "berkas.pdf").write_bytes(b"x")
    answering(lambda dialog: name_and_accept(dialog, "berkas.pdf"))

    assert dialogs.choose_file("Buka berkas", dialogs.PDF, tmp_path) == tmp_path / "berkas.pdf"
