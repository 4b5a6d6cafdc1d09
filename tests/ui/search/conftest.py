from tests.ui.offices import desk, hall, two_offices

__all__ = ["desk", "hall", "two_offices"]
