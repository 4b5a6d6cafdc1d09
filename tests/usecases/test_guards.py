import shutil
from dataclasses import replace

import pytest
import sqlcipher3

from paten_desk.domain.errors import PatenError, StoreUnavailable
from paten_desk.domain.workflow import Status
from paten_desk.paths import keys_dir
from paten_desk.store import connection, journal, mark, swap
from paten_desk.store.packing import unpack
from paten_desk.usecases import closings, guards, requests, sample, setup
from paten_desk.usecases.guards import Level, Way
from tests.backing import flip
from tests.builders import a_request, a_visit


def names(context):
    return {guard.name for guard in guards.found(context)}


def with_a_tool(office, statement):
    """Change the closed database as somebody with the key and a tool would, and open the office again."""
    setup.close()
    tool = sqlcipher3.connect(str(office.data / "paten.db"), isolation_level=None)
    tool.execute(f"PRAGMA key = \"x'{office.context.data_key.hex()}'\"")
    tool.create_function("unpack", 1, unpack)
    for (name,) in tool.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        tool.execute(f"DROP TRIGGER {name}")
    tool.execute(statement)
    tool.close()
    return office.reopen()


def test_a_sound_office_opens_without_a_word_and_registers(office):
    assert guards.found(office.context) == []
    assert [guard.level for guard in guards.check_opened(office.context)] == [Level.OK] * 5
    a_request(office.context, serial=20)


def test_a_database_put_back_in_time_holds_registrations_back(office):
    copy = office.data.parent / "kemarin"
    setup.close()
    shutil.copytree(office.data, copy)
    context = office.reopen()
    for serial in range(30, 42):
        a_request(context, serial=serial)
    closings.close(context)
    setup.close()
    shutil.rmtree(office.data)
    shutil.copytree(copy, office.data)

    context = office.reopen()

    (guard,) = guards.stops(context)
    assert (guard.name, guard.way) == ("mark", Way.GO_ON)
    assert "lebih lama" in guard.sentence
    with pytest.raises(StoreUnavailable, match="lebih lama"):
        requests.register(context, a_visit(context, serial=50))
    assert requests.find(context, "0001")


def test_a_database_of_another_office_is_told(office, tmp_path):
    other, _ = setup.create(tmp_path / "lain", replace(sample.draft(), users=sample.draft().users[:1]), office.clock)
    setup.close()
    shutil.rmtree(office.data)
    shutil.copytree(other.data, office.data)

    context = setup.open_office(office.data, other.user.id, other.data_key, office.clock)

    (guard,) = guards.stops(context)
    assert (guard.name, guard.way) == ("mark", Way.RESTORE)
    assert "kantor lain" in guard.sentence


def test_another_history_of_the_same_length_is_told(office):
    held = mark.read(keys_dir(office.data))
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(replace(held, leaf="x" * 43)))

    (guard,) = guards.stops(office.reopen())

    assert "berbeda" in guard.sentence


def test_a_cloned_computer_is_asked_whether_it_was_moved(office):
    held = mark.read(keys_dir(office.data))
    other = mark.machine_of(keys_dir(office.data), held.ledger, "another computer")
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(replace(held, machine=other)))

    context = office.reopen()

    (guard,) = guards.stops(context)
    assert (guard.name, guard.way) == ("machine", Way.MOVED_OR_COPIED)
    with pytest.raises(StoreUnavailable, match="komputer lain"):
        requests.register(context, a_visit(context, serial=50))
    assert mark.read(keys_dir(office.data)).machine == other


def test_a_data_folder_that_came_alone_is_asked_too(office):
    setup.close()
    shutil.rmtree(keys_dir(office.data))

    assert names(office.reopen()) == {"mark", "machine"}


def test_a_lost_mark_alone_is_made_again(office):
    (keys_dir(office.data) / mark.FILE).unlink()

    context = office.reopen()

    assert [(guard.name, guard.level) for guard in guards.found(context)] == [("mark", Level.WARN)]
    assert mark.read(keys_dir(office.data)).sequence == journal.head().length
    assert guards.found(office.reopen()) == []


