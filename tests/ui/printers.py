"""A printer for the window's tests: the program lp, which keeps what it is given."""

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from paten_desk.ui import printing


@dataclass(frozen=True)
class Paper:
    """What came out of the printer last."""

    folder: Path

    def content(self):
        return (self.folder / "paper").read_bytes()

    def title(self):
        asked = (self.folder / "asked").read_text(encoding="utf-8").split("\n")
        return asked[asked.index("-t") + 1]

    def options(self):
        return (self.folder / "asked").read_text(encoding="utf-8").split("\n")

    def is_blank(self):
        return not (self.folder / "paper").exists()


@pytest.fixture
def printer(tmp_path, monkeypatch):
    """One printer that takes every paper; what it is given is kept."""
    folder = tmp_path / "printer"
    folder.mkdir()
    script = f'#!/bin/sh\nprintf "%s\\n" "$@" > "{folder}/asked"\ncat > "{folder}/paper"\n'
    (folder / "lp").write_text(script, encoding="utf-8")
    (folder / "lp").chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(printing, "printers", lambda: [printing.Printer("L3210", True, any_size=True)])
    return Paper(folder)
