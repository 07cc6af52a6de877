"""Every sentence of the focus page."""

from __future__ import annotations

from workspace_assistant.core.focus.model import Cause, GapReason
from workspace_assistant.core.focus.overlaps import OverlapChoice
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

FOCUS = QT_TRANSLATE_NOOP("window", "Focus")

# The start of a block
READING = QT_TRANSLATE_NOOP("window", "Reading your time log")
START_FIRST = QT_TRANSLATE_NOOP("window", "What do you work on first?")
START_NEXT = QT_TRANSLATE_NOOP("window", "What are you working on?")
NAME = QT_TRANSLATE_NOOP("window", "What you work on")
NAME_HINT = QT_TRANSLATE_NOOP("window", "Refund queue #billing")
START = QT_TRANSLATE_NOOP("window", "Start")
CHANNEL = QT_TRANSLATE_NOOP("window", "Channel")
LENGTH = QT_TRANSLATE_NOOP("window", "Planned length")
PRESET_SHORT = QT_TRANSLATE_NOOP("window", "25 / 5")
PRESET_LONG = QT_TRANSLATE_NOOP("window", "50 / 10")
PRESET_HINT = QT_TRANSLATE_NOOP("window", "{length} of work, then a break of {pause}")
OPEN_END = QT_TRANSLATE_NOOP("window", "Open end")
OPEN_END_HINT = QT_TRANSLATE_NOOP("window", "No planned length: the block runs until you stop it")
OWN_LENGTH = QT_TRANSLATE_NOOP("window", "Own length")
OWN_LENGTH_HINT = QT_TRANSLATE_NOOP("window", "40 min")
AGAIN = QT_TRANSLATE_NOOP("window", "Again")
AGAIN_NAMED = QT_TRANSLATE_NOOP("window", "Start “{name}” again, {length}")
WITH_LENGTH = QT_TRANSLATE_NOOP("window", "{name} · {length}")
ENDED = QT_TRANSLATE_NOOP("window", "“{name}” is done: {worked}")
ENDED_EARLY = QT_TRANSLATE_NOOP("window", "“{name}” ended: {worked} of {planned}")
BREAK_FITS = QT_TRANSLATE_NOOP("window", "A break of {length} fits now.")
LENGTH_UNCLEAR = QT_TRANSLATE_NOOP(
    "window", "“{text}” is no length. Write 40 min, 1 h 30 min or 1:30."
)
NAME_MISSING = QT_TRANSLATE_NOOP("window", "Give the block a name first.")

# A first look
FIRST_TITLE = QT_TRANSLATE_NOOP("window", "Where does the shift go, and what breaks it up?")
FIRST_STEPS = (
    QT_TRANSLATE_NOOP(
        "window",
        "Name what you work on and press Enter. When something interrupts you, one key says what "
        "it was, and the clock goes on.",
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "When you leave the computer, that time is not counted as work. Once you are back, you "
        "say what it was. A call on the headset always counts.",
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "Names, times and causes are kept on this computer alone, every 30 seconds, also through "
        "a crash. No key press and no screen is recorded.",
    ),
)

