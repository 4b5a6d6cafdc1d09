from paten_desk.domain.workflow import Status
from paten_desk.store import archive, connection
from paten_desk.usecases import checks, closings, deep_checks
from tests.builders import a_request
from tests.usecases.test_checks import foreign_tool


def a_day(context):
    a_request(context, Status.HANDED_OVER)
    a_request(context, Status.RETURNED, serial=2)
    closings.close(context)


def test_a_whole_office_is_whole_to_the_last_page(context_on_both, both_engines):
    a_day(context_on_both)

    found = deep_checks.check(context_on_both)

    assert found.report == checks.check(context_on_both)
    assert found.report.findings == ()
    assert found.files == (2 if both_engines == "sqlcipher" else 0)
    assert found.orphans == 0


def test_a_paper_that_no_record_names_is_counted_and_is_no_difference(context):
    a_day(context)
    archive.put(b"%PDF of an act that a power cut ended", 2026)

    found = deep_checks.check(context)

    assert found.orphans == 1
    assert found.report.findings == ()


def test_a_damaged_page_of_the_archive_is_named(context, tmp_path):
    a_day(context)
    archive.close()
    path = tmp_path / "arsip-2026.db"
    content = bytearray(path.read_bytes())
    content[-2000] ^= 0xFF
    path.write_bytes(content)
    archive.open_at(tmp_path, context.data_key)

    found = deep_checks.check(context).report.findings

    assert any(finding.where == "arsip-2026.db" for finding in found)


def test_a_damaged_page_of_the_database_is_named(context, tmp_path):
    a_day(context)
    connection.sql("PRAGMA wal_checkpoint(TRUNCATE)")
    path = tmp_path / "paten.db"
    content = bytearray(path.read_bytes())
    content[4096 * 40 + 17] ^= 1
    path.write_bytes(content)

    found = deep_checks.check(context).report.findings

    assert any(finding.where == "paten.db" for finding in found)


def test_a_search_index_that_says_something_else_is_named(context, tmp_path):
    a_day(context)
    foreign_tool(
        tmp_path / "paten.db", "INSERT INTO request_search (rowid, search_key) VALUES (1, 'SESUATU YANG LAIN')"
    )

    found = deep_checks.check(context).report.findings

    assert [finding.where for finding in found] == ["indeks pencarian"]


def test_progress_is_told_file_by_file(context):
    a_day(context)
    told = []

    deep_checks.check(context, lambda done, total, text="": told.append((done, total, text)))

    assert (0, 2, "Memeriksa paten.db") in told
    assert (1, 2, "Memeriksa arsip-2026.db") in told
