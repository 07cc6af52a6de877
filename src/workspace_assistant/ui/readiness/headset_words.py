"""The headset's card: how it is connected, through what callers are heard, what was left out."""

from __future__ import annotations

from workspace_assistant.core.readiness.model import CheckResult
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.readiness.measured import Headline, by_id, lines, text_of
from workspace_assistant.ui.wording.wording import Wording

_CONNECTION, _LEAK = "headset.connection", "headset.leak"
_NOT_ASKED = "not-asked"


def headset_headline(check: CheckResult, wording: Wording) -> Headline | None:
    """None where the system tells nothing of the headset."""
    if not check.measurements:
        return None
    measured = by_id(check.measurements)
    first = check.measurements[0].conditions
    connection = text_of(measured, _CONNECTION)
    known = texts.CONNECTIONS.get(connection, "")
    playback = str(first.get("playback", ""))
    leak = text_of(measured, _LEAK)
    return Headline(
        wording.say(known or texts.HEADSET_FOUND),
        "",
        lines(
            str(first.get("device", "")),
            wording.say(texts.HEAR_THROUGH, name=playback) if playback else "",
            wording.say(texts.LEAK, level=leak) if leak else "",
            wording.say(texts.NOT_PLAYED) if was_not_played(check) else "",
        ),
    )


def headset_offer(check: CheckResult, wording: Wording) -> str:
    """What the card offers: the page that plays, as a check makes no sound of its own accord."""
    if check.id == "headset" and was_not_played(check):
        return wording.say(texts.TRY_HEADSET)
    return ""


def was_not_played(check: CheckResult) -> bool:
    return any(gap.id == _LEAK and gap.reason == _NOT_ASKED for gap in check.not_measured)
