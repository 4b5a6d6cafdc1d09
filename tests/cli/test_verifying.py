import json

import pytest

from paten_desk import cli
from paten_desk.store import archive, connection, journal
from paten_desk.usecases import partners, sample, setup
from tests.builders import a_request


@pytest.fixture
def office(tmp_path):
    """A closed office with one issued letter; its folder, the letter's code and its key card."""
    from paten_desk.domain.letters import Letter
    from paten_desk.domain.workflow import Status

    context, _ = setup.create(tmp_path / "kantor", sample.draft())
    request = a_request(context, Status.READY)
    code = journal.load(Letter, request.letter).proof
    card = partners.write_own_card(context, tmp_path)
    archive.close()
    connection.close()
    return tmp_path / "kantor", code, card


def run(monkeypatch, capsys, *words):
    monkeypatch.setenv("PATEN_PASSWORD", sample.PASSWORD)
    code = cli.main([str(word) for word in words])
    return code, *capsys.readouterr()


def test_a_letter_is_checked_with_the_office_that_gave_it(office, monkeypatch, capsys):
    data, code, _ = office

    done, out, _ = run(monkeypatch, capsys, "verify-letter", code, "--data", data)

    assert done == cli.DONE
    assert out.startswith("ASLI.\nSurat nomor ")


def test_a_key_card_is_enough_without_an_office(office, monkeypatch, capsys):
    _, code, card = office

    done, out, _ = run(monkeypatch, capsys, "verify-letter", code, "--key", card, "--json")

    assert done == cli.DONE
    assert json.loads(out)["worth"] == "genuine"


def test_a_broken_code_and_a_missing_card_are_sentences(office, monkeypatch, capsys):
    _, code, card = office

    done, _, said = run(monkeypatch, capsys, "verify-letter", code[:-8], "--key", card)
    assert done == cli.REFUSED
    assert "bukan kode PATEN" in said
    done, _, said = run(monkeypatch, capsys, "verify-letter", code, "--key", card.parent / "lain.json")
    assert done == cli.REFUSED
    assert "tidak ada" in said
