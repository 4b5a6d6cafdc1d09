import json

import pytest

from paten_desk import cli
from paten_desk.paths import keys_dir
from paten_desk.store import mark, swap
from paten_desk.usecases import setup
from tests.backing import PASSWORD, flip
from tests.builders import a_request


@pytest.fixture
def closed(office):
    """The office at rest, as a command finds it."""
    setup.close()
    return office


def run(monkeypatch, capsys, *words, **variables):
    monkeypatch.setenv("PATEN_PASSWORD", PASSWORD)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    code = cli.main([str(word) for word in words])
    return code, *capsys.readouterr()


@pytest.fixture
def made(closed, monkeypatch, capsys, tmp_path):
    """A generation made by the command."""
    code, out, _ = run(monkeypatch, capsys, "backup", tmp_path / "stick", "--data", closed.data, "--json")
    assert code == cli.DONE
    return json.loads(out)


def test_a_backup_is_made_and_said_where(made, tmp_path):
    assert made["path"].startswith(str(tmp_path / "stick" / "cadangan-"))
    assert made["sequence"] > 20
    assert made["documents"] == 1


def test_a_sound_backup_is_proven(made, closed, monkeypatch, capsys, tmp_path):
    for path in (made["path"], tmp_path / "stick"):
        code, out, _ = run(monkeypatch, capsys, "verify-backup", path, "--data", closed.data)
        assert code == cli.DONE
        assert "utuh dan teruji" in out


def test_somebody_at_a_terminal_sees_how_far_it_is(made, closed, monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)

    _, _, err = run(monkeypatch, capsys, "verify-backup", made["path"], "--data", closed.data)

    assert "Memeriksa catatan" in err


def test_a_rotten_backup_ends_with_three_and_a_sentence(made, closed, monkeypatch, capsys, tmp_path):
    flip(tmp_path / "stick" / made["path"].rsplit("/", 1)[1] / "paten.db", 9000)

    code, out, _ = run(monkeypatch, capsys, "verify-backup", made["path"], "--data", closed.data, "--json")

    assert code == cli.DIFFERENT
    assert "tidak utuh" in json.loads(out)["error"]


def test_a_backup_can_be_proven_on_a_computer_without_the_office(made, monkeypatch, capsys, tmp_path):
    code, _, _ = run(monkeypatch, capsys, "verify-backup", made["path"], "--data", tmp_path / "tidak ada")

    assert code == cli.DONE


def test_an_office_comes_back_with_two_people(made, closed, monkeypatch, capsys):
    words = ("restore", made["path"], "--data", closed.data, "--second", "Kasi Contoh")

    code, out, _ = run(monkeypatch, capsys, *words, PATEN_SECOND_PASSWORD=PASSWORD)

    assert code == cli.DONE
    assert "Kantor pulih" in out
    assert "Data sebelumnya disimpan" in out
    assert run(monkeypatch, capsys, "check", "--data", closed.data)[0] == cli.DONE


def test_an_office_comes_to_a_new_computer_with_its_recovery_sheet(made, closed, monkeypatch, capsys, tmp_path):
    data = tmp_path / "baru" / "kantor"

    code, out, _ = run(
        monkeypatch, capsys, "restore", tmp_path / "stick", "--data", data, "--json", PATEN_RECOVERY=closed.secret
    )

    assert code == cli.DONE
    assert json.loads(out)["new_card"] is True
    assert json.loads(out)["aside"] == ""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["restore", "{path}", "--data", "{data}"], "orang kedua"),
        (["restore", "{path}", "--data", "{data}", "--second", "Siapa"], "Tidak ada petugas bernama Siapa"),
        (["restore", "{path}", "--data", "{data}", "--user", "Siapa"], "Tidak ada petugas bernama Siapa"),
        (["restore", "{data}", "--data", "{data}"], "Tidak ada cadangan"),
        (["verify-backup", "{data}"], "Tidak ada cadangan"),
        (["backup", "{data}/cadangan", "--data", "{data}"], "data kantor sendiri"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_is_changed(made, closed, monkeypatch, capsys, words, said):
    before = (closed.data / "paten.db").read_bytes()

    code, _, err = run(monkeypatch, capsys, *(word.format(path=made["path"], data=closed.data) for word in words))

    assert code == cli.REFUSED
    assert said in err
    if words[0] != "backup":
        assert (closed.data / "paten.db").read_bytes() == before


def test_a_backup_whose_front_is_gone_says_so(made, closed, monkeypatch, capsys, tmp_path):
    (tmp_path / "stick" / made["path"].rsplit("/", 1)[1] / "office.json").unlink()

    code, _, err = run(monkeypatch, capsys, "restore", made["path"], "--data", closed.data)

    assert code == cli.REFUSED
    assert "tidak dapat dibaca" in err


def test_lost_numbers_and_a_new_key_are_named(made, closed, monkeypatch, capsys):
    closed.reopen()
    a_request(closed.context, serial=30)
    mark.write_now()
    setup.close()
    for path in keys_dir(closed.data).glob("*.key"):
        path.unlink()

    code, out, _ = run(
        monkeypatch,
        capsys,
        *("restore", made["path"], "--data", closed.data, "--second", "Kasi Contoh"),
        PATEN_SECOND_PASSWORD=PASSWORD,
    )

    assert code == cli.DONE
    assert "Nomor yang hilang dicatat: request 2026 sampai 4." in out
    assert "kartu kunci baru" in out


def test_a_restore_that_was_cut_off_is_finished_by_the_next_command(closed, monkeypatch, capsys):
    part = closed.data.with_name("part")
    part.mkdir()
    for path in list(closed.data.iterdir()):
        if path.name != "paten.lock":
            path.rename(part / path.name)
    swap._note(closed.data, swap.OUT, "part", "aside")

    code, _, _ = run(monkeypatch, capsys, "check", "--data", closed.data)

    assert code == cli.DONE
    assert swap.waits(closed.data) == "aside"
