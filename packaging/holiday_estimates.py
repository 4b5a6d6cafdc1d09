"""Write the days off of the coming years that the program ships (run it alone, without arguments).

The library `holidays` knows them; the program reads what it said, for the library itself takes 20 MB and 75 ms of a
counter's computer. A test asks the library again.
"""

from __future__ import annotations

import json
from pathlib import Path

import holidays

FILE = Path(__file__).resolve().parents[1] / "resources" / "holidays.json"
YEARS = range(2026, 2031)


def days() -> dict[str, dict[str, str]]:
    """Return by year the name of each day off, public holidays and those of the government together."""
    found = {}
    for year in YEARS:
        held = holidays.country_holidays("ID", years=year, categories=("public", "government"), language="id")
        found[str(year)] = {day.isoformat(): name for day, name in sorted(held.items())}
    return found


if __name__ == "__main__":
    FILE.write_text(json.dumps(days(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
