"""Settings of the check before a shift, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from workspace_assistant.core.joining import joined
from workspace_assistant.core.preshift import texts
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.shifts.model import Place
from workspace_assistant.core.shifts.texts import PLACES
from workspace_assistant.core.text import Say, in_english


def settings_sentences(settings: PreshiftSettings, say: Say = in_english) -> Iterator[str]:
    if not settings.first_s:
        yield say(texts.NEVER_RUNS)
        return
    yield say(texts.RUNS_BEFORE, minutes=f"{settings.first_s / 60:g}")
    if settings.second_s:
        yield say(texts.RUNS_AGAIN, minutes=f"{settings.second_s / 60:g}")
    else:
        yield say(texts.RUNS_ONCE)
    places = joined((say(PLACES[Place(one)]) for one in settings.places), say)
    yield say(texts.RUNS_AT, places=places)
    if settings.microphone_after_days:
        yield say(texts.ASKS_AFTER, days=str(settings.microphone_after_days))
    else:
        yield say(texts.NEVER_ASKS)
