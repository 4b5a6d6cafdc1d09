import pytest

from paten_desk.domain.branches import BranchReason
from paten_desk.store import mark
from paten_desk.usecases import branches, restoring, setup
from tests.backing import office, opened, template
from tests.builders import a_request

__all__ = ["office", "template"]  # fixtures


def content(folder):
    """What a folder holds, byte by byte."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def new_computer(tmp_path):
    return tmp_path / "laptop desa" / "kantor"


@pytest.fixture
def prepared(office):
    """One laptop prepared, a backup on the stick, and five requests at the office after it."""
    made = branches.prepare(office.context, BranchReason.VILLAGE, "Desa Melati")
    office.generation = office.backup()
    for serial in range(10, 15):
        a_request(office.context, serial=serial)
    mark.write_now(office.folder)
    return made


@pytest.fixture
def away(office, prepared, new_computer):
    """The laptop, open after its restore."""
    made = opened(office, office.generation)
    setup.close()
    return restoring.restore(new_computer, made, BranchReason.VILLAGE, clock=office.clock)
