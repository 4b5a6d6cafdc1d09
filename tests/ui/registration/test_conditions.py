from paten_desk.ui.registration.conditions import Conditions

ASKED = ("bila ada ahli waris yang belum dewasa", "bila ada ahli waris yang tidak dapat hadir")


def test_questions_stand_beside_each_other_and_under_each_other_where_there_is_little_room(qtbot):
    asked = Conditions(ASKED)
    qtbot.addWidget(asked)
    asked.fit(800)
    asked.show()
    first, second = asked.boxes.values()
    qtbot.waitUntil(lambda: first.y() == second.y() and second.x() > first.x())

    asked.fit(340)

    qtbot.waitUntil(lambda: second.y() > first.y())
    assert [box.text() for box in asked.boxes.values()] == [words.removeprefix("bila ") for words in ASKED]


def test_a_question_is_named_as_a_whole_for_who_cannot_see_it(qapp):
    (box,) = Conditions(ASKED[:1]).boxes.values()

    assert box.accessibleName() == "Berlaku bila ada ahli waris yang belum dewasa"
