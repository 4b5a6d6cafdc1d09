from dataclasses import replace

import pytest

from paten_desk.domain.errors import Invalid, NoRight
from paten_desk.domain.roles import Role
from paten_desk.store import connection, journal
from paten_desk.usecases import form_drafts, sessions
from tests.builders import a_request, a_user, a_visit
from tests.conftest import KEY

PASSWORD, PIN = "payung biru tua", "482915"


@pytest.fixture
def rina(context):
    """Somebody with a password and a PIN who has not come in yet."""
    made = a_user(context, Role.COUNTER_CLERK, display="Rina")
    sessions.set_pin(replace(context, user=made), PIN)
    return made


def test_a_pin_takes_over_where_its_user_came_in_today(context, rina):
    sessions.switch_by_password(context, rina.id, PASSWORD)

    assert sessions.switch_by_pin(context, rina.id, PIN).user == rina


def test_a_pin_alone_opens_nothing(context, rina):
    assert not sessions.takes_pin(context, rina.id)
    with pytest.raises(NoRight, match="belum atau tidak lagi"):
        sessions.switch_by_pin(context, rina.id, PIN)


def test_a_pin_of_yesterday_opens_nothing(context, rina, clock):
    sessions.switch_by_password(context, rina.id, PASSWORD)
    clock.forward(days=1)

    with pytest.raises(NoRight, match="belum atau tidak lagi"):
        sessions.switch_by_pin(context, rina.id, PIN)


def test_one_field_takes_the_pin_or_the_password(context, rina):
    assert sessions.enter(context, rina.id, PIN).field == "secret"
    assert sessions.enter(context, rina.id, PASSWORD).user == rina
    assert sessions.enter(context, rina.id, PIN).user == rina
    assert "Sisa 4" in sessions.enter(context, rina.id, "111222").text
    assert "belum punya kata sandi" in sessions.enter(context, context.user.id, PASSWORD).text


def test_closing_the_office_ends_what_pins_open(context, rina, tmp_path):
    sessions.switch_by_password(context, rina.id, PASSWORD)
    connection.close()
    connection.open_file(tmp_path / "paten.db", KEY)

    assert not sessions.takes_pin(context, rina.id)


def test_after_five_wrong_pins_the_password_is_asked(context, rina):
    sessions.switch_by_password(context, rina.id, PASSWORD)
    for left in (4, 3, 2, 1):
        with pytest.raises(NoRight) as said:
            sessions.switch_by_pin(context, rina.id, "111222")
        assert f"Sisa {left}" in said.value.hint
    with pytest.raises(NoRight) as said:
        sessions.switch_by_pin(context, rina.id, "111222")
    assert "kata sandi" in said.value.hint

    with pytest.raises(NoRight, match="belum atau tidak lagi"):
        sessions.switch_by_pin(context, rina.id, PIN)
    sessions.switch_by_password(context, rina.id, PASSWORD)
    assert sessions.switch_by_pin(context, rina.id, PIN).user == rina


@pytest.mark.parametrize("pin", ["12345", "1234567", "12a456", "123456", "987654", "111111", "121212", "١٢٣٤٥٦"])
def test_an_easy_pin_is_refused_in_words(context, pin):
    with pytest.raises(Invalid, match="PIN"):
        sessions.set_pin(context, pin)


def test_a_pin_lies_nowhere_readable(context, rina, tmp_path):
    content = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    assert PIN.encode() not in content
    assert b"argon2id$" not in content


def test_a_retired_user_comes_in_no_more(context, rina):
    sessions.switch_by_password(context, rina.id, PASSWORD)
    with connection.transaction():
        journal.record(context.stamp(), "retired", replace(rina, retired=True))

    with pytest.raises(NoRight, match="tidak lagi bertugas"):
        sessions.switch_by_pin(context, rina.id, PIN)


def test_a_draft_stays_with_whom_it_belongs_to(context, rina):
    draft = a_visit(context)
    form_drafts.keep(context, draft, "applicant.name")

    taking = sessions.switch_by_password(context, rina.id, PASSWORD)

    assert form_drafts.kept(taking) is None
    assert form_drafts.kept(context) == draft
    assert form_drafts.kept_cursor(context) == "applicant.name"


def test_the_next_person_reads_what_the_last_one_left(context, rina):
    a_request(context)
    taking = sessions.switch_by_password(context, rina.id, PASSWORD)

    sessions.hand_over(context, taking, "Ibu Melati kembali jam dua dengan KK asli.")

    note = sessions.last_note(taking)
    assert note == sessions.Note("Petugas Contoh", 1, "Ibu Melati kembali jam dua dengan KK asli.")
    assert sessions.last_note(context) is None
    assert sessions.last_note(replace(taking, counter="Loket 9")) is None


def test_a_note_with_names_stays_out_of_the_hashed_part(context, rina):
    taking = sessions.switch_by_password(context, rina.id, PASSWORD)
    shift = sessions.hand_over(context, taking, "Ibu Melati kembali jam dua.")

    assert b"Melati" not in journal.history(shift.id)[0].body
