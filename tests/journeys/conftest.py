"""The windows' fixtures, for journeys through the whole program."""

from tests.ui.conftest import answering, no_modal, qapp, tasks  # noqa: F401  # pytest finds them by name
from tests.ui.registration.conftest import typist  # noqa: F401
