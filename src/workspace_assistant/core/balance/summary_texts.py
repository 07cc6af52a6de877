"""Every sentence that stands alone: the headline, what matters most, and what stands out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workspace_assistant.core.balance import texts
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

HEADLINE = QT_TRANSLATE_NOOP("week", "{met} of {count} targets met.")
HEADLINE_SO_FAR = QT_TRANSLATE_NOOP("week", "{met} of {count} targets met so far.")
NOTHING_KNOWN = QT_TRANSLATE_NOOP("week", "Too little is known to tell any target.")
NOTHING_YET = QT_TRANSLATE_NOOP("week", "No target can be told yet.")
OFF = QT_TRANSLATE_NOOP("week", "This week was off.")
OFF_NOW = QT_TRANSLATE_NOOP("week", "This week is off.")
ROLL_UP_ONE = QT_TRANSLATE_NOOP("week", "{met} of {count} targets met in one week.")
ROLL_UP_MANY = QT_TRANSLATE_NOOP("week", "{met} of {count} targets met in {whole} weeks together.")
ROLL_UP_MET_IN = QT_TRANSLATE_NOOP("week", "{name}: the target was met in {met} of {count} weeks.")
ROLL_UP_MET_NEVER = QT_TRANSLATE_NOOP(
    "week", "{name}: the target was met in none of {count} weeks."
)
ROLL_UP_ALL_MET = QT_TRANSLATE_NOOP("week", "Every target that can be told was met in every week.")
ROLL_UP_HOURS = QT_TRANSLATE_NOOP("week", "Half of the weeks had {length} of work or more.")

RESTS_BY_DAY = QT_TRANSLATE_NOOP(
    "week", "{met} of {count} rests were {target} or longer; {first} to {second} was {length}."
)
ONE_REST_BY_DAY = QT_TRANSLATE_NOOP(
    "week", "One of {count} rests was {target} or longer; {first} to {second} was {length}."
)
ALL_RESTS = QT_TRANSLATE_NOOP("week", "All {count} rests between days of work were long enough.")

# What is said beside the name of its indicator, as it is said alone; `target` is the target.
ALONE: Mapping[str, str] = MappingProxyType(
    {
        texts.QUICK: QT_TRANSLATE_NOOP(
            "week", "{count} of {whole} rests were shorter than {target}."
        ),
        texts.HOURS: QT_TRANSLATE_NOOP(
            "week", "You were at work for {length}; your target is {target} at most."
        ),
        texts.AVERAGE: QT_TRANSLATE_NOOP(
            "week", "An average week had {length} of work; the target is {target} at most."
        ),
        texts.STRETCH: QT_TRANSLATE_NOOP(
            "week",
            "You worked for {length} in one stretch: {span}. The target is {target} at most.",
        ),
        texts.DAYS: QT_TRANSLATE_NOOP("week", "{count} days of work in a row, up to {day}."),
        texts.NIGHTS: QT_TRANSLATE_NOOP("week", "{count} nights of work in a row, up to {day}."),
        texts.SCREEN: QT_TRANSLATE_NOOP(
            "week", "You were at the screen for {length} without five minutes away: {span}."
        ),
        texts.BREAKS: QT_TRANSLATE_NOOP(
            "week",
            "You had {met} of {count} breaks that came due; calls made {blocked} impossible.",
        ),
        texts.BREAKS_UNBLOCKED: QT_TRANSLATE_NOOP(
            "week", "You had {met} of {count} breaks that came due."
        ),
        texts.OVERTIME: QT_TRANSLATE_NOOP(
            "week", "You worked {length} more than planned; the target is {target} at most."
        ),
        texts.AFTER_HOURS: QT_TRANSLATE_NOOP(
            "week", "{length} of blocks lay outside of shifts; the target is {target} at most."
        ),
        texts.QUIET: QT_TRANSLATE_NOOP(
            "week", "{count} of {whole} days were without work outside of shifts."
        ),
        texts.QUIET_AT_MOST: QT_TRANSLATE_NOOP(
            "week", "At most {count} of {whole} days will be without work outside of shifts."
        ),
        texts.FOCUS: QT_TRANSLATE_NOOP(
            "week", "Completed blocks had {length}; your target is {target}."
        ),
        texts.COMPLETED: QT_TRANSLATE_NOOP(
            "week", "{met} of {count} blocks with a planned length were completed."
        ),
        texts.INTERRUPTIONS: QT_TRANSLATE_NOOP(
            "week", "{count} interruptions in {length} of blocks."
        ),
        texts.LEARNING: QT_TRANSLATE_NOOP(
            "week", "You learned for {length}; your target is {target}."
        ),
        texts.SWITCH_OFF: QT_TRANSLATE_NOOP(
            "week", "Switching off: half of {whole} check-ins say {count} of 5 or more."
        ),
    }
)

# By the id of the indicator; lengths in `length` and `usual_length`, else `value` and `usual`.
CHANGED: Mapping[str, str] = MappingProxyType(
    {
        "shortest-daily-rest": QT_TRANSLATE_NOOP(
            "week", "The shortest rest between days of work was {length}; usually {usual_length}."
        ),
        "longest-weekly-rest": QT_TRANSLATE_NOOP(
            "week", "The longest time without work was {length}; usually {usual_length}."
        ),
        "hours": QT_TRANSLATE_NOOP(
            "week", "You were at work for {length}; usually {usual_length}."
        ),
        "longest-working-stretch": QT_TRANSLATE_NOOP(
            "week", "The longest stretch of work was {length}; usually {usual_length}."
        ),
        "longest-screen-stretch": QT_TRANSLATE_NOOP(
            "week",
            "The longest time at the screen without five minutes away was {length}; "
            "usually {usual_length}.",
        ),
        "breaks-had": QT_TRANSLATE_NOOP(
            "week", "You had {value} % of the breaks that came due; usually {usual} %."
        ),
        "after-hours": QT_TRANSLATE_NOOP(
            "week", "{length} of blocks lay outside of shifts; usually {usual_length}."
        ),
        "focus-time": QT_TRANSLATE_NOOP(
            "week", "Completed blocks had {length}; usually {usual_length}."
        ),
        "completed-blocks": QT_TRANSLATE_NOOP(
            "week", "{value} % of the planned blocks were completed; usually {usual} %."
        ),
        "uninterrupted-stretch": QT_TRANSLATE_NOOP(
            "week",
            "Half of the stretches without an interruption were {length} or longer; "
            "usually {usual_length}.",
        ),
        "interruptions-per-hour": QT_TRANSLATE_NOOP(
            "week", "An hour of blocks had {value} interruptions; usually {usual}."
        ),
        "learning": QT_TRANSLATE_NOOP("week", "You learned for {length}; usually {usual_length}."),
        "hard-contacts": QT_TRANSLATE_NOOP("week", "Hard contacts: {value}; usually {usual}."),
        "switching-off": QT_TRANSLATE_NOOP("week", "Switching off: {value} of 5; usually {usual}."),
        "contact-with-colleagues": QT_TRANSLATE_NOOP(
            "week",
            "{value} % of the check-ins tell of real talk with colleagues; usually {usual} %.",
        ),
        "began-ready": QT_TRANSLATE_NOOP(
            "week", "{value} % of the shifts began ready; usually {usual} %."
        ),
        "technical-time": QT_TRANSLATE_NOOP(
            "week", "Technical trouble took {length}; usually {usual_length}."
        ),
    }
)

HARD_HOUR = QT_TRANSLATE_NOOP(
    "week",
    "Most interruptions came between {start} and {end}: {count} in {length} of blocks. "
    "At the pace of the other hours it would be {usual}.",
)
HARD_WEEKDAY = QT_TRANSLATE_NOOP(
    "week",
    "{weekday} stands out: {count} interruptions in {length} of blocks. "
    "At the pace of the other days it would be {usual}.",
)

READY = QT_TRANSLATE_NOOP(
    "week", "Shifts that began ready: {whole}; with technical trouble: {count}."
)
UNREADY = QT_TRANSLATE_NOOP(
    "week", "Shifts that began with something amiss: {whole}; with technical trouble: {count}."
)

WEEKDAYS = (
    QT_TRANSLATE_NOOP("week", "Monday"),
    QT_TRANSLATE_NOOP("week", "Tuesday"),
    QT_TRANSLATE_NOOP("week", "Wednesday"),
    QT_TRANSLATE_NOOP("week", "Thursday"),
    QT_TRANSLATE_NOOP("week", "Friday"),
    QT_TRANSLATE_NOOP("week", "Saturday"),
    QT_TRANSLATE_NOOP("week", "Sunday"),
)
SHORT_WEEKDAYS = (
    QT_TRANSLATE_NOOP("week", "Mon"),
    QT_TRANSLATE_NOOP("week", "Tue"),
    QT_TRANSLATE_NOOP("week", "Wed"),
    QT_TRANSLATE_NOOP("week", "Thu"),
    QT_TRANSLATE_NOOP("week", "Fri"),
    QT_TRANSLATE_NOOP("week", "Sat"),
    QT_TRANSLATE_NOOP("week", "Sun"),
)
SHORT_MONTHS = (
    QT_TRANSLATE_NOOP("week", "Jan"),
    QT_TRANSLATE_NOOP("week", "Feb"),
    QT_TRANSLATE_NOOP("week", "Mar"),
    QT_TRANSLATE_NOOP("week", "Apr"),
    QT_TRANSLATE_NOOP("week", "May"),
    QT_TRANSLATE_NOOP("week", "Jun"),
    QT_TRANSLATE_NOOP("week", "Jul"),
    QT_TRANSLATE_NOOP("week", "Aug"),
    QT_TRANSLATE_NOOP("week", "Sep"),
    QT_TRANSLATE_NOOP("week", "Oct"),
    QT_TRANSLATE_NOOP("week", "Nov"),
    QT_TRANSLATE_NOOP("week", "Dec"),
)
FROM_TO = QT_TRANSLATE_NOOP("week", "{start} to {end}")
DAY_OF_MONTH = QT_TRANSLATE_NOOP("week", "{weekday} {day} {month}")
# Numbers in words, where a sentence begins with them and inside of it.
FIRST_NUMBERS = (
    QT_TRANSLATE_NOOP("week", "None"),
    QT_TRANSLATE_NOOP("week", "One"),
    QT_TRANSLATE_NOOP("week", "Two"),
    QT_TRANSLATE_NOOP("week", "Three"),
    QT_TRANSLATE_NOOP("week", "Four"),
    QT_TRANSLATE_NOOP("week", "Five"),
    QT_TRANSLATE_NOOP("week", "Six"),
    QT_TRANSLATE_NOOP("week", "Seven"),
)
NUMBERS = (
    QT_TRANSLATE_NOOP("week", "none"),
    QT_TRANSLATE_NOOP("week", "one"),
    QT_TRANSLATE_NOOP("week", "two"),
    QT_TRANSLATE_NOOP("week", "three"),
    QT_TRANSLATE_NOOP("week", "four"),
    QT_TRANSLATE_NOOP("week", "five"),
    QT_TRANSLATE_NOOP("week", "six"),
    QT_TRANSLATE_NOOP("week", "seven"),
)
