from paten_desk.ui import opening
from paten_desk.ui.requests.detail import RequestPage
from paten_desk.ui.search.merging import MergePage
from paten_desk.ui.search.page import SearchPage
from paten_desk.usecases import proofs, requests
from tests.builders import a_request, a_visit


def test_each_page_is_made_when_it_is_wanted(context, tasks, qtbot):
    (made,) = requests.register(context, a_visit(context))

    for page, kind in (
        (opening.request_page(context, tasks, made.id), RequestPage),
        (opening.twins_page(context, made.personal.applicant.person), MergePage),
    ):
        qtbot.addWidget(page)
        assert isinstance(page, kind)


def test_a_scanned_code_is_its_request_and_words_are_a_page(context, tasks, qtbot):
    made = a_request(context)

    request, page = opening.search(context, tasks, None, proofs.of_receipt(context, made), None)
    assert (request, page) == (made.id, None)

    a_request(context, serial=2)
    request, page = opening.search(context, tasks, None, "contoh", None)
    qtbot.addWidget(page)
    assert request == ""
    assert isinstance(page, SearchPage)
