import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from PySide6.QtGui import QImage, QPainter

from paten_desk.ui.pdf import BAND_BYTES, bands, page_sizes, render
from tests.ui.gallery import a_pdf


@pytest.fixture(scope="module")
def pdf(qapp):
    return a_pdf(2)


def test_the_size_of_a_page_is_known_in_millimetres(pdf):
    width, height = page_sizes(pdf)[1]

    assert (width, height) == pytest.approx((215, 330), abs=1)


def test_a_page_becomes_an_image_of_the_asked_density(pdf):
    image = render(pdf, 0, 144, ratio=2.0)

    assert image.width() == pytest.approx(215 / 25.4 * 144, abs=8)
    assert image.devicePixelRatio() == 2.0
    assert image.pixelColor(5, 5).name() == "#ffffff"
    assert "#000000" in {image.pixelColor(x, y).name() for x in range(0, 1200, 9) for y in range(0, 1800, 9)}


def test_two_threads_may_ask_at_once(pdf):
    widths = []
    threads = [threading.Thread(target=lambda: widths.append(render(pdf, 0, 40).width())) for _ in range(6)]

    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert len(set(widths)) == 1
    assert len(widths) == 6


def test_window_and_worker_draw_many_pages_at_once_without_a_crash(qapp):
    pdf = a_pdf(12)
    expected = [render(pdf, page, 30) for page in range(12)]
    wrong = []

    def draw_all(at):
        for page in range(12):
            if render(pdf, (page + at) % 12, 30) != expected[(page + at) % 12]:
                wrong.append((at, page))
            list(bands(pdf, page, 30))

    with ThreadPoolExecutor(8) as threads:
        waiting = [threads.submit(draw_all, at) for at in range(16)]
        draw_all(0)  # the window's own thread
        for each in waiting:
            each.result()

    assert wrong == []


@pytest.mark.parametrize("dpi", [72, 150, 203, 300])
def test_the_strips_of_a_page_are_the_page(pdf, dpi):
    whole = render(pdf, 0, dpi)
    together = QImage(whole.size(), whole.format())
    painter = QPainter(together)
    foot = 0

    for band in bands(pdf, 0, dpi):
        assert band.top == foot
        assert band.image.width() == whole.width()
        foot += band.image.height()
        painter.drawImage(0, band.top, band.image)
    painter.end()

    assert foot == whole.height() == band.page_height
    assert together == whole


def test_a_page_of_f4_at_300_dots_an_inch_needs_less_than_20_mb_at_a_time(pdf):
    sizes = [band.image.sizeInBytes() for band in bands(pdf, 0, 300)]

    assert sum(sizes) > 35_000_000
    assert 2 * max(sizes) <= 2 * BAND_BYTES < 20_000_000
