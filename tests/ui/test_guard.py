import importlib
import logging
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractTableModel, QObject
from PySide6.QtWidgets import QWidget

from paten_desk.ui.guard import guard

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def quiet_log():
    """Let this file log what the whole suite must not."""


def test_an_error_in_a_paint_event_does_not_leave_it(qtbot, caplog):
    class Broken(QWidget):
        @guard(None)
        def paintEvent(self, event):
            raise RuntimeError("kuas patah")

    widget = Broken()
    qtbot.addWidget(widget)

    for _ in range(50):
        widget.grab()

    told = [record for record in caplog.records if record.levelno == logging.ERROR]
    assert len(told) == 1
    assert "paintEvent" in told[0].getMessage()


def test_a_model_gives_nothing_where_it_fails(qtbot):
    class Broken(QAbstractTableModel):
        @guard(0)
        def rowCount(self, parent):
            raise ZeroDivisionError

    assert Broken().rowCount(None) == 0


MODULES = sorted(path.relative_to(ROOT).with_suffix("") for path in (ROOT / "paten_desk" / "ui").rglob("*.py"))


@pytest.mark.parametrize("module", MODULES, ids=str)
def test_every_overridden_virtual_goes_through_the_guard(module):
    name = ".".join(module.parts).removesuffix(".__init__")
    values = vars(importlib.import_module(name)).values()
    kinds = [
        each for each in values if isinstance(each, type) and issubclass(each, QObject) and each.__module__ == name
    ]

    assert [each for kind in kinds for each in unguarded(kind)] == []


def unguarded(kind):
    """Return the methods of a class that Qt calls and that are not guarded."""
    foreign = [base for base in kind.__mro__ if base.__module__.startswith("PySide6")]
    for name, value in vars(kind).items():
        ours = callable(value) and not name.startswith("_") and any(name in vars(base) for base in foreign)
        if ours and not getattr(value, "guarded", False):
            yield f"{kind.__qualname__}.{name}"
