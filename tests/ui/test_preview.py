import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from paten_desk.ui.preview import Chart, Preview, Sheet, paper_words
from tests.ui.conftest import press
from tests.ui.gallery import a_pdf


@pytest.fixture(scope="module")
def pdf(qapp):
    return a_pdf(2)


@pytest.fixture
def preview(shown, pdf):
    made = Preview()
    made.show_pdf(pdf, "Kertas printer cocok")
    made.resize(700, 500)
    return shown(made)


def words(widget):
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible() and each.text()]


def test_every_page_is_shown_with_the_paper_s_name(preview):
    assert len(preview.findChildren(Sheet)) == 2
    assert words(preview)[0].startswith("F4, ")
    assert "2 halaman" in words(preview)[0]


def test_pages_are_as_wide_as_the_room_until_somebody_zooms(qtbot, preview):
    before = preview.findChildren(Sheet)[0].width()

    preview.resize(900, 500)
    qtbot.waitUntil(lambda: preview.findChildren(Sheet)[0].width() > before)

    press(preview, "Perbesar")
    zoomed = preview.zoom()
    preview.resize(700, 500)

    assert preview.zoom() == zoomed


def test_zoom_goes_in_and_out_by_key(qtbot, preview):
    preview.setFocus()
    before = preview.zoom()

    qtbot.keyClick(preview, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    greater = preview.zoom()
    qtbot.keyClick(preview, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)

    assert greater > before
    assert preview.zoom() < greater


def test_zoom_has_its_ends(preview):
    for _ in range(20):
        preview.zoom_by(1)
    assert preview.zoom() == 300

    for _ in range(20):
        preview.zoom_by(-1)
    assert preview.zoom() == 40


def test_nothing_yet_is_said_in_words(shown):
    made = shown(Preview("Konsep surat akan tampil di sini."))

    assert "Konsep surat akan tampil di sini." in words(made)


def test_what_is_shown_is_the_page_of_the_pdf(preview):
    image = preview.findChildren(Sheet)[0].grab().toImage()

    colors = {image.pixelColor(x, y).name() for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}

    assert {"#ffffff", "#000000"} <= colors


def test_a_chart_is_drawn_anew_for_its_size(shown):
    asked = []

    def draw(width, height):
        asked.append((width, height))
        return a_pdf(1, width / 72 * 25.4, height / 72 * 25.4)

    chart = Chart(draw, 120, "Permohonan per hari")
    chart.resize(300, 150)
    shown(chart)
    chart.grab()
    chart.resize(400, 150)
    chart.grab()

    assert asked[-1] == (400, 150)
    assert chart.accessibleName() == "Permohonan per hari"


@pytest.mark.parametrize(
    ("size", "said"),
    [
        ((215, 330), "F4, 215 × 330 mm"),
        ((330.2, 215.9), "F4, 330 × 216 mm"),
        ((210, 297), "A4, 210 × 297 mm"),
        ((80, 143), "80 × 143 mm"),
    ],
)
def test_a_paper_is_called_by_its_name(size, said):
    assert paper_words(*size) == said
