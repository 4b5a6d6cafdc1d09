from hypothesis import given
from hypothesis import strategies as st

from paten_desk.domain.workflow import Status
from paten_desk.store import connection, journal
from paten_desk.store.packing import MARK_1, pack, unpack
from tests.builders import a_request


@given(st.binary(max_size=3000))
def test_what_was_packed_comes_back_byte_for_byte(content):
    assert unpack(pack(content)) == content


@given(st.binary(max_size=400))
def test_what_somebody_has_bent_is_given_as_it_is_or_as_what_it_holds_and_never_fails(stored):
    assert isinstance(unpack(MARK_1 + stored), bytes)
    assert unpack(b"{" + stored) == b"{" + stored


def test_bytes_behind_the_end_are_no_record():
    stored = pack(b'{"actor":"x"}') + b"y"

    assert unpack(stored) == stored


def test_a_record_takes_less_than_half_of_its_bytes(context):
    made = a_request(context, Status.HANDED_OVER)

    stored = [bytes(body) for (body,) in connection.sql("SELECT body FROM journal WHERE entity = ?", (made.id,))]
    whole = [record.body for record in journal.history(made.id)]

    assert [unpack(each) for each in stored] == whole
    assert sum(map(len, stored)) < sum(map(len, whole)) / 2


def test_a_record_stored_as_it_is_by_an_older_program_is_read(context):
    made = a_request(context)
    (row,) = connection.sql("SELECT body FROM journal WHERE entity = ?", (made.id,))

    assert unpack(unpack(row[0])) == unpack(row[0])
