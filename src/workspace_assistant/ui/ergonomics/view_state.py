"""What the self-check's part of a page shows, in plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.ui.ergonomics.overview_state import OverviewState, overview_state
from workspace_assistant.ui.ergonomics.result_state import ResultState, result_state
from workspace_assistant.ui.ergonomics.situation import Showing, Situation
from workspace_assistant.ui.ergonomics.step_state import StepState, step_state
from workspace_assistant.ui.wording.wording import Wording


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelState:
    """One of the three at most; none where nothing is known yet, or can be.

    Attributes:
        trouble: why nothing can be read.
    """

    overview: OverviewState | None = None
    step: StepState | None = None
    result: ResultState | None = None
    trouble: str = ""

    @property
    def takes_over(self) -> bool:
        """Whether it is best alone on its page: a self-check under way, or its result."""
        return self.step is not None or self.result is not None


def panel_state(now: Situation, wording: Wording) -> PanelState:
    if now.showing is Showing.STEPS:
        return PanelState(step=step_state(now, wording))
    if now.showing is Showing.RESULT:
        return PanelState(result=result_state(now, wording))
    if now.trouble:
        return PanelState(trouble=now.trouble)
    if now.seen is None:
        return PanelState()
    return PanelState(overview=overview_state(now, wording))


def news(before: PanelState, now: PanelState) -> str:
    """What those who listen are told: the step that came, or the result."""
    if now.step is not None:
        was = before.step.number if before.step else 0
        return f"{now.step.progress}. {now.step.prompt}" if now.step.number != was else ""
    if now.result is not None and before.result is None:
        return now.result.headline
    return now.trouble if now.trouble != before.trouble else ""
