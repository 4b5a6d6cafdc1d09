import subprocess
import sys

import pytest

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import front


def test_the_front_file_comes_back_and_a_damaged_one_is_named(tmp_path):
    assert front.read_front(tmp_path) is None
    front.write_front(tmp_path, front.Front("Kecamatan Contoh", {"a": "Petugas Contoh"}))
    assert front.read_front(tmp_path).staff == {"a": "Petugas Contoh"}

    (tmp_path / "office.json").write_text("{")
    with pytest.raises(StoreUnavailable, match=r"office\.json"):
        front.read_front(tmp_path)


def test_reading_it_loads_nothing_heavy():
    heavy = "{'peewee', 'pyrage', 'cryptography', 'reportlab', 'argon2'}"
    code = f"import sys; from paten_desk.store import front; sys.exit(bool({heavy} & set(sys.modules)))"

    assert subprocess.call([sys.executable, "-c", code]) == 0
