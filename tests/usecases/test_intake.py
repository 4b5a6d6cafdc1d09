from dataclasses import replace
from datetime import date

from paten_desk.domain.people import Party, Proxy
from paten_desk.domain.requests import VisitDraft
from paten_desk.usecases import intake, requests
from tests.builders import a_visit


def test_a_marriage_below_nineteen_needs_the_courts_number(context):
    draft = a_visit(context, "DNK")
    asked = draft.requests[0]
    young = replace(asked.subjects[0], birth_date=asked.subjects[0].birth_date.replace(year=2009))
    asked = replace(asked, subjects=(young, asked.subjects[1]))

    assert any("pengadilan" in problem.text for problem in intake.check(context, replace(draft, requests=(asked,))))
    asked = replace(asked, fields={**asked.fields, "court_number": "12/Pdt.P/2026"})
    assert not any("pengadilan" in problem.text for problem in intake.check(context, replace(draft, requests=(asked,))))


def test_who_is_nineteen_on_the_wedding_day_needs_no_court(context):
    draft = a_visit(context, "DNK")
    asked = draft.requests[0]
    wedding = date.fromisoformat(asked.fields["wedding_date"])
    young = replace(asked.subjects[0], nik="", no_nik_reason="belum rekam", birth_date=wedding.replace(year=2007))
    asked = replace(asked, subjects=(young, asked.subjects[1]))

    assert wedding > context.today()
    assert not any("pengadilan" in problem.text for problem in intake.check(context, replace(draft, requests=(asked,))))


def test_an_empty_form_says_what_to_do_first(context):
    found = intake.check(context, VisitDraft(context.new_id(), Party()))

    assert {problem.field for problem in found} >= {"applicant.name", "applicant.nik", "services"}


def test_who_brings_the_dossier_is_kept_with_each_request(context):
    draft = replace(
        a_visit(context), proxy=Proxy(" BUDI  CONTOH ", "", "anak", "+62 812 0000 0001", True), priority=True
    )

    (made,) = requests.register(context, draft)

    assert made.personal.proxy == Proxy("BUDI CONTOH", "", "anak", "081200000001", True)
    assert made.priority


def test_a_proxy_without_a_name_stops_the_form(context):
    found = intake.check(context, replace(a_visit(context), proxy=Proxy(has_letter=True)))

    assert [each.text for each in found if each.field == "proxy.name"] == ["Isi nama orang yang membawa berkas."]
