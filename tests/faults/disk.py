"""The disk that fails on command (`shim.c`): built once, loaded before libc, armed from inside the process."""

import ctypes
import os
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


class Fault(IntEnum):
    """What happens at the chosen change; the names of the enum in `shim.c`."""

    COUNT = 0
    KILL = 1
    TORN = 2
    EIO = 3
    EIO_EVER = 4
    ENOSPC = 5
    ENOSPC_EVER = 6

    @property
    def is_of_bytes(self):
        """Say whether only a change that writes bytes meets it: other changes are not torn, and need no room."""
        return self in (Fault.TORN, Fault.ENOSPC, Fault.ENOSPC_EVER)

    @property
    def is_death(self):
        """Say whether the process ends by it."""
        return self in (Fault.KILL, Fault.TORN)


def built(folder):
    """Compile the shim into a folder and return its path."""
    library = Path(folder) / "shim.so"
    subprocess.run(
        ["cc", "-shared", "-fPIC", "-O2", "-o", str(library), str(HERE / "shim.c"), "-ldl"],
        check=True,
        capture_output=True,
    )
    return library


def server(library, *arguments):
    """Run `tests.faults.server` on the failing disk and return what it printed."""
    return python({**os.environ, "LD_PRELOAD": str(library)}, "-m", "tests.faults.server", *arguments)


def cuts(library, *arguments):
    """Run `tests.faults.cuts` on the failing disk and return what it printed."""
    return python({**os.environ, "LD_PRELOAD": str(library)}, "-m", "tests.faults.cuts", *arguments)


def python(environment, *arguments):
    """Run this Python with a program's text or arguments and return what it printed."""
    words = list(map(str, arguments)) if arguments[0] == "-m" else ["-c", *arguments]
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise AssertionError(done.stderr[-4000:])
    return done.stdout


class Disk:
    """The shim as seen from inside a process that was started with it."""

    def __init__(self):
        self._library = ctypes.CDLL(None)
        self._library.fault_kinds.restype = ctypes.c_char_p

    def arm(self, root, at, fault, log=-1):
        """Let the `at`-th change below a folder fail; `log` is a descriptor that takes the log of changes."""
        self._library.fault_arm(os.fsencode(str(root)), ctypes.c_long(at), int(fault), log)

    def disarm(self):
        self._library.fault_disarm()

    def kinds(self):
        """Return one letter for each change since arming: w for bytes written, - for everything else."""
        return self._library.fault_kinds().decode()

    def shown(self, text):
        """Note in the log that the user has now seen something."""
        self._library.fault_shown(text.encode())
