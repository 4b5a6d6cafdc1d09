"""Cut the power at every moment of a job and open what is left.

    LD_PRELOAD=shim.so python -m tests.faults.cuts FLOW TRIES SEED

prints one JSON object: how many disks were rebuilt, how many of them differed (each is opened once), and everything
that was wrong.
"""

import gc
import json
import os
import shutil
import sys
import tempfile
from pathlib import Path
from random import Random

from tests.faults.disk import Disk, Fault
from tests.faults.flows import FLOWS
from tests.faults.powerloss import states
from tests.faults.server import FAST, glanced, run_child, verified

THOROUGH = 40  # one in so many disks is checked to the last row


def logged(disk, flow, base):
    """Run a job once on a good disk; return (folder, files before, log)."""
    template, work, log = base / "asal", base / "kerja", base / "log"
    flow.prepare(template)
    shutil.copytree(template, work)
    before = {str(path): path.read_bytes() for path in work.rglob("*") if path.is_file()}
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT)
    _, wrong, _ = run_child(disk, flow, work, 0, Fault.COUNT, descriptor)
    os.close(descriptor)
    if wrong:
        raise AssertionError(wrong)
    return work, before, log.read_bytes()


def lay(folder, work, folders, files):
    """Put the files of a state into a folder."""
    shutil.rmtree(folder, ignore_errors=True)
    for made in folders:
        (folder / made).mkdir(parents=True, exist_ok=True)
    for path, content in files.items():
        target = folder / Path(path).relative_to(work)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def main(name, tries, seed):
    disk, flow = Disk(), FLOWS[name]
    base = Path(tempfile.mkdtemp(prefix="paten-cuts-", dir=FAST if FAST.is_dir() else None))
    try:
        work, before, log = logged(disk, flow, base)
        gc.collect()
        gc.freeze()
        folders = [path.relative_to(work) for path in work.rglob("*") if path.is_dir()]
        left, count, distinct, found = base / "sisa", 0, set(), []
        for shown, files, marks in states(log, before, Random(seed), tries):
            count += 1
            if (shown, marks) in distinct:
                continue  # what the check finds follows from the bytes and from what was shown
            distinct.add((shown, marks))
            lay(left, work, folders, files)
            check = verified if len(distinct) % THOROUGH == 1 else glanced
            found += [f"disk {count}: {each}" for each in check(flow, left, list(shown))]
        sys.stdout.write(json.dumps({"disks": count, "distinct": len(distinct), "wrong": found}))
    finally:
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
