from paten_desk.domain.scans import Scan, ScanKind
from paten_desk.store import journal, scans
from paten_desk.store.connection import transaction


def a_scan(context, request="r-1", **more):
    """Record a scan of a request; return it."""
    made = Scan(context.new_id(), request, "A-1", "ab" * 32, 2026, ScanKind.JPEG, 1, 4321, **more)
    with transaction():
        journal.record(context.stamp(), "attached", made)
    return made


def test_the_scans_of_a_request_come_back_whole_and_in_order(context_on_both):
    first, second = a_scan(context_on_both), a_scan(context_on_both)
    a_scan(context_on_both, "r-2")

    assert scans.of_request("r-1") == [first, second]


def test_a_scan_that_was_taken_off_is_not_among_them(context_on_both):
    a_scan(context_on_both, retired=True)

    assert scans.of_request("r-1") == []
