import json
import subprocess
import sys
from pathlib import Path

import pytest

from paten_desk import cli
from paten_desk.usecases import sample

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def played(tmp_path_factory):
    """A demo of fifteen requests in a folder with spaces."""
    out = tmp_path_factory.mktemp("peragaan") / "satu hari"
    assert cli.main(["demo", str(out), "--requests", "15", "--seed", "3"]) == 0
    return out


def run(monkeypatch, capsys, *words):
    monkeypatch.setenv("PATEN_PASSWORD", sample.PASSWORD)
    code = cli.main([str(word) for word in words])
    return code, *capsys.readouterr()


def test_the_demo_fills_its_folders_and_its_summary(played):
    summary = json.loads((played / "summary.json").read_text(encoding="utf-8"))

    for name in ("receipts", "letters", "closing", "sealed", "reply"):
        assert any((played / name).iterdir()), name
    assert summary["requests"] + summary["returned"] == 15
    assert summary["kabupaten_received"] == summary["requests"]
    assert summary["kabupaten_second_import"] == "DUPLICATE"
    assert summary["check_findings"] == 0


def test_the_same_seed_gives_the_same_summary(played, tmp_path):
    assert cli.main(["demo", str(tmp_path / "lagi"), "--requests", "15", "--seed", "3"]) == 0

    assert (tmp_path / "lagi" / "summary.json").read_bytes() == (played / "summary.json").read_bytes()


def test_a_folder_that_holds_something_is_not_written_over(played, capsys):
    assert cli.main(["demo", str(played)]) == cli.REFUSED
    assert "tidak kosong" in capsys.readouterr().err


def test_check_says_how_much_it_looked_at(played, monkeypatch, capsys):
    code, out, _ = run(monkeypatch, capsys, "check", "--data", played / "data" / "kecamatan", "--json")

    assert code == 0
    assert json.loads(out)["findings"] == []


def test_the_deep_check_reads_every_file_to_its_last_page(played, monkeypatch, capsys):
    data = played / "data" / "kecamatan"
    code, out, _ = run(monkeypatch, capsys, "check", "--deep", "--data", data, "--json")
    assert code == cli.DONE
    found = json.loads(out)
    assert found["findings"] == []
    assert found["files"] == 2
    assert found["orphans"] == 0

    code, out, _ = run(monkeypatch, capsys, "check", "--deep", "--data", data)
    assert "2 berkas dibaca sampai halaman terakhir" in out


def test_export_and_reply_go_round(played, monkeypatch, capsys, tmp_path):
    desk, hall = played / "data" / "kecamatan", played / "data" / "kabupaten"
    code, out, _ = run(monkeypatch, capsys, "export", tmp_path, "--data", desk, "--json")
    assert code == 0
    (made,) = json.loads(out)["files"]

    code, out, _ = run(monkeypatch, capsys, "kabupaten", "import", made["path"], "--data", hall, "--json")
    (done,) = json.loads(out)["imports"]
    assert (code, done["result"]) == (0, "COMPLETE")

    code, out, _ = run(monkeypatch, capsys, "reply", done["reply"], "--data", desk)
    assert code == 0
    assert "diakui kabupaten" in out
    code, _, _ = run(monkeypatch, capsys, "reply", done["code"], "--data", desk)
    assert code == 0


def test_status_names_every_office(played, monkeypatch, capsys):
    code, out, _ = run(monkeypatch, capsys, "kabupaten", "status", "--data", played / "data" / "kabupaten")

    assert code == 0
    assert out.startswith("16.02.05 Kecamatan Kayu Agung:")


def test_inspect_says_whose_file_it_is(played, monkeypatch, capsys):
    (path,) = (played / "sealed").glob("*.age")
    code, out, _ = run(monkeypatch, capsys, "inspect", path, "--data", played / "data" / "kabupaten", "--json")

    assert code == 0
    assert json.loads(out)["kecamatan"] == "16.02.05"
    assert json.loads(out)["key_known"] is True


def test_a_damaged_file_is_a_sentence_and_the_others_go_on(played, monkeypatch, capsys, tmp_path):
    (path,) = (played / "sealed").glob("*.age")
    bad = tmp_path / "rusak.age"
    bad.write_bytes(path.read_bytes()[:-5])
    good = tmp_path / "baik (1).age"
    good.write_bytes(path.read_bytes())

    code, out, _ = run(monkeypatch, capsys, "kabupaten", "import", bad, good, "--data", played / "data" / "kabupaten")

    assert code == cli.REFUSED
    assert "rusak.age: [SEAL]" in out
    assert "DUPLICATE" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["check", "--data", "/tidak/ada"], "Belum ada kantor"),
        (["demo", "{tmp}", "--requests", "0"], "paling sedikit 1"),
    ],
)
def test_what_cannot_be_done_is_said_on_standard_error(words, said, capsys, tmp_path):
    assert cli.main([word.format(tmp=tmp_path / "x") for word in words]) == cli.REFUSED
    assert said in capsys.readouterr().err


def test_a_wrong_password_is_refused(played, monkeypatch, capsys):
    monkeypatch.setenv("PATEN_PASSWORD", "bukan sandinya")

    assert cli.main(["check", "--data", str(played / "data" / "kecamatan")]) == cli.REFUSED
    assert "tidak cocok" in capsys.readouterr().err


def test_wrong_words_end_with_two():
    with pytest.raises(SystemExit) as ended:
        cli.main(["terbang"])
    assert ended.value.code == cli.USAGE


def test_the_program_starts_from_another_folder(tmp_path):
    done = subprocess.run(
        [sys.executable, ROOT / "main.py", "check", "--data", tmp_path], cwd=tmp_path, capture_output=True, text=True
    )

    assert done.returncode == cli.REFUSED
    assert "Belum ada kantor" in done.stderr
