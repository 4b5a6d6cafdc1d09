import pytest

from paten_desk.domain.workflow import Action, Status
from paten_desk.ui.requests.detail import RequestPage
from paten_desk.usecases import requests, work
from tests.builders import a_request, with_officials
from tests.ui.conftest import press as push
from tests.ui.pages import bring_up, words, write


@pytest.fixture
def refused(context):
    made = a_request(context)
    return work.act(context, made.id, Action.REJECT, "bukan penduduk")


def bring(context, tasks, qtbot, request):
    return bring_up(qtbot, RequestPage(context, tasks, request.id))


def test_a_refused_request_gets_its_letter(context, refused, tasks, qtbot, answering):
    with_officials(context)
    page = bring(context, tasks, qtbot, refused)

    def issue(dialog):
        assert any("Alasan: bukan penduduk." in text for text in words(dialog))
        push(dialog, "Terbitkan")
        assert "Tulis dasar hukum penolakan ini." in words(dialog)
        write(qtbot, dialog, "Pasal 5 Peraturan Bupati Contoh Raya Nomor 1 Tahun 2026")
        push(dialog, "Terbitkan")

    answering(issue)
    push(page, "Surat penolakan")
    tasks.wait()

    assert work.is_issued(requests.load(context, refused.id))
    assert page._shows_letter()
    assert page._print.words() == "Cetak surat"


def test_without_officials_it_says_what_to_do(context, refused, tasks, qtbot, answering):
    page = bring(context, tasks, qtbot, refused)

    answering(lambda dialog: dialog.reject())
    push(page, "Surat penolakan")

    assert not work.is_issued(requests.load(context, refused.id))


def test_a_request_that_was_not_refused_has_no_such_button(context, tasks, qtbot):
    page = bring(context, tasks, qtbot, a_request(context, Status.ACCEPTED))

    with pytest.raises(AssertionError, match="no button"):
        push(page, "Surat penolakan")
