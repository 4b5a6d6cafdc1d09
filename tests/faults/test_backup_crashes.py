"""A backup and a restore that are cut off anywhere: the last proven backup stays, the old data or the new are whole."""

import json
import os

import pytest

from tests.faults import disk
from tests.faults.conftest import LONG

FAULTS = "KILL,TORN,EIO,EIO_EVER,ENOSPC,ENOSPC_EVER"
STEPS = {"backup": 4, "restore": 5}  # one in so many changes in the quick set
TRIES = 20 if LONG else 0
PROBE = "from tests.faults import cuts, server; from tests.faults.flows import backup; backup.add(); "


def run(library, words):
    return json.loads(disk.python({**os.environ, "LD_PRELOAD": str(library)}, PROBE + words))


@pytest.mark.parametrize("flow", STEPS)
def test_a_cut_in_a_backup_or_a_restore_loses_nothing(library, record_property, flow):
    step = 1 if LONG else STEPS[flow]

    done = run(library, f"server.main({flow!r}, {FAULTS!r}, {step})")

    record_property("fault: crash points", done["runs"])
    assert done["wrong"] == [], f"{len(done['wrong'])} of {done['runs']}: {done['wrong'][:3]}"
    assert done["runs"] > 50


@pytest.mark.parametrize("flow", STEPS)
def test_what_was_not_synced_when_the_power_went_harms_no_backup_and_no_restore(library, record_property, flow):
    done = run(library, f"cuts.main({flow!r}, {TRIES}, 1)")

    record_property("fault: power-loss states", done["disks"])
    record_property("fault: different disks opened", done["distinct"])
    assert done["wrong"] == [], f"{len(done['wrong'])} of {done['disks']}: {done['wrong'][:3]}"
    assert done["distinct"] > 100
