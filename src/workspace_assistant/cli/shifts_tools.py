"""What the `shifts` commands work with. The composition root fills it; tests bring fakes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workspace_assistant.core.shifts.service import ShiftService
    from workspace_assistant.core.shifts.sign_in import FindCalendars


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftTools:
    """Everything may raise `StoreUnavailableError`.

    Attributes:
        zone: the user's own, which times are shown and understood in.
        zone_remark: says where that zone has no name to be noted; else empty.
        read_file: the bytes of a calendar file. Raises `UserInputError`.
        address_of_environment: a calendar's address where no keyring can keep one; else empty.
        find_calendars: those that a CalDAV server has for a person.
    """

    shifts: ShiftService
    zone: Callable[[], tzinfo]
    zone_remark: Callable[[], str]
    read_file: Callable[[Path], bytes]
    address_of_environment: Callable[[], str]
    find_calendars: FindCalendars
