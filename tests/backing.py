"""An office with keys, two people and a stick for its backups; made once a session and copied."""

import shutil
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

import pytest

from paten_desk.domain.workflow import Status
from paten_desk.paths import keys_dir
from paten_desk.store import backup, generations, mark
from paten_desk.store.backup import Whose
from paten_desk.usecases import backup_places, backups, sample, setup, unlocking
from paten_desk.usecases.context import Context
from tests.builders import a_request
from tests.conftest import KEY, MORNING, Clock

PASSWORD = sample.PASSWORD


@dataclass
class Backed:
    """An open office.

    Attributes:
        second: Id of the section head, who can be the second person.
        secret: On the recovery sheet.
        stick: Root of the plugged stick; `target` is the place chosen on it.

    """

    context: Context
    clock: Clock
    second: str
    secret: str
    stick: Path
    target: backup_places.Target

    @property
    def data(self):
        return self.context.data

    @property
    def folder(self):
        return self.stick / backup_places.FOLDER

    def backup(self):
        """Make a backup a minute later and return its folder."""
        self.clock.forward(minutes=1)
        return self.folder / backups.make(self.context, self.target).generation

    def backup_of(self, other, folder):
        """Make a backup of another office, which is open now or not, and return its folder."""
        context = setup.open_office(other.data, other.user.id, other.data_key, self.clock)
        return folder / backups.make_in(context, folder).generation

    def reopen(self):
        """Open the office again, as after a new start."""
        setup.close()
        self.context = setup.open_office(self.data, self.context.user.id, self.context.data_key, self.clock)
        return self.context


@pytest.fixture(scope="session")
def template(tmp_path_factory):
    """A closed office with three requests."""
    folder = tmp_path_factory.mktemp("template")
    draft = sample.draft()
    draft = replace(draft, users=(draft.users[0], draft.users[2]))
    context, secret = setup.create(folder / "kantor", draft, Clock())
    second = next(user.id for user in setup.users(context) if user.display == "Kasi Contoh")
    a_request(context, Status.HANDED_OVER, serial=1)
    a_request(context, serial=2)
    a_request(context, serial=3)
    setup.close()
    return context, second, secret


@pytest.fixture
def office(template, tmp_path):
    """The office of this test, open, with a stick."""
    made, second, secret = template
    data = tmp_path / "kantor"
    shutil.copytree(made.data, data)
    shutil.copytree(keys_dir(made.data), keys_dir(data))
    clock = Clock()
    context = setup.open_office(data, made.user.id, made.data_key, clock)
    stick = tmp_path / "KARTU 1"
    stick.mkdir()
    target = backup_places.add(context, stick, "Kartu cadangan 1", is_stick=True)
    yield Backed(context, clock, second, secret, stick, target)
    setup.close()


def opened(office, generation):
    """Open a generation by the first user's password with the section head's consent."""
    made = unlocking.open_by_password(generation, office.context.user.id, PASSWORD)
    return unlocking.agree(made, office.second, PASSWORD)


WHOSE = Whose("office", "Kecamatan Contoh", "99.99.05", mark.Mark("machine", "office", "l", 1, "", {}))


@pytest.fixture
def stick(tmp_path_factory):
    """An empty folder away from the data."""
    return tmp_path_factory.mktemp("stick")


@pytest.fixture
def filled(context):
    """An office with one handed-over request, so with a document; without keys."""
    a_request(context, Status.HANDED_OVER)
    return context


def made_at(stick, **later):
    """Back up the open office of `filled` so much after the first morning, and return the generation."""
    backup.make(stick, KEY, WHOSE, MORNING + timedelta(**later))
    return stick / generations.name_at(MORNING + timedelta(**later))


def flip(path, offset):
    """Turn every bit of one byte over."""
    with path.open("r+b") as file:
        file.seek(offset)
        byte = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([byte ^ 0xFF]))
