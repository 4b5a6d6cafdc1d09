import pytest

from paten_desk.domain.office import Office, OfficeRole
from paten_desk.ui.first_run.places import PlaceStep
from paten_desk.usecases.setup import OfficeDraft
from tests.ui.pages import press, write


def blank(role=OfficeRole.KECAMATAN):
    return OfficeDraft(Office("", role, "", "", "", ""), ())


@pytest.fixture
def step(shown):
    made = PlaceStep(is_kabupaten=False)
    return shown(made, made.search.editor)


def names(step):
    return [row.cells[0] for row in step.table.rows.rows]


def test_two_letters_find_nothing_yet_and_say_so(qtbot, step):
    write(qtbot, step, "ka")

    assert names(step) == []
    assert step.table.empty._what.text() == "Ketik paling sedikit tiga huruf"


def test_a_name_that_is_not_there_asks_for_its_spelling(qtbot, step):
    write(qtbot, step, "qqqq")

    assert step.table.empty._what.text() == "Belum ada nama yang cocok"


def test_the_arrow_down_leads_into_the_list_and_enter_goes_on(qtbot, step):
    write(qtbot, step, "kayu agung")
    press(qtbot, step, "Down")
    assert step.table.view.hasFocus()

    with qtbot.waitSignal(step.done):
        press(qtbot, step, "Return")


def test_the_province_proposes_zone_and_words(qtbot, step):
    write(qtbot, step, "wamena")

    assert (step.zone.value(), step.words.value()) == ("WIT", "Kampung")


def test_a_choice_of_ones_own_words_is_kept(qtbot, step):
    write(qtbot, step, "kayu agung")
    step.words.set_value("Pekon")

    office = step.take(blank()).office

    assert office.words.village_head == "Kepala Pekon"
    assert office.villages[0].code.startswith("16.02.05.")


def test_a_kabupaten_is_listed_once(qtbot, shown):
    step = PlaceStep(is_kabupaten=True)
    shown(step, step.search.editor)

    write(qtbot, step, "ogan komering ilir")

    assert names(step) == ["Kabupaten Ogan Komering Ilir"]
    office = step.take(blank(OfficeRole.KABUPATEN)).office
    assert (office.area, office.name, office.kabupaten, office.villages) == ("16.02", "", "Ogan Komering Ilir", ())
