"""Through a real print service: what comes out is what was made, to a tenth of a millimetre."""

import subprocess
import sys
from dataclasses import replace

import pypdfium2
import pytest
from PIL import Image, ImageChops

from paten_desk.documents import letter, receipt
from paten_desk.domain.printing import PrintProfile, SheetKind
from paten_desk.ui import printing, spooler
from paten_desk.usecases import print_profiles
from tests.prints.conftest import QUEUE, why_not

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not() or "can print")

MM = 72 / 25.4
SIZE_MM, PLACE_MM, SHARE, GREY = 0.1, 0.2, 0.01, 32
FIGURES = "{:24} page off by {:.3f} mm, words by {:.3f} mm at most, {:.2%} of the dots differ"


def boxes(page):
    """Return the box of every letter that has ink, and what it says; printed letters may have lost what they say."""
    words = page.get_textpage()
    found = [(words.get_charbox(at), words.get_text_range(at, 1)) for at in range(words.count_chars())]
    return [(box, says) for box, says in found if box[2] > box[0] and box[3] > box[1]]


def words_of(page):
    """Return the box of every word: letters that follow each other on a line without a blank."""
    found, open_word = [], []
    for box, says in [*boxes(page), ((0, 0, 0, 0), " ")]:
        if says.strip() and (not open_word or abs(box[0] - open_word[-1][2]) < 2):
            open_word.append(box)
            continue
        if open_word:
            found.append(open_word)
        open_word = [box] if says.strip() else []
    return found


def distance(word, letters):
    """Return how far the letters of a printed word are from where they were drawn, in points."""
    return max(min(max(abs(a - b) for a, b in zip(box, other, strict=True)) for other, _ in letters) for box in word)


def picture(page):
    return page.render(scale=150 / 72).to_pil().convert("L")


def unlike(one, other):
    """Return the share of dots that differ by more than an eighth of the way from white to black."""
    assert one.size == other.size
    counts = ImageChops.difference(one, other).histogram()
    return sum(counts[GREY + 1 :]) / sum(counts)


def measured(made, paper, name, right_mm=0.0, down_mm=0.0):
    """Compare made and printed pages; say how far they are apart and fail where that is too far."""
    made, paper = pypdfium2.PdfDocument(made), pypdfium2.PdfDocument(paper)
    assert len(made) == len(paper)
    for one, other in zip(made, paper, strict=True):
        size = max(abs(a - b) for a, b in zip(one.get_size(), other.get_size(), strict=True)) / MM
        letters = boxes(other)
        drawn = [
            [(l + right_mm * MM, b - down_mm * MM, r + right_mm * MM, t - down_mm * MM) for l, b, r, t in word]  # noqa: E741
            for word in words_of(one)
        ]
        place = max(distance(word, letters) for word in drawn) / MM
        shifted = Image.new("L", picture(one).size, 255)
        shifted.paste(picture(one), (round(right_mm / 25.4 * 150), round(down_mm / 25.4 * 150)))
        share = unlike(shifted, picture(other))
        sys.stdout.write(FIGURES.format(name, size, place, share) + "\n")
        assert len(drawn) > 20
        assert size <= SIZE_MM
        assert place <= PLACE_MM
        if not right_mm and not down_mm:
            assert share <= SHARE


@pytest.mark.parametrize("family", ["arial", "times", "bookman"])
def test_a_letter_lies_on_f4_as_it_was_made(qapp, queue, printed, a_letter, family):
    made = letter.render(a_letter(letterhead=replace(a_letter().letterhead, family=family)))

    job = printing.print_pdf(made, queue, title=f"Surat {family}")

    measured(made, printed(job), f"letter, {family}")


def test_a_receipt_lies_on_a5_as_it_was_made(qapp, queue, printed, a_receipt):
    made = receipt.render_a5(a_receipt())

    job = printing.print_pdf(made, queue, title="Tanda terima 000444")

    measured(made, printed(job), "receipt, A5")


def newest_job(queue):
    jobs = subprocess.run(["lpstat", "-W", "all", "-o", queue], capture_output=True, text=True, check=True).stdout
    return max((line.split()[0] for line in jobs.splitlines()), key=lambda job: int(job.rpartition("-")[2]))


def test_a_sheet_is_moved_by_the_offset_of_its_printer(qapp, queue, printed, tasks, a_letter):
    made = letter.render(a_letter())
    profile = PrintProfile(SheetKind.LETTER, queue, offset_x_mm=3, offset_y_mm=-1.5)
    names = []

    printing.print_made(tasks, lambda: made, "Surat geser", names.append, profile)
    tasks.wait()

    assert names == [QUEUE]
    measured(made, printed(newest_job(queue)), "letter, moved", 3, -1.5)


@pytest.mark.parametrize("sheet", [SheetKind.LETTER, SheetKind.RECEIPT_A5])
def test_the_rulers_of_the_test_page_are_true(qapp, queue, printed, tasks, sheet):
    profile = PrintProfile(sheet, queue)
    made = print_profiles.calibration_pdf(profile)

    printing.print_made(tasks, lambda: made, "Halaman uji", profile=profile)
    tasks.wait()

    measured(made, printed(newest_job(queue)), f"test page, {sheet}")


def test_the_printer_of_the_system_tells_its_papers(qapp, queue):
    (own,) = [each for each in printing.printers() if each.name == queue]

    assert own.fits((215, 330))
    assert own.fits((148, 210))
    assert "F4" in own.papers_like((215, 330))


def test_a_printer_that_stands_still_says_why_and_what_waits(qapp, queue, printed, a_receipt):
    subprocess.run(["cupsdisable", "-r", "kertas habis", queue], check=True)

    job = printing.print_pdf(receipt.render_a5(a_receipt()), queue, title="Tanda terima menunggu")

    told = spooler.queue(queue)
    assert told.words() == "printer berhenti: kertas habis, 1 menunggu"
    assert told.state_of(job) is spooler.JobState.STOPPED
    subprocess.run(["cupsenable", queue], check=True)
    assert printed(job)
    assert spooler.queue(queue).words() == "siap"
