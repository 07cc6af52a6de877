"""Sentences of the window itself."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

APP_NAME = QT_TRANSLATE_NOOP("window", "Workspace Assistant")
PAGES = QT_TRANSLATE_NOOP("window", "Pages")
TODAY = QT_TRANSLATE_NOOP("window", "Today")
READINESS = QT_TRANSLATE_NOOP("window", "Readiness")
MICROPHONE = QT_TRANSLATE_NOOP("window", "Microphone")
FOCUS = QT_TRANSLATE_NOOP("window", "Focus")
BREAKS = QT_TRANSLATE_NOOP("window", "Breaks and tips")
SHIFTS = QT_TRANSLATE_NOOP("window", "Shifts")
WEEK = QT_TRANSLATE_NOOP("window", "Week")
HISTORY = QT_TRANSLATE_NOOP("window", "History")
DATA = QT_TRANSLATE_NOOP("window", "Your data")
SETTINGS = QT_TRANSLATE_NOOP("window", "Settings")
HELP = QT_TRANSLATE_NOOP("window", "Help")
LOOK_THERE = QT_TRANSLATE_NOOP("window", "Look at the backups")
DISMISS = QT_TRANSLATE_NOOP("window", "Dismiss")
NOT_ATTENDED = QT_TRANSLATE_NOOP(
    "window",
    "Nobody looks after your shifts any more. Start the program anew; details are in the log.",
)
OTHER_SILENT = QT_TRANSLATE_NOOP(
    "window",
    "Workspace Assistant runs already, but does not answer. End it, then start it again.",
)
UNFORESEEN = QT_TRANSLATE_NOOP(
    "window",
    "Something unforeseen happened in this program. You can go on; details are in the log.",
)
# Never translated: it is said where nothing else can be read.
NO_LETTERS = (
    "No font of this computer has the letters of the chosen language. Install one, on Debian and "
    "Ubuntu the package fonts-noto-core, or choose another language in the settings."
)
