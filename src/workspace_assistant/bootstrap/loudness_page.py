"""The loudness of calls as the window has it: nothing is opened before it is asked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.facts.model import Fact, Unknown
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.loudness.attending import LoudnessJob
    from workspace_assistant.ui.feature_services import LoudnessServices


@dataclass(slots=True)
class WindowLoudness:
    """`services` is what the window works with; `hear` takes what the call sensor says."""

    data_dir: Path
    _job: LoudnessJob | None = field(default=None, init=False)

    def services(self) -> LoudnessServices:
        from workspace_assistant.bootstrap.loudness import Loudness
        from workspace_assistant.ui.feature_services import LoudnessServices

        loudness = Loudness(self.data_dir)

        def trend() -> Fact | Unknown:
            from workspace_assistant.core.facts.loudness import loudness_fact
            from workspace_assistant.core.facts.windows import Windows

            sources = loudness.sources()
            return loudness_fact(sources, Windows(now=sources.now, zone=sources.zone))

        return LoudnessServices(
            watch=self.watch,
            is_on=loudness.is_on,
            turn=loudness.turn,
            obstacle=loudness.obstacle,
            trend=trend,
        )

    def watch(self, ctx: JobContext, /) -> None:
        """Raises `JobCancelledError` when it is cancelled. Its readings are `Taken`."""
        from workspace_assistant.adapters.sqlite.database import Database
        from workspace_assistant.bootstrap.data_file import DATABASE_NAME
        from workspace_assistant.bootstrap.loudness import loudness_job

        database = Database(self.data_dir / DATABASE_NAME)
        self._job = loudness_job(database, self.data_dir)
        try:
            self._job.run(ctx)
        finally:
            database.close()

    def hear(self, in_call: bool | None) -> None:  # noqa: FBT001 - an answer of the call sensor
        """From the thread that watches breaks, which is the one that asks."""
        if self._job is not None:
            self._job.hear(in_call)
