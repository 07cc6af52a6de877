"""What questions at the edges of a shift need from outside."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

InBlock = Callable[[], bool]
"""Whether a focus block is open. May raise `StoreUnavailableError`."""

Turn = Callable[[], AbstractContextManager[bool]]
"""Whether this program is the one to tell now, as long as it is entered."""
