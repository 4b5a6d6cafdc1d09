from paten_desk.domain import scans


def test_a_new_scan_shows_the_first_paper_without_one():
    assert scans.next_paper(("A-1", "A-2"), ()) == "A-1"
    assert scans.next_paper(("A-1", "A-2"), ("A-1",)) == "A-2"


def test_what_comes_after_every_paper_has_its_scan_belongs_to_none():
    assert scans.next_paper(("A-1",), ("A-1",)) == ""
    assert scans.next_paper((), ()) == ""


def test_the_paper_the_clerk_is_at_goes_first():
    assert scans.next_paper(("A-1", "A-2"), (), "A-2") == "A-2"
    assert scans.next_paper(("A-1", "A-2"), ("A-2",), "A-2") == "A-2"
    assert scans.next_paper(("A-1",), (), "B-9") == "A-1"


def test_a_scan_is_not_taken_off_without_a_reason():
    assert [problem.field for problem in scans.check_reason("  ")] == ["reason"]
    assert scans.check_reason("terbalik") == []
