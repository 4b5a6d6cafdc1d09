"""A real print service of our own beside the computer's: it prints onto paper that is a PDF."""

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.documents.conftest import a_letter, a_receipt, an_item, camat, letterhead
from tests.ui.conftest import qapp, tasks

__all__ = ["a_letter", "a_receipt", "an_item", "camat", "letterhead", "qapp", "tasks"]  # fixtures

QUEUE = "PATEN"
BACKEND = Path("/usr/lib/cups/backend/cups-pdf")
DRIVER = Path("/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd")
TRUE_SIZES_MM = {"F4": (215, 330), "A5": (148, 210)}  # the driver comes with whole points, and without F4
FOLDERS = {"RequestRoot": "spool", "CacheDir": "cache", "StateDir": "run", "TempDir": "temp"}
SERVICE = """\
Listen {folder}/run/cups.sock
Browsing No
WebInterface No
DefaultAuthType None
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order allow,deny
    Allow all
  </Limit>
</Policy>
"""


def why_not():
    """Say what lacks for printing here, or "" for nothing."""
    if os.environ.get("PATEN_PRINT") != "1":
        return "a print service is started by `make test-print` alone"
    if sys.platform == "win32" or os.geteuid() != 0:
        return "the print service is started as root on Linux"
    lacking = [name for name in ("cupsd", "lp", "lpadmin") if shutil.which(name) is None]
    lacking += [path.name for path in (BACKEND, DRIVER) if not path.exists()]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


@pytest.fixture(scope="session")
def queue():
    """The name of a queue whose paper is a PDF in the home folder; the service ends with the tests."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        service = _start(folder)
        before = os.environ.get("CUPS_SERVER")
        os.environ["CUPS_SERVER"] = str(folder / "run" / "cups.sock")
        try:
            _wait_for(service)
            driver = folder / "paten.ppd"
            driver.write_text(_driver(DRIVER.read_text(encoding="latin-1")), encoding="latin-1")
            add = ["lpadmin", "-p", QUEUE, "-E", "-v", "cups-pdf:/", "-P", str(driver)]
            subprocess.run(add, check=True, capture_output=True)
            yield QUEUE
        finally:
            service.terminate()
            service.wait(20)
            os.environ.pop("CUPS_SERVER")
            if before is not None:
                os.environ["CUPS_SERVER"] = before


@pytest.fixture
def printed(qtbot):
    """The paper of a job, read once the print service says that it is done; the file is taken away."""
    from paten_desk.ui import spooler

    def read(job):
        def is_done():
            return spooler.queue(QUEUE).state_of(job) is spooler.JobState.DONE

        qtbot.waitUntil(is_done, timeout=30_000)
        number = job.rpartition("-")[2]
        home = Path(pwd.getpwuid(os.getuid()).pw_dir)
        (paper,) = (home / "PDF").glob(f"*job_{number}.pdf")
        content = paper.read_bytes()
        paper.unlink()
        return content

    return read


def _start(folder):
    (folder / "etc").mkdir()
    for name in FOLDERS.values():
        (folder / name).mkdir()
    folder.chmod(0o755)  # the service's own user must pass through, and write what it works on
    (folder / FOLDERS["TempDir"]).chmod(0o1777)
    lines = [f"ServerRoot {folder}/etc", "SystemGroup root"]
    lines += [f"{key} {folder / name}" for key, name in FOLDERS.items()]
    lines += [f"{key} {folder}/{key.lower()}" for key in ("AccessLog", "ErrorLog", "PageLog")]
    (folder / "etc" / "cups-files.conf").write_text("\n".join(lines) + "\n")
    (folder / "etc" / "cupsd.conf").write_text(SERVICE.format(folder=folder))
    (folder / "etc" / "cups-pdf.conf").write_text("Out ${HOME}/PDF\n")
    command = ["cupsd", "-f", "-c", f"{folder}/etc/cupsd.conf", "-s", f"{folder}/etc/cups-files.conf"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _wait_for(service):
    for _ in range(200):
        says = subprocess.run(["lpstat", "-r"], capture_output=True, text=True, check=False).stdout
        if "is running" in says:
            return
        try:
            service.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
        pytest.fail("the print service ended at once")
    pytest.fail("the print service does not answer")


def _driver(text):
    """Teach the driver our papers in their true size, as a printer of an office has it."""
    for name, (width, height) in TRUE_SIZES_MM.items():
        points = f"{width / 25.4 * 72:.3f} {height / 25.4 * 72:.3f}"
        kept = [line for line in text.splitlines() if not line.startswith(tuple(_entries(name)))]
        text = "\n".join(kept) + "\n"
        for key, value in _entries(name).items():
            default = next(line for line in kept if line.startswith(f"*Default{value[0]}:"))
            text = text.replace(f"{default}\n", f"{default}\n{key}: {value[1].format(points)}\n", 1)
    return text


def _entries(name):
    page = '"<</PageSize[{}]/ImagingBBox null>>setpagedevice"'
    return {
        f"*PageSize {name}/{name}": ("PageSize", page),
        f"*PageRegion {name}/{name}": ("PageRegion", page),
        f"*ImageableArea {name}/{name}": ("ImageableArea", '"0 0 {}"'),
        f"*PaperDimension {name}/{name}": ("PaperDimension", '"{}"'),
    }
