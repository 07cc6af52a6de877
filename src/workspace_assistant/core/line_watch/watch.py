"""The watch itself: seconds in, events and minutes kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.line_watch.detecting import Detection, detected, finished
from workspace_assistant.core.line_watch.minutes import minute_of, summed
from workspace_assistant.core.line_watch.model import LineEvent, Second, WatchLimits
from workspace_assistant.core.line_watch.ports import LineSensor, LineStore, WatchTarget

# An event that goes on is written so often at the most: a crash loses no more of it.
_WRITE_EVERY_S = 10.0


@dataclass(slots=True, kw_only=True)
class LineWatch:
    """Watches until its job is cancelled.

    Attributes:
        on_event: told of every event when it begins and when it is over, after it was kept.
    """

    sensor: LineSensor
    store: LineStore
    limits: WatchLimits
    new_id: Callable[[], str]
    on_event: Callable[[LineEvent], None]
    _detection: Detection = field(default_factory=Detection, init=False)
    _minute: list[Second] = field(default_factory=list, init=False)
    _kept: dict[str, LineEvent] = field(default_factory=dict, init=False)

    def run(self, target: WatchTarget, ctx: JobContext) -> None:
        """Raises `WatchTroubleError`, `StoreUnavailableError` and `JobCancelledError`."""
        try:
            with self.sensor.open(target, ctx) as seconds:
                for second in seconds:
                    self._note(second)
                    ctx.report(reading=second)
        finally:
            self._finish()

    def _note(self, second: Second) -> None:
        if self._minute and minute_of(self._minute[0].at) != minute_of(second.at):
            self._keep_minute()
        self._minute.append(second)
        after = detected(self._detection, second, self.limits, self.new_id)
        self._detection = after.detection
        for event in after.changed:
            self._keep(event)

    def _keep(self, event: LineEvent) -> None:
        before = self._kept.get(event.id)
        is_news = before is None or event.is_over
        if before is not None and not is_news:
            grown_s = (event.ended_at - before.ended_at).total_seconds()
            if grown_s < _WRITE_EVERY_S:
                return
        self.store.put_event(event)
        if event.is_over:
            self._kept.pop(event.id, None)
        else:
            self._kept[event.id] = event
        if is_news:
            self.on_event(event)

    def _keep_minute(self) -> None:
        self.store.put_minute(summed(self._minute))
        self._minute.clear()

    def _finish(self) -> None:
        for event in finished(self._detection):
            self._keep(event)
        if self._minute:
            self._keep_minute()
