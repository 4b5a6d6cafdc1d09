"""What every page of the first run is."""

from __future__ import annotations

from paten_desk.ui.fields import Field
from paten_desk.ui.wizard import WizardPage
from paten_desk.usecases.setup import OfficeDraft


class Step(WizardPage):
    """One page: `fill` shows a draft, `take` gives it back completed, `problems` says what lacks."""

    def fill(self, draft: OfficeDraft) -> None:
        """Show what is known so far."""

    def take(self, draft: OfficeDraft) -> OfficeDraft:
        """Return the draft with this page's answers."""
        return draft

    def summary(self, draft: OfficeDraft) -> str:
        """Say in a few words what was answered here, for the list of pages."""
        return ""

    def show_problems(self) -> bool:
        """Stand the problems under their fields; say whether there are none."""
        return self.stand_under(self.problems())

    def end_with(self, field: Field) -> None:
        """Let Enter in this field, the last one of the page, go on to the next page."""
        field.then = self.done.emit