# The running block
PAUSE = QT_TRANSLATE_NOOP("window", "Pause")
RESUME = QT_TRANSLATE_NOOP("window", "Resume")
I_AM_BACK = QT_TRANSLATE_NOOP("window", "I am back")
STOP = QT_TRANSLATE_NOOP("window", "Stop")
EXTEND = QT_TRANSLATE_NOOP("window", "10 min more")
TAKE_BREAK = QT_TRANSLATE_NOOP("window", "Break")
LEFT = QT_TRANSLATE_NOOP("window", "of {planned}")
WORKED = QT_TRANSLATE_NOOP("window", "worked")
SINCE = QT_TRANSLATE_NOOP("window", "since {time}")
INTERRUPTED_ONCE = QT_TRANSLATE_NOOP("window", "1 interruption")
INTERRUPTED_OFTEN = QT_TRANSLATE_NOOP("window", "{count} interruptions")
AWAY_SO_FAR = QT_TRANSLATE_NOOP("window", "{length} not worked")
PLAN_OVER = QT_TRANSLATE_NOOP(
    "window", "The planned {planned} are over. Stop, or take 10 min more."
)
PLAN_OVER_BREAK = QT_TRANSLATE_NOOP(
    "window", "The planned {planned} are over. A break of {pause} fits now."
)
PAUSED = QT_TRANSLATE_NOOP("window", "Paused since {time}. The clock stands still.")
ON_BREAK = QT_TRANSLATE_NOOP("window", "On a break since {time}. The clock stands still.")
AWAY = {
    GapReason.IDLE: QT_TRANSLATE_NOOP(
        "window", "No input since {time}. This time does not count as work until you say so."
    ),
    GapReason.LOCK: QT_TRANSLATE_NOOP(
        "window", "The screen is locked since {time}. This time does not count as work."
    ),
    GapReason.SUSPEND: QT_TRANSLATE_NOOP(
        "window", "The computer was asleep since {time}. This time does not count as work."
    ),
    GapReason.NOT_WATCHED: QT_TRANSLATE_NOOP(
        "window", "Nobody watched since {time}. This time does not count as work."
    ),
}
RING_LEFT = QT_TRANSLATE_NOOP("window", "{left} left of {planned}")
RING_OVER = QT_TRANSLATE_NOOP("window", "{over} over the planned {planned}")
RING_WORKED = QT_TRANSLATE_NOOP("window", "{worked} worked, no planned length")
UNWATCHED = QT_TRANSLATE_NOOP(
    "window",
    "Something unforeseen happened: time away is not noticed any more. Close this window and open "
    "it again; details are in the log.",
)
LOG_GONE = QT_TRANSLATE_NOOP(
    "window",
    "The file of the time log is gone: nothing more is kept. Close this window and open it again.",
)
MINI_TIMER = QT_TRANSLATE_NOOP("window", "Mini timer")

# Interruptions
WHAT_INTERRUPTS = QT_TRANSLATE_NOOP("window", "What interrupts you?")
WHAT_INTERRUPTS_HINT = QT_TRANSLATE_NOOP(
    "window", "One key is enough. The clock goes on; B says that you are back."
)
CAUSE_KEY = QT_TRANSLATE_NOOP("window", "{cause}, key {key}")
WITH_KEY = QT_TRANSLATE_NOOP("window", "{action} (key {key})")
INTERRUPTED_BY = {
    Cause.NOISE: QT_TRANSLATE_NOOP("window", "Interrupted by noise since {time}"),
    Cause.FAMILY: QT_TRANSLATE_NOOP("window", "Interrupted by the family since {time}"),
    Cause.PET: QT_TRANSLATE_NOOP("window", "Interrupted by a pet since {time}"),
    Cause.PHONE: QT_TRANSLATE_NOOP("window", "Interrupted by the phone since {time}"),
    Cause.CHAT: QT_TRANSLATE_NOOP("window", "Interrupted by a chat since {time}"),
    Cause.DOOR: QT_TRANSLATE_NOOP("window", "Interrupted by the door since {time}"),
    Cause.SELF: QT_TRANSLATE_NOOP("window", "Interrupted by yourself since {time}"),
    Cause.TECHNICAL: QT_TRANSLATE_NOOP("window", "Interrupted by a technical fault since {time}"),
    Cause.OTHER: QT_TRANSLATE_NOOP("window", "Interrupted since {time}"),
}
LASTS = QT_TRANSLATE_NOOP("window", "{length} so far. The block's clock goes on.")
LASTS_HELD = QT_TRANSLATE_NOOP("window", "{length} so far. The block's clock stands still.")
BACK = QT_TRANSLATE_NOOP("window", "Back")
NEXT_STEP = QT_TRANSLATE_NOOP("window", "What do you do next, once you are back?")
NEXT_STEP_HINT = QT_TRANSLATE_NOOP("window", "Call back about order 4471")
NOTE = QT_TRANSLATE_NOOP("window", "What is it, in a line?")
NOTE_EXAMPLE = QT_TRANSLATE_NOOP("window", "Parcel for the neighbor")
WELCOME_BACK = QT_TRANSLATE_NOOP("window", "Back after {length}. Where were you?")
YOUR_NEXT_STEP = QT_TRANSLATE_NOOP("window", "Next: {step}")
NO_NEXT_STEP = QT_TRANSLATE_NOOP(
    "window", "Write down the next step, and the thread is found again."
)
GO_ON = QT_TRANSLATE_NOOP("window", "Go on")

