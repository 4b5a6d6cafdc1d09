"""Random histories of an office: 0 lost, 0 silent differences."""

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.faults.conftest import LONG
from tests.faults.histories import OfficeLife, Template

SIZE = 2_000 if LONG else 500  # histories of one part
PARTS = 26 if LONG else 4
STEPS = 12 if LONG else 10


@pytest.fixture(scope="module")
def life():
    made = Template()
    yield type("Life", (OfficeLife,), {"template": made})
    made.gone()


@pytest.mark.parametrize("part", range(PARTS))
def test_whatever_people_do_the_book_stays_true(life, record_property, part):
    run = settings(
        max_examples=SIZE,
        stateful_step_count=STEPS,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )

    run_state_machine_as_test(seed(part)(life), settings=run)

    record_property("fault: histories", SIZE)


def test_the_histories_would_notice_a_lost_number(life):
    class Liar(life):
        def show(self, number):
            super().show(number)
            self.shown.add("9999/PATEN/2026")

    run = settings(max_examples=30, stateful_step_count=STEPS, database=None, phases=(Phase.generate,))

    with pytest.raises(AssertionError):
        run_state_machine_as_test(seed(1)(Liar), settings=run)
