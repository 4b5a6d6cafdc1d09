"""A backup and a restore that are cut off anywhere: the last proven backup stays, the old data or the new are whole."""

import json
import os

import pytest

from tests.faults import disk
from tests.faults.conftest import LONG

FAULTS = "KILL,TORN,EIO,EIO_EVER,ENOSPC,ENOSPC_EVER"
STEPS = {"backup": 5, "restore": 11}  # one in so many changes in the quick set
PROBE = (
    "from tests.faults import server; from tests.faults.flows import backup; backup.add(); "
    "server.main({!r}, {!r}, {}, 0)"
)


@pytest.mark.parametrize("flow", STEPS)
def test_a_cut_in_a_backup_or_a_restore_loses_nothing(library, record_property, flow):
    step = 1 if LONG else STEPS[flow]

    done = json.loads(disk.python({**os.environ, "LD_PRELOAD": str(library)}, PROBE.format(flow, FAULTS, step)))

    record_property("fault: crash points", done["runs"])
    assert done["wrong"] == [], f"{len(done['wrong'])} of {done['runs']}: {done['wrong'][:3]}"
    assert done["promises"] + done["changes"] > 10
    assert done["runs"] > 50
