from __future__ import annotations

from paten_desk.documents import receipt


def test_one_door_gives_nouns_and_both_sizes(a_receipt):
    for render in (receipt.render_a5, receipt.render_80mm):
        assert render(a_receipt()).startswith(b"%PDF")
