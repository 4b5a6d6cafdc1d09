"""Disks that are full, limited or locked: a sentence, nothing lost, and work goes on when there is room."""

import json
import subprocess
import sys

import pytest

from tests.faults.disk import ROOT

CAN_MOUNT = subprocess.run(["unshare", "-rm", "true"], capture_output=True, check=False).returncode == 0
needs_mount = pytest.mark.skipif(not CAN_MOUNT, reason="this machine lets nobody make a small disk of their own")


def _run(kind, folder, small=""):
    words = [sys.executable, "-W", "ignore", "-m", "tests.faults.space", kind, str(folder)]
    if small:
        mount = f'mount -t tmpfs -o size={small} tmpfs "$0" && exec "$@"'
        words = ["unshare", "-rm", "sh", "-c", mount, str(folder), *words]
    done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


@needs_mount
def test_a_full_disk_is_a_sentence_and_room_lets_work_go_on(tmp_path):
    done = _run("full", tmp_path, "240m")

    assert done["wrong"] == []
    assert done["shown"] == 4
    low, full = done["said"]
    assert "hampir habis" in low
    assert "penuh" in full
    assert "Kosongkan ruang" in low
    assert "Kosongkan ruang" in full


def test_a_limit_on_the_size_of_files_loses_nothing(tmp_path):
    done = _run("limit", tmp_path)

    assert done["wrong"] == []
    assert done["shown"] > 3
    assert done["said"][0]


@needs_mount
def test_a_locked_disk_is_a_sentence_and_loses_nothing(tmp_path):
    done = _run("locked", tmp_path, "240m")

    assert done["wrong"] == []
    assert done["shown"] == 1
    assert len(done["said"]) == 1
