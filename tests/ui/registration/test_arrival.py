from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from paten_desk.domain.people import Proxy
from paten_desk.usecases import form_drafts
from tests.ui.pages import words


def test_one_key_lets_somebody_be_served_first(page, typist):
    typist.key(Qt.Key.Key_F8)
    assert page.form.value().priority

    typist.key(Qt.Key.Key_F8)
    assert not page.form.value().priority


def test_who_brings_the_dossier_is_asked_for_and_kept_with_the_draft(page, typist, context):
    typist.key(Qt.Key.Key_F9)
    typist.line("budi contoh")
    typist.line("anak")

    proxy = page.form.value().proxy
    assert (proxy.name, proxy.relation) == ("BUDI CONTOH", "anak")
    page.keep()
    assert form_drafts.kept(context).proxy.name == "BUDI CONTOH"
    assert "Yang membawa berkas" in words(page)


def test_who_came_alone_after_all_leaves_nothing(page, typist):
    typist.key(Qt.Key.Key_F9)
    typist.line("budi contoh")

    page.form.arrival._close()

    assert page.form.value().proxy is None
    assert page.form.is_empty()


def test_a_kept_proxy_comes_back_with_its_letter(page):
    held = Proxy("BUDI CONTOH", "9999050101900001", "anak", "081200000001", has_letter=True)

    page.form.arrival.show_arrival(True, held)

    assert page.form.arrival.proxy() == held
    assert page.form.arrival.is_first()


def test_a_proxy_without_a_name_is_told_under_the_field(page, typist):
    typist.key(Qt.Key.Key_F9)
    page.register()

    assert page.form.arrival.name.problem() == "Isi nama orang yang membawa berkas."


def test_what_comes_of_a_missing_power_of_attorney_is_read_at_once(page, typist):
    typist.key(Qt.Key.Key_F9)
    arrival = page.form.arrival

    arrival.letter._buttons["without"].setChecked(True)
    assert "Tanpa surat kuasa, suratnya hanya diserahkan kepada pemohon." in words(page)

    arrival.letter._buttons["with"].setChecked(True)
    assert not any("Tanpa surat kuasa, suratnya" in text for text in words(page))


def test_a_window_made_narrow_shows_the_whole_form_after_two_looks_at_the_events(page, typist, returning):
    typist.line(returning.nik)
    typist.key(Qt.Key.Key_F9)

    page.resize(844, 592)
    QApplication.processEvents()
    QApplication.processEvents()

    assert page.form.width() <= page._area.viewport().width()
