import pytest

from paten_desk.ui.registration.summary import Summary
from paten_desk.usecases import services


@pytest.fixture
def summary(qtbot, context):
    made = Summary(context)
    qtbot.addWidget(made)
    return made


def test_before_a_service_is_chosen_nothing_is_promised(summary):
    assert summary.promise.text() == "Pilih layanan dahulu"
    assert summary.fee.text() == ""


def test_the_promise_and_the_fee_follow_the_service(summary, context):
    sktm = services.catalogue(context)["SKTM"]

    summary.show_services([sktm], [0])

    assert summary.promise.text() == "Hari ini, pukul 10.30 WIB"
    assert summary.fee.text() == "Rp0 GRATIS"


def test_the_slowest_service_of_a_visit_is_promised(summary, context):
    catalogue = services.catalogue(context)

    summary.show_services([catalogue["SKTM"], catalogue["SKDU"]], [0, 0])

    assert summary.promise.text() == "Senin, 23 November 2026, pukul 16.00 WIB"


@pytest.mark.parametrize(
    ("missing", "words"),
    [
        ([0, 0], "diberikan saat disimpan"),
        ([1, 0], "diberikan untuk layanan yang lengkap"),
        ([1, 2], "tidak diberi nomor"),
    ],
)
def test_the_number_is_announced_as_it_will_be_given(summary, context, missing, words):
    sktm = services.catalogue(context)["SKTM"]

    summary.show_services([sktm, sktm], missing)

    assert summary.number.text() == words
