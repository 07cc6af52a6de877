"""How far own goals are: what each is called, and a sentence that stands after that."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from workspace_assistant.core.balance.settings_model import GoalKind, Standing
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NAMES: Mapping[GoalKind, str] = MappingProxyType(
    {
        GoalKind.FOCUS: QT_TRANSLATE_NOOP("week", "Focus"),
        GoalKind.BREAKS: QT_TRANSLATE_NOOP("week", "Breaks"),
        GoalKind.LEARNING: QT_TRANSLATE_NOOP("week", "Learning"),
        GoalKind.END_OF_DAY: QT_TRANSLATE_NOOP("week", "End of the day"),
    }
)

STANDINGS: Mapping[Standing, str] = MappingProxyType(
    {
        Standing.REACHED: QT_TRANSLATE_NOOP("week", "Reached"),
        Standing.OPEN: QT_TRANSLATE_NOOP("week", "On the way"),
        Standing.MISSED: QT_TRANSLATE_NOOP("week", "Not reached"),
        Standing.UNKNOWN: QT_TRANSLATE_NOOP("week", "Not known"),
    }
)

FOCUS = QT_TRANSLATE_NOOP("week", "{length} of {target} in blocks.")
BREAKS = QT_TRANSLATE_NOOP("week", "{count} of {whole} breaks.")
LEARNING = QT_TRANSLATE_NOOP("week", "{length} of {target} of learning.")
END_OF_DAY = QT_TRANSLATE_NOOP("week", "{met} of {count} days with work ended by {time}.")

NO_BREAKS = QT_TRANSLATE_NOOP("week", "Breaks were not watched in this week.")
NO_LEARNING = QT_TRANSLATE_NOOP("week", "Neither a block nor a check-in of this week tells.")
NO_DAY = QT_TRANSLATE_NOOP("week", "No day of work of this week is over.")
