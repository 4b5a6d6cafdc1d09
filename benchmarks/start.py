"""Time what a clerk waits for at the start, against a bare PySide6 window.

    python benchmarks/start.py [RUNS]

Each run is a fresh process with the bytecode of an installed program; the kinds take turns, so that each is compared
with the bare window right before it. "login" is from the start of the process to the painted login window.
"main" is what a clerk waits in all: login painted, plus the time from the opened data key to the painted main window.
Typing the password and deriving its key lie between the two and are not counted; meanwhile the program loads the rest.
Prints medians, and the median of the ratios; ends with 1 when a bound is broken.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOGIN, MAIN = 1.25, 1.9

BARE = """
import sys, time
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
window.setCentralWidget(QLabel("PATEN Desk"))
window.resize(1366, 768)
window.show()
app.processEvents()
print(time.time())
"""

OURS = """
import sys, time
sys.modules["psycopg"] = sys.modules["psycopg2"] = None  # a counter has no server's driver; peewee would load it
from pathlib import Path
sys.path.insert(0, {root!r})
from paten_desk import app as program
data = Path({data!r})
app = program.make_app(data)
made = program.Program(app, data)
"""

LOGIN_TAIL = """
made.begin()
app.processEvents()
print(time.time())
made.tasks.close()
"""

MAIN_TAIL = """
made.begin()
app.processEvents()
painted = time.time()
import gc
while not gc.isenabled():  # it rests until the rest of the program is imported
    app.processEvents()
    made.tasks.wait()
begun = time.time()
from paten_desk.usecases import setup
made._open(setup.open_office(data, {user!r}, bytes.fromhex({key!r})))
app.processEvents()
print(painted + time.time() - begun)
made.tasks.close()
setup.close()
"""


def main(runs: int) -> int:
    """Measure and print; return the exit code."""
    sys.path.insert(0, str(ROOT))
    from paten_desk.usecases import sample, setup

    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "kantor"
        context, _ = setup.create(data, sample.draft())
        setup.close()
        ours = OURS.format(root=str(ROOT), data=str(data))
        tail = MAIN_TAIL.format(user=context.user.id, key=context.data_key.hex())
        kinds = {"bare": BARE, "login": ours + LOGIN_TAIL, "main": ours + tail}
        taken: dict[str, list[float]] = {name: [] for name in kinds}
        for turn in range(runs + 1):
            for name, code in kinds.items():
                took = launch(code, Path(folder) / "bytecode")
                if turn:  # the first one writes the bytecode of each kind
                    taken[name].append(took)
    medians = {name: statistics.median(values) for name, values in taken.items()}
    login, usable = (
        statistics.median(ours / bare for ours, bare in zip(taken[name], taken["bare"], strict=True))
        for name in ("login", "main")
    )
    print(f"bare window {medians['bare']:.0f} ms")
    print(f"login painted {medians['login']:.0f} ms: {login:.2f} x bare (bound {LOGIN})")
    print(f"main window usable {medians['main']:.0f} ms: {usable:.2f} x bare (bound {MAIN})")
    return 0 if login <= LOGIN and usable <= MAIN else 1


def launch(code: str, bytecode: Path) -> float:
    """Run one process and return the milliseconds from its start to its first paint."""
    environment = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    environment |= {"PYTHONPYCACHEPREFIX": str(bytecode), "PYTHONDONTWRITEBYTECODE": ""}
    start = time.time()
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    return (float(done.stdout.split()[-1]) - start) * 1000


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 9))
