"""The power goes at every moment of every job: what was shown is on the disk that is left."""

import json
import os
from random import Random

import pytest

from tests.faults import disk
from tests.faults.conftest import LONG
from tests.faults.flows import FLOWS
from tests.faults.powerloss import HEAD, states

TRIES = {
    "first_start": 40,
    "registration": 40,
    "numbering": 12,
    "closing": 16,
    "export": 20,
    "migration": 7,
}  # how many ends of each moment in the quick set
QUICK = [(flow, 0, TRIES[flow]) for flow in FLOWS]
ROUNDS = [(flow, variant, 150) for variant in range(LONG) for flow in FLOWS]


@pytest.mark.parametrize(("flow", "variant", "tries"), ROUNDS or QUICK)
def test_nothing_shown_is_lost_whatever_the_power_cut_leaves(
    library, record_property, monkeypatch, flow, variant, tries
):
    monkeypatch.setenv("PATEN_VARIANT", str(variant))

    done = json.loads(disk.cuts(library, flow, tries, variant + 1))

    record_property("fault: power-loss states", done["disks"])
    record_property("fault: different disks opened", done["distinct"])
    assert done["wrong"] == [], f"{len(done['wrong'])} of {done['disks']}: {done['wrong'][:3]}"
    assert done["distinct"] > 50


def test_the_cut_power_would_notice_a_lost_promise(library):
    """The harness itself: a flow whose promise comes before its commit must be caught."""
    probe = (
        "from dataclasses import replace\n"
        "from tests.faults import cuts, flows\n"
        "honest = flows.FLOWS['registration']\n"
        "def liar(folder, show):\n"
        "    show('0002/PATEN/2026')\n"
        "    honest.run(folder, lambda promise: None)\n"
        "flows.FLOWS['registration'] = replace(honest, run=liar)\n"
        "cuts.main('registration', 0, 1)\n"
    )
    done = disk.python({**os.environ, "LD_PRELOAD": str(library)}, probe)

    assert any("shown and lost" in each for each in json.loads(done)["wrong"])


def _log(*changes):
    made = b""
    for op, path, other, offset, data in changes:
        made += HEAD.pack(op.encode(), len(path), len(other), offset, len(data)) + path.encode() + other.encode()
        made += data if op in "WA" else b""
    return made


def _ends(log, before=()):
    return [(shown, files) for shown, files, _ in states(log, dict(before), Random(1), 20)]


def test_what_was_not_synced_may_be_gone_and_what_was_is_there():
    log = _log(
        ("C", "/d/a", "", 0, b""),
        ("W", "/d/a", "", 0, b"x" * 1024),
        ("F", "/d/a", "", 0, b""),
        ("A", "", "", 0, b"said"),
        ("W", "/d/a", "", 512, b"y" * 512),
    )
    ends = _ends(log)

    unsynced = [files.get("/d/a") for shown, files in ends if not shown]
    assert {None, b"", b"x" * 1024} <= set(unsynced)
    assert b"x" * 512 in unsynced
    promised = {files["/d/a"] for shown, files in ends if shown}
    assert promised == {b"x" * 1024, b"x" * 512 + b"y" * 512}


def test_a_rename_without_a_synced_folder_may_not_have_happened():
    before = {"/d/a": b"old"}
    renamed = (("C", "/d/a.tmp", "", 0, b""), ("W", "/d/a.tmp", "", 0, b"new"), ("F", "/d/a.tmp", "", 0, b""))
    log = _log(*renamed, ("R", "/d/a.tmp", "/d/a", 0, b""), ("A", "", "", 0, b"said"), ("W", "/d/b", "", 0, b""))
    synced = _log(*renamed, ("R", "/d/a.tmp", "/d/a", 0, b""), ("F", "/d", "", 0, b""), ("A", "", "", 0, b"said"))

    assert {files["/d/a"] for shown, files in _ends(log, before.items()) if shown} == {b"old", b"new"}
    last = _ends(synced + _log(("C", "/d/c", "", 0, b"")), before.items())
    assert {files["/d/a"] for shown, files in last if shown} == {b"new"}
    assert {files["/d/a"] for _, files in _ends(log, before.items())} == {b"old", b"new"}
