"""The limits of the profile, which are shown and never changed here. Plain Python."""

from __future__ import annotations

from workspace_assistant.core.phrases import Phrase, spoken
from workspace_assistant.core.readiness.limit_words import further_words, goal_words
from workspace_assistant.core.readiness.limits_of import limits_of
from workspace_assistant.core.readiness.model import AppliedLimit
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.ui.settings import texts
from workspace_assistant.ui.settings.row_state import RowState
from workspace_assistant.ui.settings.situation import Seen
from workspace_assistant.ui.wording.names import measurement_label
from workspace_assistant.ui.wording.wording import Wording


def limits_intro(seen: Seen, wording: Wording) -> str:
    """Whose they are, and why they are locked."""
    name = wording.say(seen.profile.name) if seen.profile else ""
    if not seen.profile_place:
        return wording.say(texts.LIMITS_OWN, name=name)
    return wording.say(texts.LIMITS_OF_PROFILE, name=name, place=seen.profile_place)


def limit_rows(profile: WorkplaceProfile, wording: Wording) -> tuple[RowState, ...]:
    return tuple(
        RowState(
            key=limit.measurement,
            title=measurement_label(limit.measurement, wording),
            words=wording.say(texts.LIMIT_WORDS),
            shown=_bounds(limit, wording),
            is_seldom=True,
        )
        for limit in limits_of(profile)
    )


def _bounds(limit: AppliedLimit, wording: Wording) -> str:
    """What is good, and up to where it is a caution."""
    good = spoken(wording.say, goal_words(limit, Phrase))
    caution = further_words(limit)[:1] if limit.caution != limit.ready else ()
    if not caution:
        return good
    return wording.say(texts.LIMIT, good=good, caution=spoken(wording.say, caution[0]))