# After an absence
WHAT_WAS_IT = QT_TRANSLATE_NOOP("window", "What was {start} – {end}?")  # noqa: RUF001 - times
WHY_ASKED = {
    GapReason.PAUSE: QT_TRANSLATE_NOOP("window", "“{name}” was paused for {length}."),
    GapReason.BREAK: QT_TRANSLATE_NOOP("window", "“{name}” was on a break for {length}."),
    GapReason.IDLE: QT_TRANSLATE_NOOP(
        "window", "{length} without a key press or a mouse move, in “{name}”."
    ),
    GapReason.LOCK: QT_TRANSLATE_NOOP("window", "The screen was locked for {length}, in “{name}”."),
    GapReason.SUSPEND: QT_TRANSLATE_NOOP(
        "window", "The computer was asleep for {length}, in “{name}”."
    ),
    GapReason.NOT_WATCHED: QT_TRANSLATE_NOOP(
        "window", "This program did not run for {length}, in “{name}”."
    ),
    GapReason.UNDONE: QT_TRANSLATE_NOOP(
        "window", "What you took back left {length} in “{name}” open: work or not?"
    ),
}
UNTIL_ANSWERED = QT_TRANSLATE_NOOP("window", "Until you say so, it does not count as work.")
MORE_QUESTIONS = QT_TRANSLATE_NOOP("window", "{count} more to answer")
IT_WAS_WORK = QT_TRANSLATE_NOOP("window", "I worked")
IT_WAS_NO_WORK = QT_TRANSLATE_NOOP("window", "Not work")
IT_WAS_A_BREAK = QT_TRANSLATE_NOOP("window", "A break")
IT_WAS_BOTH = QT_TRANSLATE_NOOP("window", "Split")
SPLIT_AT = QT_TRANSLATE_NOOP("window", "Until")
SPLIT_BEFORE = QT_TRANSLATE_NOOP("window", "it was")
SPLIT_AFTER = QT_TRANSLATE_NOOP("window", "and after that")
KEEP_ANSWER = QT_TRANSLATE_NOOP("window", "Keep this")
ANSWER_WORK = QT_TRANSLATE_NOOP("window", "work")
ANSWER_NO_WORK = QT_TRANSLATE_NOOP("window", "not work")
ANSWER_BREAK = QT_TRANSLATE_NOOP("window", "a break")

# After a crash
ALONE = QT_TRANSLATE_NOOP("window", "Left alone")
LEFT_ALONE = QT_TRANSLATE_NOOP("window", "“{name}” was left alone. How did it go on?")
LAST_SEEN = QT_TRANSLATE_NOOP("window", "Last seen at {time} by this program; that much is saved.")
LAST_ACT = QT_TRANSLATE_NOOP("window", "Last act of yours at {time}; nobody watched the block.")
RESTARTED = QT_TRANSLATE_NOOP("window", "The computer was started anew since.")
STILL_ON = QT_TRANSLATE_NOOP("window", "The computer ran on, but this program did not.")
UNKNOWN_FOR = QT_TRANSLATE_NOOP("window", "Nobody knows of the {length} until now.")
RECOVER_CONTINUE = QT_TRANSLATE_NOOP("window", "Go on with it")
RECOVER_CONTINUE_HINT = QT_TRANSLATE_NOOP(
    "window", "The block runs on. You say afterwards what the time in between was."
)
RECOVER_END = QT_TRANSLATE_NOOP("window", "It ended at {time}")
RECOVER_DISCARD = QT_TRANSLATE_NOOP("window", "Discard it")