@pytest.mark.parametrize(
    ("statement", "guard"),
    [
        ("UPDATE journal SET body = CAST(replace(unpack(body), 'accepted', 'acceptee') AS BLOB)", "chain"),
        ("DELETE FROM journal WHERE sequence = (SELECT max(sequence) FROM journal)", "chain"),
        ("UPDATE number SET last = 1 WHERE book = 'request'", "numbers"),
    ],
)
def test_a_database_changed_with_a_tool_holds_registrations_back(office, statement, guard):
    context = with_a_tool(office, statement)

    assert guard in {found.name for found in guards.stops(context)}
    with pytest.raises(StoreUnavailable):
        requests.register(context, a_visit(context, serial=50))


def test_the_walk_begins_at_the_last_closing_and_believes_it_only_if_it_agrees(office):
    closings.close(office.context)
    a_request(office.context, serial=21)
    assert guards.found(office.reopen()) == []

    context = with_a_tool(
        office, "UPDATE journal SET leaf = zeroblob(32) WHERE sequence = (SELECT max(sequence) - 3 FROM journal)"
    )

    assert "chain" in names(context)


def test_a_closing_that_names_another_hash_is_told(office):
    made = closings.close(office.context)

    context = with_a_tool(office, f"UPDATE journal SET leaf = zeroblob(32) WHERE sequence = {made.journal_length}")

    assert "chain" in names(context)


def test_a_damaged_page_is_told_in_a_sentence_and_nothing_else_is_asked(office):
    setup.close()
    path = office.data / "paten.db"
    found, hints = 0, set()
    for page in range(20, path.stat().st_size // 4096):
        flip(path, page * 4096 + 99)
        try:
            context = office.reopen()
        except PatenError as error:
            hints.add(error.hint)
        else:
            (guard,) = [each for each in guards.found(context) if each.name != "mark"]
            assert (guard.name, guard.way) == ("pages", Way.RESTORE)
            found += 1
        setup.close()
        flip(path, page * 4096 + 99)

    assert found > 5
    assert all("Pulihkan dari cadangan" in hint for hint in hints)


def test_a_restore_that_was_cut_off_is_told(office):
    swap._note(office.data, swap.BEGIN, "weg", "kantor-sebelum-pulih")

    (guard,) = guards.stops(office.reopen())

    assert (guard.name, guard.way) == ("restore", Way.GO_ON)
    assert "kantor-sebelum-pulih" in guard.sentence


def test_a_network_share_holds_registrations_back_and_no_office_is_made_there(office, tmp_path):
    place = {guard.name: guard for guard in guards.check(office.data, "cifs")}["place"]
    assert (place.level, place.way) == (Level.STOP, Way.MOVE_FOLDER)

    with pytest.raises(PatenError, match="awan"):
        setup.create(tmp_path / "OneDrive" / "PATEN Desk", sample.draft())


def test_a_disk_that_fills_up_warns_then_holds_new_registrations_and_not_the_closing(office, monkeypatch):
    a_request(office.context, Status.ACCEPTED, serial=22)
    assert guards.may_register(office.data)
    monkeypatch.setattr(guards, "LOW_MB", 10**9)
    monkeypatch.setattr(guards, "LEAST_MB", 10**9)

    space = {guard.name: guard for guard in guards.check(office.data)}["space"]
    assert (space.level, space.way) == (Level.WARN, Way.FREE_SPACE)
    assert "MB" in space.sentence
    with pytest.raises(StoreUnavailable, match="tutup hari tetap bisa"):
        requests.register(office.context, a_visit(office.context, serial=50))
    assert closings.close(office.context)


def test_a_context_without_an_opened_office_is_not_held_back(context):
    assert guards.stops(context) == []
    assert connection.is_open()


def test_what_holds_registrations_back_can_be_asked_before_one_is_made(office):
    assert guards.held_back(office.context) is None

    held = mark.read(keys_dir(office.data))
    (keys_dir(office.data) / mark.FILE).write_bytes(mark.image(replace(held, leaf="x" * 43)))

    assert "berbeda" in guards.held_back(office.reopen()).message
