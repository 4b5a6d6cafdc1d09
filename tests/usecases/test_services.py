from dataclasses import replace
from datetime import date, timedelta

import pytest

from paten_desk.domain.calendar import Duration, Unit
from paten_desk.domain.errors import Invalid, NoRight, NotFound
from paten_desk.domain.roles import Right, Role
from paten_desk.usecases import approvals, requests, services
from tests.builders import a_request, a_user

TODAY = date(2026, 11, 20)


def test_a_request_keeps_the_version_it_was_accepted_under(context):
    made = a_request(context)
    held = services.catalogue(context)["SKTM"]

    services.change(context, replace(held, duration=Duration(3, Unit.DAYS)), TODAY + timedelta(days=1))

    assert services.service_of(made).duration == held.duration
    assert services.catalogue(context)["SKTM"].duration == held.duration
    assert services.catalogue(context, TODAY + timedelta(days=1))["SKTM"].duration == Duration(3, Unit.DAYS)


def test_a_fee_needs_its_perda_and_is_printed_only_then(context):
    held = services.catalogue(context)["RREK"]

    with pytest.raises(Invalid, match="Formulir"):
        services.change(context, replace(held, fee_rupiah=5000), TODAY)
    kasi = a_user(context, Role.SECTION_HEAD)
    two = approvals.approve(context, Right.CHANGE_FEE, kasi.id, "payung biru tua")
    services.change(context, replace(held, fee_rupiah=5000, fee_basis="Perda 3/2025"), TODAY, two)

    assert a_request(context, code="RREK").fee_rupiah == 5000


def test_population_documents_stay_free_whatever_is_typed(context):
    held = services.catalogue(context)["PKK"]

    found = services.check(replace(held, fee_rupiah=5000, fee_basis="Perda 3/2025"))

    assert any("79A" in problem.text for problem in found)


def test_an_abolished_licence_cannot_be_opened(context):
    held = services.catalogue(context)["IHO"]

    assert any("dihapus" in problem.text for problem in services.check(replace(held, offered=True)))


def test_the_past_is_not_changed(context):
    held = services.catalogue(context)["SKTM"]

    with pytest.raises(Invalid):
        services.change(context, held, TODAY - timedelta(days=1))


def test_services_are_switched_as_a_list_and_only_differences_are_recorded(context):
    services.switch(context, frozenset({"SKTM", "RHJT"}))

    codes = {held.code for held in services.offered(context)}
    assert {"SKTM", "RHJT"} & codes == set()
    assert len(services.all_versions()) == 52
    services.switch(context, frozenset({"RHJT"}))
    assert "SKTM" in {held.code for held in services.offered(context)}


def test_only_those_who_may_change_a_service(context):
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    with pytest.raises(NoRight):
        services.switch(clerk, frozenset())


def test_an_unknown_service_is_said_so(context):
    with pytest.raises(NotFound, match="XXX"):
        services.service_of(replace(a_request(context), service="XXX"))
    assert requests.new_visit(context).token


def own(context, code="SKX", **changed):
    return replace(services.catalogue(context)["SKTM"], code=code, name="Surat Keterangan Contoh", **changed)


def test_an_office_makes_a_service_of_its_own_with_keys_of_its_own(context):
    services.create(context, own(context), TODAY)

    held = services.catalogue(context)["SKX"]
    assert [paper.key for paper in held.requirements] == [f"SKX-{at}" for at in range(1, 8)]
    assert a_request(context, code="SKX").service_since == TODAY


@pytest.mark.parametrize(
    ("code", "words"), [("SKTM", "sudah dipakai"), ("IHO", "sudah dipakai"), ("skx", "huruf besar")]
)
def test_a_code_is_the_services_own(context, code, words):
    with pytest.raises(Invalid) as refused:
        services.create(context, own(context, code), TODAY)

    assert [problem.field for problem in refused.value.problems] == ["code"]
    assert words in refused.value.problems[0].text


