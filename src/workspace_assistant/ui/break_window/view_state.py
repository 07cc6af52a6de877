"""What the break window shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.breaks.model import (
    BreakKind,
    BreakStanding,
    OpenBreak,
    Settings,
    Stage,
)
from workspace_assistant.ui.break_window import texts
from workspace_assistant.ui.break_window.suggestions import suggestion
from workspace_assistant.ui.wording.durations import digits, spelled
from workspace_assistant.ui.wording.wording import Wording

_MINUTE_S = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressState:
    """Attributes: `left` is the time that is left; empty for none."""

    fraction: float
    left: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WindowState:
    """A break that is offered or runs.

    Attributes:
        record_id: which break it is.
        drawing: its file among the resources; empty for none.
        begin, postpone, skip, back: what the buttons say; empty for a button that is not there.
        spoken: all of it for those who listen.
    """

    record_id: str
    stage: Stage
    headline: str
    sentence: str
    drawing: str
    title: str
    text: str
    note: str
    progress: ProgressState | None
    begin: str
    postpone: str
    skip: str
    back: str

    @property
    def spoken(self) -> str:
        told = (self.headline, self.sentence, self.title, self.text)
        return " ".join(_ended(one) for one in told if one)


def window_state(
    standing: BreakStanding, settings: Settings, turn: int, wording: Wording
) -> WindowState | None:
    """None where nothing is offered and none runs; *turn* counts the breaks that were shown."""
    shown = standing.open
    if shown is None or shown.stage is Stage.HELD:
        return None
    kind, say = shown.record.kind, wording.say
    chosen = suggestion(kind, turn)
    is_offered = shown.stage is Stage.OFFERED
    postponed = spelled(settings.postpone_s, wording)
    may_postpone, may_skip = shown.may_postpone, shown.may_skip
    return WindowState(
        record_id=shown.record.id,
        stage=shown.stage,
        headline=_headline(shown, wording),
        sentence=_sentence(standing, shown, wording),
        drawing=chosen.drawing if chosen else "",
        title=say(chosen.title) if chosen else "",
        text=say(chosen.text) if chosen else "",
        note=say(texts.NO_PAIN) if chosen and chosen.is_stretch else "",
        progress=_progress(shown, wording),
        begin=say(_begin(kind)) if is_offered else "",
        postpone=say(texts.POSTPONE, length=postponed) if is_offered and may_postpone else "",
        skip=say(texts.SKIP) if is_offered and may_skip else "",
        back="" if is_offered else say(texts.BACK),
    )


def _headline(shown: OpenBreak, wording: Wording) -> str:
    record = shown.record
    if shown.stage is Stage.OFFERED:
        return wording.say(texts.DUE[record.kind], length=spelled(record.length_s, wording))
    if record.kind is BreakKind.DAILY_LIMIT:
        return wording.say(texts.STOPPED)
    is_over = shown.elapsed_s >= record.length_s
    return wording.say(texts.OVER if is_over else texts.RUNNING)


def _sentence(standing: BreakStanding, shown: OpenBreak, wording: Wording) -> str:
    if shown.record.kind is BreakKind.DAILY_LIMIT:
        return wording.say(texts.WORKED_TODAY, worked=spelled(standing.day_s, wording))
    if shown.stage is Stage.RUNNING:
        is_over = shown.elapsed_s >= shown.record.length_s
        return wording.say(texts.OVER_MORE) if is_over else ""
    if shown.record.postponed_count:
        return wording.say(texts.AGAIN)
    if standing.worked_s < _MINUTE_S:
        return ""
    return wording.say(texts.WORKED, worked=spelled(standing.worked_s, wording))


def _progress(shown: OpenBreak, wording: Wording) -> ProgressState | None:
    length_s = shown.record.length_s
    if shown.stage is not Stage.RUNNING or not length_s:
        return None
    left_s = max(0.0, length_s - shown.elapsed_s)
    return ProgressState(
        fraction=min(1.0, shown.elapsed_s / length_s),
        left=wording.say(texts.LEFT, digits=digits(left_s)) if left_s else "",
    )


def _begin(kind: BreakKind) -> str:
    return texts.STOP if kind is BreakKind.DAILY_LIMIT else texts.BEGIN


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith(".") else f"{sentence}."
