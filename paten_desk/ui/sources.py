"""Keep Qt from reading the source of every module of the program.

PySide6 looks into the source of each imported module for the word PySide, to know whether its optional features
(snake_case names) may be meant there, and the standard library then keeps all those lines: 30 MB and a part of the
start for a feature that this program does not use. There is no public switch; where the private one is gone, all goes
on as before, only larger, and a test says so.
"""

from __future__ import annotations

import sys

HOOK, QUESTION = "PySide6.support.feature", "_mod_uses_pyside"


def leave_unread() -> None:
    """Answer Qt's question for it: no module uses its features."""
    hook = next((sys.modules[name] for name in (HOOK, "shibokensupport.feature") if name in sys.modules), None)
    if hook is not None and hasattr(hook, QUESTION):
        setattr(hook, QUESTION, lambda module: False)
