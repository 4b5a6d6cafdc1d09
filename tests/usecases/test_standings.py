import subprocess
import sys
from pathlib import Path

from paten_desk.usecases import standings
from tests.builders import a_request

ROOT = Path(__file__).resolve().parents[2]


def test_what_was_not_acknowledged_is_counted(context):
    before = standings.standing(context)
    a_request(context)

    after = standings.standing(context)

    assert (before.acknowledged, after.acknowledged) == (0, 0)
    assert after.open > before.open
    assert not after.is_away


def test_the_status_of_every_page_brings_no_sealed_file():
    asks = "import sys, paten_desk.usecases.standings; print('paten_desk.exchange' in sys.modules)"

    ended = subprocess.run(
        [sys.executable, "-c", asks], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )

    assert ended.stdout.strip() == "False"
