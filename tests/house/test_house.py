"""Rules of the house that no linter knows."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.faults import rows

ROOT = Path(__file__).parents[2]
MODULES = sorted((ROOT / "paten_desk").rglob("*.py"))
OTHERS = sorted(path for name in ("tests", "packaging", "benchmarks") for path in (ROOT / name).rglob("*.py"))
LONGEST = 300
# Modules proved by the tests of the module or journey named here, and by no file of their own.
PROVED_ELSEWHERE = {
    "app.py": "tests/test_app.py",
}


@pytest.mark.parametrize("path", [*MODULES, *OTHERS, ROOT / "main.py"], ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_fits_on_a_few_screens(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= LONGEST or "Longer than 300 lines because" in "\n".join(lines[:30])


def test_every_package_says_what_it_is_for():
    for package in (ROOT / "paten_desk").rglob("__init__.py"):
        assert package.read_text(encoding="utf-8").startswith('"""'), package


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_pins_and_hashes_everything_and_names_no_place(lock):
    text = (ROOT / lock).read_text(encoding="utf-8")
    assert not re.search(r"https?://|file:|--index|--find-links|/home/|/opt/|/work/|[A-Z]:\\", text)
    blocks = re.split(r"\n(?=\S)", text.strip())
    assert len(blocks) > 15
    for block in blocks:
        assert "==" in block.splitlines()[0], block[:80]
        assert block.count("--hash=sha256:") >= 1, block[:80]


def test_the_lock_holds_the_wheels_of_linux_and_windows():
    for lock in ("requirements.lock", "requirements-dev.lock"):
        text = (ROOT / lock).read_text(encoding="utf-8")
        block = re.search(r"pyside6-essentials==6\.11\.3.*?(?=\n\S)", text, re.DOTALL)
        assert block, lock
        assert block[0].count("--hash=") >= 4


def test_nothing_but_the_store_may_reach_a_network():
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"^\s*(import|from) (socket|urllib(?!\.parse)|http|requests|asyncio)\b", text, re.MULTILINE
        ), path
        assert "QtNetwork" not in text or path.parts[-2] == "ui" or path.name == "app.py", path


def test_threads_are_made_in_one_place():
    for path in MODULES:
        if path.name != "tasks.py":
            text = path.read_text(encoding="utf-8")
            assert "threading.Thread(" not in text, path
            assert not re.search(r"QThread(Pool)?\(", text), path
            assert "ThreadPoolExecutor(" not in text, path


def committed():
    """What git holds; on a machine without git, what lies here but for what tools made."""
    if shutil.which("git") and (ROOT / ".git").exists():
        listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
        return listed.stdout.splitlines()
    made = (".venv", ".git", "__pycache__", "demo-out")
    paths = [path.relative_to(ROOT) for path in ROOT.rglob("*") if path.is_file()]
    return [path.as_posix() for path in paths if not path.parts[0].startswith(made) and path.suffix != ".pyc"]


def test_no_committed_file_holds_a_path_of_somebodys_machine_or_a_nik_of_a_real_area():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    for name in listed:
        path = ROOT / name
        if path.suffix not in (".py", ".md", ".json", ".toml", ".lock") or not path.is_file() or "regions" in name:
            continue
        if path == Path(__file__):
            continue
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"/(work|root|home)/(main|shared|\.library|[a-z]+)/", text), name


def test_every_fault_row_names_a_test_that_exists_or_what_is_owed():
    assert [row.number for row in rows.ROWS] == list(range(1, 86))
    assert rows.lacking() == []
