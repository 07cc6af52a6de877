"""Everything the check-in's card depends on, as one value; the session changes it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workspace_assistant.core.check_in.asking import Asking
from workspace_assistant.core.check_in.help import Help
from workspace_assistant.core.check_in.model import HardContact
from workspace_assistant.core.check_in.service import Form


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What one look found.

    Attributes:
        is_on: the person wants to be asked.
        form: what a check-in told now would begin with.
        marks: hard contacts of the running shift; None outside of shifts.
        help: where to get help with what has been low for weeks.
    """

    at: datetime
    is_on: bool
    asking: Asking
    form: Form
    marks: tuple[HardContact, ...] | None
    help: tuple[Help, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known.

    Attributes:
        seen: None before the first look.
        trouble: why nothing can be read; empty when it can.
        opened: the form that the person asked for; it stays until saved or closed.
        put_off: id of the shift that the person does not want to be asked about now.
        refused: why the answers cannot be kept as they are.
        is_saving: answers are on their way.
    """

    seen: Seen | None = None
    trouble: str = ""
    opened: Form | None = None
    put_off: str = ""
    refused: str = ""
    is_saving: bool = False
