"""Windows. Only this package and `app` import PySide6."""