# The day
TODAY = QT_TRANSLATE_NOOP("window", "Today")
YESTERDAY = QT_TRANSLATE_NOOP("window", "Yesterday")
DAY_NAMED = QT_TRANSLATE_NOOP("window", "{name}, {date}")
DAY_BEFORE = QT_TRANSLATE_NOOP("window", "The day before")
DAY_AFTER = QT_TRANSLATE_NOOP("window", "The day after")
TO_TODAY = QT_TRANSLATE_NOOP("window", "To today")
NO_BLOCKS_TODAY = QT_TRANSLATE_NOOP("window", "Nothing logged yet. The day fills from here.")
NO_BLOCKS = QT_TRANSLATE_NOOP("window", "Nothing is logged on this day.")
SUMMARY_ONE = QT_TRANSLATE_NOOP("window", "{worked} worked in 1 block")
SUMMARY_MANY = QT_TRANSLATE_NOOP("window", "{worked} worked in {count} blocks")
SUMMARY_CALM = QT_TRANSLATE_NOOP("window", "not interrupted")
SUMMARY_ONCE = QT_TRANSLATE_NOOP("window", "interrupted once")
SUMMARY_OFTEN = QT_TRANSLATE_NOOP("window", "interrupted {count} times")
SUMMARY_AWAY = QT_TRANSLATE_NOOP("window", "{length} away or paused")
SUMMARY_BETWEEN = QT_TRANSLATE_NOOP("window", "{length} between blocks")
UNREADABLE_ONE = QT_TRANSLATE_NOOP(
    "window", "1 entry cannot be read and is left out; it stays in the file."
)
UNREADABLE_MANY = QT_TRANSLATE_NOOP(
    "window", "{count} entries cannot be read and are left out; they stay in the file."
)
SHIFT = QT_TRANSLATE_NOOP("window", "Shift {times}")
SHIFT_NAMED = QT_TRANSLATE_NOOP("window", "Shift “{name}”, {times}")
PLANNED_BREAKS = QT_TRANSLATE_NOOP("window", "planned breaks: {times}")
SHIFT_LEFT = QT_TRANSLATE_NOOP("window", "{length} left of it")
SHIFT_UNTIL = QT_TRANSLATE_NOOP("window", "shift until {time}")
SHIFT_ENDED = QT_TRANSLATE_NOOP("window", "the shift ended at {time}")
LEGEND_SHIFT = QT_TRANSLATE_NOOP("window", "Shift")
LEGEND_PLANNED_BREAK = QT_TRANSLATE_NOOP("window", "Planned break")
RIBBON = QT_TRANSLATE_NOOP("window", "The day as a ribbon")
RIBBON_HINT = QT_TRANSLATE_NOOP("window", "Arrow keys go from part to part, Enter opens one.")
LEGEND_WORK = QT_TRANSLATE_NOOP("window", "Work")
LEGEND_BREAK = QT_TRANSLATE_NOOP("window", "Pause or break")
LEGEND_AWAY = QT_TRANSLATE_NOOP("window", "Away")
LEGEND_OPEN = QT_TRANSLATE_NOOP("window", "Waits for your answer")
LEGEND_INTERRUPTION = QT_TRANSLATE_NOOP("window", "Interruption")
ITEM_BLOCK = QT_TRANSLATE_NOOP("window", "{name}, {times}, {worked} worked, {state}")
ITEM_GAP = QT_TRANSLATE_NOOP("window", "{reason}, {times}, {length}")
ITEM_OPEN_GAP = QT_TRANSLATE_NOOP("window", "{reason}, {times}, {length}, waits for your answer")
ITEM_INTERRUPTION = QT_TRANSLATE_NOOP("window", "Interruption: {cause}, {time}")
ITEM_NOTED = QT_TRANSLATE_NOOP("window", "{told}: {note}")
ITEM_LONG_INTERRUPTION = QT_TRANSLATE_NOOP("window", "Interruption: {cause}, {times}, {length}")
NOW = QT_TRANSLATE_NOOP("window", "now")
EDIT = QT_TRANSLATE_NOOP("window", "Edit")
EDIT_NAMED = QT_TRANSLATE_NOOP("window", "Edit {name}, {times}")
ADD_BLOCK = QT_TRANSLATE_NOOP("window", "Add a block")
IMPORT = QT_TRANSLATE_NOOP("window", "Import")
EXPORT = QT_TRANSLATE_NOOP("window", "Export")
KEYS = QT_TRANSLATE_NOOP(
    "window",
    "Keys: N name or next step, 1–9 interruption, B back, P pause, K break, "  # noqa: RUF001
    "E 10 min more, S stop, Ctrl+M mini timer, Ctrl+Z undo, Esc leaves a field, "
    "arrows along the ribbon.",
)

