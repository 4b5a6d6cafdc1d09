"""Every change of a file is a place to die, to tear, to fail: nothing shown is lost, nothing is half done."""

import json
import os

import pytest

from tests.faults import disk
from tests.faults.conftest import LONG
from tests.faults.flows import FLOWS

FAULTS = "KILL,TORN,EIO,EIO_EVER,ENOSPC,ENOSPC_EVER"
STEPS = {"numbering": 3, "migration": 2}  # one in so many changes in the quick set; letters and steps take their time
QUICK = [(flow, 0, STEPS.get(flow, 1)) for flow in FLOWS] + [("registration", 1, 2)]
ROUNDS = [(flow, variant, 1) for variant in range(LONG) for flow in FLOWS]


@pytest.mark.parametrize(("flow", "variant", "step"), ROUNDS or QUICK)
def test_nothing_is_lost_wherever_the_disk_fails(library, record_property, monkeypatch, flow, variant, step):
    monkeypatch.setenv("PATEN_VARIANT", str(variant))

    done = json.loads(disk.server(library, flow, FAULTS, step))

    record_property("fault: crash points", done["runs"])
    assert done["wrong"] == [], f"{len(done['wrong'])} of {done['runs']}: {done['wrong'][:3]}"
    assert done["promises"] > 0
    assert done["runs"] > 100


@pytest.mark.parametrize("fault", ["KILL", "EIO", "ENOSPC_EVER"])
def test_the_failing_disk_would_notice_a_lost_promise(library, fault):
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
        f"server.main('registration', '{fault}', 20)\n"
    )
    done = disk.python(environment, probe)

    assert any("shown and lost" in each for each in json.loads(done)["wrong"])
