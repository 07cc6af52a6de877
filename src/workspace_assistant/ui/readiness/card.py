"""What one card shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.ui.readiness import path_texts
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class MeterState:
    """A level in dBFS with the band to be in; a live meter swings, another stands still."""

    rms_dbfs: float
    peak_dbfs: float
    target: tuple[float, float] | None
    is_live: bool
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveState:
    """Points of time in seconds and rate in Mbit/s (or delay in ms, None while packets were lost).

    `limit` is what the job requires, where it is one line to draw; `marks` are the points of time
    at which packets were lost.
    """

    points: tuple[tuple[float, float | None], ...]
    limit: float | None
    text: str
    marks: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class CardState:
    """One card; `mark` says in a word that the job does not depend on this check.

    `offer` is what its second link does, empty when it has none.
    """

    id: str
    title: str
    look: Look
    number: str
    unit: str = ""
    detail: str = ""
    mark: str = ""
    meter: MeterState | None = None
    curve: CurveState | None = None
    can_explain: bool = False
    offer: str = ""


def optional_mark(wording: Wording, *, is_required: bool) -> str:
    return "" if is_required else wording.say(path_texts.OPTIONAL)
