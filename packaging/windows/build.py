"""Build dist/PATEN-Desk-VERSION-setup.exe on Linux from published packages alone: build.py [--fast].

The installed tree:

    PATEN Desk.exe, paten-cli.exe   the window; the commands
    runtime/                        CPython for Windows
    lib/                            the wheels, less what is never loaded
    app/                            main.py, paten_desk/, resources/
    LICENSES/                       whose all of it is

The same source gives the same bytes: pinned packages, byte code by the very interpreter that will run it, one time for
all files, a sorted list for the installer.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import fetch
import licences
import strip
import wine

HERE = Path(__file__).resolve().parent
VERSION = fetch.version()
DIST = fetch.ROOT / "dist"
SETUP = DIST / f"PATEN-Desk-{VERSION}-setup.exe"
TREE = fetch.BUILD / "tree"
FOR_TESTS = fetch.BUILD / "for_tests"  # what the smoke test needs of the wheels and the product does not

COMPILER, RESOURCES = "x86_64-w64-mingw32-gcc", "x86_64-w64-mingw32-windres"
PROGRAMS = {
    **wine.PROGRAMS,
    "makensis": "nsis",
    COMPILER: "gcc-mingw-w64-x86-64",
    RESOURCES: "binutils-mingw-w64-x86-64",
}
LAUNCHERS = {"PATEN Desk.exe": ("-mwindows",), "paten-cli.exe": ("-mconsole", "-DCONSOLE")}
SAFE = "-Wl,--no-insert-timestamp,--dynamicbase,--nxcompat,--high-entropy-va"


def main(arguments: list[str]) -> int:
    """Build the installer; return the exit code."""
    parser = argparse.ArgumentParser(prog="build.py")
    parser.add_argument("--fast", action="store_true", help="zlib instead of LZMA: seconds, and half as big again")
    fast: bool = parser.parse_args(arguments).fast
    fetch.need(PROGRAMS)
    start = time.monotonic()
    assemble(TREE)
    python = fetch.tools()
    if code := subprocess.call([python, HERE / "check_imports.py", TREE]):
        return code
    between = time.monotonic()
    pack(TREE, fast)
    count, size = measure(TREE)
    digest = hashlib.sha256(SETUP.read_bytes()).hexdigest()
    packed = time.monotonic() - between
    print(f"{count} files, {size / 1e6:.0f} MB; {between - start:.0f} s to assemble, {packed:.0f} s to pack.")
    print(f"{SETUP.relative_to(fetch.ROOT)}: {SETUP.stat().st_size / 1e6:.1f} MB, SHA-256 {digest}")
    return 0


def assemble(tree: Path) -> None:
    """Lay out everything that is installed."""
    fetch.fresh(tree)
    fetch.tools()
    fetch.runtime(tree / "runtime")
    fetch.wheels(tree / "lib")
    fetch.fresh(FOR_TESTS)
    for name in ("QtTest.pyd", "Qt6Test.dll"):
        shutil.copy2(tree / "lib" / "PySide6" / name, FOR_TESTS)
    strip.strip(tree / "lib")
    copy_program(tree / "app")
    compile_all(tree)
    licences.write(tree / "LICENSES", tree / "lib", tree / "runtime", fetch.ROOT, VERSION, fetch.RUNTIME_VERSION)
    make_launchers(tree)
    set_times(tree, fetch.moment())


def copy_program(target: Path) -> None:
    """Copy what is ours."""
    target.mkdir()
    shutil.copy(fetch.ROOT / "main.py", target)
    for name in ("paten_desk", "resources"):
        shutil.copytree(fetch.ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__", "*.ts"))


def compile_all(tree: Path) -> None:
    """Compile every module by the shipped interpreter, under Wine; nothing is compiled on the counter's computer.

    The program's folder cannot be written there, and no file time is compared (unchecked hash). Sources stay, for
    readable faults in the log.

    Raises:
        SystemExit: A module does not compile.

    """
    words = ("-I", "-m", "compileall", "-q", "--invalidation-mode", "unchecked-hash", "lib", "app")
    prefix = wine.Prefix(fetch.BUILD / "prefix")
    said = prefix.run(tree / "runtime" / "python.exe", *words, limit_s=300, cwd=tree, PYTHONHASHSEED="0")
    prefix.end()
    if said.code:
        raise SystemExit(f"The modules could not be compiled:\n{said.text}")


def make_launchers(tree: Path) -> None:
    """Compile the two programs that start the interpreter."""
    work = fetch.BUILD / "launcher"
    fetch.fresh(work)
    environment = {**os.environ, "PYTHONPATH": str(fetch.ROOT), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, HERE / "icon.py", work], env=environment, check=True)
    (work / "version.h").write_text(version_header(VERSION), encoding="ascii")
    resources = [RESOURCES, "-I", work, "-I", HERE, "-i", HERE / "launcher.rc", "-o", work / "launcher.o"]
    subprocess.run(resources, check=True)
    library = f'-DPYTHON_DLL=L"python{fetch.PYTHON}.dll"'
    for name, kind in LAUNCHERS.items():
        flags = ("-O2", "-s", "-Wall", "-Wextra", "-Werror", "-municode", "-static-libgcc", SAFE, library, *kind)
        sources = (HERE / "launcher.c", work / "launcher.o")
        subprocess.run([COMPILER, *flags, "-o", tree / name, *sources], check=True)


def version_header(version: str) -> str:
    """Return a version as the resource compiler wants it: four numbers and a text."""
    numbers = ",".join([*version.split("."), "0"])
    return f'#define VERSION_NUMBERS {numbers}\n#define VERSION_TEXT "{version}"\n'


def set_times(tree: Path, moment: int) -> None:
    """Give every file and folder the same time."""
    for path in [*tree.rglob("*"), tree]:
        os.utime(path, (moment, moment))


def pack(tree: Path, fast: bool) -> None:
    """Pack the tree into the installer."""
    DIST.mkdir(exist_ok=True)
    SETUP.unlink(missing_ok=True)
    names = fetch.BUILD / "files.nsh"
    names.write_text(listed(tree), encoding="utf-8")
    given = {"VERSION": VERSION, "LIST": names, "OUT": SETUP, "PICTURES": fetch.BUILD / "launcher"}
    defines = [f"-D{name}={value}" for name, value in given.items()] + (["-DFAST"] if fast else [])
    environment = {**os.environ, "SOURCE_DATE_EPOCH": str(fetch.moment())}
    subprocess.run(["makensis", "-V2", "-WX", *defines, HERE / "installer.nsi"], env=environment, check=True)


def listed(tree: Path) -> str:
    """Return the installer's commands that lay out the tree: sorted, so that no disk's own order shows in it."""
    lines, folder = [], None
    for path in sorted((each for each in tree.rglob("*") if each.is_file()), key=lambda each: (each.parent, each.name)):
        if path.parent != folder:
            folder = path.parent
            lines.append('SetOutPath "' + "\\".join(("$INSTDIR", *folder.relative_to(tree).parts)) + '"')
        lines.append('File "' + str(path).replace("$", "$$") + '"')
    return "\n".join(lines) + "\n"


def measure(tree: Path) -> tuple[int, int]:
    """Return how many files a tree holds and their bytes."""
    sizes = [path.stat().st_size for path in tree.rglob("*") if path.is_file()]
    return len(sizes), sum(sizes)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
