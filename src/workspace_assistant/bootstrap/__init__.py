"""Composition root: the only room that names concrete adapters.

Adapters and the window are imported inside the functions that use them, so that a command costs
only what it needs and the window paints before the dear libraries load.
"""

from workspace_assistant.bootstrap.start import run

__all__ = ["run"]
