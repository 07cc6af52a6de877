"""The watch over the line, put together for the command line and the window."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from workspace_assistant.adapters.files.preshift_choices import PreshiftChoices
from workspace_assistant.adapters.files.profile_file import active_profile_path, read_profile
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.line_store import SqliteLineStore
from workspace_assistant.bootstrap.data_file import DATABASE_NAME
from workspace_assistant.bootstrap.keeping_choices import keeping_choice
from workspace_assistant.bootstrap.present_zone import present_zone
from workspace_assistant.cli.watch_services import WatchTools
from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.line_watch import texts
from workspace_assistant.core.line_watch.limits import limits_of, target_of
from workspace_assistant.core.line_watch.model import LineEvent
from workspace_assistant.core.line_watch.ports import LineStore, WatchTarget, WatchTroubleError
from workspace_assistant.core.line_watch.watch import LineWatch
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_STOPPED = QT_TRANSLATE_NOOP("line-watch", "{reason} {start_again}")


def watch_tools(data_dir: Path) -> WatchTools:
    store = SqliteLineStore(Database(data_dir / DATABASE_NAME))
    choices = PreshiftChoices(data_dir)

    def profile(path: Path | None) -> WorkplaceProfile:
        return read_profile(path or active_profile_path(data_dir))

    def watch(path: Path | None, on_event: Callable[[LineEvent], None], ctx: JobContext) -> None:
        try:
            watch_line(store, profile(path), on_event, ctx)
        except WatchTroubleError as error:
            again = Phrase(texts.START_AGAIN)
            raise UserInputError(_STOPPED, reason=error.phrase, start_again=again) from error

    def target(path: Path | None) -> WatchTarget:
        return target_of(profile(path))

    def turn(is_on: bool) -> None:  # noqa: FBT001 - a choice is its only argument
        with keeping_choice(data_dir):
            choices.watch_line(on=is_on)

    return WatchTools(
        watch=watch,
        target=target,
        events=store.events,
        minutes=store.minutes,
        is_on=choices.watches_line,
        turn=turn,
        zone=present_zone,
        now=lambda: datetime.now(UTC),
    )


def watch_line(
    store: LineStore,
    profile: WorkplaceProfile,
    on_event: Callable[[LineEvent], None],
    ctx: JobContext,
) -> None:
    """Watch until cancelled, by what *profile* names. Raises `WatchTroubleError`."""
    from workspace_assistant.adapters.network.line_watch.sensor import ProcessLineSensor

    watch = LineWatch(
        sensor=ProcessLineSensor(),
        store=store,
        limits=limits_of(profile),
        new_id=lambda: uuid4().hex,
        on_event=on_event,
    )
    watch.run(target_of(profile), ctx)
