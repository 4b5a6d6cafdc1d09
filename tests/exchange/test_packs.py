import json
import subprocess
from dataclasses import replace
from datetime import date

import pytest

from paten_desk.domain import ledger
from paten_desk.domain.errors import Rejected
from paten_desk.exchange import packs, signature
from paten_desk.exchange.packs import Pack, PackedText

SEED = b"\1" * 32
SOURCE = '{\n  "title": "SURAT",\n  "blocks": [\n    {"paragraph": "Isi"}\n  ]\n}\n'


@pytest.fixture(scope="module")
def pack():
    texts = (PackedText("sktm", SOURCE, "Menyesuaikan perbup"), PackedText("death", SOURCE))
    return Pack("99.99.05", "Kecamatan Contoh", signature.public_key(SEED).hex(), date(2026, 11, 20), texts)


def bent(pack, seed=SEED, namespace=signature.PACK_NAMESPACE, **changes):
    """A pack file whose fields were changed and that was signed as it then stands."""
    said = json.loads(packs.write_pack(pack, SEED))
    said["pack"] |= changes
    armor = signature.sign(seed, ledger.canonical(said["pack"]) + b"\n", namespace)
    return ledger.canonical(said | {"signature": armor.decode()}) + b"\n"


def code_of(content):
    with pytest.raises(Rejected) as refused:
        packs.read_pack(content)
    assert refused.value.message
    assert refused.value.hint
    return refused.value.code


def test_a_pack_comes_back_as_it_was_written(pack):
    assert packs.read_pack(packs.write_pack(pack, SEED)) == pack
    assert packs.write_pack(pack, SEED) == packs.write_pack(pack, SEED)
    assert bent(pack) == packs.write_pack(pack, SEED)


def test_every_changed_byte_of_a_pack_is_refused(pack):
    content = packs.write_pack(replace(pack, texts=pack.texts[:1]), SEED)

    for at in range(len(content)):
        with pytest.raises(Rejected):
            packs.read_pack(content[:at] + bytes([content[at] ^ 1]) + content[at + 1 :])
        with pytest.raises(Rejected):
            packs.read_pack(content[:at])


def test_each_way_a_pack_can_be_wrong_has_its_code(pack):
    assert code_of(b"x" * (packs.MAX_PACK_BYTES + 1)) == "SIZE"
    assert code_of(b"foto\n") == "JSON"
    assert code_of(b"") == "JSON"
    assert code_of(bent(pack, format="paten-texts/2")) == "VERSION"
    assert code_of(bent(pack, kind="programs")) == "SCHEMA"
    assert code_of(bent(pack, texts=[])) == "SCHEMA"
    assert code_of(bent(pack, texts=[{"name": "../x", "source": "", "note": ""}])) == "SCHEMA"
    assert code_of(bent(pack, texts=[{"name": "sktm", "source": SOURCE, "note": "", "run": "x"}])) == "SCHEMA"
    assert code_of(bent(pack, texts=[{"name": "sktm", "source": SOURCE, "note": ""}] * 2)) == "SCHEMA"
    assert code_of(bent(pack, made="2026-02-30")) == "SCHEMA"
    assert code_of(bent(pack, seed=b"\2" * 32)) == "SIGNATURE"
    assert code_of(bent(pack, namespace=signature.DATA_NAMESPACE)) == "SIGNATURE"


def test_a_pack_names_the_key_that_signs_it(pack):
    with pytest.raises(ValueError, match="another key"):
        packs.write_pack(pack, b"\2" * 32)


def test_openssh_checks_a_pack_without_us(pack, tmp_path):
    said = json.loads(packs.write_pack(pack, SEED))
    signed = tmp_path / "signature"
    signed.write_text(said["signature"])

    checked = subprocess.run(
        ["ssh-keygen", "-Y", "check-novalidate", "-n", signature.PACK_NAMESPACE, "-s", str(signed)],
        input=ledger.canonical(said["pack"]) + b"\n",
        capture_output=True,
    )

    assert checked.returncode == 0, checked.stderr
    assert len(packs.digest(packs.write_pack(pack, SEED))) == 64
