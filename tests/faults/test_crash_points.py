"""Every change of a file is a place to die, to tear, to fail: nothing shown is lost, nothing is half done."""

import json
import os

import pytest

from tests.faults import disk
from tests.faults.conftest import LONG
from tests.faults.flows import FLOWS

FAULTS = "KILL,TORN,EIO,EIO_EVER,ENOSPC,ENOSPC_EVER"
STEP, STEPS = 3, {"first_start": 18}  # one in so many changes in the quick set; a new password takes seconds
PARTS = 2  # so that both cores work on the longest job


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("flow", FLOWS)
def test_nothing_is_lost_wherever_the_disk_fails(library, record_property, monkeypatch, flow, part):
    step = STEPS.get(flow, STEP)
    for variant in range(max(1, LONG)):
        monkeypatch.setenv("PATEN_VARIANT", str(variant))
        done = json.loads(disk.server(library, flow, FAULTS, PARTS * (1 if LONG else step), part))
        record_property("fault: crash points", done["runs"])
        assert done["wrong"] == [], f"{len(done['wrong'])} of {done['runs']}: {done['wrong'][:3]}"
        assert done["promises"] > 0
        assert done["runs"] > 10


def test_the_failing_disk_would_notice_a_lost_promise(library, tmp_path):
    """The harness itself: a flow whose promise comes before its commit must be caught."""
    environment = {**os.environ, "LD_PRELOAD": str(library)}
    probe = (
        "import sys, json\n"
        "from dataclasses import replace\n"
        "from tests.faults import flows, server\n"
        "honest = flows.FLOWS['registration']\n"
        "def liar(folder, show):\n"
        "    show('0002/PATEN/2026')\n"
        "    honest.run(folder, lambda promise: None)\n"
        "flows.FLOWS['registration'] = replace(honest, run=liar)\n"
        "server.main('registration', 'KILL', 40, 0)\n"
    )
    done = disk.python(environment, probe)

    assert any("shown and lost" in each for each in json.loads(done)["wrong"])