# What was just done, each with an undo
UNDO = QT_TRANSLATE_NOOP("window", "Undo")
DISMISS = QT_TRANSLATE_NOOP("window", "Dismiss")
UNDONE = QT_TRANSLATE_NOOP("window", "Undone.")
STARTED = QT_TRANSLATE_NOOP("window", "“{name}” started.")
STOPPED = QT_TRANSLATE_NOOP("window", "“{name}” stopped.")
EXTENDED = QT_TRANSLATE_NOOP("window", "10 min more planned.")
INTERRUPTED = QT_TRANSLATE_NOOP("window", "Interruption logged: {cause}.")
CAME_BACK = QT_TRANSLATE_NOOP("window", "Back.")
CUT_OFF_ONE = QT_TRANSLATE_NOOP("window", "1 interruption outside went with it.")
CUT_OFF_MANY = QT_TRANSLATE_NOOP("window", "{count} interruptions outside went with it.")
REPAIRED = QT_TRANSLATE_NOOP(
    "window", "The running block could not be read. The change log gave back all of it."
)
WAS_SET_ASIDE = QT_TRANSLATE_NOOP(
    "window",
    "The change log does not tell the running block either. It was set aside: it stays in the "
    "file as it is, and runs no more.",
)
DISCARDED = QT_TRANSLATE_NOOP("window", "“{name}” discarded.")
RECOVERED = QT_TRANSLATE_NOOP("window", "“{name}” goes on.")
RECOVERED_ENDED = QT_TRANSLATE_NOOP("window", "“{name}” ended where it was last seen.")
ANSWERED_WORK = QT_TRANSLATE_NOOP("window", "Counted as work.")
ANSWERED_NO_WORK = QT_TRANSLATE_NOOP("window", "Kept as time away.")
ANSWERED_BREAK = QT_TRANSLATE_NOOP("window", "Kept as a break.")
ANSWERED_SPLIT = QT_TRANSLATE_NOOP("window", "Until {clock} {first}, after that {second}.")
SPLIT_WORK = QT_TRANSLATE_NOOP("window", "it was work")
SPLIT_NO_WORK = QT_TRANSLATE_NOOP("window", "it was time away")
SPLIT_BREAK = QT_TRANSLATE_NOOP("window", "it was a break")
ADDED = QT_TRANSLATE_NOOP("window", "“{name}” added.")
EDITED = QT_TRANSLATE_NOOP("window", "“{name}” changed.")
DELETED = QT_TRANSLATE_NOOP("window", "“{name}” deleted.")
WAS_SPLIT = QT_TRANSLATE_NOOP("window", "“{name}” split in two.")
MERGED = QT_TRANSLATE_NOOP("window", "Merged into “{name}”.")
INTERRUPTION_ADDED = QT_TRANSLATE_NOOP("window", "Interruption added.")
INTERRUPTION_EDITED = QT_TRANSLATE_NOOP("window", "Interruption changed.")
INTERRUPTION_DELETED = QT_TRANSLATE_NOOP("window", "Interruption deleted.")

# Trouble
TIME_UNCLEAR = QT_TRANSLATE_NOOP("window", "“{text}” is no time. Write 9:30 or 14:05.")
TIME_NEVER = QT_TRANSLATE_NOOP("window", "The clock did not show {text} on this day.")
TIME_OUTSIDE = QT_TRANSLATE_NOOP("window", "{text} is not between {start} and {end}.")
NO_LOG = QT_TRANSLATE_NOOP("window", "The time log cannot be opened")
NO_BLOCK_READ = QT_TRANSLATE_NOOP("window", "The running block cannot be read")
REPAIR = QT_TRANSLATE_NOOP("window", "Put it together again")
TRY_AGAIN = QT_TRANSLATE_NOOP("window", "Try again")
NOT_SAVED = QT_TRANSLATE_NOOP("window", "This was not saved. {reason}")
FAULT = QT_TRANSLATE_NOOP(
    "window",
    "A fault in this program stopped it; what was saved before is safe. Try again. If it happens "
    "twice, send the log to your help desk.",
)

