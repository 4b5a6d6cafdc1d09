"""Thousands of letters with names and lists as long as they come: all of them stay inside the margins.

In each of the three families of letters in turn.
200 are drawn in the usual run; PATEN_LETTERS=2000 draws as many as it says.
"""

import os
from random import Random

import pytest

from paten_desk.documents import templates
from paten_desk.documents.page import F4, MM, Margins, Sheet
from tests.documents import sheets

LETTERS = int(os.environ.get("PATEN_LETTERS", "200"))
PARTS = 8
FAMILIES = ("arial", "times", "bookman")
LONGEST_NAME = 100
LONGEST_LIST = 40
FOOT = 12.0  # points below the margin in which the count of pages stands
TOUCH = 0.6  # points by which the ink of two lines may meet
WORDS = ("SITI", "NUR'AINI", "RADEN", "AJENG", "H. ABDURRAHMAN", "KUSUMANINGTYAS", "DEWI", "CONTOH", "SAMPEL")
LONG_WORD = "KETIDAKBERTANGGUNGJAWABANNYATANPAJEDASAMASEKALI"
NAMES = ("name", "groom_name", "bride_name", "written_name", "chair", "mother_name", "father_name")


def _name(random, longest):
    words = random.choice(WORDS)
    while len(words) < longest:
        words += " " + random.choice(WORDS)
    return words[:longest].strip()


def _text(random, blank):
    key = blank.rpartition(".")[2]
    if key in NAMES or key.endswith("_name"):
        return _name(random, random.randrange(3, LONGEST_NAME + 1))
    if key in ("kecamatan", "kabupaten", "seat", "zone", "kind", "head_title"):
        return ""
    if random.random() < 0.05:
        return LONG_WORD * random.randrange(1, 3)
    if key in ("answer", "complaint", "finding", "information"):
        return " ".join(_name(random, 60).capitalize() for _ in range(random.randrange(1, 70)))
    return " ".join(_name(random, 30).capitalize() for _ in range(random.randrange(1, 5)))


def _case(random, name):
    """Change a third of the values, leave out some optional ones, and let the lists grow."""
    values = sheets.values_of(name)
    needed = set(templates.required_of(templates.template(name)))
    for blank in templates.blanks_of(templates.template(name)):
        if random.random() < 0.35:
            values[blank] = _text(random, blank) or values[blank]
        if blank not in needed and random.random() < 0.15:
            values[blank] = ""
    lists = {}
    for key, columns in templates.lists_of(templates.template(name)).items():
        rows = range(random.choice((1, 2, 7, LONGEST_LIST)))
        lists[key] = [{column: _text(random, column) or "CONTOH" for column in columns} for _ in rows]
    open_now = templates.template(name).lacking(values)
    return {**sheets.values_of(name), **{k: v for k, v in values.items() if k not in open_now}}, lists


def _is_inside(line):
    edge = Margins()
    _, bottom, right, top = line.box
    return (
        line.x >= edge.left * MM - TOUCH
        and right <= (F4.width_mm - edge.right) * MM + TOUCH
        and bottom >= edge.bottom * MM - FOOT
        and top <= (F4.height_mm - edge.top) * MM + TOUCH
    )


def _overlaps(lines):
    """List pairs of lines on one page whose ink meets."""
    found = []
    ordered = sorted(lines, key=lambda line: (line.page, -line.box[3]))
    for at, line in enumerate(ordered):
        for other in ordered[at + 1 :]:
            if other.page != line.page or other.box[3] < line.box[1] + TOUCH:
                break
            across = min(line.box[2], other.box[2]) - max(line.box[0], other.box[0])
            down = min(line.box[3], other.box[3]) - max(line.box[1], other.box[1])
            if across > TOUCH and down > TOUCH:
                found.append((line.text, other.text))
    return found


def test_the_eyes_of_this_test_see_what_is_wrong():
    sheet = Sheet(F4, "Surat", "Kecamatan Contoh")
    sheet.text(sheet.left, 500, "SITI RAHMAWATI")
    sheet.text(sheet.left + 20, 503, "BUDI CONTOH")
    sheet.text(sheet.right - 20, 300, "KETIDAKBERTANGGUNGJAWABAN")

    drawn = sheets.lines(sheet.finish())

    assert [line.text for line in drawn if not _is_inside(line)] == ["KETIDAKBERTANGGUNGJAWABAN"]
    assert _overlaps(drawn) == [("BUDI CONTOH", "SITI RAHMAWATI")]


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_leaves_the_margins_and_nothing_stands_on_something_else(part):
    names = templates.names()
    pages = 0
    for at in range(part, LETTERS, PARTS):
        name, random = names[at % len(names)], Random(at)
        values, lists = _case(random, name)

        drawn = sheets.lines(sheets.sheet(name, values, lists, FAMILIES[at % len(FAMILIES)]))

        outside = [line for line in drawn if not _is_inside(line)]
        assert outside == [], (name, at)
        assert _overlaps(drawn) == [], (name, at)
        pages += max(line.page for line in drawn)
    assert pages >= LETTERS // PARTS
