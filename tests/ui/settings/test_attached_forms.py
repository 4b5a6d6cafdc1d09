import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from paten_desk.domain.errors import PatenError
from paten_desk.ui.settings.services_tab import ServicesTab
from paten_desk.ui.table import Table
from paten_desk.usecases import attachments, forms
from tests.ui.conftest import press as push
from tests.ui.pages import press, words


@pytest.fixture
def tab(context, shown, tasks):
    made = shown(ServicesTab(context, tasks))
    made.refresh()
    made.table.choose("SKTM")
    return made


@pytest.fixture
def chosen(context, tmp_path, monkeypatch):
    """The file a user picks: a form as PDF."""
    path = tmp_path / "Formulir_F-1.02.pdf"
    path.write_bytes(forms.form_pdf(context, "poverty"))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: (str(path), ""))
    return path


@pytest.fixture
def one_after_the_other(answering):
    """Answer dialogs that come up one behind the other."""

    def answer(*answers):
        if not answers:
            return

        def act(dialog):
            first = answers[0]
            first(dialog) if callable(first) else push(dialog, first)
            answer(*answers[1:])

        answering(act)

    return answer


def typed(text, verb):
    def fill(dialog):
        dialog.findChild(QLineEdit).setText(text)
        push(dialog, verb)

    return fill


def names(context, service="SKTM"):
    return [form.name for form in attachments.of_service(context, service)]


def test_a_form_is_attached_under_the_name_of_its_file(qtbot, context, tab, chosen, one_after_the_other):
    def empty_then_attach(dialog):
        assert "Belum ada formulir untuk layanan ini" in words(dialog)
        press(qtbot, dialog, "Ctrl+N")

    one_after_the_other(empty_then_attach, "Lampirkan", "Kembali")
    press(qtbot, tab, "F7")

    assert names(context) == ["Formulir F-1.02"]
    assert names(context, "SKDOM") == []


def test_a_form_of_every_service_is_given_out_for_the_others_too(tab, context, chosen, one_after_the_other):
    def for_all(dialog):
        push(dialog, "Diberikan untuk: Semua layanan")
        typed("Biodata", "Lampirkan")(dialog)

    one_after_the_other("Lampirkan PDF", for_all, "Kembali")
    tab.forms.click()

    assert names(context) == names(context, "SKDOM") == ["Biodata"]


def test_what_is_no_pdf_is_told_in_the_dialog(tab, context, chosen, one_after_the_other):
    chosen.write_bytes(b"PK")

    def refuse(dialog):
        push(dialog, "Lampirkan")
        assert "Berkas ini bukan PDF. Pilih formulir dalam bentuk PDF." in words(dialog)
        dialog.reject()

    one_after_the_other("Lampirkan PDF", refuse, "Kembali")
    tab.forms.click()

    assert names(context) == []


def test_a_damaged_pdf_is_refused_in_a_sentence(qtbot, tab, context, chosen, one_after_the_other):
    chosen.write_bytes(b"%PDF-1.7 rusak")

    one_after_the_other("Lampirkan PDF", "Lampirkan")
    with qtbot.captureExceptions() as caught:
        tab.forms.click()

    assert isinstance(caught[0][1], PatenError)
    assert names(context) == []


def test_a_form_is_retired_with_a_reason(qtbot, tab, context, one_after_the_other):
    made = attachments.attach(context, "SKTM", "Formulir lama", forms.form_pdf(context, "poverty"))

    def retire(dialog):
        assert {"Formulir lama", "Layanan ini"} <= set(cells(dialog))
        press(qtbot, dialog, "Ctrl+D")

    one_after_the_other(retire, typed("Diganti formulir 2027", "Tarik formulir"), "Kembali")
    tab.forms.click()

    assert names(context) == []
    assert attachments.pdf(context, made.id).startswith(b"%PDF")


def cells(dialog):
    table = dialog.findChild(Table)
    return [cell for row in table.rows.rows for cell in row.cells]


def test_going_back_changes_nothing(tab, context, monkeypatch, one_after_the_other):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: ("", ""))

    one_after_the_other("Lampirkan PDF", "Kembali")
    tab.forms.click()

    assert names(context) == []