# Correcting
EDIT_TITLE = QT_TRANSLATE_NOOP("window", "Correct “{name}”")
ADD_TITLE = QT_TRANSLATE_NOOP("window", "Add a block that was not logged")
FIELD_NAME = QT_TRANSLATE_NOOP("window", "Name")
FIELD_TAGS = QT_TRANSLATE_NOOP("window", "Tags")
FIELD_TAGS_HINT = QT_TRANSLATE_NOOP("window", "#billing #vip")
FIELD_START = QT_TRANSLATE_NOOP("window", "From")
FIELD_END = QT_TRANSLATE_NOOP("window", "To")
FIELD_PLANNED = QT_TRANSLATE_NOOP("window", "Planned")
STILL_RUNS = QT_TRANSLATE_NOOP("window", "runs")
SAVE = QT_TRANSLATE_NOOP("window", "Save")
CANCEL = QT_TRANSLATE_NOOP("window", "Cancel")
DELETE = QT_TRANSLATE_NOOP("window", "Delete this block")
SPLIT_BLOCK = QT_TRANSLATE_NOOP("window", "Split at this time")
SPLIT_TIME = QT_TRANSLATE_NOOP("window", "Time to split at")
MERGE_WITH = QT_TRANSLATE_NOOP("window", "Merge with “{name}”, {times}")
GAPS = QT_TRANSLATE_NOOP("window", "Pauses and time away")
GAP_TIMES = QT_TRANSLATE_NOOP("window", "{times} · {length}")
GAP_ASKED = QT_TRANSLATE_NOOP("window", "{reason}: was it work?")
GAP_NAMED = QT_TRANSLATE_NOOP("window", "{times}: {standing}")
ADD_GAP = QT_TRANSLATE_NOOP("window", "Add a pause")
GAP_START = QT_TRANSLATE_NOOP("window", "Start of the pause")
GAP_END = QT_TRANSLATE_NOOP("window", "End of the pause")
GAP_ADDED = QT_TRANSLATE_NOOP("window", "Pause added.")
INTERRUPTIONS = QT_TRANSLATE_NOOP("window", "Interruptions")
INTERRUPTION_CAUSE = QT_TRANSLATE_NOOP("window", "Cause of the interruption at {time}: {cause}")
INTERRUPTION_TIME = QT_TRANSLATE_NOOP("window", "Time of the interruption: {cause}")
INTERRUPTION_NOTE = QT_TRANSLATE_NOOP("window", "Note on the interruption at {time}")
CAUSE_AND_ORIGIN = QT_TRANSLATE_NOOP("window", "{cause} · {origin}")
NOTE_HINT = QT_TRANSLATE_NOOP("window", "What it was, in a line")
DELETE_INTERRUPTION = QT_TRANSLATE_NOOP("window", "Delete")
DELETE_INTERRUPTION_NAMED = QT_TRANSLATE_NOOP(
    "window", "Delete the interruption at {time}: {cause}"
)
ADD_INTERRUPTION = QT_TRANSLATE_NOOP("window", "Add an interruption")
OVERLAP = QT_TRANSLATE_NOOP("window", "Overlap")
TRIM_OTHERS = QT_TRANSLATE_NOOP("window", "Shorten the other")
TRIM_THIS = QT_TRANSLATE_NOOP("window", "Shorten this one")
OVERLAP_HINT = QT_TRANSLATE_NOOP(
    "window", "Two blocks cannot have the same time. Which one gives way?"
)
END_MISSING = QT_TRANSLATE_NOOP("window", "Say from when to when it lasted.")

