"""Set up, run, test and check the program; what the Makefile and Windows users call. Standard library only.

python packaging/develop.py setup|run|demo|test|check|coverage|screenshots|faults|bench|lock [options]
python packaging/develop.py installer-windows|smoke-wine|test-print [options]
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
MISSING_PACKAGES = 3
NOTHING_LEFT = 5  # what pytest ends with when all tests were left out
OLDEST, NEWEST = (3, 11), (3, 14)

# library to load -> Debian package that brings it
RUN_LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
}
WINDOW_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libcups.so.2": "libcups2",
}
TEST_PROGRAMS = {"age": "age", "ssh-keygen": "openssh-client", "unzip": "unzip"}
INSTALLER_PROGRAMS = {
    "wine": "wine",
    "makensis": "nsis",
    "x86_64-w64-mingw32-gcc": "gcc-mingw-w64-x86-64",
    "x86_64-w64-mingw32-windres": "binutils-mingw-w64-x86-64",
}
PRINT_PROGRAMS = {"cupsd": "cups", "lp": "cups-client", "/usr/lib/cups/backend/cups-pdf": "printer-driver-cups-pdf"}
SMOKE_PROGRAMS = {**INSTALLER_PROGRAMS, "Xvfb": "xvfb"}


def main(arguments: list[str]) -> int:
    """Run one target; return the exit code."""
    parser = argparse.ArgumentParser(prog="develop.py")
    targets = {
        "setup": setup,
        "run": run,
        "demo": demo,
        "test": test,
        "check": check,
        "coverage": coverage,
        "screenshots": screenshots,
        "faults": faults,
        "bench": bench,
        "lock": lock,
        "installer-windows": installer_windows,
        "smoke-wine": smoke_wine,
        "test-print": test_print,
    }
    parser.add_argument("target", choices=list(targets))
    parser.add_argument("rest", nargs=argparse.REMAINDER)
    chosen = parser.parse_args(arguments)
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        print(f"PATEN Desk needs Python 3.11 to 3.14; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    return targets[chosen.target](chosen.rest)


def setup(rest: list[str]) -> int:
    """Make `.venv` and install everything that is pinned, developers' tools included."""
    if code := need({**RUN_LIBRARIES}, TEST_PROGRAMS):
        return code
    return install("requirements-dev.lock")


def run(rest: list[str]) -> int:
    """Open the window; without a display, run the demo and say where its papers lie."""
    if code := need({**RUN_LIBRARIES, **WINDOW_LIBRARIES}):
        return code
    if code := install("requirements.lock"):
        return code
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        print("Tidak ada layar (DISPLAY dan WAYLAND_DISPLAY kosong): menjalankan peragaan ke demo-out/.", flush=True)
        return program("demo", free_folder("demo-out"), *rest)
    return program(*rest)


def demo(rest: list[str]) -> int:
    """Play a day of the sample office into a folder."""
    if code := need(RUN_LIBRARIES):
        return code
    if rest and not rest[0].startswith("-"):
        rest = [free_folder(rest[0]) if rest[0] == "demo-out" else rest[0], *rest[1:]]
    return install("requirements.lock") or program("demo", *(rest or [free_folder("demo-out")]))


def free_folder(name: str) -> str:
    """Return the name, or the name with the next number where a folder of that name holds something."""
    number, found = 1, name
    while (ROOT / found).is_dir() and any((ROOT / found).iterdir()):
        number += 1
        found = f"{name}-{number}"
    return found


def test(rest: list[str]) -> int:
    """Run the tests on both cores."""
    return setup([]) or tool("pytest", "-n", "2", "--dist", "worksteal", *rest)


def check(rest: list[str]) -> int:
    """Run formatter, linter, types, import contracts, and count the proven fault rows."""
    if code := setup([]):
        return code
    checks = (
        ("ruff", "format", "--check", "."),
        ("ruff", "check", "."),
        ("mypy",),
        ("importlinter.cli", "lint"),
    )
    failed = [name for name, *words in checks if tool(name, *words)]
    failed += ["rows"] if subprocess.call([PYTHON, ROOT / "tests" / "faults" / "rows.py"], cwd=ROOT) else []
    print("check: " + (f"failed: {', '.join(failed)}" if failed else "all green"))
    return 1 if failed else 0


def coverage(rest: list[str]) -> int:
    """Show that the tests take every branch of journal, numbers, keys and backup; end with 1 where one is missing."""
    if code := setup([]):
        return code
    (ROOT / ".build").mkdir(exist_ok=True)
    tool("coverage", "erase")
    folders = [f"tests/{floor}" for floor in ("domain", "store", "usecases")]
    code = tool("coverage", "run", "-m", "pytest", "-q", "-n", "2", *folders, *rest)
    tool("coverage", "combine", "-q")
    return tool("coverage", "report") or code


def screenshots(rest: list[str]) -> int:
    """Draw every page at every size into screens/."""
    return setup([]) or program("screenshots", *(rest or ["screens"]))


def faults(rest: list[str]) -> int:
    """Run the long set of the fault harnesses, for hours; stopped and started again, it goes on where it was."""
    done = ROOT / ".build" / "faults.jsonl"
    done.parent.mkdir(exist_ok=True)
    os.environ.setdefault("PATEN_KILLS", "2000")
    os.environ.setdefault("PATEN_FAULT_ROUNDS", "12")
    os.environ["PATEN_FAULTS_DONE"] = str(done)
    code = setup([]) or tool("pytest", "-v", "-n", "2", "--dist", "worksteal", "tests/faults", *rest)
    if code not in (0, NOTHING_LEFT):
        return code
    done.unlink(missing_ok=True)  # the next one begins anew
    return 0


