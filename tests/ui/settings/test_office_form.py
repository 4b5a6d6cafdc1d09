import io

import pytest
from PIL import Image
from PySide6.QtWidgets import QApplication

from paten_desk.ui.settings.office_form import OfficeForm
from paten_desk.usecases import letterheads, setup
from tests.ui.conftest import press as push
from tests.ui.pages import press, write


@pytest.fixture
def form(context, shown):
    made = OfficeForm(context)
    made.contexts = []
    made.saved.connect(made.contexts.append)
    shown(made)
    made.begin()
    return made


def typed_over(qtbot, field, text):
    field.editor.setFocus()
    field.line.selectAll()
    write(qtbot, field, text)


def test_a_new_address_is_saved_by_key_and_is_a_record(qtbot, form):
    assert not form.save.isEnabled()
    typed_over(qtbot, form.fields["address"], "Jalan Baru Nomor 2")
    assert form.note.text() == "Ada perubahan yang belum disimpan."

    press(qtbot, form, "Ctrl+S")

    assert setup.current_office().address == "Jalan Baru Nomor 2"
    assert form.contexts[0].office.address == "Jalan Baru Nomor 2"


def test_what_was_typed_can_be_taken_back(qtbot, form):
    typed_over(qtbot, form.fields["seat"], "Salah Ketik")

    form.undo.click()

    assert form.fields["seat"].value() == "Contoh"
    assert not form.save.isEnabled()


def test_a_number_pattern_is_written_in_words_with_an_example(qtbot, form):
    pattern = form.fields["letter_pattern"]
    assert pattern.value() == "{klasifikasi}/{urut:3}/{singkatan}/{bulan_romawi}/{tahun}"
    assert pattern._below.text() == "Contoh: 400.12.3.1/012/KEC-CTH/XI/2026"

    typed_over(qtbot, pattern, "{urut:4}/{singkatan}/{tahun}")
    assert pattern._below.text() == "Contoh: 0012/KEC-CTH/2026"
    press(qtbot, form, "Ctrl+S")

    assert setup.current_office().letter_pattern == "{seq:4}/{unit}/{year}"


def test_a_wrong_pattern_is_told_in_the_words_of_the_screen(qtbot, form):
    typed_over(qtbot, form.fields["letter_pattern"], "{klasifikasi}/{tahun}")
    press(qtbot, form, "Ctrl+S")

    assert form.fields["letter_pattern"].problem() == "Pola nomor harus memuat nomor urut {urut}."
    assert QApplication.focusWidget() is form.fields["letter_pattern"].line
    assert form.contexts == []


def test_the_office_chooses_in_what_its_letters_are_set(qtbot, form):
    push(form, "Huruf surat: Bookman Old Style")
    press(qtbot, form, "Ctrl+S")

    assert setup.current_office().letter_font == "bookman"
    assert letterheads.letterhead(setup.current_office()).family == "bookman"


def test_counters_are_parted_by_commas(qtbot, form):
    typed_over(qtbot, form.fields["counters"], "Loket 1, Loket 2,")
    press(qtbot, form, "Ctrl+S")

    assert setup.current_office().counters == ("Loket 1", "Loket 2")


def test_a_crest_waits_for_the_saving(qtbot, form, tmp_path):
    held = io.BytesIO()
    Image.new("RGB", (120, 150), "navy").save(held, "PNG")
    (tmp_path / "lambang.png").write_bytes(held.getvalue())

    form.take_crest(tmp_path / "lambang.png")
    assert setup.current_office().crest == ""
    press(qtbot, form, "Ctrl+S")

    assert setup.current_office().crest != ""
