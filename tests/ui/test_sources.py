import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = """
import linecache, os
os.environ["QT_QPA_PLATFORM"] = "offscreen"
from paten_desk.ui import theme
theme.application("PATEN Desk")
before = len(linecache.cache)
import paten_desk.ui.office_window
print(len(linecache.cache) - before)
"""


def test_the_source_of_the_program_is_not_kept_in_memory():
    ended = subprocess.run(
        [sys.executable, "-c", PROGRAM], cwd=ROOT, capture_output=True, text=True, timeout=60, check=True
    )

    assert int(ended.stdout) < 10