def bench(rest: list[str]) -> int:
    """Measure a registration, a receipt and the start against their bounds; leave the computer alone meanwhile."""
    if code := setup([]):
        return code
    codes = [
        subprocess.call([PYTHON, ROOT / "benchmarks" / name], cwd=ROOT)
        for name in ("registration.py", "paper.py", "start.py")
    ]
    return max(codes)


def installer_windows(rest: list[str]) -> int:
    """Build the Windows installer into dist/ (--fast: bigger, in a minute); on Linux only."""
    if code := need(RUN_LIBRARIES, INSTALLER_PROGRAMS):
        return code
    return install("requirements.lock") or script("windows/build.py", *rest)


def smoke_wine(rest: list[str]) -> int:
    """Try the installer of dist/ under Wine; without one, build it first."""
    if code := need(RUN_LIBRARIES, SMOKE_PROGRAMS):
        return code
    if not any((ROOT / "dist").glob("*-setup.exe")) and (code := installer_windows(["--fast"])):
        return code
    return install("requirements.lock") or script("windows/wine_test.py", *rest)


def test_print(rest: list[str]) -> int:
    """Print through a real print service and measure the paper; on Linux only, as root."""
    if code := need({**RUN_LIBRARIES, "libcups.so.2": "libcups2"}, PRINT_PROGRAMS):
        return code
    os.environ["PATEN_PRINT"] = "1"
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return setup([]) or tool("pytest", "-v", "-rs", "-s", "tests/prints", *rest)


def lock(rest: list[str]) -> int:
    """Resolve the pins anew for Linux and Windows; needs `uv`."""
    common = "uv pip compile pyproject.toml --universal --generate-hashes --no-header --no-annotate".split()
    one = subprocess.call([*common, "-o", "requirements.lock"], cwd=ROOT)
    two = subprocess.call([*common, "--group", "dev", "--extra", "server", "-o", "requirements-dev.lock"], cwd=ROOT)
    return one or two


def need(libraries: dict[str, str], programs: dict[str, str] | None = None) -> int:
    """See that the system packages are there: root installs what lacks, others are told the one line."""
    if not sys.platform.startswith("linux"):
        return 0
    lacking = sorted(
        {package for library, package in libraries.items() if not loads(library)}
        | {package for name, package in (programs or {}).items() if shutil.which(name) is None}
        | (set() if has_pip() else {"python3-venv"})
    )
    if not lacking:
        return 0
    if os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing " + " ".join(lacking), flush=True)
        quiet = {"stdout": subprocess.DEVNULL}
        subprocess.call(["apt-get", "update", "-qq"], **quiet)
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        command = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *lacking]
        return subprocess.call(command, env=environment, **quiet)
    print("Some system packages are missing. Run this line, then try again:", file=sys.stderr)
    print(f"sudo apt-get install {' '.join(lacking)}", file=sys.stderr)
    return MISSING_PACKAGES


def loads(library: str) -> bool:
    """Try to load a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_pip() -> bool:
    """Say whether this Python can fill an environment."""
    try:
        import ensurepip  # noqa: F401  # Debian splits it off
    except ImportError:
        return False
    return True


def install(lock_file: str) -> int:
    """Bring `.venv` to the pins of a lock file; nothing happens when it is there already."""
    enough = [lock_file, "requirements-dev.lock"] if lock_file == "requirements.lock" else [lock_file]
    if PYTHON.exists() and any(is_at(name) for name in enough):
        return 0
    if not PYTHON.exists():
        venv.create(VENV, with_pip=True)
    print("Setting up .venv (half a minute the first time) ...", flush=True)
    command = [PYTHON, "-m", "pip", "install", "-q", "--disable-pip-version-check", "--require-hashes", "-r"]
    code = subprocess.call([*command, ROOT / lock_file], cwd=ROOT)
    if code == 0:
        (VENV / f".{lock_file}.done").write_bytes((ROOT / lock_file).read_bytes())
    return code


def is_at(lock_file: str) -> bool:
    """Say whether `.venv` was brought to the present pins of a lock file."""
    mark = VENV / f".{lock_file}.done"
    same = mark.is_file() and mark.read_bytes() == (ROOT / lock_file).read_bytes()
    if same and lock_file == "requirements-dev.lock":  # another tool may have taken the tests' packages out again
        return any(VENV.glob("lib/python*/site-packages/pytest")) or (VENV / "Lib/site-packages/pytest").is_dir()
    return same


def tool(module: str, *words: str) -> int:
    """Run a tool of the environment on this checkout."""
    if module == "importlinter.cli":
        return subprocess.call([PYTHON, "-c", "from importlinter.cli import lint_imports_command as m; m()"], cwd=ROOT)
    return subprocess.call([PYTHON, "-m", module, *words], cwd=ROOT)


def script(name: str, *words: str) -> int:
    """Run a script of this folder in the environment."""
    return subprocess.call([PYTHON, ROOT / "packaging" / name, *words], cwd=ROOT)


def program(*words: str) -> int:
    """Run the program itself."""
    return subprocess.call([PYTHON, ROOT / "main.py", *words], cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
