from tests.backing import office, template

__all__ = ["office", "template"]  # fixtures
