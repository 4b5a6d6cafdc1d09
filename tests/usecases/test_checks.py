import pytest
import sqlcipher3

from paten_desk.domain.workflow import Status
from paten_desk.store import archive, connection
from paten_desk.store.packing import unpack
from paten_desk.usecases import checks, closings
from tests.builders import a_request
from tests.conftest import KEY


def foreign_tool(path, statement):
    """Do what somebody with the key and a database tool would do."""
    connection.close()
    tool = sqlcipher3.connect(str(path), isolation_level=None)
    tool.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    tool.create_function("unpack", 1, unpack)
    for name in [row[0] for row in tool.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()]:
        tool.execute(f"DROP TRIGGER {name}")
    tool.execute(statement)
    tool.close()
    connection.open_file(path, KEY)


def test_an_untouched_office_has_nothing_to_report(context_on_both):
    a_request(context_on_both, Status.HANDED_OVER, serial=1)
    a_request(context_on_both, Status.RETURNED, serial=2)
    closings.close(context_on_both)

    found = checks.check(context_on_both)

    assert found.findings == ()
    assert found.records > 10
    assert found.documents == 2


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET body = CAST(replace(unpack(body), 'accepted', 'acceptee') AS BLOB) WHERE rev = 1",
        "DELETE FROM journal WHERE sequence = 3",
        "UPDATE request SET name = 'ORANG LAIN'",
        "UPDATE request SET status = 'accepted'",
        "DELETE FROM request",
        "UPDATE letter SET number = '1'",
        "UPDATE number SET last = 0",
        "UPDATE entity SET rev = 1, sequence = 4 WHERE noun = 'request'",
        "UPDATE personal SET block = replace(unpack(block), '9999', '9998')",
        "INSERT INTO person (id, ledger, nik, name, search_key, village) SELECT 'x', id, '', '', '', '' FROM ledger",
        "DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)",
    ],
)
def test_every_change_by_a_foreign_tool_is_found(context, tmp_path, statement):
    a_request(context, Status.HANDED_OVER)

    foreign_tool(tmp_path / "paten.db", statement)

    assert checks.check(context).findings


def test_a_lost_document_is_named(context, tmp_path):
    a_request(context, Status.HANDED_OVER)
    archive.close()
    (tmp_path / "arsip-2026.db").unlink()
    for rest in tmp_path.glob("arsip-2026.db-*"):
        rest.unlink()
    archive.open_at(tmp_path, KEY)

    (finding,) = checks.check(context).findings

    assert finding.where == "arsip 2026"


def test_a_document_that_is_no_longer_what_it_was_is_named(context, tmp_path):
    a_request(context, Status.HANDED_OVER)
    archive.close()
    tool = sqlcipher3.connect(str(tmp_path / "arsip-2026.db"), isolation_level=None)
    tool.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    tool.create_function("unpack", 1, unpack)
    tool.execute("UPDATE document SET content = x'00'")
    tool.close()
    archive.open_at(tmp_path, KEY)

    (finding,) = checks.check(context).findings

    assert "rusak" in finding.what
