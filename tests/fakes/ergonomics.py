"""Self-checks in memory, whole sheets to start from, and the commands on them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from types import MappingProxyType

from workspace_assistant.core.ergonomics.model import (
    Answers,
    Assessment,
    Band,
    Duration,
    Durations,
    Kind,
    Origin,
    Sheet,
    Timed,
    WorkplaceChange,
)
from workspace_assistant.core.ergonomics.questions import QUESTIONS
from workspace_assistant.core.ergonomics.service import ErgonomicsService
from workspace_assistant.core.ergonomics.workplaces import is_same

FIRST_DAY = datetime(2026, 11, 23, 9, tzinfo=UTC)


def timed(bands: Mapping[Timed, Band]) -> Durations:
    return {one: Duration(band=band, origin=Origin.SAID) for one, band in bands.items()}


# Every first option, no tick: the answers that are aimed at. A telephone that is near is as good as
# a headset, and more is asked of it.
GOOD_ANSWERS: Answers = MappingProxyType(
    {one.id: () if one.kind is Kind.TICKS else (one.options[0].id,) for one in QUESTIONS}
    | {"phone": ("near",)}
)
# What costs most: of a choice the last of those with most points, and every tick. Whoever has no
# armrests is asked nothing more of them, so that bad ones cost more.
BAD_ANSWERS: Answers = MappingProxyType(
    {
        one.id: tuple(option.id for option in one.options)
        if one.kind is Kind.TICKS
        else (max(reversed(one.options), key=lambda option: option.points).id,)
        for one in QUESTIONS
    }
    | {"armrests": ("off",)}
)
GOOD = Sheet(answers=GOOD_ANSWERS, durations=timed(dict.fromkeys(Timed, Band.MEDIUM)))
BAD = Sheet(answers=BAD_ANSWERS, durations=timed(dict.fromkeys(Timed, Band.LONG)))

# The worked example: chair 4, screen and telephone 4, mouse and keyboard 3, so 4 in all.
EXAMPLE = Sheet(
    answers={
        **GOOD_ANSWERS,
        "seat-height": ("low",),
        "seat-height-more": ("fixed",),
        "armrests": ("off",),
        "backrest": ("no-lumbar",),
        "monitor": ("low",),
        "monitor-more": ("glare", "no-holder"),
        "keyboard-wrists": ("bent",),
    },
    durations=timed({**dict.fromkeys(Timed, Band.LONG), Timed.PHONE: Band.MEDIUM}),
)


def with_answers(sheet: Sheet, answers: Answers) -> Sheet:
    return replace(sheet, answers={**sheet.answers, **answers})


def without(sheet: Sheet, *question_ids: str) -> Sheet:
    """With these questions open."""
    kept = {key: ids for key, ids in sheet.answers.items() if key not in question_ids}
    return replace(sheet, answers=kept)


class MemoryAssessments:
    """Implements the port `AssessmentStore`."""

    def __init__(self) -> None:
        self._assessments: list[Assessment] = []
        self._changes: list[WorkplaceChange] = []

    def add(self, assessment: Assessment) -> None:
        if all(one.id != assessment.id for one in self._assessments):
            self._assessments.insert(0, assessment)

    def assessments(self, workplace: str | None = None) -> tuple[Assessment, ...]:
        mine: Iterable[Assessment] = (
            one
            for one in self._assessments
            if workplace is None or is_same(one.workplace, workplace)
        )
        return tuple(sorted(mine, key=lambda one: one.done_at, reverse=True))

    def add_change(self, change: WorkplaceChange) -> None:
        self._changes.insert(0, change)

    def changes(self) -> tuple[WorkplaceChange, ...]:
        return tuple(sorted(self._changes, key=lambda one: one.at, reverse=True))


@dataclass
class ErgonomicsDesk:
    """A service in memory whose clock the test moves.

    Attributes:
        logged: what the logs say of how long things are used.
    """

    now: datetime = FIRST_DAY
    logged: Durations = field(default_factory=dict)
    store: MemoryAssessments = field(default_factory=MemoryAssessments)
    made: int = 0

    def service(self) -> ErgonomicsService:
        return ErgonomicsService(
            store=self.store,
            now=lambda: self.now,
            new_id=self._new_id,
            zone=lambda: "Europe/Madrid",
            logged=lambda _workplace: self.logged,
        )

    def wait(self, days: float) -> None:
        self.now += timedelta(days=days)

    def _new_id(self) -> str:
        self.made += 1
        return f"{self.made:032d}"
