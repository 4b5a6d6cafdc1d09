from dataclasses import replace

from paten_desk.domain.catalogue import OutputKind
from paten_desk.usecases import service_choices, service_drafts, services
from paten_desk.usecases.text_checks import pages
from tests.builders import with_officials


def test_texts_fit_what_a_service_gives_and_frames_come_first(context):
    letters = [name for name, _ in service_choices.texts(context, OutputKind.LETTER)]
    sheets = [name for name, _ in service_choices.texts(context, OutputKind.COUNTERSIGN)]

    assert set(letters[:3]) == {"recommendation", "referral", "statement"}
    assert all(name.startswith("countersign_") for name in sheets)
    assert not {*letters} & {*sheets, "rejection"}
    assert service_choices.texts(context, OutputKind.NONE) == []


def test_what_the_catalogue_names_already_can_be_chosen_again(context):
    with_officials(context)

    assert "Register Adminduk" in service_choices.books(context)
    assert "Repertorium PPATS" not in service_choices.books(context)
    assert {"Kesejahteraan Sosial", "Pelayanan Umum"} <= set(service_choices.sections(context))
    assert "Rekomendasi" in service_choices.categories(context)
    assert "bila untuk keperluan berobat" in service_choices.conditions(context)


def test_a_service_asks_for_what_its_text_prints_as_its_other_services_do(context):
    held = services.catalogue(context)["SKBN"]
    bare = replace(held, code="SKX", fields=())

    filled = service_choices.with_asked(context, bare)

    assert {field.key for field in filled.fields} <= {field.key for field in held.fields}
    assert service_choices.unasked(context, bare)
    assert service_choices.unasked(context, filled) == []
    assert service_choices.with_asked(context, held) == held


def test_the_paper_of_a_service_that_is_not_recorded_yet_can_be_looked_at(context):
    draft = service_drafts.begin_new(context)
    filled = replace(draft.service, title="Surat Keterangan Contoh", statement="benar warga kecamatan ini")

    assert pages(service_choices.sample(context, filled)) == 1
    assert service_choices.sample(context, replace(filled, output=OutputKind.NONE)) == b""
