from paten_desk.ui.alert_bar import AlertBar
from paten_desk.ui.button import Button
from tests.ui.pages import words


def test_a_bar_is_there_only_when_it_says_something(shown):
    bar = shown(AlertBar("warn", Button("Tentukan", "small")))
    bar.hide()

    bar.say("Ruang penyimpanan tinggal 300 MB.", "", "late")

    assert words(bar) == ["Ruang penyimpanan tinggal 300 MB."]
    assert bar.property("panel") == "late"
    assert bar.accessibleName() == "Ruang penyimpanan tinggal 300 MB."
