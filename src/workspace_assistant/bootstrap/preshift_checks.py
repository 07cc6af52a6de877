"""The readiness check as the check before a shift uses it, and what keeps it from running."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.adapters.system.check_turn import CheckTurn
from workspace_assistant.bootstrap.good_takes import last_good_take_at
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.model import ReadinessReport

if TYPE_CHECKING:
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
    from workspace_assistant.core.readiness.service import ReadinessService

_MICROPHONE = "microphone"
# They record or sound: only a person who is there can want that.
_NOT_SILENT = frozenset({_MICROPHONE, "headset"})
_LATEST = 10


class ProfileChecks:
    """Implements the port `Checks` for the active profile, read anew each time.

    What a check needs is imported when one runs: most looks find nothing that is due.
    """

    def __init__(
        self, data_dir: Path, reports: SqliteReportStore, readiness: Callable[[], ReadinessService]
    ) -> None:
        self._data_dir, self._reports, self._readiness = data_dir, reports, readiness

    def silent(self) -> frozenset[str]:
        from workspace_assistant.core.readiness.service import required_checks

        return frozenset(required_checks(self._profile())) - _NOT_SILENT

    def needs_microphone(self) -> bool:
        return self._profile().microphone.required

    def run(self, only: frozenset[str], ctx: JobContext, /, *, is_quick: bool) -> ReadinessReport:
        from workspace_assistant.bootstrap.readiness import check_turn
        from workspace_assistant.core.readiness.ports import CheckRequest

        request = CheckRequest(profile=self._profile(), only=only, quick=is_quick)
        service = replace(self._readiness(), turn=nullcontext)
        with check_turn(self._data_dir).held_silently(ctx) as inner:
            return service.run(request, inner)

    def save(self, report: ReadinessReport, /) -> None:
        self._reports.add(report)

    def find(self, report_id: str, /) -> ReadinessReport | None:
        return self._reports.find(report_id)

    def since(self, at: datetime, /) -> tuple[ReadinessReport, ...]:
        return tuple(one for one in self._reports.recent(_LATEST) if one.started_at >= at)

    def good_microphone_test_at(self) -> datetime | None:
        found = (self._reports.last_ready(_MICROPHONE), last_good_take_at(self._data_dir))
        return max((at for at in found if at is not None), default=None)

    def _profile(self) -> WorkplaceProfile:
        from workspace_assistant.adapters.files.profile_file import (
            active_profile_path,
            read_profile,
        )

        return read_profile(active_profile_path(self._data_dir))


class SystemCircumstances:
    """Implements the port `Circumstances`."""

    def __init__(self, data_dir: Path) -> None:
        self._turn = CheckTurn(data_dir)

    def in_call(self) -> bool | None:
        from workspace_assistant.adapters.audio.call_sensor import PulseCallSensor

        return PulseCallSensor().in_call()

    def is_metered(self) -> bool | None:
        """What NetworkManager says of the connection that everything goes over."""
        from workspace_assistant.adapters.network.connection.inquiry import Inquiry
        from workspace_assistant.adapters.network.connection.network_manager import (
            ask_network_manager,
        )

        found = ask_network_manager("", Inquiry())
        return None if found is None else found.is_metered

    def is_checking(self) -> bool:
        return self._turn.is_held()
