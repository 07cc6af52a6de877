"""For all tests: a slow computer is no wrong result, so no single example has a time limit.

And whatever language its user reads, the program under test speaks English unless a test says so.
"""

from __future__ import annotations

import os

from hypothesis import settings

for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"

settings.register_profile("any computer", deadline=None)
settings.load_profile("any computer")
