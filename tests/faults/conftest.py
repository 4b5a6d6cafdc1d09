"""The failing disk, built once a session; of a long set that was stopped, what is done is left out."""

import os

import pytest

from tests.faults import counting, disk

LONG = int(os.environ.get("PATEN_FAULT_ROUNDS", "0"))  # rounds of the long set; 0 is the quick one


@pytest.fixture(scope="session")
def library(tmp_path_factory):
    """The shim, compiled for this machine."""
    return disk.built(tmp_path_factory.mktemp("shim"))


def pytest_collection_modifyitems(config, items):
    done = counting.done()
    left_out = [item for item in items if item.nodeid in done]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item.nodeid not in done]
