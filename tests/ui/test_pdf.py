import threading

import pytest

from paten_desk.ui.pdf import page_sizes, render
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
