"""Words of the icon in the panel."""

from __future__ import annotations

from workspace_assistant.core.focus.model import BlockState
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TIP = QT_TRANSLATE_NOOP("window", "{name}: {rest}")
TIP_HELD = QT_TRANSLATE_NOOP("window", "{name}, {state}: {rest}")
TIP_WAITS = QT_TRANSLATE_NOOP("window", "{name}: the window asks what became of it")
STATES = {
    BlockState.PAUSED: QT_TRANSLATE_NOOP("window", "paused"),
    BlockState.AWAY: QT_TRANSLATE_NOOP("window", "away"),
}
INTERRUPTED = QT_TRANSLATE_NOOP("window", "interrupted")
LEFT = QT_TRANSLATE_NOOP("window", "{length} left")
SOON_OVER = QT_TRANSLATE_NOOP("window", "less than 1 min left")
OVER = QT_TRANSLATE_NOOP("window", "{length} over the plan")
JUST_OVER = QT_TRANSLATE_NOOP("window", "the planned time is over")
WORKED = QT_TRANSLATE_NOOP("window", "{length} worked")
JUST_BEGUN = QT_TRANSLATE_NOOP("window", "just begun")
OPEN_WINDOW = QT_TRANSLATE_NOOP("window", "Open the window")
INTERRUPTED_BY = QT_TRANSLATE_NOOP("window", "Interrupted by")
CHECK_NOW = QT_TRANSLATE_NOOP("window", "Check now")
CANCEL_CHECK = QT_TRANSLATE_NOOP("window", "Cancel the check")
CHECKING = QT_TRANSLATE_NOOP("window", "Checking")
CHECKED_TODAY = QT_TRANSLATE_NOOP("window", "{verdict}, checked at {clock}")
CHECKED_BEFORE = QT_TRANSLATE_NOOP("window", "{verdict}, checked on {date}, {clock}")
BREAK_NOW = QT_TRANSLATE_NOOP("window", "Break now")
BREAK_BACK = QT_TRANSLATE_NOOP("window", "Back to work")
QUIET = QT_TRANSLATE_NOOP("window", "Quiet for {length}")
QUIET_END = QT_TRANSLATE_NOOP("window", "End quiet (until {time})")
KEEP = QT_TRANSLATE_NOOP("window", "Stay here when the window closes")
QUIT = QT_TRANSLATE_NOOP("window", "Quit")
STAYS = QT_TRANSLATE_NOOP("window", "Workspace Assistant stays here")
STAYS_WHY = QT_TRANSLATE_NOOP(
    "window",
    "It goes on looking after your shifts. A click opens the window, and the menu has “Quit”.",
)
NOT_KEPT = QT_TRANSLATE_NOOP("window", "The choice could not be kept for the next start.")
NO_PANEL = QT_TRANSLATE_NOOP("window", "This desktop has no panel that shows messages.")
