import json

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.errors import Rejected
from paten_desk.exchange import strict_json

BAD = {
    "doubled key": b'{"a":1,"a":1}',
    "fraction that is whole": b'{"a":1.0}',
    "fraction": b'{"a":1.5}',
    "exponent": b'{"a":1e400}',
    "not a number": b'{"a":NaN}',
    "minus nothing": b'{"a":-0}',
    "leading nought": b'{"a":01}',
    "null": b'{"a":null}',
    "number past 2^53": b'{"a":9007199254740992}',
    "number of 5,000 digits": b'{"a":' + b"9" * 5000 + b"}",
    "blank": b'{"a": 1}',
    "keys unsorted": b'{"b":1,"a":1}',
    "needless escape": b'{"a":"\\u0041"}',
    "escaped slash": b'{"a":"\\/"}',
    "uncomposed letter": '{"a":"n\u0303"}'.encode(),
    "lone surrogate": b'{"a":"\\ud800"}',
    "surrogate in UTF-8": b'{"a":"\xed\xa0\x80"}',
    "bad UTF-8": b'{"a":"\xff"}',
    "tab": b'{"a":"\\t"}',
    "null character": b'{"a":"\\u0000"}',
    "delete": b'{"a":"\x7f"}',
    "C1 control": '{"a":"\x85"}'.encode(),
    "bidi override": '{"a":"\u202e"}'.encode(),
    "zero width joiner": '{"a":"é\u200d"}'.encode(),
    "byte order mark": b'\xef\xbb\xbf{"a":1}',
    "key outside ASCII": '{"é":1}'.encode(),
    "key with a line feed": b'{"a\\n":1}',
    "depth of 7": b'{"a":' + b"[" * 6 + b"]" * 6 + b"}",
    "depth of 30,000": b'{"a":' + b"[" * 30_000 + b"]" * 30_000 + b"}",
    "a list": b"[]",
    "a string": b'"a"',
    "nothing": b"",
    "carriage return after it": b'{"a":1}\r',
    "line over 64 KiB": b'{"a":"' + b"x" * 65_530 + b'"}',
}


@pytest.mark.parametrize("line", BAD.values(), ids=BAD.keys())
def test_what_could_be_read_in_two_ways_is_refused(line):
    with pytest.raises(Rejected) as refused:
        strict_json.decode(line)

    assert refused.value.code == "JSON"


def test_what_people_write_is_read():
    text = {"a": {"b": [{"c": [{"d": "Ñur’aini “Contoh”\nRT 01 / RW 02 😀"}]}]}, "n": -(2**53) + 1, "yes": True}

    assert strict_json.decode(json.dumps(text, ensure_ascii=False, separators=(",", ":")).encode()) == text


@given(
    st.dictionaries(
        st.text("abc_09", min_size=1),
        st.recursive(
            st.text() | st.integers(-(2**53) + 1, 2**53 - 1) | st.booleans(),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("xyz"), inner, max_size=3),
        ),
    )
)
def test_whatever_is_read_is_the_canonical_form_of_rfc_8785(value):
    try:
        line = rfc8785.dumps(value)
        read = strict_json.decode(line)
    except (Rejected, rfc8785.CanonicalizationError):
        return

    assert rfc8785.dumps(read) == line


def test_lines_must_all_be_ended():
    assert strict_json.lines(b"", 2) == []
    assert strict_json.lines(b"a\nb\n", 2) == [b"a", b"b"]
    with pytest.raises(Rejected, match="JSON"):
        strict_json.lines(b"a\nb", 2)


def test_too_many_lines_are_counted_before_they_are_split():
    with pytest.raises(Rejected, match="SIZE"):
        strict_json.lines(b"\n" * 3, 2)
