"""Breaks and tips as the window has them: nothing is opened before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.bootstrap.break_parts import OnCall
    from workspace_assistant.bootstrap.break_watch import BreakWatch
    from workspace_assistant.core.breaks.model import Act
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.reminders.model import Entry
    from workspace_assistant.core.reminders.ports import Notifier
    from workspace_assistant.core.text import Say
    from workspace_assistant.ui.feature_services import BreakServices

# Lines of other reminders lie between those of breaks and tips.
_MOST_LINES = 2000


@dataclass(slots=True)
class WindowBreaks:
    """`services` is what the window works with; `ring` lets the watch look at once.

    Attributes:
        on_call: gets each answer to whether a call goes on.
    """

    data_dir: Path
    on_call: OnCall
    _watch: BreakWatch | None = field(default=None, init=False)

    def services(self, say: Say, /) -> BreakServices:
        from workspace_assistant.bootstrap.breaks import break_service
        from workspace_assistant.bootstrap.present_zone import present_zone
        from workspace_assistant.bootstrap.tips import tip_service
        from workspace_assistant.ui.feature_services import BreakServices

        breaks = break_service(self.data_dir)
        return BreakServices(
            watch=self.watch,
            answer=self.answer,
            ring=self.ring,
            now=breaks.now,
            zone=present_zone,
            settings=breaks.settings,
            change_settings=breaks.change_settings,
            quiet=breaks.quiet,
            reading=breaks.reading,
            records=breaks.records,
            why_log=self._why_log(),
            tips=tip_service(self.data_dir, say),
        )

    def watch(self, notifier: Notifier, say: Say, ctx: JobContext, /) -> None:
        from workspace_assistant.bootstrap.break_watch import BreakWatch

        self._watch = BreakWatch(self.data_dir, self.on_call)
        self._watch.run(notifier, say, ctx)

    def answer(self, act: Act, /) -> None:
        if self._watch is not None:
            self._watch.act(act)

    def ring(self) -> None:
        """Something changed that the watch goes by. From any thread."""
        if self._watch is not None:
            self._watch.ring()

    def _why_log(self) -> Callable[[int], tuple[Entry, ...]]:
        from workspace_assistant.adapters.sqlite.database import Database
        from workspace_assistant.adapters.sqlite.why_log import SqliteWhyLog
        from workspace_assistant.bootstrap.data_file import DATABASE_NAME
        from workspace_assistant.core.reminders.model import ReminderKind

        kinds = {
            ReminderKind.BREAK,
            ReminderKind.TIP,
            ReminderKind.CHECK_IN,
            ReminderKind.SELF_CHECK,
        }
        log = SqliteWhyLog(Database(self.data_dir / DATABASE_NAME))

        def recent(limit: int) -> tuple[Entry, ...]:
            entries = (entry for entry in log.recent(_MOST_LINES) if entry.kind in kinds)
            return tuple(entry for entry, _ in zip(entries, range(limit), strict=False))

        return recent
