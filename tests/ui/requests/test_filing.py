import pytest
from PySide6.QtWidgets import QFileDialog

from paten_desk.domain.letters import Letter
from paten_desk.domain.workflow import Status
from paten_desk.store import journal
from paten_desk.ui.requests.detail import RequestPage
from paten_desk.usecases import letters
from tests.builders import a_request
from tests.documents.test_signed_pdf import signed
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up


def test_a_signed_pdf_is_chosen_and_shown(context, tasks, qtbot, tmp_path, monkeypatch):
    request = a_request(context, Status.READY)
    file = tmp_path / "surat bertanda tangan.pdf"
    file.write_bytes(signed(letters.original(context, request.id)))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_, **__: (str(file), "")))
    page = bring_up(qtbot, RequestPage(context, tasks, request.id))

    push(page, "Arsipkan PDF BSrE")
    tasks.wait()

    assert letters.preview(context, request.id) == file.read_bytes()
    assert journal.load(Letter, request.letter).final


def test_a_draft_takes_none(context, tasks, qtbot):
    page = bring_up(qtbot, RequestPage(context, tasks, a_request(context, Status.DRAFTED).id))

    with pytest.raises(AssertionError, match="no button"):
        push(page, "Arsipkan PDF BSrE")
