"""Reminders: what is told to a person unasked, what is held back, and the reason for both."""
