"""Windows programs on this Linux machine: a Wine prefix, and commands run in it."""

from __future__ import annotations

import os
import subprocess
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = {"wine": "wine", "wineserver": "wine", "wineboot": "wine"}
QUIET = {"WINEDEBUG": "-all", "WINEARCH": "win64", "WINEDLLOVERRIDES": "mscms=n;mscoree,mshtml,winemenubuilder.exe="}


@dataclass(frozen=True, slots=True)
class Said:
    """How a command ended: its exit code and what it wrote, errors included."""

    code: int
    text: str


class Prefix:
    """One Windows of its own in a folder."""

    def __init__(self, folder: Path, display: str = "") -> None:
        """Without a display the windows are drawn nowhere, but can still be asked for their picture."""
        self.drive = folder / "drive_c"
        self._environment = {**os.environ, **QUIET, "WINEPREFIX": str(folder)}
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
            self._environment.pop(name, None)
        if display:
            self._environment["DISPLAY"] = display
        self.run("wineboot", "-i", limit_s=120)

    def run(self, *words: str | Path, limit_s: float = 60, cwd: Path | None = None, **environment: str) -> Said:
        """Run a command to its end.

        What it writes goes through a pipe: Python under Wine cannot write to a plain file.
        """
        with self.start(*words, cwd=cwd, **environment) as process:
            try:
                text, _ = process.communicate(timeout=limit_s)
            except subprocess.TimeoutExpired:
                process.kill()
                self.end()
                return Said(124, f"still running after {limit_s} seconds")
        return Said(process.returncode, text.replace("\r\n", "\n"))

    def start(self, *words: str | Path, cwd: Path | None = None, **environment: str) -> subprocess.Popen[str]:
        """Start a command and return at once."""
        command = [str(word) for word in words]
        if command[0] != "wineboot":
            command.insert(0, "wine")
        return subprocess.Popen(
            command,
            cwd=cwd,
            env={**self._environment, **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def inside(self, path: str) -> Path:
        """Return where a path of drive C lies on this machine."""
        return self.drive.joinpath(*path.split("\\")[1:])

    def end(self) -> None:
        """End every program of this prefix."""
        subprocess.call(["wineserver", "-k"], env=self._environment)
        subprocess.call(["wineserver", "-w"], env=self._environment)
