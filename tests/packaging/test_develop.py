"""What a stranger's first command does on a bare computer."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def develop():
    spec = importlib.util.spec_from_file_location("develop", ROOT / "packaging" / "develop.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="system packages are Debian's business")


def test_a_user_without_rights_is_told_the_one_line_and_the_code_is_three(develop, monkeypatch, capsys):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)

    code = develop.need({"libnicht-da.so.9": "libnicht-da9"}, {"nichtda": "nichtda-tool"})

    assert code == 3
    assert "sudo apt-get install libnicht-da9 nichtda-tool" in capsys.readouterr().err


def test_what_is_there_needs_nothing(develop, capsys):
    assert develop.need({"libc.so.6": "libc6"}, {"sh": "dash"}) == 0
    assert capsys.readouterr().err == ""


def test_the_tools_need_nothing_but_the_standard_library():
    code = "import sys; sys.path.insert(0, 'packaging'); import develop; print(sorted(set(sys.modules)))"
    modules = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)

    assert "PySide6" not in modules.stdout
    assert "peewee" not in modules.stdout


def test_an_environment_at_its_pins_is_not_touched(develop, tmp_path, monkeypatch):
    monkeypatch.setattr(develop, "VENV", tmp_path)
    assert not develop.is_at("requirements.lock")

    (tmp_path / ".requirements.lock.done").write_bytes((ROOT / "requirements.lock").read_bytes())

    assert develop.is_at("requirements.lock")


def test_a_python_too_old_or_too_new_is_refused_in_words(develop, monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 10, 1))

    assert develop.main(["check"]) == 1
    assert "3.11 to 3.14" in capsys.readouterr().err
