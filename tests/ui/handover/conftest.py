from tests.ui.printers import printer

__all__ = ["printer"]
