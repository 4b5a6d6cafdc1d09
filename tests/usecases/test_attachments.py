from dataclasses import replace

import pytest

from paten_desk.domain.attachments import Attachment
from paten_desk.domain.errors import Invalid, NoRight, NotFound
from paten_desk.domain.roles import Role
from paten_desk.store import journal
from paten_desk.usecases import attachments, checks, forms
from tests.usecases.test_letters import text_of


@pytest.fixture
def form(context):
    return forms.form_pdf(context, "poverty")


def test_a_form_is_attached_to_a_service_and_printed_from_there(context_on_both):
    context = context_on_both
    pdf = forms.form_pdf(context, "poverty")

    made = attachments.attach(context, "SKTM", "  Formulir   SKTM ", pdf)

    assert attachments.of_service(context, "SKTM") == [made]
    assert attachments.of_service(context, "SKDOM") == []
    assert (made.name, made.pages) == ("Formulir SKTM", 1)
    assert "SURAT PERNYATAAN TIDAK MAMPU" in text_of(attachments.pdf(context, made.id))
    assert checks.check(context).findings == ()


def test_a_form_of_every_service_stands_after_the_services_own(context, form):
    common = attachments.attach(context, "", "Biodata", form)
    own = attachments.attach(context, "SKTM", "Pernyataan", form)

    assert attachments.of_service(context, "SKTM") == [own, common]
    assert attachments.of_service(context, "SKDOM") == [common]


def test_a_retired_form_is_offered_no_more_and_stays_on_record(context, form):
    made = attachments.attach(context, "SKTM", "Pernyataan", form)

    attachments.retire(context, made.id, "Diganti  formulir 2027")

    assert attachments.of_service(context, "SKTM") == []
    assert attachments.given_out(context) == []
    held = journal.load(Attachment, made.id)
    assert held.retired
    assert held.personal.reason == "Diganti formulir 2027"
    assert attachments.pdf(context, made.id).startswith(b"%PDF")
    with pytest.raises(NotFound, match="sudah ditarik"):
        attachments.retire(context, made.id, "Diganti")


def test_a_form_is_not_retired_without_a_reason(context, form):
    made = attachments.attach(context, "SKTM", "Pernyataan", form)

    with pytest.raises(Invalid) as refused:
        attachments.retire(context, made.id, " ")

    assert [problem.field for problem in refused.value.problems] == ["reason"]
    assert attachments.given_out(context) == [made]


def test_all_forms_that_are_given_out_stand_by_name(context, form):
    of_one = attachments.attach(context, "SKTM", "Pernyataan", form)
    common = attachments.attach(context, "", "Biodata", form)

    assert attachments.given_out(context) == [common, of_one]


def test_what_is_no_form_is_refused_under_its_field(context, form):
    with pytest.raises(Invalid) as refused:
        attachments.attach(context, "XXX", "", b"halo")

    assert [problem.field for problem in refused.value.problems] == ["name", "pdf", "service"]
    assert journal.load_all(Attachment) == []


def test_only_who_keeps_the_services_attaches_and_retires(context, form):
    made = attachments.attach(context, "SKTM", "Pernyataan", form)
    clerk = replace(context, user=replace(context.user, roles=(Role.COUNTER_CLERK,)))

    assert attachments.pdf(clerk, made.id).startswith(b"%PDF")
    with pytest.raises(NoRight):
        attachments.attach(clerk, "SKTM", "Pernyataan", form)
    with pytest.raises(NoRight):
        attachments.retire(clerk, made.id, "Diganti")
