"""Where commands print: data on standard output, everything else on standard error."""

from __future__ import annotations

import sys
from collections.abc import Mapping

from workspace_assistant.core.readiness.report import to_json


def say(text: str = "") -> None:
    """Data for the user: standard output."""
    sys.stdout.write(f"{text}\n")


def say_json(document: Mapping[str, object]) -> None:
    """One document, alone on standard output."""
    sys.stdout.write(f"{to_json(document)}\n")
    sys.stdout.flush()


def tell(text: str) -> None:
    """Messages and errors: standard error."""
    sys.stderr.write(f"{text}\n")
    sys.stderr.flush()
