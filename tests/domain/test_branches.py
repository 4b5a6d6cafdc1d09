from paten_desk.domain.branches import AWAY, REASON_NAMES, BranchReason


def test_every_reason_has_a_name():
    assert set(REASON_NAMES) == set(BranchReason)


def test_what_comes_back_by_file_is_what_left_the_office():
    assert {BranchReason.VILLAGE, BranchReason.CUT_OFF} == AWAY
