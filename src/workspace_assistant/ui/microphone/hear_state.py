"""Hear yourself: how the recording may be played, and what was done to it."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.readiness.microphone.as_heard import CallKind
from workspace_assistant.core.readiness.microphone.take import Heard
from workspace_assistant.core.readiness.units import format_value
from workspace_assistant.ui.microphone import texts
from workspace_assistant.ui.microphone.situation import Activity, Situation
from workspace_assistant.ui.wording.wording import Wording

_WAYS: tuple[tuple[CallKind | None, str], ...] = (
    (None, texts.AS_RECORDED),
    (CallKind.G711, texts.AS_PHONE),
    (CallKind.WIDEBAND, texts.AS_INTERNET),
)
_HEARD = {
    None: texts.HEARD_AS_RECORDED,
    CallKind.G711: texts.HEARD_PHONE,
    CallKind.WIDEBAND: texts.HEARD_INTERNET,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class HearWay:
    """One button; while it plays it stops."""

    kind: CallKind | None
    text: str
    name: str
    is_enabled: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class HearState:
    """`sentence` says what was done to what was heard, or what to do first."""

    ways: tuple[HearWay, ...]
    sentence: str
    trouble: str
    can_save: bool


def hear_state(now: Situation, wording: Wording) -> HearState | None:
    """None while there is nothing to hear."""
    if now.take is None or now.take.recording is None:
        return None
    return HearState(
        ways=tuple(_way(kind, text, now, wording) for kind, text in _WAYS),
        sentence=_heard(now.heard, wording) if now.heard else wording.say(texts.HEAR_HINT),
        trouble=wording.say(now.hear_trouble) if now.hear_trouble else "",
        can_save=now.activity is None,
    )


def _way(kind: CallKind | None, text: str, now: Situation, wording: Wording) -> HearWay:
    name = wording.say(text)
    is_playing = now.activity is Activity.HEAR and now.hearing is kind
    return HearWay(
        kind=kind,
        text=wording.say(texts.STOP) if is_playing else name,
        name=f"{wording.say(texts.STOP)}: {name}" if is_playing else name,
        is_enabled=(is_playing and not now.is_stopping) or now.can_act,
    )


def _heard(heard: Heard, wording: Wording) -> str:
    said = wording.say(_HEARD[heard.kind])
    return said if heard.kind is None else f"{said} {_losses(heard.loss_fraction, wording)}"


def _losses(fraction: float | None, wording: Wording) -> str:
    if fraction is None:
        return wording.say(texts.HEARD_UNKNOWN_LOSS)
    if fraction == 0:
        return wording.say(texts.HEARD_NO_LOSS)
    return wording.say(texts.HEARD_LOSS, share=format_value(fraction, "fraction"))
