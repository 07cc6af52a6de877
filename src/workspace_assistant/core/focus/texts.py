"""Sentences about focus blocks that are shown to a person."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

ALREADY_PAUSED = QT_TRANSLATE_NOOP("focus", "“{name}” is paused already.")
NOT_PAUSED = QT_TRANSLATE_NOOP("focus", "“{name}” is not paused.")
NO_PLAN = QT_TRANSLATE_NOOP("focus", "“{name}” has no planned length to change.")
PLAN_TOO_SHORT = QT_TRANSLATE_NOOP("focus", "That would leave “{name}” no planned time.")
NOT_INTERRUPTED = QT_TRANSLATE_NOOP("focus", "“{name}” has no interruption to come back from.")
NO_OPEN_BLOCK = QT_TRANSLATE_NOOP("focus", "No block is running.")
OPEN_ALREADY = QT_TRANSLATE_NOOP("focus", "“{name}” is running since {time}. Stop it first.")
PUT_OFF = QT_TRANSLATE_NOOP(
    "focus",
    "“{name}” begins at {time}, when the block before it ends. The computer's clock may be wrong.",
)
ENDED_BY_LOG = QT_TRANSLATE_NOOP(
    "focus",
    "“{name}” ended at {time} by its own clock, which nobody can set. The computer's clock was set "
    "while it ran and showed {shown}.",
)
NO_NAME = QT_TRANSLATE_NOOP("focus", "A block needs a name.")
TOO_LONG = QT_TRANSLATE_NOOP("focus", "“{text}” is longer than {most} characters.")
NO_SUCH_BLOCK = QT_TRANSLATE_NOOP("focus", "There is no block “{id}”.")
SEVERAL_BLOCKS = QT_TRANSLATE_NOOP("focus", "“{id}” stands for several blocks. Give more of it.")
CHANGED_SINCE = QT_TRANSLATE_NOOP(
    "focus", "This was changed again since. Undo the later change first."
)
CHANGED_LATER = QT_TRANSLATE_NOOP(
    "focus", "Change {id} came later and changed the same. Undo change {id} first."
)
NO_SUCH_CHANGE = QT_TRANSLATE_NOOP("focus", "There is no change number {id}.")
UNDONE_ALREADY = QT_TRANSLATE_NOOP("focus", "Change {id} is undone already.")
NOTHING_TO_REPAIR = QT_TRANSLATE_NOOP("focus", "Nothing needs to be repaired.")
NOT_LEFT_ALONE = QT_TRANSLATE_NOOP("focus", "“{name}” was watched all the time.")

# Questions about gaps
NO_SUCH_GAP = QT_TRANSLATE_NOOP("focus", "“{name}” has no such gap any more.")
GAP_GOES_ON = QT_TRANSLATE_NOOP("focus", "This gap in “{name}” is not over yet.")
SPLIT_OUTSIDE_GAP = QT_TRANSLATE_NOOP("focus", "The time to split at lies outside the gap.")
OVERLAPS = QT_TRANSLATE_NOOP("focus", "“{name}” would overlap “{other}”.")
NOT_SOUND = QT_TRANSLATE_NOOP("focus", "“{name}” was not saved: it {fault}.")

# Corrections
ENDS_BEFORE_START = QT_TRANSLATE_NOOP("focus", "A block has to end after it starts.")
ENDS_IN_FUTURE = QT_TRANSLATE_NOOP("focus", "A block cannot end in the future.")
STARTS_IN_FUTURE = QT_TRANSLATE_NOOP("focus", "A block cannot start in the future.")
SPLIT_OUTSIDE_BLOCK = QT_TRANSLATE_NOOP("focus", "The time to split at lies outside “{name}”.")
MERGE_RUNNING = QT_TRANSLATE_NOOP(
    "focus", "“{name}” still runs, and other blocks lie ahead of it. Stop it first."
)
MERGE_NEEDS_TWO = QT_TRANSLATE_NOOP("focus", "It takes two blocks to merge.")
MERGE_AROUND = QT_TRANSLATE_NOOP("focus", "{names} lies between. Merge it as well, or move it.")
NO_SUCH_INTERRUPTION = QT_TRANSLATE_NOOP("focus", "“{name}” has no such interruption any more.")
INTERRUPTION_OUTSIDE = QT_TRANSLATE_NOOP(
    "focus", "An interruption has to lie inside its block and end after it starts."
)
GAP_OUTSIDE = QT_TRANSLATE_NOOP(
    "focus", "A pause has to lie inside its block and end after it starts."
)
GAP_ALREADY = QT_TRANSLATE_NOOP("focus", "In “{name}” this time is no work already.")
TIME_TAKEN = QT_TRANSLATE_NOOP("focus", "This time is taken by {names}.")
NOTHING_LEFT = QT_TRANSLATE_NOOP("focus", "All of this time is taken by {names}.")
FAULTY_ENTRIES = QT_TRANSLATE_NOOP(
    "focus", "Nothing was imported. These entries cannot be understood: {faults}"
)

# What cannot be told while a block runs
CALLS_UNKNOWN = QT_TRANSLATE_NOOP(
    "focus", "Calls cannot be told here: a long one without input counts as time away."
)
INPUT_UNKNOWN = QT_TRANSLATE_NOOP(
    "focus", "This desktop does not tell when keyboard and mouse were used last."
)
INPUT_REMOTE = QT_TRANSLATE_NOOP(
    "focus", "The screen is on another computer, which is not asked about keyboard and mouse."
)
INPUT_SILENT = QT_TRANSLATE_NOOP(
    "focus", "The desktop does not answer about keyboard and mouse at the moment."
)
NO_SCREEN = QT_TRANSLATE_NOOP("focus", "There is no screen here, and so no keyboard and mouse.")
LOCK_UNKNOWN = QT_TRANSLATE_NOOP("focus", "This desktop does not tell when the screen is locked.")
NOTHING_TO_UNDO = QT_TRANSLATE_NOOP("focus", "Nothing is there to be undone.")

# What is asked about
IDLE_LIMITS = QT_TRANSLATE_NOOP(
    "focus", "Time without a key can be asked about after {least} to {most}, not after {text}."
)