# Import and export
IMPORT_TITLE = QT_TRANSLATE_NOOP("window", "Import a time log")
IMPORT_FILES = QT_TRANSLATE_NOOP("window", "Time logs (*.csv *.json *.data *.txt);;All files (*)")
IMPORT_READING = QT_TRANSLATE_NOOP("window", "Reading {file}")
IMPORT_OF = QT_TRANSLATE_NOOP("window", "Import {file}?")
IMPORT_FAILED = QT_TRANSLATE_NOOP("window", "{file} cannot be read")
IMPORT_NOTHING = QT_TRANSLATE_NOOP("window", "There is nothing new in it.")
IMPORT_NEW_ONE = QT_TRANSLATE_NOOP("window", "1 new block, {worked} worked, on {first}.")
IMPORT_NEW_MANY = QT_TRANSLATE_NOOP(
    "window", "{count} new blocks, {worked} worked, from {first} to {last}."
)
IMPORT_KNOWN_ONE = QT_TRANSLATE_NOOP("window", "1 entry is in your log already and is left out.")
IMPORT_KNOWN_MANY = QT_TRANSLATE_NOOP(
    "window", "{count} entries are in your log already and are left out."
)
IMPORT_OVERLAP = QT_TRANSLATE_NOOP(
    "window", "“{name}”, {date} {times}, has time in common with {others}."
)
IMPORT_CUTS = {
    OverlapChoice.TRIM_NEW: QT_TRANSLATE_NOOP(
        "window",
        "If the imported ones give way, nothing is left of {left_out} of them and of {removed} in "
        "your log. Interruptions that go: {interruptions}.",
    ),
    OverlapChoice.TRIM_OLD: QT_TRANSLATE_NOOP(
        "window",
        "If yours give way, nothing is left of {removed} in your log and of {left_out} imported "
        "ones. Interruptions that go: {interruptions}.",
    ),
}
IMPORT_FAULT = QT_TRANSLATE_NOOP("window", "{place}: {reason}")
IMPORT_MORE = QT_TRANSLATE_NOOP("window", "And {count} more like this.")
IMPORT_OVERLAPS_TITLE = QT_TRANSLATE_NOOP("window", "Overlaps: which one gives way?")
IMPORT_FAULTS_TITLE = QT_TRANSLATE_NOOP("window", "Not understood")
IMPORT_TRIM_NEW = QT_TRANSLATE_NOOP("window", "The imported one")
IMPORT_TRIM_OLD = QT_TRANSLATE_NOOP("window", "The one in my log")
IMPORT_SKIP = QT_TRANSLATE_NOOP("window", "Import the rest without them")
IMPORT_DO_ONE = QT_TRANSLATE_NOOP("window", "Import 1 block")
IMPORT_DO_MANY = QT_TRANSLATE_NOOP("window", "Import {count} blocks")
IMPORT_SAFE = QT_TRANSLATE_NOOP(
    "window", "Nothing is written before you say so, and all of it can be undone at once."
)
IMPORTED = QT_TRANSLATE_NOOP("window", "{file} imported.")
READ_AS = QT_TRANSLATE_NOOP("window", "Read as")
FIND_OUT = QT_TRANSLATE_NOOP("window", "Find out")
FORMAT_NAMES = {
    "toggl": QT_TRANSLATE_NOOP("window", "Toggl, detailed report (CSV)"),
    "clockify": QT_TRANSLATE_NOOP("window", "Clockify, detailed report (CSV)"),
    "timewarrior": QT_TRANSLATE_NOOP("window", "Timewarrior"),
    "watson": QT_TRANSLATE_NOOP("window", "Watson"),
    "activitywatch": QT_TRANSLATE_NOOP("window", "ActivityWatch"),
    "json": QT_TRANSLATE_NOOP("window", "Workspace Assistant (JSON)"),
}
DATES = QT_TRANSLATE_NOOP("window", "Dates")
DATES_FOUND_OUT = QT_TRANSLATE_NOOP("window", "Find out")
DATES_DMY = QT_TRANSLATE_NOOP("window", "Day first")
DATES_MDY = QT_TRANSLATE_NOOP("window", "Month first")
EXPORT_TITLE = QT_TRANSLATE_NOOP("window", "Export the time log")
EXPORT_DAY = QT_TRANSLATE_NOOP("window", "This day")
EXPORT_WEEK = QT_TRANSLATE_NOOP("window", "This week")
EXPORT_ALL = QT_TRANSLATE_NOOP("window", "Everything")
EXPORT_CSV = QT_TRANSLATE_NOOP("window", "Table for a spreadsheet (*.csv)")
EXPORT_JSON = QT_TRANSLATE_NOOP("window", "Everything that is known, to import again (*.json)")
EXPORT_ICS = QT_TRANSLATE_NOOP("window", "Calendar (*.ics)")
EXPORTED = QT_TRANSLATE_NOOP("window", "{file} written in {folder}.")
EXPORTED_NOTHING = QT_TRANSLATE_NOOP("window", "Nothing is logged there, so no file was written.")
