from PySide6.QtWidgets import QLabel

from paten_desk.ui.key_help import key_help


def test_the_keys_of_the_page_stand_before_those_that_work_everywhere(qtbot):
    notice = key_help("Pendaftaran", (("Ctrl+S", "simpan dan cetak"),))
    qtbot.addWidget(notice)

    words = [each.text() for each in notice.findChildren(QLabel) if each.text()]

    assert words[0] == "Tombol di Pendaftaran"
    assert words.index("simpan dan cetak") < words.index("Di mana saja") < words.index("ganti petugas")
    assert "Ctrl S" in words


def test_who_may_not_search_reads_no_key_for_it(qtbot):
    made = key_help("Pengaturan", (), searches=False)
    qtbot.addWidget(made)

    said = [each.text() for each in made.findChildren(QLabel)]
    assert "cari di semua data" not in said
    assert "ganti petugas" in said
