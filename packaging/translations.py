"""Make `resources/i18n/*.qm` again from the translations beside them: python packaging/translations.py.

Qt ships no Indonesian. `qtbase_id.ts` holds our own words for the texts of Qt's dialogs, menus and buttons; the
program loads the compiled file, so both belong in the repository.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "i18n"


def compile_all(folder: Path = FOLDER, out: Path | None = None) -> list[Path]:
    """Compile every translation of a folder and return the files written, into `out` or beside their sources."""
    tool = Path(sys.executable).with_name("pyside6-lrelease")
    made = []
    for source in sorted(folder.glob("*.ts")):
        target = (out or folder) / source.with_suffix(".qm").name
        subprocess.run([tool, "-silent", source, "-qm", target], check=True)
        made.append(target)
    return made


if __name__ == "__main__":
    for path in compile_all():
        print(path)
