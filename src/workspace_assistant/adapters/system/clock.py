"""The system's clocks and the name of the user's time zone."""

from __future__ import annotations

import time
from datetime import UTC, datetime


class SystemClock:
    """Time as the system tells it."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def monotonic_s(self) -> float:
        return time.monotonic()

    def time_zone(self) -> str:
        """IANA name, looked up anew each time: people travel, and laptops with them."""
        # Imported late: zone tables cost the window's first paint 15 ms.
        from workspace_assistant.adapters.system.time_zone import zone_name

        return zone_name()
