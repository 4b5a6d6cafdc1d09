"""Try an installer under Wine as a counter would use it: wine_test.py [SETUP]. Takes two minutes.

Refused by an old Windows; installed without a question; a sample day by the commands; an office set up, a log-in, a
visit and its receipt in the real window; refused while the program runs; installed over itself; removed, data kept.
Pictures and papers are left in `.build/windows/smoke` for the eye. README.md says what Wine cannot show.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import build
import fetch
import wine

HERE = Path(__file__).resolve().parent
OUT = fetch.BUILD / "smoke"
PROGRAMS = {**wine.PROGRAMS, build.COMPILER: "gcc-mingw-w64-x86-64", "Xvfb": "xvfb"}
SHIMS = {"bcryptprimitives": ("-ladvapi32",), "icuuc": (), "mscms": ()}

APP = r"C:\Program Files\PATEN Desk"
CLI, WINDOW, PYTHON = APP + r"\paten-cli.exe", APP + r"\PATEN Desk.exe", APP + r"\runtime\python.exe"
DATA = r"C:\ProgramData\PATEN Desk"
TRY = r"C:\coba"
# In place, or it would go on in a copy of itself and tell nothing; the folder must stand there without quotes.
UNINSTALL = (APP + r"\Uninstall.exe", "/S", *f"_?={APP}".split(" "))
TOO_OLD, RUNNING = 5, 7  # exit codes of the installer
BEGIN = time.monotonic()


def main(arguments: list[str]) -> int:
    """Try an installer; return the exit code."""
    setup = Path(arguments[0]).resolve() if arguments else build.SETUP
    fetch.need(PROGRAMS)
    if not setup.is_file():
        raise SystemExit(f"{setup.name} is not there; build it with `make installer-windows FAST=1`.")
    if not build.FOR_TESTS.is_dir():
        raise SystemExit(
            "Qt's test module is not there; build the installer here with `make installer-windows FAST=1`."
        )
    fetch.fresh(OUT)
    with tempfile.TemporaryDirectory() as folder, display() as screen:
        prefix = wine.Prefix(Path(folder) / "prefix", screen)
        try:
            walk(prefix, setup)
        finally:
            keep_pictures(prefix)
            prefix.end()
    print(f"PASS in {time.monotonic() - BEGIN:.0f} s; pictures and papers are in {OUT.relative_to(fetch.ROOT)}.")
    return 0


def walk(prefix: wine.Prefix, setup: Path) -> None:
    """Take every step in its order."""
    add_shims(prefix)
    prefix.run("winecfg", "-v", "win7")
    expect(prefix.run(setup, "/S").code == TOO_OLD, "an old Windows is refused")
    prefix.run("winecfg", "-v", "win10")
    install(prefix, setup, "installed without a question")
    prefix.inside(TRY).mkdir()
    version = prefix.run(CLI, "--version").text.strip()
    expect(version == build.VERSION, f"the commands say version {version}")
    sample_day(prefix)
    morning(prefix)
    refuse_while_running(prefix, setup)
    stale = prefix.inside(APP + r"\lib\stale.py")
    stale.touch()
    install(prefix, setup, "installed over itself")
    expect(not stale.exists(), "nothing of the old program is left")
    look_at_data(prefix)
    remove(prefix)


def expect(so: bool, what: str, otherwise: str = "") -> None:
    """Say a step that went right; end the run at one that did not.

    Raises:
        SystemExit: It did not.

    """
    if not so:
        raise SystemExit(f"FAIL: {what}\n{otherwise}".rstrip())
    print(f"[{time.monotonic() - BEGIN:4.0f} s] {what}", flush=True)


def add_shims(prefix: wine.Prefix) -> None:
    """Give Wine 8 the three libraries that every Windows 10 has."""
    for name, libraries in SHIMS.items():
        source, target = HERE / "wine_shim" / f"{name}.c", prefix.drive / "windows" / "system32" / f"{name}.dll"
        subprocess.run([build.COMPILER, "-O1", "-s", "-shared", "-o", target, source, *libraries], check=True)


def install(prefix: wine.Prefix, setup: Path, what: str) -> None:
    """Install silently."""
    said = prefix.run(setup, "/S", limit_s=300)
    there = all(prefix.inside(path).is_file() for path in (CLI, WINDOW, PYTHON))
    expect(said.code == 0 and there, what, f"exit code {said.code}: {said.text}")


def sample_day(prefix: wine.Prefix) -> None:
    """Play a sample day by the commands and check what it left."""
    out = TRY + r"\hari"
    said = prefix.run(CLI, "demo", out, "--requests", "3", limit_s=300)
    made = prefix.inside(out)
    papers = [*made.glob("receipts/*.pdf"), *made.glob("letters/*.pdf")]
    sealed, pictures = list(made.glob("sealed/*.age")), list(made.glob("screens/*.png"))
    whole = papers and sealed and pictures and all(path.read_bytes().startswith(b"%PDF") for path in papers)
    facts = f"{len(papers)} papers, {len(sealed)} sealed file, {len(pictures)} pictures"
    expect(said.code == 0 and bool(whole), f"a sample day: {facts}", said.text)
    checked = prefix.run(CLI, "check", "--json", "--data", out + r"\data\kecamatan", PATEN_PASSWORD=sample_password())
    expect(checked.code == 0, f"its office is checked: {checked.text.strip()[:80]}", checked.text)


def sample_password() -> str:
    """Return the password that the sample office tells everybody."""
    sys.path.append(str(fetch.ROOT))
    from paten_desk.usecases import sample

    return sample.PASSWORD


def morning(prefix: wine.Prefix) -> None:
    """Walk through a first morning in the installed program's window."""
    script, qt_test, out = TRY + r"\smoke.py", TRY + r"\qt", TRY + r"\hasil"
    shutil.copy(HERE / "smoke.py", prefix.inside(script))
    shutil.copytree(build.FOR_TESTS, prefix.inside(qt_test))
    prefix.inside(out).mkdir()
    said = prefix.run(PYTHON, "-I", "-X", "utf8", script, DATA, qt_test, out, limit_s=240)
    expect(said.code == 0, "an office, a log-in, a visit and its receipt", said.text)
    facts = json.loads(said.text.strip().splitlines()[-1])
    (OUT / "facts.json").write_text(json.dumps(facts, indent=1), encoding="utf-8")
    papers = [prefix.inside(out) / name for name in ("receipt.pdf", "printed.pdf")]
    expect(all(path.read_bytes().startswith(b"%PDF") for path in papers), "the receipt, and its print")
    wrong = {
        name: facts[name]
        for name, right in (("platform", "windows"), ("findings", []), ("unsafe", ""), ("machine", 36))
        if facts[name] != right
    }
    expect(not wrong and len(facts["numbers"]) == 2, f"numbers {', '.join(facts['numbers'])}", f"wrong: {wrong}")


