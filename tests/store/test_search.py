"""The same answers on both engines, and what is found is what the words say."""

import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from paten_desk.domain.people import Party, Person, old_terms, search_key, tail_words, terms
from paten_desk.store import connection, journal, people, search
from paten_desk.store.connection import transaction

NAMES = st.lists(
    st.sampled_from(
        ["MUHAMMAD", "MOCH.", "M.", "SITI", "JUSUF", "YUSUF", "SOEHARTO", "SUHARTO", "NUR'AINI", "H.", "DJUNAEDI"]
    ),
    min_size=1,
    max_size=3,
).map(" ".join)
NIKS = st.integers(0, 999).map(lambda number: f"9999050101900{number:03}")
TYPED = st.one_of(
    NAMES,
    NAMES.map(lambda name: name.lower()[:5]),
    NIKS,
    NIKS.map(lambda nik: nik[-4:]),
    NIKS.map(lambda nik: nik[-6:]),
    NIKS.map(lambda nik: nik[:9]),
    st.text(alphabet="SITJY 0159'\"*:&|!()", max_size=6),
)
_ids = itertools.count(1)


def holds(key, asked):
    """Say by plain comparison what the index must say."""
    words = key.split()

    def has(word):
        if word.endswith("*"):
            return any(each.startswith(word[:-1]) for each in words)
        return word in words

    return bool(asked) and all(any(has(word) for word in group) for group in asked)


@pytest.fixture
def counted(context_on_both):
    return context_on_both


@given(st.lists(st.tuples(NAMES, NIKS), min_size=1, max_size=5), st.lists(TYPED, min_size=1, max_size=6))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_both_engines_find_exactly_what_the_words_say(counted, persons, typed):
    with transaction():
        for name, nik in persons:
            person = Person(f"person-{next(_ids)}", "", Party(name=name, nik=nik))
            journal.record(counted.stamp(), "recorded", person)
    held = connection.sql("SELECT rowno, search_key FROM person ORDER BY rowno DESC")

    for text in typed:
        for is_old, asked in ((False, terms(text)), (True, old_terms(text))):
            wanted = [rowno for rowno, key in held if holds(key, asked)]
            found = [row.rowno for row in people.find(text, 1000, is_old=is_old)]
            assert found == wanted, text
            assert people.count(text, is_old) == len(wanted)
            if len(wanted) > 1:
                assert [row.rowno for row in people.find(text, 1, wanted[0], is_old)] == wanted[1:2]


def test_a_key_holds_the_words_by_which_a_citizen_is_asked_for(counted):
    with transaction():
        journal.record(
            counted.stamp(), "recorded", Person("one", "", Party(name="H. M. Jusuf", nik="9999050101900123", kk="1"))
        )

    ((key,),) = connection.sql("SELECT search_key FROM person")
    assert key.split() == [*search_key("M. Jusuf").split(), "9999050101900123", "1", *tail_words("9999050101900123")]
    assert [row.name for row in people.find("0123")] == ["H. M. Jusuf"]
    assert people.find("m yusuf") == []
    assert [row.name for row in people.find("m yusuf", is_old=True)] == ["H. M. Jusuf"]


def test_an_index_that_says_other_things_than_the_rows_is_named(context, tmp_path):
    assert search.broken() == []
    with transaction():
        connection.sql("INSERT INTO letter_search (rowid, search_key) VALUES (1, 'SESUATU')")
    assert search.broken() == ["letter"]
