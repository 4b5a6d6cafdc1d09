from dataclasses import dataclass

import pytest

from paten_desk.domain.errors import Rejected
from paten_desk.exchange import schemas, signature, signed

SEED, OTHER = b"\1" * 32, b"\2" * 32
KEY = signature.public_key(SEED).hex()


@dataclass(frozen=True)
class Word:
    signing_key: str
    text: str
    format: str = "paten-word/1"


SHAPE = signed.Shape(
    "word",
    Word,
    "paten-word/1",
    2048,
    schemas.compile_schema(
        schemas.shape(
            {
                "word": schemas.shape(
                    {
                        "signing_key": {"type": "string"},
                        "text": schemas.SHORT_TEXT,
                        "format": {"const": "paten-word/1"},
                    },
                    closed=True,
                ),
                "signature": {"type": "string"},
            },
            closed=True,
        )
    ),
    signature.PACK_NAMESPACE,
)


def test_a_document_comes_back_and_its_signature_holds():
    word = Word(KEY, "isi")
    document, armor = signed.read(SHAPE, signed.write(SHAPE, word, KEY, SEED))

    assert document == word
    signed.verify(SHAPE, document, armor, KEY)


def test_a_document_is_not_signed_by_another_key_than_it_names():
    with pytest.raises(ValueError, match="word names another key"):
        signed.write(SHAPE, Word(KEY, "isi"), KEY, OTHER)

    foreign = Word(KEY, "isi")
    armor = signed.read(SHAPE, signed.write(SHAPE, foreign, signature.public_key(OTHER).hex(), OTHER))[1]
    with pytest.raises(Rejected) as refused:
        signed.verify(SHAPE, foreign, armor, KEY)
    assert refused.value.code == "SIGNATURE"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (lambda whole: b"x" * 2049, "SIZE"),
        (lambda whole: whole[:-1], "JSON"),
        (lambda whole: whole.replace(b"paten-word/1", b"paten-word/2"), "VERSION"),
        (lambda whole: whole.replace(b'"text"', b'"tekt"'), "SCHEMA"),
    ],
)
def test_what_is_no_such_file_has_its_code(change, code):
    whole = signed.write(SHAPE, Word(KEY, "isi"), KEY, SEED)

    with pytest.raises(Rejected) as refused:
        signed.read(SHAPE, change(whole))

    assert refused.value.code == code
