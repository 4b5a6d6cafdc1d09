"""A fork server on the failing disk: everything is imported once, each child meets one fault.

    LD_PRELOAD=shim.so python -m tests.faults.server FLOW FAULTS STEP

prints one JSON object: how many changes the job makes, how many times it met a fault, and everything that was wrong.
One in so many of what is left is checked to the last row; the others must open, hold together and have what was shown.
"""

import gc
import json
import os
import shutil
import sys
import tempfile
import traceback
from pathlib import Path

from paten_desk.domain.errors import PatenError
from tests.faults.disk import Disk, Fault
from tests.faults.flows import FLOWS
from tests.faults.flows.kit import shut

FAST = Path("/dev/shm")  # memory, where it is there: the faults are ours, not the disk's
THOROUGH = 10  # one in so many is checked to the last row
DYING = 4  # one in so many of those that were only refused dies as well


def run_child(disk, flow, folder, at, fault, log=-1):
    """Run a job in a child that meets a fault; return (what it had shown, what it complained of, kinds of changes)."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read_end)
            _work(
                disk, flow, folder, at, fault, lambda kind, word: os.write(write_end, f"{kind} {word}\n".encode()), log
            )
        finally:
            os._exit(0)
    os.close(write_end)
    told = b""
    while part := os.read(read_end, 65536):
        told += part
    os.close(read_end)
    os.waitpid(child, 0)
    return _sorted([line.split(" ", 1) for line in told.decode().splitlines()])


def run_here(disk, flow, folder, at, fault):
    """Run a job in this process, and close the program while the disk still fails; return as `run_child` does."""
    told = []
    _work(disk, flow, folder, at, fault, lambda kind, word: told.append((kind, word)), closing=shut)
    shut()
    return _sorted(told)


def _sorted(told):
    shown = [rest for kind, rest in told if kind == "SHOWN"]
    wrong = [rest for kind, rest in told if kind == "WRONG"]
    kinds = next((rest for kind, rest in told if kind == "KINDS"), "")
    return shown, wrong, kinds


def _work(disk, flow, folder, at, fault, tell, log=-1, closing=None):
    def show(promise):
        tell("SHOWN", promise)
        disk.shown(promise)

    disk.arm(folder, at, fault, log)
    try:
        _run(flow, folder, show, tell)
        if closing:
            closing()
    except BaseException as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        tell("WRONG", f"{type(error).__name__} {error} at {place.filename}:{place.lineno}".replace("\n", " "))
    finally:
        tell("KINDS", disk.kinds())
        disk.disarm()


def _run(flow, folder, show, tell):
    try:
        flow.run(folder, show)
    except PatenError as error:
        if not error.message or not error.hint:
            tell("WRONG", f"a refusal without words: {error!r}")


def verified(flow, folder, shown):
    """Open everything again and list what is wrong; a crash of the check is wrong, too."""
    try:
        return flow.verify(folder, shown)
    except BaseException as error:
        return [f"check: {type(error).__name__} {error} {traceback.format_exc()[-600:]}"]
    finally:
        shut()


def glanced(flow, folder, shown):
    """Glance at what is left; a crash of the check is wrong, too."""
    try:
        return flow.glance(folder, shown)
    except BaseException as error:
        return [f"check: {type(error).__name__} {error}"]
    finally:
        shut()


def points(kinds, faults, step):
    """Yield (fault, change, whether the process dies of it) for one in so many changes that can meet it.

    After a mere refusal the program either dies with what it held open or is closed in order; both happen to people.
    """
    for fault in faults:
        met = [at for at, kind in enumerate(kinds, 1) if kind == "w" or not fault.is_of_bytes]
        for turn, at in enumerate(met[::step]):
            yield fault, at, fault.is_death or turn % DYING == 0


def main(name, faults, step):
    disk, flow = Disk(), FLOWS[name]
    base = Path(tempfile.mkdtemp(prefix="paten-faults-", dir=FAST if FAST.is_dir() else None))
    try:
        template, work = base / "asal", base / "kerja"
        flow.prepare(template)
        shutil.copytree(template, work)
        promises, wrong, kinds = run_child(disk, flow, work, 0, Fault.COUNT)
        found = [f"without a fault: {each}" for each in (*wrong, *verified(flow, work, promises))]
        gc.collect()
        gc.freeze()  # so that a child need not copy what it only looks at
        runs = 0
        for fault, at, dies in points(kinds, [Fault[each] for each in faults.split(",")], step):
            shutil.rmtree(work)
            shutil.copytree(template, work)
            run = run_child if dies else run_here
            shown, wrong, _ = run(disk, flow, work, at, fault)
            check = glanced if runs % THOROUGH else verified
            runs += 1
            found += [f"{fault.name} at {at}: {each}" for each in (*wrong, *check(flow, work, shown))]
        sys.stdout.write(json.dumps({"changes": len(kinds), "promises": len(promises), "runs": runs, "wrong": found}))
    finally:
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
