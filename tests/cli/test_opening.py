import argparse

import pytest

from paten_desk import paths
from paten_desk.cli import opening
from paten_desk.domain.errors import NotFound, StoreUnavailable
from paten_desk.usecases import setup


def chosen(data, user=""):
    return argparse.Namespace(data=data, user=user)


def test_the_usual_folder_is_taken_where_none_is_named(tmp_path):
    assert opening.folder(chosen(tmp_path)) == tmp_path
    assert opening.folder(chosen(None)) == paths.data_dir()


def test_somebody_is_found_by_name_and_the_first_without_one():
    staff = [("a", "Petugas"), ("b", "Kasi")]

    assert opening.pick(staff, "") == ("a", "Petugas")
    assert opening.pick(staff, "Kasi") == ("b", "Kasi")
    with pytest.raises(NotFound, match="Siapa") as caught:
        opening.pick(staff, "Siapa")
    assert caught.value.hint == "Pilih: Petugas, Kasi."


def test_without_a_password_nobody_is_asked_where_nobody_sits(monkeypatch):
    monkeypatch.delenv("PATEN_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin", open("/dev/null"))  # noqa: PTH123, SIM115

    assert opening.password("PATEN_PASSWORD", "Petugas") == ""


def test_a_command_holds_the_folder_until_it_ends(office, monkeypatch):
    setup.close()
    monkeypatch.setenv("PATEN_PASSWORD", "contoh kayu agung")

    opening.open_office(chosen(office.data))

    with pytest.raises(StoreUnavailable, match="sudah terbuka"):
        opening.hold(office.data)
    opening.release()
    assert not setup.is_open()
    opening.hold(office.data)
    opening.release()
