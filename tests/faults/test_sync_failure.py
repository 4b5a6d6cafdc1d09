"""A sync that fails once is not tried again: nothing is shown, nothing is written until the program is opened anew."""

import json
import os

from tests.faults import disk

PROBE = """
import json, sys, tempfile
from pathlib import Path
from paten_desk.domain.errors import StoreUnavailable
from paten_desk.usecases import requests
from tests.builders import a_visit
from tests.faults.disk import Disk, Fault
from tests.faults.flows.kit import an_office, data_of, open_at, shut, stored_numbers, warmed, whole

folder, failing, said, shown = Path(tempfile.mkdtemp()), Disk(), [], []
failing.arm(folder, 0, Fault.COUNT)  # files opened from now on are watched
context = an_office(folder)
warmed(context)
shown += [made.number for made in requests.register(context, a_visit(context, serial=1))]
at = 0
while not said and at < 500:
    at += 1
    failing.arm(folder, at, Fault.EIO)
    try:
        shown += [made.number for made in requests.register(context, a_visit(context, serial=1 + at))]
    except StoreUnavailable as error:
        said.append(str(error))
    failing.arm(folder, 0, Fault.COUNT)
for serial in (70, 71):
    try:
        shown += [made.number for made in requests.register(context, a_visit(context, serial=serial))]
    except StoreUnavailable as error:
        said.append(str(error))
shut()
context = open_at(folder)
lost = sorted(set(shown) - stored_numbers(context))
sys.stdout.write(json.dumps({"said": said, "lost": lost, "wrong": whole(context)}))
"""


def test_after_a_failed_sync_nothing_is_written_until_the_next_start(library):
    done = json.loads(disk.python({**os.environ, "LD_PRELOAD": str(library)}, PROBE))

    first, *later = done["said"]
    assert "tidak dapat ditulis" in first
    assert len(later) == 2
    assert all("dibuka ulang" in said for said in later)
    assert done["lost"] == []
    assert done["wrong"] == []
