"""Breaks: when one is due, what holds it back, and what became of it."""
