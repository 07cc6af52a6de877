"""What weeks are held against: whose law, own targets, goals, and the way to work."""

from __future__ import annotations

from workspace_assistant.core.balance import definitions
from workspace_assistant.core.balance import settings as week
from workspace_assistant.core.balance.model import Unit as IndicatorUnit
from workspace_assistant.core.balance.own_targets import CHOOSABLE
from workspace_assistant.core.balance.settings_limits import (
    HIGHEST_FARE,
    LONGEST_GOAL_S,
    LONGEST_WAY_KM,
    LONGEST_WAY_S,
    MOST_BREAKS,
    SHORTEST_GOAL_S,
    SHORTEST_WAY_S,
)
from workspace_assistant.core.balance.settings_model import AS_DELIVERED, GoalKind, WeekStart
from workspace_assistant.core.balance.targets import Region
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.settings.model import Choice, Kind, Section, Setting, Unit
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NOTHING = "none"

_UNITS = {
    IndicatorUnit.SECOND: Unit.SECOND,
    IndicatorUnit.COUNT: Unit.NONE,
    IndicatorUnit.FRACTION: Unit.FRACTION,
    IndicatorUnit.PER_HOUR: Unit.PER_HOUR,
    IndicatorUnit.OF_FIVE: Unit.OF_FIVE,
}
_NAMES = {
    one.id: one.name
    for one in vars(definitions).values()
    if isinstance(one, definitions.Definition)
}
_TARGET = QT_TRANSLATE_NOOP("settings", "Own target: {name}")
_AT_LEAST = QT_TRANSLATE_NOOP("settings", "Each week is held against it: so much or more.")
_AT_MOST = QT_TRANSLATE_NOOP("settings", "Each week is held against it: so much or less.")
_TARGET_WORDS = QT_TRANSLATE_NOOP("settings", "target limit week indicator")
_BY_LAW = QT_TRANSLATE_NOOP("settings", "As the law that was chosen says")
_AGAINST_NOTHING = QT_TRANSLATE_NOOP("settings", "No target")
_NO_GOAL = QT_TRANSLATE_NOOP("settings", "No goal")
_NOT_TOLD = QT_TRANSLATE_NOOP("settings", "Not told")
_GOAL_WORDS = QT_TRANSLATE_NOOP("settings", "goal week aim")
_WAY_WORDS = QT_TRANSLATE_NOOP("settings", "commute way to work travel saved")
_WAY_WHY = QT_TRANSLATE_NOOP(
    "settings", "The week tells what days at home saved of the way to work."
)
_SMALLEST_KM, _SMALLEST_FARE = 0.1, 0.01


def _target(name: str) -> Setting:
    choosable = CHOOSABLE[name]
    is_length = choosable.unit is IndicatorUnit.SECOND
    return Setting(
        key=f"{week.TARGET}{name}",
        kind=Kind.LENGTH if is_length else Kind.NUMBER,
        section=Section.WEEK,
        title=Phrase(_TARGET, name=Phrase(_NAMES[name])),
        explanation=_AT_LEAST if choosable.is_least else _AT_MOST,
        words=_TARGET_WORDS,
        low=choosable.lowest,
        high=choosable.highest,
        is_whole=choosable.unit is IndicatorUnit.COUNT,
        unit=_UNITS[choosable.unit],
        choices=(Choice(NOTHING, _AGAINST_NOTHING),),
        unset=_BY_LAW,
    )


def _goal_length(kind: GoalKind, title: str, explanation: str) -> Setting:
    return Setting(
        key=f"{week.GOAL}{kind}",
        kind=Kind.LENGTH,
        section=Section.WEEK,
        title=title,
        explanation=explanation,
        words=_GOAL_WORDS,
        low=SHORTEST_GOAL_S,
        high=LONGEST_GOAL_S,
        unit=Unit.SECOND,
        unset=_NO_GOAL,
    )


