"""Fill the folder LICENSES of an installation: every licence in full, and one notice that says what is whose."""

from __future__ import annotations

import shutil
from email.parser import HeaderParser
from pathlib import Path

HERE = Path(__file__).resolve().parent
GNU = Path("/usr/share/common-licenses")
# The wheels of Qt bring the name of their commercial licence; they are used here under the LGPL.
NOT_OURS = ("LicenseRef-Qt-Commercial.txt",)
LGPL = ("pyside6_essentials", "shiboken6")
NAMES = ("licen", "copying", "notice")

HEAD = """\
PATEN Desk {version}
Apache License 2.0: LICENSES\\PATEN-Desk.txt

This program is installed together with the works below, each under its own licence. The full texts lie in this folder.

Qt {qt} and PySide6 {qt} (The Qt Company and others) are used under the GNU Lesser General Public License 3
(LGPL-3.txt, with GPL-3.txt, to which it refers). They lie as separate files in lib\\PySide6 and lib\\shiboken6 and may
be replaced there by changed versions; taking the program apart to find faults in such changes is allowed. Their
source is what the projects publish as version {qt} of qtbase, qtsvg and pyside-setup; whoever gives you this program
on a stick or disc gives you that source too when you ask within three years.

CPython {python} (Python Software Foundation) lies in runtime: CPython.txt.
Fonts, icons and area lists: their licences lie beside them in app\\resources.
The installer was made with NSIS (zlib licence).

"""


def write(target: Path, lib: Path, runtime: Path, root: Path, version: str, python: str) -> None:
    """Write the folder from what lies in the tree.

    Raises:
        SystemExit: A package brings no licence text and none is kept here for it.

    """
    target.mkdir(parents=True)
    shutil.copyfile(root / "LICENSE", target / "PATEN-Desk.txt")
    shutil.copyfile(runtime / "LICENSE.txt", target / "CPython.txt")
    for name in ("LGPL-3", "GPL-3"):
        shutil.copyfile(GNU / name, target / f"{name}.txt")
    lines, qt = [], ""
    for info in sorted(lib.glob("*.dist-info")):
        facts = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
        package = info.name.split("-")[0]
        if package in LGPL:
            qt = facts["Version"]
            texts = ["LGPL-3.txt", "GPL-3.txt"]
        else:
            texts = _texts(info, package, target)
        lines.append(f"{facts['Name']} {facts['Version']}: {', '.join(texts)}")
    notice = HEAD.format(version=version, qt=qt, python=python) + "\n".join(lines) + "\n"
    (target / "NOTICE.txt").write_text(notice, encoding="utf-8", newline="\r\n")


def _texts(info: Path, package: str, target: Path) -> list[str]:
    """Copy a package's licence texts, into a folder of its own where there are several; return what to look at."""
    found = [path for path in sorted(info.rglob("*")) if path.is_file() and _is_licence(path.relative_to(info))]
    found = found or list((HERE / "licences").glob(f"{package}.txt"))
    if not found:
        raise SystemExit(f"{package} brings no licence text; put it into packaging/windows/licences/{package}.txt.")
    if len(found) == 1:
        shutil.copyfile(found[0], target / f"{package}.txt")
        return [f"{package}.txt"]
    for path in found:
        copy = target / package / path.relative_to(info)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, copy)
    return [f"{package}\\"]


def _is_licence(path: Path) -> bool:
    return path.name not in NOT_OURS and (
        path.parts[0] in ("licenses", "license_files") or path.name.lower().startswith(NAMES)
    )
