import pytest

from paten_desk.domain.office import Office, OfficeRole
from paten_desk.domain.officials import Post
from paten_desk.domain.roles import Role
from paten_desk.ui.first_run.steps import OfficialsStep, ServicesStep, UsersStep
from paten_desk.usecases.setup import OfficeDraft
from tests.ui.pages import press, write

DRAFT = OfficeDraft(Office("", OfficeRole.KECAMATAN, "", "", "", ""), ())


@pytest.fixture
def officials(qtbot):
    made = OfficialsStep()
    qtbot.addWidget(made)
    return made


def test_only_the_camat_must_be_named(officials):
    assert [problem.field for problem in officials.problems()] == ["head.name"]

    officials.fields["head.name"].set_value("CAMAT CONTOH")

    assert officials.problems() == []
    assert [held.post for held in officials.take(DRAFT).officials] == [Post.HEAD]
    assert officials.summary(officials.take(DRAFT)) == "CAMAT CONTOH"


def test_a_nip_may_be_typed_in_groups_but_must_be_whole(officials):
    officials.fields["head.name"].set_value("CAMAT CONTOH")
    officials.fields["head.nip"].set_value("00000000 000000 0 000")
    officials.fields["secretary.name"].set_value("SEKCAM CONTOH")
    officials.fields["secretary.nip"].set_value("123")

    assert [problem.field for problem in officials.problems()] == ["secretary.nip"]
    assert officials.take(DRAFT).officials[0].personal.nip == "0" * 18


def test_a_section_head_needs_the_name_of_the_section(officials):
    officials.fields["head.name"].set_value("CAMAT CONTOH")
    officials.fields["section_head.name"].set_value("KASI CONTOH")

    assert not officials.show_problems()
    assert officials.fields["section_head.section"].problem().startswith("Isi nama seksi")


def test_services_are_ticked_one_by_one_or_all_at_once(qtbot, shown):
    step = shown(ServicesStep())
    every = len(step.boxes)
    step.begin()
    press(qtbot, step, "Space")
    assert len(step.take(DRAFT).services_off) == 1
    assert step.count.text().startswith(f"{every - 1} dari {every} layanan")

    step.none.click()
    assert len(step.take(DRAFT).services_off) == every

    step.all.click()
    assert step.take(DRAFT).services_off == frozenset()
    assert step.summary(step.take(DRAFT)) == f"{every} dibuka"


def test_enter_goes_through_the_user_and_on(qtbot, shown):
    step = UsersStep(is_kabupaten=False)
    shown(step, step.display.editor)
    write(qtbot, step, "Rina")
    press(qtbot, step, "Return")
    write(qtbot, step, "sungai jernih pagi")
    press(qtbot, step, "Return")
    write(qtbot, step, "sungai jernih pagi")

    with qtbot.waitSignal(step.done):
        press(qtbot, step, "Return")
    assert step.problems() == []


def test_two_different_passwords_are_told(qtbot):
    step = UsersStep(is_kabupaten=False)
    qtbot.addWidget(step)
    step.display.set_value("Rina")
    step.password.line.setText("sungai jernih pagi")

    assert not step.show_problems()
    assert step.again.problem() == "Kedua kata sandi belum sama; ketik ulang."


def test_the_first_user_stays_admin(qtbot):
    step = UsersStep(is_kabupaten=False)
    qtbot.addWidget(step)
    for box in step.boxes.values():
        if box.isEnabled():
            box.setChecked(False)

    assert step.take(DRAFT).users[0].roles == (Role.ADMIN,)
