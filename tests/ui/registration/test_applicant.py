from paten_desk.domain.people import Party, PartyKind
from paten_desk.ui.registration.applicant import ASKED, ApplicantCard


def test_an_applicant_of_each_kind_is_asked_as_that_kind(context, qtbot):
    card = ApplicantCard(context)
    qtbot.addWidget(card)

    for kind in PartyKind:
        card.show_party(Party(kind, "NUR CONTOH"))
        assert card.form.value().kind is kind
        assert card.note.text() == ASKED[kind]
        assert card.kind.chosen() == kind
