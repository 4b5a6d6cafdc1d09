import subprocess

import pyrage
import pytest

from paten_desk.domain.errors import Rejected
from paten_desk.exchange import keys, seal


@pytest.fixture(scope="module")
def identity():
    return keys.new_identity()


@pytest.fixture(scope="module")
def sealed(identity):
    return seal.seal(b"content", [keys.recipient_of(identity)])


def test_every_recipient_can_open_it(identity):
    other = keys.new_identity()
    sealed = seal.seal(b"content", [keys.recipient_of(identity), keys.recipient_of(other)])

    assert seal.unseal(sealed, [identity]) == seal.unseal(sealed, [other]) == b"content"


def test_the_stock_age_program_opens_ours_and_we_open_its(identity, sealed, tmp_path):
    (tmp_path / "key").write_text(identity + "\n")
    opened = subprocess.run(["age", "-d", "-i", tmp_path / "key"], input=sealed, capture_output=True, check=True)
    theirs = subprocess.run(
        ["age", "-r", keys.recipient_of(identity)], input=b"content", capture_output=True, check=True
    )

    assert opened.stdout == seal.unseal(theirs.stdout, [identity]) == b"content"


def test_nobody_else_can_open_it(sealed):
    with pytest.raises(Rejected, match=r"\[SEAL\]"):
        seal.unseal(sealed, [keys.new_identity()])


def test_every_flipped_bit_and_every_truncation_is_refused(identity, sealed):
    flipped = (
        sealed[:at] + bytes([sealed[at] ^ 1 << bit]) + sealed[at + 1 :] for at in range(len(sealed)) for bit in range(8)
    )
    shorter = (sealed[:length] for length in range(len(sealed)))

    for broken in (*flipped, *shorter, sealed + b"\0", sealed + sealed):
        with pytest.raises(Rejected, match=r"\[SEAL\]"):
            seal.unseal(broken, [identity])


def test_armour_is_refused(identity):
    armored = pyrage.encrypt(b"content", [pyrage.x25519.Identity.from_str(identity).to_public()], armored=True)

    with pytest.raises(Rejected, match=r"\[SEAL\]"):
        seal.unseal(armored, [identity])


def test_a_passphrase_file_is_refused_without_computing_anything(identity):
    stanza = b"-> scrypt " + b"A" * 22 + b" 22\n" + b"A" * 43 + b"\n"

    with pytest.raises(Rejected, match=r"\[SEAL\]") as refused:
        seal.unseal(seal.INTRO + stanza + b"--- " + b"A" * 43 + b"\n" + bytes(64), [identity])

    assert refused.value.__notes__ == ["stanzas"]


def test_a_recipient_of_another_kind_is_refused(identity, tmp_path):
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", "key"], cwd=tmp_path, check=True)
    ssh = pyrage.ssh.Recipient.from_str((tmp_path / "key.pub").read_text())
    sealed = pyrage.encrypt(b"content", [pyrage.x25519.Identity.from_str(identity).to_public(), ssh])

    with pytest.raises(Rejected, match=r"\[SEAL\]"):
        seal.unseal(sealed, [identity])


def test_more_than_eight_recipients_are_refused_at_both_ends(identity):
    own = keys.recipient_of(identity)
    sealed = pyrage.encrypt(b"content", [pyrage.x25519.Recipient.from_str(own)] * 9)

    with pytest.raises(Rejected, match=r"\[SEAL\]"):
        seal.unseal(sealed, [identity])
    with pytest.raises(ValueError, match="9 recipients"):
        seal.seal(b"content", [own] * 9)
    assert seal.unseal(seal.seal(b"content", [own] * 8), [identity]) == b"content"


def test_a_file_too_big_is_refused_unread(identity):
    with pytest.raises(Rejected, match=r"\[SIZE\]"):
        seal.unseal(bytes(seal.MAX_SEALED_BYTES + 1), [identity])


@pytest.mark.parametrize(
    "photo", [b"", b"\xff\xd8\xff\xe0" * 100, b"age-encryption.org/v1\n", b"age-encryption.org/v2\n"]
)
def test_a_photo_or_a_torso_is_refused(identity, photo):
    with pytest.raises(Rejected, match=r"\[SEAL\]"):
        seal.unseal(photo, [identity])


def test_a_wrong_key_of_our_own_is_our_own_mistake(sealed):
    with pytest.raises(ValueError, match="identity"):
        seal.unseal(sealed, ["AGE-SECRET-KEY-1"])
    with pytest.raises(ValueError, match="recipient"):
        seal.seal(b"content", ["age1"])
