"""A property test counts examples, not milliseconds: how long one takes says nothing."""

from hypothesis import settings

settings.register_profile("project", deadline=None)
settings.load_profile("project")