def refuse_while_running(prefix: wine.Prefix, setup: Path) -> None:
    """Try to install and to remove while the window is open."""
    with prefix.start(WINDOW) as process:
        time.sleep(8)
        expect(process.poll() is None, "the window is open", "it ended by itself")
        installed = prefix.run(setup, "/S").code
        removed = prefix.run(*UNINSTALL).code
        prefix.end()
    expect(installed == RUNNING, "the installer waits for the window to be closed", f"exit code {installed}")
    expect(removed == RUNNING, "so does the uninstaller", f"exit code {removed}")


def look_at_data(prefix: wine.Prefix) -> None:
    """Open the office of the morning again by a command."""
    words = ("check", "--json", "--data", DATA, "--user", "Rina Contoh")
    said = prefix.run(CLI, *words, PATEN_PASSWORD="sungai jernih di pagi hari")
    expect(said.code == 0, f"the data are as they were: {said.text.strip()[:80]}", said.text)


def remove(prefix: wine.Prefix) -> None:
    """Remove the program; what the office wrote stays."""
    kept = [path for folder in (DATA, DATA + " kunci") for path in prefix.inside(folder).rglob("*") if path.is_file()]
    said = prefix.run(*UNINSTALL, limit_s=120)
    gone = not [path for path in prefix.inside(APP).rglob("*") if path.name != "Uninstall.exe"]
    expect(said.code == 0 and gone, "removed", f"exit code {said.code}")
    names = {path.name for path in kept}
    expect(
        {"paten.db", "mark.json"} <= names and all(path.exists() for path in kept),
        f"all {len(kept)} files of the office are left",
        f"{names}",
    )


def keep_pictures(prefix: wine.Prefix) -> None:
    """Copy what was drawn and written out of the prefix."""
    for name in ("hasil", r"hari\screens"):
        made = prefix.inside(TRY + "\\" + name)
        for path in made.iterdir() if made.is_dir() else ():
            shutil.copy(path, OUT)


@contextmanager
def display() -> Iterator[str]:
    """Draw on a screen in memory; give its name."""
    told, tell = os.pipe()
    command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[tell], stderr=subprocess.DEVNULL)
    os.close(tell)
    try:
        with os.fdopen(told) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
