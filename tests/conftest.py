"""For all tests: a slow computer is no wrong result, so no single example has a time limit."""

from __future__ import annotations

from hypothesis import settings

settings.register_profile("any computer", deadline=None)
settings.load_profile("any computer")
