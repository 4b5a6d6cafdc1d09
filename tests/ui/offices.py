"""Whole offices for the window's tests: keys, passwords and ledgers as the wizard makes them, made once and copied."""

import shutil
from dataclasses import replace

import pytest

from paten_desk.usecases import partners, sample, sending, setup
from tests.builders import a_request
from tests.conftest import Clock

CITIZENS = 2


def the_first(draft):
    """Leave out all users but the first: each password takes a fifth of a second."""
    return replace(draft, users=draft.users[:1])


@pytest.fixture(scope="session")
def two_offices(tmp_path_factory):
    """A sample counter and its kabupaten with their cards exchanged, and one sealed file between them."""
    folder = tmp_path_factory.mktemp("two")
    clock = Clock()
    hall, _ = setup.create(folder / "kabupaten", the_first(sample.kabupaten_draft()), clock)
    hall_card = partners.own_card_file(hall)
    desk, _ = setup.create(folder / "kecamatan", the_first(sample.draft()), clock)
    card = partners.own_card_file(desk)
    (folder / "kecamatan.json").write_bytes(card)
    (folder / "kabupaten.json").write_bytes(hall_card)
    held, _ = partners.enrol(desk, hall_card)
    partners.confirm(desk, held.id)
    for serial in range(1, CITIZENS + 1):
        a_request(desk, serial=serial)
    (folder / "stick").mkdir()
    sending.export(desk, folder / "stick")
    setup.open_office(hall.data, hall.user.id, hall.data_key, clock)
    held, _ = partners.enrol(hall, card)
    partners.confirm(hall, held.id)
    setup.close()
    return {"kecamatan": desk, "kabupaten": hall}


def a_copy_of(context, folder):
    """Copy an office to a folder of the test's own and open it."""
    for path in context.data.parent.glob(f"{context.data.name}*"):
        copy = shutil.copytree if path.is_dir() else shutil.copyfile
        copy(path, folder / path.name)
    if not (folder / "stick").exists():
        shutil.copytree(context.data.parent / "stick", folder / "stick")
    return setup.open_office(folder / context.data.name, context.user.id, context.data_key, context.clock)


@pytest.fixture
def desk(two_offices, tmp_path):
    """The counter's office, unlocked by its first user."""
    yield a_copy_of(two_offices["kecamatan"], tmp_path)
    setup.close()


@pytest.fixture
def hall(two_offices, tmp_path):
    """The kabupaten's desk, unlocked by its first user; the counter's sealed file lies in `stick`."""
    yield a_copy_of(two_offices["kabupaten"], tmp_path)
    setup.close()
