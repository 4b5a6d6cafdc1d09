import base64
import subprocess

import pytest

from paten_desk.domain.errors import Rejected
from paten_desk.exchange import signature
from paten_desk.exchange.signature import DATA_NAMESPACE, NAMESPACES, REPLY_NAMESPACE, sign, verify

SEED = b"\1" * 32


def test_a_signature_names_its_key_and_its_purpose():
    armor = sign(SEED, b"words", REPLY_NAMESPACE)

    assert verify(armor, b"words", *NAMESPACES) == (signature.public_key(SEED), REPLY_NAMESPACE)


def test_ssh_keygen_accepts_our_signature_and_prints_our_fingerprint(tmp_path):
    blob = base64.b64encode(signature.key_blob(signature.public_key(SEED))).decode()
    (tmp_path / "allowed").write_text(f'kec namespaces="{DATA_NAMESPACE}" ssh-ed25519 {blob}\n')
    (tmp_path / "sig").write_bytes(sign(SEED, b"words", DATA_NAMESPACE))

    checked = subprocess.run(
        ["ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", "kec", "-n", DATA_NAMESPACE, "-s", "sig"],
        input=b"words",
        cwd=tmp_path,
        capture_output=True,
    )

    assert checked.returncode == 0
    assert signature.fingerprint(signature.public_key(SEED)).encode() in checked.stdout


def test_we_accept_a_signature_of_ssh_keygen(tmp_path):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key"], cwd=tmp_path, check=True)
    (tmp_path / "words").write_bytes(b"words")
    subprocess.run(
        ["ssh-keygen", "-q", "-Y", "sign", "-f", "key", "-n", DATA_NAMESPACE, "words"], cwd=tmp_path, check=True
    )

    public, _ = verify((tmp_path / "words.sig").read_bytes(), b"words", DATA_NAMESPACE)

    assert base64.b64encode(signature.key_blob(public)) in (tmp_path / "key.pub").read_bytes()


@pytest.mark.parametrize("armor", [b"", b"x", b"-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n"])
def test_what_is_no_signature_is_refused(armor):
    with pytest.raises(Rejected, match="SIGNATURE"):
        verify(armor, b"words", DATA_NAMESPACE)


def test_a_signature_for_another_purpose_or_other_words_is_refused():
    armor = sign(SEED, b"words", REPLY_NAMESPACE)

    for message, namespace in ((b"words", DATA_NAMESPACE), (b"word", REPLY_NAMESPACE)):
        with pytest.raises(Rejected, match="SIGNATURE"):
            verify(armor, message, namespace)


def test_only_the_one_armor_is_accepted():
    armor = sign(SEED, b"words", DATA_NAMESPACE)
    bent = [armor + b"\n", armor.replace(b"\n", b"\r\n"), b" " + armor, armor.replace(b"\n", b"", 2), armor[:-1]]
    bent += [
        armor[:at] + bytes([armor[at] ^ 1 << bit]) + armor[at + 1 :] for at in range(len(armor)) for bit in range(8)
    ]

    for other in bent:
        with pytest.raises(Rejected, match="SIGNATURE"):
            verify(other, b"words", *NAMESPACES)
