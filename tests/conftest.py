"""Every run of the tests draws the same examples, however slow the machine."""

from hypothesis import settings

settings.register_profile("gleich", derandomize=True, deadline=None)
settings.load_profile("gleich")
