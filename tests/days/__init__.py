"""Whole days at a desk: written ones, and any sequence of what can happen. Slow under coverage."""
