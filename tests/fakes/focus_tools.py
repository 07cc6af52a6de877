"""The `focus` commands on a log in memory, with the test's clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from tests.fakes.focus import CountingId, FakeClock, MemoryFocusLog
from workspace_assistant.bootstrap.time_logs import read_log, write_log
from workspace_assistant.cli.focus_services import FocusTools
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.core.focus.answer_service import AnswerService
from workspace_assistant.core.focus.correction_service import CorrectionService
from workspace_assistant.core.focus.exchange_service import ExchangeService
from workspace_assistant.core.focus.service import FocusService
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.focus.watch_settings import kept_idle, settings_of
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.spans import Span

ACTOR = "command-line"


@dataclass
class FocusDesk:
    """Runs `focus` commands one after the other.

    Attributes:
        keeper_starts: what starting the background watcher comes to.
        keepers: how often one was wanted.
        frames: the shifts that are planned.
        zone_remark: what is said of a zone without a name.
        watched: how often `focus watch` ran.
        idle: the choice of `focus idle` as it is kept.
    """

    log: MemoryFocusLog = field(default_factory=MemoryFocusLog)
    clock: FakeClock = field(default_factory=FakeClock)
    new_id: CountingId = field(default_factory=CountingId)
    keeper_starts: bool = True
    keepers: int = 0
    watched: int = 0
    zone_remark: str = ""
    frames: tuple[ShiftFrame, ...] = ()
    idle: str = ""

    def run(self, *words: str) -> int:
        """The exit code of `focus WORDS`."""
        arguments = parse(["focus", *words])
        return explained(lambda: int(arguments.run(arguments, self.tools())))

    def tools(self) -> FocusTools:
        parts = (self.log, self.clock, self.new_id)
        return FocusTools(
            log=self.log,
            clock=self.clock,
            zone=lambda: ZoneInfo(self.clock.zone),
            zone_remark=lambda: self.zone_remark,
            acts=FocusService(*parts, ACTOR),
            corrections=CorrectionService(*parts, ACTOR),
            answers=AnswerService(*parts, ACTOR),
            exchange=lambda: ExchangeService(*parts, "import"),
            read_log=partial(read_log, self.clock),
            write_log=self._write,
            start_keeper=self._start_keeper,
            watch=self._watch,
            frames_between=self._frames_between,
            idle_s=lambda: settings_of(self.idle).idle_threshold_s,
            set_idle_s=self._set_idle_s,
        )

    def _set_idle_s(self, seconds: float) -> None:
        self.idle = kept_idle(seconds)

    def _frames_between(self, span: Span) -> tuple[ShiftFrame, ...]:
        return tuple(frame for frame in self.frames if frame.span.overlaps(span))

    def _write(self, path: Path, blocks: Sequence[object], now: datetime) -> None:
        write_log(self.clock, path, blocks, now)  # type: ignore[arg-type] # blocks of the log

    def _start_keeper(self) -> bool:
        self.keepers += 1
        return self.keeper_starts

    def _watch(self, ctx: JobContext) -> None:
        ctx.checkpoint()
        self.watched += 1
