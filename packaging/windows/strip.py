"""Take out of the unpacked wheels what the program never loads: two thirds of their size."""

from __future__ import annotations

import shutil
from pathlib import Path

QT = {"Core", "Gui", "PrintSupport", "Svg", "Widgets"}
QT_PLUGINS = {
    "platforms": {"qwindows.dll", "qoffscreen.dll"},
    "imageformats": {"qjpeg.dll", "qsvg.dll", "qico.dll"},
    "iconengines": {"qsvgicon.dll"},
}
PYSIDE = {"__init__.py", "_config.py", "_git_pyside_version.py", "support", "pyside6.abi3.dll"}
RUNTIME_OF_VC = {"msvcp140.dll", "msvcp140_1.dll", "msvcp140_2.dll"}  # vcruntime140 lies beside python.exe
SHIBOKEN = {"__init__.py", "_config.py", "_git_shiboken_module_version.py", "Shiboken.pyd", "shiboken6.abi3.dll"}


# scripts, stubs and sources for compilers; codecs and tools that nothing here calls
NEVER = (
    "bin",
    "share",
    "**/*.pyi",
    "**/py.typed",
    "**/*.lib",
    "**/tests",
    "peewee-stubs",
    "pwiz.py",
    "pypdfium2_cli",
    "PIL/_avif*.pyd",
    "PIL/_imagingtk*.pyd",
)


def strip(lib: Path) -> None:
    """Leave of the wheels what a counter needs."""
    for pattern in NEVER:
        for found in list(lib.glob(pattern)):
            remove(found)
    keep(
        lib / "PySide6",
        {*PYSIDE, *RUNTIME_OF_VC, "plugins", *(f"Qt6{name}.dll" for name in QT), *(f"Qt{name}.pyd" for name in QT)},
    )
    keep(lib / "PySide6" / "support", {"__init__.py", "deprecated.py"})
    keep(lib / "PySide6" / "plugins", set(QT_PLUGINS))
    for folder, kept in QT_PLUGINS.items():
        keep(lib / "PySide6" / "plugins" / folder, kept)
    keep(lib / "shiboken6", {*SHIBOKEN, *RUNTIME_OF_VC})


def keep(folder: Path, names: set[str]) -> None:
    """Remove everything in a folder but these names, all of which must be there.

    Raises:
        SystemExit: One is not: the package has changed, and what is shipped must be thought through again.

    """
    there = {path.name for path in folder.iterdir()}
    if lacking := sorted(names - there):
        raise SystemExit(f"{folder.name} has no {', '.join(lacking)} any more; look at packaging/windows/strip.py.")
    for name in there - names:
        remove(folder / name)


def remove(path: Path) -> None:
    """Remove a file or a folder with all in it."""
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
