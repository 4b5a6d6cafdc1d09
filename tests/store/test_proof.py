import pytest
import sqlcipher3

from paten_desk.domain.ledger import canonical, genesis, leaf_of, text_of
from paten_desk.domain.workflow import Status
from paten_desk.store import archive, connection, journal, proof
from paten_desk.store.packing import unpack
from paten_desk.store.proof import Unproven
from tests.backing import flip
from tests.builders import a_request
from tests.conftest import KEY, LEDGER

PAGE_BYTES = 4096


@pytest.fixture
def closed(context, tmp_path):
    """A database and an archive at rest, with a request from the counter to the hand-over in them."""
    a_request(context, Status.HANDED_OVER)
    archive.close()
    connection.close()
    return tmp_path / "paten.db"


def change(path, statement):
    """Do what somebody with the key and a database tool would do."""
    tool = sqlcipher3.connect(str(path), isolation_level=None)
    tool.execute(f"PRAGMA key = \"x'{KEY.hex()}'\"")
    tool.create_function("unpack", 1, unpack)
    for (name,) in tool.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        tool.execute(f"DROP TRIGGER {name}")
    tool.execute(statement)
    tool.close()


def test_a_sound_file_says_what_it_holds(closed):
    found = proof.prove_database(closed, KEY)

    assert found.ledger == LEDGER
    assert found.sequence == found.counts["journal"] > 10
    assert found.heads == {LEDGER: (found.sequence, found.leaf)}
    assert found.numbers[("request", 2026)] == 1
    assert "person_search" not in "".join(found.counts)
    assert proof.prove_archive(closed.with_name("arsip-2026.db"), KEY) == 1


def test_a_flipped_byte_on_any_page_is_found(closed):
    pages = closed.stat().st_size // PAGE_BYTES
    assert pages > 50

    for page in range(pages):
        offset = page * PAGE_BYTES + (page * 31) % PAGE_BYTES
        flip(closed, offset)
        with pytest.raises(Unproven, match=r"paten\.db"):
            proof.prove_database(closed, KEY)
        flip(closed, offset)
    proof.prove_database(closed, KEY)


def test_a_flipped_byte_on_any_page_of_an_archive_is_found(closed):
    path = closed.with_name("arsip-2026.db")
    for page in range(path.stat().st_size // PAGE_BYTES):
        flip(path, page * PAGE_BYTES + 77)
        with pytest.raises(Unproven):
            proof.prove_archive(path, KEY)
        flip(path, page * PAGE_BYTES + 77)


def test_another_key_and_a_missing_file_are_a_sentence(closed):
    with pytest.raises(Unproven, match="tidak utuh atau bukan dari kantor ini") as caught:
        proof.prove_database(closed, bytes(32))
    assert "lebih lama" in caught.value.hint
    with pytest.raises(Unproven):
        proof.prove_database(closed.with_name("tidak ada.db"), KEY)
    assert not closed.with_name("tidak ada.db").exists()


@pytest.mark.parametrize(
    ("statement", "what"),
    [
        (
            "UPDATE journal SET body = CAST(replace(unpack(body), 'accepted', 'acceptee') AS BLOB) WHERE rev = 1",
            "sidiknya",
        ),
        ("DELETE FROM journal WHERE sequence = 3", "catatan 3"),
        ("DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)", "ujung buku"),
        ("UPDATE personal SET block = replace(unpack(block), '9999', '9998')", "data pribadi"),
        ("UPDATE journal SET leaf = zeroblob(32) WHERE sequence = 5", "catatan 5"),
        ("UPDATE ledger SET head = zeroblob(32)", "ujung buku"),
        ("UPDATE ledger SET role = 'past'", "tidak berisi buku catatan"),
    ],
)
def test_what_a_foreign_tool_changed_is_found_in_words(closed, statement, what):
    change(closed, statement)

    with pytest.raises(Unproven, match=what):
        proof.prove_database(closed, KEY)


def test_a_personal_block_that_was_destroyed_by_law_breaks_nothing(closed):
    change(closed, "DELETE FROM personal WHERE sequence % 2 = 0")

    assert proof.prove_database(closed, KEY).counts["personal"] > 0


def test_a_copy_of_something_else_is_found(closed):
    expected = proof.prove_database(closed, KEY)
    change(closed, "DELETE FROM person")

    with pytest.raises(Unproven, match="jumlah barisnya"):
        proof.prove_database(closed, KEY, expected)


def test_a_document_that_is_no_longer_what_it_was_is_found(closed):
    path = closed.with_name("arsip-2026.db")
    change(path, "UPDATE document SET content = x'00'")

    with pytest.raises(Unproven, match="sebuah naskah rusak"):
        proof.prove_archive(path, KEY)


def test_a_record_of_a_newer_program_with_other_fields_is_no_damage(closed):
    found = proof.prove_database(closed, KEY)
    body = canonical(
        {
            "bizdate": "2026-11-20",
            "data": {"rev": 1},
            "prevhash": text_of(found.leaf),
            "sequence": found.sequence + 1,
            "source": f"urn:uuid:{LEDGER}",
            "zone": {"name": "WIB"},
        }
    )
    change(
        closed,
        "INSERT INTO journal (ledger, sequence, leaf, kind, entity, rev, bizdate, body) "
        f"VALUES ('{LEDGER}', {found.sequence + 1}, x'{leaf_of(body).hex()}', 'x', 'x', 1, '', x'{body.hex()}')",
    )
    change(closed, f"UPDATE ledger SET length = length + 1, head = x'{leaf_of(body).hex()}'")

    assert proof.prove_database(closed, KEY).sequence == found.sequence + 1


class Stopped(Exception):
    pass


def test_the_proof_can_be_stopped_within_a_long_statement(closed, monkeypatch):
    monkeypatch.setattr(proof, "TICKS", 10)

    def stop(done, total, text=""):
        raise Stopped

    with pytest.raises(Stopped):
        proof.prove_database(closed, KEY, None, stop)


def test_many_documents_are_reported_on_the_way(store, tmp_path):
    for number in range(proof.PAGE + 1):
        archive.put(b"%d" % number, 2026)
    archive.close()
    said = []

    proof.prove_archive(tmp_path / "arsip-2026.db", KEY, lambda done, total, text="": said.append(done))

    assert proof.PAGE in said


def test_links_hold_for_stored_rows_and_for_no_others(context):
    rows = list(journal.stored(LEDGER))
    head = journal.head().leaf

    assert proof.links(LEDGER, rows, 0, genesis(LEDGER)) == head
    assert proof.links(LEDGER, [], 0, genesis(LEDGER)) == genesis(LEDGER)
    assert proof.links(LEDGER, rows[1:], 0, genesis(LEDGER)) is None
    assert proof.links("lain", rows, 0, genesis("lain")) is None
    assert proof.links(LEDGER, rows[1:], 1, rows[0][1]) == head


def test_a_block_that_the_record_does_not_promise_is_refused(context):
    (at, leaf, body, _), *_ = journal.stored(LEDGER, 1, 1)

    assert proof.links(LEDGER, [(at, leaf, body, b"{}")], 0, genesis(LEDGER)) is None
