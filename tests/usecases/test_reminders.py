from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image

from paten_desk.domain.errors import NoRight, WrongStatus
from paten_desk.domain.reminders import Outcome
from paten_desk.domain.roles import Role
from paten_desk.domain.workflow import Status
from paten_desk.usecases import field_checks, reminders, requests
from tests.builders import a_request, a_user, a_visit


def read(squares):
    """What a phone reads from the modules on the screen."""
    side, quiet, scale = len(squares), 4, 4
    picture = Image.new("L", (side + 2 * quiet, side + 2 * quiet), 255)
    for y, row in enumerate(squares):
        for x, dark in enumerate(row):
            if dark:
                picture.putpixel((x + quiet, y + quiet), 0)
    held = BytesIO()
    picture.resize((picture.width * scale, picture.height * scale), Image.Resampling.NEAREST).save(held, "PNG")
    (code,) = zxingcpp.read_barcodes(Image.open(held))
    return code.text


def test_a_ready_paper_is_told_in_words_and_by_a_code_for_the_phone(context):
    made = a_request(context, Status.READY, "SKDU")

    said = reminders.message(context, made.id)

    assert "sudah selesai dan dapat diambil" in said.text
    assert made.number in said.text
    assert made.personal.applicant.name in said.text
    assert made.personal.applicant.nik not in said.text
    assert said.link.startswith("https://wa.me/62")
    assert read(said.squares) == said.link


def test_of_a_sensitive_service_not_even_the_name_is_said(context):
    said = reminders.message(context, a_request(context, Status.READY, "SKTM").id)

    assert "Tidak Mampu" not in said.text


def test_what_is_missing_is_named_alone(context):
    made = a_request(context, Status.RETURNED)
    missing = [paper.key for paper in made.papers if paper.state == "missing"]

    said = reminders.message(context, made.id)

    assert missing
    assert said.text.endswith(".")
    assert "Kembali dengan membawa ini saja" in said.text


def test_the_visit_of_an_officer_is_announced(context):
    made = a_request(context, Status.VERIFIED, "SKDU")
    field_checks.plan(context, made.id, context.now() + timedelta(days=3), context.user.id)

    assert "petugas akan memeriksa ke lokasi pada" in reminders.message(context, made.id).text


def test_without_a_phone_there_is_a_text_and_no_link(context):
    (made,) = requests.register(context, a_visit(context, phone=""))

    said = reminders.message(context, made.id)

    assert (said.phone, said.link, said.squares) == ("", "", ())
    assert said.text


def test_each_call_is_kept_with_what_came_of_it(context):
    made = a_request(context, Status.READY)

    reminders.tell(context, made.id, Outcome.NO_ANSWER)
    reminders.tell(context, made.id, Outcome.MESSAGE)

    held = requests.load(context, made.id)
    assert [call.outcome for call in held.calls] == [Outcome.NO_ANSWER, Outcome.MESSAGE]
    (row,) = reminders.uncollected(context)
    assert row.called_at == context.now().isoformat(timespec="seconds")


def test_papers_that_nobody_collects_are_counted_by_age(context_on_both, clock):
    first = a_request(context_on_both, Status.READY, serial=1)
    clock.forward(days=5)
    second = a_request(context_on_both, Status.READY, serial=2)
    clock.forward(days=2)

    assert [row.id for row in reminders.uncollected(context_on_both)] == [first.id, second.id]
    after = reminders.uncollected(context_on_both, limit=1)[0]
    assert [row.id for row in reminders.uncollected(context_on_both, after)] == [second.id]
    assert reminders.ageing(context_on_both) == {
        "0–3 hari": 1,
        "4–7 hari": 1,
        "8–30 hari": 0,
        "lebih dari 30 hari": 0,
    }


def test_nothing_is_told_after_the_end_or_by_who_may_not(context):
    over = a_request(context, Status.HANDED_OVER)
    with pytest.raises(WrongStatus):
        reminders.message(context, over.id)
    auditor = replace(context, user=a_user(context, Role.AUDITOR))
    with pytest.raises(NoRight):
        reminders.message(auditor, over.id)
