import pytest

from paten_desk.domain.errors import StoreUnavailable
from paten_desk.store import connection


def test_without_an_open_database_the_user_is_told_to_log_in():
    connection.close()

    with pytest.raises(StoreUnavailable, match="belum dibuka"):
        connection.database()


def test_an_inner_transaction_joins_the_outer_one(both_engines):
    def fail():
        with connection.transaction():
            with connection.transaction():
                connection.sql("INSERT INTO draft VALUES ('a', 'b', 'c', 'd')")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert connection.sql("SELECT count(*) FROM draft") == [(0,)]
    assert not connection.in_transaction()
