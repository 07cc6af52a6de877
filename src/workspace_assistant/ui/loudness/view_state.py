"""What the panel of loudness shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.facts.model import Fact
from workspace_assistant.core.loudness.texts import PRIVATE, WHY_NOT
from workspace_assistant.ui.loudness import texts
from workspace_assistant.ui.loudness.situation import Seen, Situation
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelState:
    """Attributes: `trend` says what was found, `remarks` how it comes about, one a line."""

    is_on: bool
    trend: str
    remarks: tuple[str, ...]
    trouble: str = ""


def panel_state(now: Situation, wording: Wording) -> PanelState | None:
    """None before anything is known."""
    if now.seen is None:
        if not now.trouble:
            return None
        return PanelState(is_on=False, trend="", remarks=(), trouble=now.trouble)
    return PanelState(
        is_on=now.seen.is_on,
        trend=_trend(now.seen, wording),
        remarks=tuple(_remarks(now, now.seen, wording)),
        trouble=now.trouble,
    )


def _trend(seen: Seen, wording: Wording) -> str:
    """Why there is none concerns those alone who measure."""
    if not (seen.is_on or isinstance(seen.trend, Fact)):
        return ""
    return wording.say(seen.trend.sentence, **seen.trend.parts)


def _remarks(now: Situation, seen: Seen, wording: Wording) -> list[str]:
    if not seen.is_on:
        return [wording.say(texts.INTRO), wording.say(PRIVATE)]
    told = []
    if seen.obstacle:
        told.append(wording.say(seen.obstacle))
    elif now.why is not None:
        told.append(wording.say(texts.LAST, reason=wording.say(WHY_NOT[now.why])))
    return [*told, wording.say(texts.LIMITS), wording.say(PRIVATE)]
