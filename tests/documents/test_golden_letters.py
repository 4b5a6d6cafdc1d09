"""Every letter text, filled with fixed values, stands on paper exactly where its golden file says.

After a wanted change of a text or of the layout, write the golden files anew and look at what changed:

    PATEN_GOLDEN=write python -m pytest tests/documents/test_golden_letters.py && git diff tests/documents/data/golden
"""

import json
import os
from pathlib import Path

import pytest

from paten_desk.documents import templates
from tests.documents import sheets

GOLDEN = Path(__file__).parent / "data" / "golden"
SHORTEST = 10  # lines; a sheet with fewer was not read


def _places(name):
    drawn = sheets.lines(sheets.sheet(name, sheets.values_of(name), sheets.lists_of(name)))
    return [f"{line.page} {line.x:6.1f} {line.y:6.1f} {line.text}" for line in drawn]


@pytest.mark.parametrize("name", templates.names())
def test_a_letter_stands_on_paper_as_its_golden_file_says(name):
    file = GOLDEN / f"{name}.json"
    found = _places(name)
    if os.environ.get("PATEN_GOLDEN") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    assert found == json.loads(file.read_text(encoding="utf-8"))
    assert len(found) > SHORTEST


def test_no_golden_file_is_left_of_a_text_that_is_gone():
    assert {file.stem for file in GOLDEN.glob("*.json")} == set(templates.names())


def test_the_golden_sheet_fills_every_blank_of_every_letter():
    for name in templates.names():
        values, lists = sheets.values_of(name), sheets.lists_of(name)
        assert [blank for blank in templates.blanks_of(templates.template(name)) if not values.get(blank)] == [], name
        assert set(lists) == set(templates.lists_of(templates.template(name))), name
