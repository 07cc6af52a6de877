"""Shifts: planned work from start to end, from calendars, patterns and by hand."""
