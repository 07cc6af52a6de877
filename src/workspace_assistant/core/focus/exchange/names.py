"""What the formats are called that are read."""

from __future__ import annotations

FORMAT_NAMES = ("toggl", "clockify", "timewarrior", "watson", "activitywatch", "json")