def test_a_service_of_the_office_with_a_fee_needs_the_second_person(context):
    with pytest.raises(NoRight, match="orang kedua"):
        services.create(context, own(context, fee_rupiah=5000, fee_basis="Perda 3/2025"), TODAY)
    assert "SKX" not in services.catalogue(context)


def test_a_letter_without_a_known_text_is_refused(context):
    assert [problem.field for problem in services.check(own(context, template="sakti"))] == ["template"]


def test_a_fee_to_come_is_compared_with_the_day_it_comes(context):
    kasi = a_user(context, Role.SECTION_HEAD)
    paid = replace(services.catalogue(context)["RREK"], fee_rupiah=5000, fee_basis="Perda 3/2025")
    later = TODAY + timedelta(days=40)
    two = approvals.approve(context, Right.CHANGE_FEE, kasi.id, "payung biru tua")
    services.change(context, paid, later, two)

    assert services.changes_fee(context, paid)
    assert not services.changes_fee(context, paid, later)
    with pytest.raises(NoRight, match="orang kedua"):
        services.change(context, services.catalogue(context)["RREK"], later)


def test_a_version_to_come_waits_and_a_newer_record_takes_its_place(context):
    held, later = services.catalogue(context)["SKTM"], TODAY + timedelta(days=40)
    services.change(context, replace(held, duration=Duration(2, Unit.DAYS)), later)
    services.change(context, replace(held, duration=Duration(3, Unit.DAYS)), later)

    assert services.catalogue(context)["SKTM"] == held
    assert services.coming(context)["SKTM"].duration == Duration(3, Unit.DAYS)
    told = [(each.counts, each.waits, each.is_replaced) for each in services.versions(context, "SKTM")]
    assert told == [(False, True, False), (False, False, True), (True, False, False)]


def test_a_request_keeps_the_version_it_was_taken_in_under_when_the_day_has_another(context, clock):
    held = services.catalogue(context)["SKTM"]
    services.change(context, replace(held, name="Keterangan Tidak Mampu"), TODAY)
    clock.forward(minutes=1)
    morning = a_request(context)
    clock.forward(hours=3)
    services.change(context, replace(held, name="Keterangan Keluarga Miskin"), TODAY)
    clock.forward(minutes=1)
    noon = a_request(context, serial=2)

    assert morning.service_since == noon.service_since == TODAY
    assert services.service_of(morning).name == "Keterangan Tidak Mampu"
    assert services.service_of(noon).name == "Keterangan Keluarga Miskin"


def test_of_versions_recorded_at_one_moment_the_last_one_counts(context):
    held = services.catalogue(context)["SKTM"]
    for at in range(8):
        services.change(context, replace(held, name=f"Keterangan Tidak Mampu {at}"), TODAY)

    assert services.service_of(a_request(context)).name == "Keterangan Tidak Mampu 7"


def test_versions_tell_who_recorded_them_and_what_they_changed(context):
    held = services.catalogue(context)["SKTM"]
    services.change(context, replace(held, duration=Duration(2, Unit.DAYS)), TODAY)

    newest, shipped = services.versions(context, "SKTM")

    assert (newest.by, newest.recorded_at) == (context.user.display, context.now())
    assert (shipped.by, shipped.recorded_at, shipped.earlier) == ("", None, None)
    (change,) = services.changes(context, newest.earlier, newest.service)
    assert (change.what, change.before, change.after) == ("Waktu layanan", "60 menit kerja", "2 hari kerja")


def test_a_key_is_never_given_to_another_paper_again(context):
    held = services.catalogue(context)["SKTM"]
    services.change(context, replace(held, requirements=held.requirements[:-1]), TODAY)

    assert services.next_key(services.catalogue(context)["SKTM"]) == "SKTM-8"


def test_a_version_begins_on_a_day_that_is_written(context):
    assert services.check_since(context, None)[0].field == "since"
    assert services.check_since(context, TODAY) == []
