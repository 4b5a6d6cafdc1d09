from paten_desk.ui.settings.served import Served
from paten_desk.usecases import services


def test_all_is_no_list(context, shown):
    served = shown(Served(services.offered(context)))

    assert served.value() == ()
    assert served.problems() == []


def test_a_list_is_what_is_ticked_and_never_empty(context, shown):
    served = shown(Served(services.offered(context), ("SKTM",)))
    assert served.value() == ("SKTM",)

    served.boxes["SKTM"].setChecked(False)

    assert [problem.field for problem in served.problems()] == ["services"]
