"""What every page on the way back is."""

from __future__ import annotations

from paten_desk.ui.wizard import WizardPage


class Step(WizardPage):
    """One page, with the verb that leads on from it."""

    verb = "Lanjut"

    def summary(self) -> str:
        """Say in a few words what was decided here, for the list of pages."""
        return ""
