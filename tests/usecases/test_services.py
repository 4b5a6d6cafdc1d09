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

    assert services.service_of("SKTM", made.service_since).duration == held.duration
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
        services.service_of("XXX", TODAY)
    assert requests.new_visit(context).token
