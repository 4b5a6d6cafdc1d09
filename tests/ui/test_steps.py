from paten_desk.ui.steps import CheckRow, Steps, Stop, StopState
from paten_desk.ui.tokens import ACCENT

WAY = (Stop("Diterima", "07.41", StopState.DONE), Stop("Paraf", "menunggu", StopState.LATE), Stop("Diserahkan"))


def test_a_way_is_spoken_stop_by_stop(qtbot):
    steps = Steps(WAY)
    qtbot.addWidget(steps)

    assert steps.accessibleName() == "Diterima: selesai; Paraf: terlambat; Diserahkan: belum"


def test_a_way_is_as_tall_as_its_stops(qtbot):
    steps = Steps(WAY, pitch=50)
    qtbot.addWidget(steps)
    steps.resize(240, 10)

    image = steps.grab().toImage()

    ratio = image.devicePixelRatio()
    colors = {image.pixelColor(round(11 * ratio), y).name().upper() for y in range(image.height())}
    assert steps.height() == 150
    assert ACCENT in colors


def test_one_verb_mends_what_is_not_in_order(qtbot):
    check, acted = CheckRow("2 berkas lewat janji", "Tulis sebab.", "Putuskan", "late", "Putuskan"), []
    check.acted.connect(lambda: acted.append(1))
    qtbot.addWidget(check)

    check.button.click()

    assert acted == [1]
    assert check.accessibleName() == "2 berkas lewat janji: Putuskan. Tulis sebab."


def test_what_is_in_order_has_no_verb(qtbot):
    check = CheckRow("Kas cocok", "Rp0", "Beres", "good")
    qtbot.addWidget(check)

    assert check.button.isHidden()
