"""The watch over the line as the window has it: nothing is opened before it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.line_watch.shift_watch import ShiftWatch
    from workspace_assistant.core.line_watch.wording import Words
    from workspace_assistant.core.reminders.ports import Notifier
    from workspace_assistant.ui.feature_services import LineServices


@dataclass(slots=True)
class WindowLine:
    """`services` is what the window works with; `ring` lets the watch look at once."""

    data_dir: Path
    _made: ShiftWatch | None = None

    def services(self) -> LineServices:
        from workspace_assistant.adapters.files.preshift_choices import PreshiftChoices
        from workspace_assistant.adapters.sqlite.database import Database
        from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
        from workspace_assistant.bootstrap.data_file import DATABASE_NAME
        from workspace_assistant.core.line_watch.day import LineDay, line_day
        from workspace_assistant.core.spans import Span
        from workspace_assistant.ui.feature_services import LineServices

        store = SqliteLineStore(Database(self.data_dir / DATABASE_NAME))
        choices = PreshiftChoices(self.data_dir)

        def day(span: Span) -> LineDay:
            return line_day(store.events(span), store.minutes(span), is_on=choices.watches_line())

        def turn(is_on: bool) -> None:  # noqa: FBT001 - a choice is its only argument
            choices.watch_line(on=is_on)
            self.ring()

        return LineServices(day=day, turn=turn, watch=self.watch)

    def watch(
        self,
        notifier: Notifier,
        words: Words,
        on_action: Callable[[str], None],
        ctx: JobContext,
        /,
    ) -> None:
        from workspace_assistant.bootstrap.shift_watch import window_shift_watch

        self._made = window_shift_watch(self.data_dir, notifier, words, on_action)
        self._made.attend(ctx)

    def ring(self) -> None:
        """Something changed that the watch goes by. From any thread."""
        if self._made is not None:
            self._made.ring()
