from tests.backing import filled, stick

__all__ = ["filled", "stick"]  # fixtures
