"""A fork server on the failing disk: everything is imported once, each child meets one fault.

    LD_PRELOAD=shim.so python -m tests.faults.server FLOW FAULTS STEP FIRST

prints one JSON object: how many changes the job makes, how many children met a fault, and everything that was wrong.
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


def run_child(disk, flow, folder, at, fault, log=-1):
    """Run a job in a child that meets a fault; return (what it had shown, what it complained of, changes made)."""
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(read_end)
            _work(disk, flow, folder, at, fault, write_end, log)
        finally:
            os._exit(0)
    os.close(write_end)
    told = b""
    while part := os.read(read_end, 65536):
        told += part
    os.close(read_end)
    os.waitpid(child, 0)
    lines = [line.split(" ", 1) for line in told.decode().splitlines()]
    shown = [rest for kind, rest in lines if kind == "SHOWN"]
    wrong = [rest for kind, rest in lines if kind == "WRONG"]
    count = next((int(rest) for kind, rest in lines if kind == "COUNT"), 0)
    return shown, wrong, count


def _work(disk, flow, folder, at, fault, out, log):
    def show(promise):
        os.write(out, f"SHOWN {promise}\n".encode())
        disk.shown(promise)

    disk.arm(folder, at, fault, log)
    try:
        flow.run(folder, show)
    except PatenError as error:
        if not error.message or not error.hint:
            os.write(out, f"WRONG a refusal without words: {error!r}\n".encode())
    except BaseException as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        os.write(out, f"WRONG {type(error).__name__} {error} at {place.filename}:{place.lineno}\n".encode())
    finally:
        os.write(out, f"COUNT {disk.count()}\n".encode())
        disk.disarm()


def verified(flow, folder, shown):
    """Open everything again and list what is wrong; a crash of the check is wrong, too."""
    try:
        return flow.verify(folder, shown)
    except BaseException as error:
        return [f"check: {type(error).__name__} {error} {traceback.format_exc()[-600:]}"]
    finally:
        shut()


def main(name, faults, step, first):
    disk, flow = Disk(), FLOWS[name]
    base = Path(tempfile.mkdtemp(prefix="paten-faults-", dir=FAST if FAST.is_dir() else None))
    try:
        template, work = base / "asal", base / "kerja"
        flow.prepare(template)
        shutil.copytree(template, work)
        shown, wrong, count = run_child(disk, flow, work, 0, Fault.COUNT)
        found = [f"without a fault: {each}" for each in (*wrong, *verified(flow, work, shown))]
        gc.collect()
        gc.freeze()  # so that a child need not copy what it only looks at
        runs = 0
        for fault in (Fault[each] for each in faults.split(",")):
            for at in range(1 + first, count + 1, step):
                shutil.rmtree(work)
                shutil.copytree(template, work)
                shown, wrong, _ = run_child(disk, flow, work, at, fault)
                runs += 1
                found += [f"{fault.name} at {at}: {each}" for each in (*wrong, *verified(flow, work, shown))]
        sys.stdout.write(json.dumps({"changes": count, "promises": len(shown), "runs": runs, "wrong": found}))
    finally:
        shutil.rmtree(base, ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
