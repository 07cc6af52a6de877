"""When the microphone was last found ready outside of a whole check, which keeps no report."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.core.readiness.model import Verdict

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.jobs import JobContext
    from workspace_assistant.core.readiness.microphone.take import Take
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile

    MakeTake = Callable[[WorkplaceProfile, str, JobContext], Take]

log = logging.getLogger(__name__)

_NAME = "microphone.good_at"


def noting_good_ones(data_dir: Path, take: MakeTake) -> MakeTake:
    """*take*, which also keeps the instant of one that is ready: nobody is asked for it again."""

    def noted(profile: WorkplaceProfile, microphone: str, ctx: JobContext) -> Take:
        made = take(profile, microphone, ctx)
        if made.verdict is Verdict.READY:
            _note(data_dir)
        return made

    return noted


def last_good_take_at(data_dir: Path) -> datetime | None:
    kept = ChoicesFile(data_dir).recall(_NAME)
    try:
        at = datetime.fromisoformat(kept)
    except ValueError:
        return None
    return at if at.tzinfo is not None else None


def _note(data_dir: Path) -> None:
    try:
        ChoicesFile(data_dir).remember(_NAME, datetime.now(UTC).isoformat())
    except OSError as error:  # the take itself counts
        log.warning("a good take of the microphone was not noted: %s", error)
