"""A counter on a disk that is too small, too full, or locked; run in a process of its own by `test_space`.

    python -m tests.faults.space full|limit|locked FOLDER

prints one JSON object: what was shown, what was said, and what is wrong afterwards.
"""

import json
import resource
import shutil
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from paten_desk.domain.errors import PatenError
from paten_desk.domain.workflow import Action
from paten_desk.usecases import closings, requests, work
from tests.builders import a_visit, with_officials
from tests.faults.flows.kit import an_office, data_of, open_at, shut, stored_numbers, warmed, whole

MOST = 4000
BARELY = 190 * 1024 * 1024  # left free where nobody may register any more


def until_refused(context, shown):
    """Register until the disk says no; return what the user was told."""
    for serial in range(1, MOST):
        try:
            (made,) = requests.register(context, a_visit(context, serial=serial))
        except PatenError as error:
            return f"{error.message} {error.hint}"
        shown.append(made.number)
    return ""


def full(folder):
    """A disk runs low, then full to the last byte; space is made, work goes on."""
    shown = []
    context = an_office(folder)
    warmed(context)
    with_officials(context)
    made = ()
    for serial in (1, 2, 3):
        made = requests.register(context, a_visit(context, serial=serial))
        shown.append(made[0].number)
    filler = Path(folder) / "unduhan"
    free = shutil.disk_usage(folder).free
    with filler.open("wb") as file:
        file.write(b"x" * (free - BARELY))
    said = [until_refused(context, shown)]
    closings.close(context)  # low is not full: the day can be closed
    with suppress(OSError), filler.open("ab", buffering=0) as file:
        while True:
            file.write(b"x" * 65_536)
    with suppress(OSError), (Path(folder) / "rest").open("ab", buffering=0) as file:
        while True:
            file.write(b"x")
    for turn in range(MOST):
        try:
            work.act(context, made[0].id, Action.RESUME if turn % 2 else Action.PAUSE, "menunggu")
        except PatenError as error:
            said.append(f"{error.message} {error.hint}")
            break
    filler.unlink()
    shown.append(requests.register(context, a_visit(context, serial=9))[0].number)
    return shown, said, after(context, shown)


def limit(folder):
    """The system lets no file grow past a size."""
    shown = []
    context = an_office(folder)
    warmed(context)
    largest = max(path.stat().st_size for path in data_of(folder).iterdir()) + 1_200_000
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (largest, resource.RLIM_INFINITY))
    said = until_refused(context, shown)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    shut()
    context = open_at(folder)
    return shown, [said], after(context, shown)


def locked(folder):
    """The disk is read-only from one moment to the next."""
    shown = []
    context = an_office(folder)
    warmed(context)
    (made,) = requests.register(context, a_visit(context, serial=1))
    shown.append(made.number)
    shut()
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)
    said = []
    try:
        open_at(folder)
    except PatenError as error:
        said.append(f"{error.message} {error.hint}")
    shut()
    subprocess.run(["mount", "-o", "remount,rw", folder], check=True)
    context = open_at(folder)
    return shown, said, after(context, shown)


def after(context, shown):
    """Return what is wrong with the office and with what was shown."""
    lost = set(shown) - stored_numbers(context)
    found = [f"shown and lost: {sorted(lost)}"] if lost else []
    return found + whole(context)


if __name__ == "__main__":
    told, words, wrong = {"full": full, "limit": limit, "locked": locked}[sys.argv[1]](Path(sys.argv[2]))
    sys.stdout.write(json.dumps({"shown": len(told), "said": words, "wrong": wrong}))