WEEK_SETTINGS = (
    Setting(
        key=week.START,
        kind=Kind.CHOICE,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "A week begins on"),
        explanation=QT_TRANSLATE_NOOP("settings", "Weeks are counted and told from that day on."),
        default=AS_DELIVERED.week_start.value,
        words=QT_TRANSLATE_NOOP("settings", "first day start"),
        choices=(
            Choice(WeekStart.MONDAY.value, QT_TRANSLATE_NOOP("settings", "Monday")),
            Choice(WeekStart.SUNDAY.value, QT_TRANSLATE_NOOP("settings", "Sunday")),
        ),
    ),
    Setting(
        key=week.REGION,
        kind=Kind.CHOICE,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "Targets follow the law of"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "No legal advice: contracts and exceptions are not known here."
        ),
        default=AS_DELIVERED.region.value,
        words=QT_TRANSLATE_NOOP("settings", "region country working time rest"),
        choices=(
            Choice(Region.EU.value, QT_TRANSLATE_NOOP("settings", "EU")),
            Choice(Region.GERMANY.value, QT_TRANSLATE_NOOP("settings", "Germany")),
            Choice(Region.UNITED_KINGDOM.value, QT_TRANSLATE_NOOP("settings", "United Kingdom")),
            Choice(Region.UNITED_STATES.value, QT_TRANSLATE_NOOP("settings", "United States")),
            Choice(Region.OWN.value, QT_TRANSLATE_NOOP("settings", "None, only my own")),
        ),
    ),
    Setting(
        key=week.HEADLINE,
        kind=Kind.SWITCH,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "Tell me how the week was"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "One notification with its headline when the last shift of a week ends."
        ),
        default="off",
        words=QT_TRANSLATE_NOOP("settings", "headline notification summary"),
    ),
    Setting(
        key=week.ADHERENCE,
        kind=Kind.SWITCH,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "Show adherence and conformance"),
        explanation=QT_TRANSLATE_NOOP(
            "settings", "How close your days came to their plan. Nobody but you sees it."
        ),
        default="off",
        words=QT_TRANSLATE_NOOP("settings", "schedule plan"),
    ),
    _goal_length(
        GoalKind.FOCUS,
        QT_TRANSLATE_NOOP("settings", "Goal: focus"),
        QT_TRANSLATE_NOOP("settings", "Time in focus blocks to reach in a week."),
    ),
    Setting(
        key=f"{week.GOAL}{GoalKind.BREAKS}",
        kind=Kind.NUMBER,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "Goal: breaks"),
        explanation=QT_TRANSLATE_NOOP("settings", "So many breaks had in a week."),
        words=_GOAL_WORDS,
        low=1,
        high=MOST_BREAKS,
        is_whole=True,
        unit=Unit.TIMES,
        unset=_NO_GOAL,
    ),
    _goal_length(
        GoalKind.LEARNING,
        QT_TRANSLATE_NOOP("settings", "Goal: learning"),
        QT_TRANSLATE_NOOP("settings", "Time of learning to reach in a week."),
    ),
    Setting(
        key=f"{week.GOAL}{GoalKind.END_OF_DAY}",
        kind=Kind.TIME,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "Goal: end of the day"),
        explanation=QT_TRANSLATE_NOOP("settings", "Every day's work has ended by that time."),
        words=_GOAL_WORDS,
        unset=_NO_GOAL,
    ),
    Setting(
        key=week.ONE_WAY_S,
        kind=Kind.LENGTH,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "One way to work takes"),
        explanation=_WAY_WHY,
        words=_WAY_WORDS,
        low=SHORTEST_WAY_S,
        high=LONGEST_WAY_S,
        unit=Unit.SECOND,
        unset=_NOT_TOLD,
    ),
    Setting(
        key=week.ONE_WAY_KM,
        kind=Kind.NUMBER,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "One way to work, in km"),
        explanation=_WAY_WHY,
        words=_WAY_WORDS,
        low=_SMALLEST_KM,
        high=LONGEST_WAY_KM,
        unit=Unit.KILOMETER,
        unset=_NOT_TOLD,
    ),
    Setting(
        key=week.CURRENCY,
        kind=Kind.TEXT,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "Currency of the fare"),
        explanation=QT_TRANSLATE_NOOP("settings", "In three letters, such as EUR."),
        words=_WAY_WORDS,
        unset=_NOT_TOLD,
    ),
    Setting(
        key=week.DAY_FARE,
        kind=Kind.NUMBER,
        section=Section.WEEK,
        title=QT_TRANSLATE_NOOP("settings", "Fare of a day, both ways"),
        explanation=QT_TRANSLATE_NOOP("settings", "It counts once its currency is told as well."),
        words=_WAY_WORDS,
        low=_SMALLEST_FARE,
        high=HIGHEST_FARE,
        unset=_NOT_TOLD,
    ),
    *(_target(name) for name in CHOOSABLE),
)
