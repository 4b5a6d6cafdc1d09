import subprocess
import sys
from pathlib import Path

import pytest

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.usecases import instance

ROOT = Path(__file__).parents[2]
HOLD = """
import sys, pathlib
from paten_desk.usecases import instance
lock = instance.hold(pathlib.Path(sys.argv[1]))
print('held', flush=True)
sys.stdin.read()
"""


def test_a_second_program_on_the_same_data_is_refused_in_words(tmp_path):
    first = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert first.stdout.readline() == "held\n"

    with pytest.raises(StoreUnavailable, match="sudah terbuka") as caught:
        instance.hold(tmp_path)
    assert caught.value.hint

    first.kill()
    first.wait()
    first.stdin.close()
    first.stdout.close()
    instance.hold(tmp_path).release()
