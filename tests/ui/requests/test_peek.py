from paten_desk.domain.workflow import Action
from paten_desk.ui.requests.peek import Peek
from paten_desk.usecases import work
from tests.builders import a_request
from tests.ui.pages import words


def test_the_panel_tells_who_what_and_where_it_stands(context, qtbot):
    made = a_request(context)
    panel = Peek(context)
    qtbot.addWidget(panel)
    panel.show()

    panel.show_request(made.id)

    shown = words(panel)
    assert made.personal.applicant.name in shown
    assert "Surat Keterangan Tidak Mampu" in shown
    assert f"{made.number} · masuk hari ini 09.30" in shown
    assert "Verifikasi: sedang berjalan" in panel._steps.accessibleName()


def test_the_panel_tells_why_a_dossier_went_back(context, qtbot):
    made = work.act(context, a_request(context).id, Action.RETURN, "tanda tangan lurah belum ada")
    panel = Peek(context)
    qtbot.addWidget(panel)
    panel.show()

    panel.show_request(made.id)

    assert "Alasan: tanda tangan lurah belum ada" in words(panel)
