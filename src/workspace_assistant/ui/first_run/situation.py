"""Everything that the first steps show, as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from workspace_assistant.core.first_run.steps import Step

if TYPE_CHECKING:  # the window paints first
    from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
    from workspace_assistant.ui.readiness.situation import ProfileTrouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What is known.

    Attributes:
        path: where everything is kept; empty until it was read, as all that follows is.
        language: the code of the language that is spoken.
        is_language_fixed, is_profile_fixed: the organization set it.
        profile: what the workplace is measured by.
        is_profile_own: it is none that comes with the program.
        microphone: the chosen one's name; empty for the system's own.
        is_heard: something was recorded in these steps.
        has_shifts: some source of shifts is known.
        is_keeping: the hours of the week are being written down.
        refusal: why they were not.
    """

    step: Step = Step.WELCOME
    path: str = ""
    language: str = "en"
    is_language_fixed: bool = False
    is_profile_fixed: bool = False
    profile: WorkplaceProfile | None = None
    is_profile_own: bool = False
    trouble: ProfileTrouble | None = None
    microphone: str = ""
    is_heard: bool = False
    has_shifts: bool = False
    is_keeping: bool = False
    refusal: str = ""
