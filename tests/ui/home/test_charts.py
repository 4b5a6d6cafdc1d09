import pytest

from paten_desk.ui.home.charts import Charts
from paten_desk.usecases import figures, services
from tests import full_office
from tests.ui.conftest import press
from tests.ui.pages import heard, words


@pytest.fixture
def charts(context, shown):
    made = Charts()
    made.resize(480, 480)
    shown(made)
    show(made, context)
    return made


def show(charts, context):
    charts.show_home(figures.home(context), context.today(), services.catalogue(context))


def test_each_chart_opens_its_marks(charts, context, clock):
    full_office.fill(context, clock)
    show(charts, context)
    opened = heard(charts.opened)

    for chart in charts.each():
        chart.opened.emit(chart.chosen())

    assert [mark.title for mark in opened] == [
        *("Masuk hari ini", "Tepat janji sejak 12 Nov", "Menunggu: verifikasi", "Layanan hari ini: Domisili"),
    ]


def test_what_waits_and_the_services_share_a_card(charts, context, clock):
    full_office.fill(context, clock)
    show(charts, context)
    assert (charts.waiting.isVisible(), charts.services.isVisible()) == (True, False)

    press(charts.views, "Grafik: Layanan hari ini")

    assert (charts.waiting.isVisible(), charts.services.isVisible()) == (False, True)


def test_an_empty_chart_says_so(charts):
    assert "Tidak ada berkas yang menunggu." in words(charts)
    press(charts.views, "Grafik: Layanan hari ini")
    assert "Belum ada permohonan hari ini." in words(charts)
