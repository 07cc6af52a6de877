"""Workspace Assistant: readiness, focus, breaks and balance for customer support from home."""

__version__ = "0.1.0"
