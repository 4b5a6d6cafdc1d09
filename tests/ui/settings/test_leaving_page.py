import pytest

from paten_desk.domain.errors import Invalid
from paten_desk.domain.roles import Role
from paten_desk.ui.settings.leaving_page import LeavingPage
from paten_desk.usecases import offices, setup
from tests.builders import a_user
from tests.ui.pages import bring_up, come_back, heard, press, words


def opened(qtbot, context, *roles, rooms=frozenset()):
    return bring_up(qtbot, LeavingPage(context, a_user(context, *roles, display="Rina Contoh"), rooms))


def states(page):
    return {key: row.accessibleName().split(": ")[1].split(".")[0] for key, row in page.rows.items()}


def test_one_key_after_the_other_leads_through_the_list(qtbot, context, answering):
    page = opened(qtbot, context, Role.COUNTER_CLERK)
    left = heard(page.back)
    assert states(page) == {"admin": "Beres", "retire": "Belum"}

    answering("Pensiunkan")
    press(qtbot, page, "Ctrl+S")

    assert states(page) == {"admin": "Beres", "retire": "Beres"}
    assert "Semuanya beres." in words(page)
    assert [user.display for user in setup.users(context)] == [context.user.display]
    come_back(qtbot, page)
    press(qtbot, page, "Ctrl+S")
    assert left == [()]


def test_who_knew_the_sheet_is_followed_to_new_sheets_and_backups(qtbot, context, answering):
    page = opened(qtbot, context, Role.HEAD, rooms=frozenset({"backups"}))
    sheets, rooms = heard(page.sheet_asked), heard(page.open_rooms)
    answering("Pensiunkan")
    page.next.click()

    page.next.click()
    assert sheets == [()]
    offices.make_recovery(context)
    page.refresh()
    page.next.click()

    assert rooms == [("backups", "")]


def test_a_step_without_its_room_has_no_button(qtbot, context):
    page = opened(qtbot, context, Role.HEAD)

    assert page.rows["backup"].button.isHidden()
    assert not page.rows["sheet"].button.isHidden()


def test_the_last_admin_is_sent_to_the_list_first(qtbot, context, answering):
    page = bring_up(qtbot, LeavingPage(context, context.user))
    left = heard(page.back)
    assert states(page)["admin"] == "Belum"

    page.rows["admin"].button.click()
    assert left == [()]

    answering("Pensiunkan")
    with qtbot.captureExceptions() as raised:
        page.rows["retire"].button.click()
    assert isinstance(raised[0][1], Invalid)


@pytest.mark.parametrize("key", ["Esc"])
def test_esc_leads_back(qtbot, context, key):
    page = opened(qtbot, context, Role.COUNTER_CLERK)
    left = heard(page.back)

    press(qtbot, page, key)

    assert left == [()]
