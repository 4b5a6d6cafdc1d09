from dataclasses import replace

from PySide6.QtWidgets import QLabel

from paten_desk.ui.registration.known import KnownLine


def words(line):
    return [each.text() for each in line.findChildren(QLabel) if each.text()]


def test_the_line_says_who_from_where_and_how_often(qtbot, context, returning):
    line = KnownLine(context, keys=True)
    qtbot.addWidget(line)

    line.show_party(returning)

    assert words(line) == [
        returning.name,
        "1 kali, terakhir 20 Nov 2026",
        "Dusun III RT 007 Kelurahan Mawar · 0800-0000-001",
    ]


def test_a_long_name_is_shortened_and_told_in_full_when_pointed_at(qtbot, context, returning):
    line = KnownLine(context, keys=True)
    qtbot.addWidget(line)

    line.show_party(replace(returning, name="SITI " * 12))

    assert line.name.text().endswith("…")
    assert line.name.toolTip() == "SITI " * 12
