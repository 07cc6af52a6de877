"""Every sentence of the shifts page."""

from __future__ import annotations

from workspace_assistant.core.shifts.model import ChangeKind, Place
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

SHIFTS = QT_TRANSLATE_NOOP("window", "Shifts")
FAULT = QT_TRANSLATE_NOOP("window", "Something unforeseen happened. Details are in the log.")

# The answer
READING = QT_TRANSLATE_NOOP("window", "Reading your shifts")
NO_SHIFTS_READ = QT_TRANSLATE_NOOP("window", "Your shifts cannot be read")
TRY_AGAIN = QT_TRANSLATE_NOOP("window", "Try again")
ON_SHIFT = QT_TRANSLATE_NOOP("window", "You are on shift until {end}")
ON_SHIFT_LEFT = QT_TRANSLATE_NOOP("window", "{left} left.")
ON_BREAK = QT_TRANSLATE_NOOP("window", "A break is planned now, until {end}.")
NEXT_BREAK = QT_TRANSLATE_NOOP("window", "Next break at {start}.")
NO_BREAK = QT_TRANSLATE_NOOP("window", "No break is planned any more.")
NEXT_TODAY = QT_TRANSLATE_NOOP("window", "Next shift today at {start}")
NEXT_TOMORROW = QT_TRANSLATE_NOOP("window", "Next shift tomorrow at {start}")
NEXT_LATER = QT_TRANSLATE_NOOP("window", "Next shift on {day} at {start}")
STARTS_IN = QT_TRANSLATE_NOOP("window", "In {countdown}, until {end}, {place}.")
STARTS_LATER = QT_TRANSLATE_NOOP("window", "Until {end}, {place}.")
PLACE_IN_SENTENCE = {
    Place.HOME: QT_TRANSLATE_NOOP("window", "at home"),
    Place.OFFICE: QT_TRANSLATE_NOOP("window", "in the office"),
    Place.OTHER: QT_TRANSLATE_NOOP("window", "elsewhere"),
}
CHECK_AT = QT_TRANSLATE_NOOP("window", "The check runs by itself at {time}.")
CHECK_OFF = QT_TRANSLATE_NOOP("window", "No check runs by itself: it is turned off below.")
CHECK_NOT_THERE = QT_TRANSLATE_NOOP(
    "window", "No check runs by itself: shifts at this place are left alone."
)
CHECK_WAS = QT_TRANSLATE_NOOP(
    "window", "The check was due at {time}: what came of it is told below."
)
NONE_COMING = QT_TRANSLATE_NOOP("window", "No shift is known for the next {days} days")
NONE_COMING_HINT = QT_TRANSLATE_NOOP(
    "window", "Add one below, or look whether a calendar could not be read."
)
NO_SHIFT_YET = QT_TRANSLATE_NOOP("window", "When do you work?")
NO_SHIFT_YET_HINT = QT_TRANSLATE_NOOP(
    "window",
    "Add your shifts once. Before each of them the readiness check runs by itself, and you hear "
    "of it only when something is not right.",
)
STALE_ONE = QT_TRANSLATE_NOOP("window", "“{name}” may be out of date: see below.")

# The first look
FIRST_TITLE = QT_TRANSLATE_NOOP("window", "Where are your shifts written down?")
FIRST_STEPS = (
    QT_TRANSLATE_NOOP(
        "window",
        "In a calendar on the web: subscribe to it, and changes arrive by themselves. Its address "
        "is kept in the system's keyring alone, and nobody but its server is asked.",
    ),
    QT_TRANSLATE_NOOP(
        "window", "In a calendar file (.ics): it is read once, and stays where it is."
    ),
    QT_TRANSLATE_NOOP("window", "The same every week: write the week down once."),
    QT_TRANSLATE_NOOP("window", "Nowhere: add one shift after the other."),
)

# The list
LIST_TITLE = QT_TRANSLATE_NOOP("window", "The next {days} days")
LIST_SUMMARY_ONE = QT_TRANSLATE_NOOP("window", "1 shift, {planned}.")
LIST_SUMMARY_MANY = QT_TRANSLATE_NOOP("window", "{count} shifts, {planned}.")
WITHOUT_BREAKS_IN_ALL = QT_TRANSLATE_NOOP("window", "{planned} without breaks")
LIST_EMPTY = QT_TRANSLATE_NOOP("window", "No shift in these days.")
TODAY = QT_TRANSLATE_NOOP("window", "Today, {date}")
TOMORROW = QT_TRANSLATE_NOOP("window", "Tomorrow, {date}")
NEXT_DAY_END = QT_TRANSLATE_NOOP("window", "{end} (next day)")
BREAK_OF = QT_TRANSLATE_NOOP("window", "Break {times}")
BREAKS_OF = QT_TRANSLATE_NOOP("window", "Breaks {times}")
LONGER_NIGHT = QT_TRANSLATE_NOOP("window", "Clocks are set back: it is {length} longer.")
SHORTER_NIGHT = QT_TRANSLATE_NOOP("window", "Clocks are set forward: it is {length} shorter.")
OVERLAPS = QT_TRANSLATE_NOOP("window", "Overlaps another shift.")
STATE_NOW = QT_TRANSLATE_NOOP("window", "Now")
STATE_OVER = QT_TRANSLATE_NOOP("window", "Over")
STATE_OFF = QT_TRANSLATE_NOOP("window", "Taken off")
STATE_COMING = QT_TRANSLATE_NOOP("window", "Coming")
UNNAMED = QT_TRANSLATE_NOOP("window", "Shift")
EDIT = QT_TRANSLATE_NOOP("window", "Edit")
REMOVE = QT_TRANSLATE_NOOP("window", "Remove")
PUT_BACK = QT_TRANSLATE_NOOP("window", "Put back")
PUT_BACK_NAMED = QT_TRANSLATE_NOOP("window", "Put back the shift of {day}, {times}")
EDIT_NAMED = QT_TRANSLATE_NOOP("window", "Edit the shift of {day}, {times}")
ADD_SHIFT = QT_TRANSLATE_NOOP("window", "Add a shift")

# A shift by hand
ADD_TITLE = QT_TRANSLATE_NOOP("window", "A shift by hand")
EDIT_TITLE = QT_TRANSLATE_NOOP("window", "Edit the shift of {day}")
EDIT_OF_SOURCE = QT_TRANSLATE_NOOP(
    "window",
    "It comes from “{name}”. Once you change it, it is yours: later changes there do not reach it.",
)
FIELD_DATE = QT_TRANSLATE_NOOP("window", "Day")
DATE_HINT = QT_TRANSLATE_NOOP("window", "2026-11-23")
FIELD_START = QT_TRANSLATE_NOOP("window", "From")
FIELD_END = QT_TRANSLATE_NOOP("window", "To")
FIELD_NAME = QT_TRANSLATE_NOOP("window", "Name, if you like")
FIELD_BREAKS = QT_TRANSLATE_NOOP("window", "Breaks")
BREAKS_HINT = QT_TRANSLATE_NOOP("window", "12:00-12:30, 15:00-15:15")
FIELD_PLACE = QT_TRANSLATE_NOOP("window", "Where you work")
SAVE = QT_TRANSLATE_NOOP("window", "Save")
CANCEL = QT_TRANSLATE_NOOP("window", "Cancel")
MEANING = QT_TRANSLATE_NOOP("window", "{length}, on {day}.")
MEANING_NIGHT = QT_TRANSLATE_NOOP("window", "{length}, from {day} into the next day.")
WITHOUT_BREAKS = QT_TRANSLATE_NOOP("window", "{length} without breaks.")
DATE_UNCLEAR = QT_TRANSLATE_NOOP(
    "window", "“{text}” is no day. Write year, month and day, such as 2026-11-23."
)
TIME_UNCLEAR = QT_TRANSLATE_NOOP("window", "“{text}” is no time of day. Write 9:00 or 21:30.")
TIMES_MISSING = QT_TRANSLATE_NOOP("window", "Say when the shift starts and when it ends.")
BREAK_UNCLEAR = QT_TRANSLATE_NOOP("window", "“{text}” is no break. Write 12:00-12:30.")
ADDED = QT_TRANSLATE_NOOP("window", "The shift is added.")
CHANGED = QT_TRANSLATE_NOOP("window", "The shift is changed.")
WAS_PUT_BACK = QT_TRANSLATE_NOOP("window", "The shift is back.")
REMOVED = QT_TRANSLATE_NOOP("window", "The shift is removed.")
UNDO = QT_TRANSLATE_NOOP("window", "Undo")
UNDONE = QT_TRANSLATE_NOOP("window", "It is as it was before.")

# A weekly pattern
PATTERN_TITLE = QT_TRANSLATE_NOOP("window", "The same shifts every week")
PATTERN_CHANGE_TITLE = QT_TRANSLATE_NOOP("window", "Change “{name}”")
WEEKDAYS = (
    QT_TRANSLATE_NOOP("window", "Mon"),
    QT_TRANSLATE_NOOP("window", "Tue"),
    QT_TRANSLATE_NOOP("window", "Wed"),
    QT_TRANSLATE_NOOP("window", "Thu"),
    QT_TRANSLATE_NOOP("window", "Fri"),
    QT_TRANSLATE_NOOP("window", "Sat"),
    QT_TRANSLATE_NOOP("window", "Sun"),
)
WEEKDAY_NAMES = (
    QT_TRANSLATE_NOOP("window", "Monday"),
    QT_TRANSLATE_NOOP("window", "Tuesday"),
    QT_TRANSLATE_NOOP("window", "Wednesday"),
    QT_TRANSLATE_NOOP("window", "Thursday"),
    QT_TRANSLATE_NOOP("window", "Friday"),
    QT_TRANSLATE_NOOP("window", "Saturday"),
    QT_TRANSLATE_NOOP("window", "Sunday"),
)
DAYS_OF_LINE = QT_TRANSLATE_NOOP("window", "Days")
MORE_HOURS = QT_TRANSLATE_NOOP("window", "Other hours on other days")
DROP_LINE = QT_TRANSLATE_NOOP("window", "Drop these hours")
EVERY = QT_TRANSLATE_NOOP("window", "How often")
EVERY_WEEK = QT_TRANSLATE_NOOP("window", "Every week")
EVERY_WEEKS = QT_TRANSLATE_NOOP("window", "Every {count} weeks")
FIELD_FROM = QT_TRANSLATE_NOOP("window", "From")
FIELD_UNTIL = QT_TRANSLATE_NOOP("window", "Until, if it ends")
DAYS_MISSING = QT_TRANSLATE_NOOP("window", "Choose the days of the week.")
PATTERN_MEANING = QT_TRANSLATE_NOOP("window", "{count} shifts in such a week, {planned}.")
PATTERN_MEANING_ONE = QT_TRANSLATE_NOOP("window", "1 shift in such a week, {planned}.")
PATTERN_CHANGED = QT_TRANSLATE_NOOP("window", "“{name}” is changed.")
KEPT_ONE = QT_TRANSLATE_NOOP("window", "“{name}” is kept, with 1 shift.")
KEPT_MANY = QT_TRANSLATE_NOOP("window", "“{name}” is kept, with {count} shifts.")

# A calendar
SUBSCRIBE_TITLE = QT_TRANSLATE_NOOP("window", "Subscribe to a calendar")
SUBSCRIBE_INTRO = QT_TRANSLATE_NOOP(
    "window",
    "Paste the address that your calendar gives for other programs (iCal, ICS). It often is a "
    "secret: it goes into the system's keyring, and into no file, log or report.",
)
CHANGE_EVENTS_TITLE = QT_TRANSLATE_NOOP("window", "Which events of “{name}” are shifts")
CHANGE_EVENTS_INTRO = QT_TRANSLATE_NOOP(
    "window",
    "Choose anew and look what would change. Coming shifts follow; those that have begun stay.",
)
CHANGE_EVENTS_ACT = QT_TRANSLATE_NOOP("window", "Use these shifts")
KEEPING_CHANGE = QT_TRANSLATE_NOOP("window", "Changing it.")
FOUND_NONE_CHANGE = QT_TRANSLATE_NOOP(
    "window", "Change the words above and look again: as it is now, no shift would be left."
)
WOULD_ADD = QT_TRANSLATE_NOOP("window", "Added: {line}")
WOULD_MOVE = QT_TRANSLATE_NOOP("window", "Changed: {line}")
WOULD_REMOVE = QT_TRANSLATE_NOOP("window", "Taken off: {line}")
WOULD_CHANGE_TITLE = QT_TRANSLATE_NOOP("window", "What would change")
WOULD_CHANGE_NOTHING = QT_TRANSLATE_NOOP("window", "No coming shift would change.")
EVENTS_CHANGED = QT_TRANSLATE_NOOP("window", "“{name}” is read so from now on.")
FILE_TITLE = QT_TRANSLATE_NOOP("window", "Shifts from {file}")
FILE_INTRO = QT_TRANSLATE_NOOP(
    "window", "The file is read once. Import it again when it changes: the same name replaces it."
)
FIELD_ADDRESS = QT_TRANSLATE_NOOP("window", "Address")
ADDRESS_HINT = QT_TRANSLATE_NOOP("window", "https://… or webcal://…")
SHOW_ADDRESS = QT_TRANSLATE_NOOP("window", "Show the address")
SIGN_IN = QT_TRANSLATE_NOOP("window", "Sign in with a user name and a password (CalDAV)")
FIELD_USER = QT_TRANSLATE_NOOP("window", "User name")
FIELD_PASSWORD = QT_TRANSLATE_NOOP("window", "Password")
CHOOSE_CALENDAR = QT_TRANSLATE_NOOP("window", "Calendar")
CALENDARS = QT_TRANSLATE_NOOP("window", "The server has {count} calendars for you")
CALENDARS_HINT = QT_TRANSLATE_NOOP("window", "Choose the one with your shifts, then look inside.")
FIELD_SOURCE_NAME = QT_TRANSLATE_NOOP("window", "Name")
DEFAULT_SOURCE_NAME = QT_TRANSLATE_NOOP("window", "Work calendar")
FIELD_SUMMARY = QT_TRANSLATE_NOOP("window", "Only events called")
SUMMARY_HINT = QT_TRANSLATE_NOOP("window", "*shift*, empty for all")
FIELD_CATEGORY = QT_TRANSLATE_NOOP("window", "Or of the category")
FIELD_CALENDAR_PLACE = QT_TRANSLATE_NOOP("window", "Where you work, unless the calendar says")
LOOK_INSIDE = QT_TRANSLATE_NOOP("window", "Look inside")
LOOK_AGAIN = QT_TRANSLATE_NOOP("window", "Look again")
LOOKING = QT_TRANSLATE_NOOP("window", "Looking inside. It takes up to 40 s.")
KEEPING = QT_TRANSLATE_NOOP("window", "Keeping it. The keyring may ask for its password.")
FOUND_SHIFTS = QT_TRANSLATE_NOOP("window", "{count} of {events} events are shifts")
FOUND_ONE = QT_TRANSLATE_NOOP("window", "1 of {events} events is a shift")
FOUND_NONE = QT_TRANSLATE_NOOP("window", "None of {events} events is a shift")
FOUND_EMPTY = QT_TRANSLATE_NOOP("window", "The calendar has no events in the next 60 days")
FOUND_NONE_HINT = QT_TRANSLATE_NOOP(
    "window", "Change the words above and look again, or keep it: shifts may come later."
)
FOUND_LINE = QT_TRANSLATE_NOOP("window", "{day}, {times}, {place}")
FOUND_LINE_BREAKS = QT_TRANSLATE_NOOP("window", "{line}, {breaks}")
FOUND_NAMED = QT_TRANSLATE_NOOP("window", "{line}: “{name}”")
LEFT_OUT_TITLE = QT_TRANSLATE_NOOP("window", "No shifts")
LEFT_OUT_LINE = QT_TRANSLATE_NOOP("window", "“{name}”, {day}: {reason}")
NO_SUMMARY = QT_TRANSLATE_NOOP("window", "without a name")
FAULTS_TITLE = QT_TRANSLATE_NOOP("window", "Not understood")
AND_MORE = QT_TRANSLATE_NOOP("window", "And {count} more.")
SUBSCRIBE_ACT = QT_TRANSLATE_NOOP("window", "Subscribe")
IMPORT_ACT_ONE = QT_TRANSLATE_NOOP("window", "Import 1 shift")
IMPORT_ACT_MANY = QT_TRANSLATE_NOOP("window", "Import {count} shifts")
FILE_DIALOG = QT_TRANSLATE_NOOP("window", "Choose a calendar file")
FILE_KINDS = QT_TRANSLATE_NOOP("window", "Calendars (*.ics *.ical *.ifb);;All files (*)")

# Where shifts come from
SOURCES_TITLE = QT_TRANSLATE_NOOP("window", "Where your shifts come from")
SOURCES_EMPTY = QT_TRANSLATE_NOOP("window", "No calendar and no pattern yet.")
SUBSCRIBE = QT_TRANSLATE_NOOP("window", "Subscribe to a calendar")
IMPORT_FILE = QT_TRANSLATE_NOOP("window", "Import a file")
ADD_PATTERN = QT_TRANSLATE_NOOP("window", "Write down a week")
COMING_ONE = QT_TRANSLATE_NOOP("window", "1 shift to come")
COMING_MANY = QT_TRANSLATE_NOOP("window", "{count} shifts to come")
COMING_NONE = QT_TRANSLATE_NOOP("window", "no shift to come")
DAYS = QT_TRANSLATE_NOOP("window", "{count} days")
READ_AGO = QT_TRANSLATE_NOOP("window", "read {age} ago")
READ_JUST_NOW = QT_TRANSLATE_NOOP("window", "read just now")
NEVER_READ = QT_TRANSLATE_NOOP("window", "never read yet")
KEPT_AS_WAS = QT_TRANSLATE_NOOP("window", "What was known stays as it was.")
TRIED_AGAIN_AT = QT_TRANSLATE_NOOP("window", "It is tried again {time}.")
FRESH = QT_TRANSLATE_NOOP("window", "Up to date")
STALE = QT_TRANSLATE_NOOP("window", "May be out of date")
FAILING = QT_TRANSLATE_NOOP("window", "Tried again soon")
BROKEN = QT_TRANSLATE_NOOP("window", "Never read")
BEING_READ = QT_TRANSLATE_NOOP("window", "Being read")
REFRESH = QT_TRANSLATE_NOOP("window", "Refresh")
REFRESH_NAMED = QT_TRANSLATE_NOOP("window", "Refresh “{name}” now")
CHANGE = QT_TRANSLATE_NOOP("window", "Change")
CHANGE_EVENTS = QT_TRANSLATE_NOOP("window", "Change which events are shifts")
CHANGE_EVENTS_NAMED = QT_TRANSLATE_NOOP("window", "Change which events of “{name}” are shifts")
CHANGE_NAMED = QT_TRANSLATE_NOOP("window", "Change “{name}”")
REMOVE_SOURCE_NAMED = QT_TRANSLATE_NOOP("window", "Remove “{name}”")
REMOVE_ASKED = QT_TRANSLATE_NOOP("window", "Remove “{name}”?")
REMOVE_FACT_ONE = QT_TRANSLATE_NOOP(
    "window", "1 shift to come goes with it. Shifts that have begun stay."
)
REMOVE_FACT_MANY = QT_TRANSLATE_NOOP(
    "window", "{count} shifts to come go with it. Shifts that have begun stay."
)
REMOVE_ADDRESS = QT_TRANSLATE_NOOP("window", "Its address is taken out of the keyring.")
REMOVE_DO = QT_TRANSLATE_NOOP("window", "Remove it")
REMOVE_NOT = QT_TRANSLATE_NOOP("window", "Keep it")
SOURCE_REMOVED = QT_TRANSLATE_NOOP("window", "“{name}” is removed.")
NOT_REFRESHED = QT_TRANSLATE_NOOP("window", "“{name}” was not refreshed. {reason}")
REFRESHED_NOTHING = QT_TRANSLATE_NOOP("window", "Refreshed: nothing changed.")
REFRESHED_ONE = QT_TRANSLATE_NOOP("window", "Refreshed: 1 change.")
REFRESHED_MANY = QT_TRANSLATE_NOOP("window", "Refreshed: {count} changes.")

# What changed
NEWS_TITLE_ONE = QT_TRANSLATE_NOOP("window", "1 shift changed")
NEWS_TITLE_MANY = QT_TRANSLATE_NOOP("window", "{count} shifts changed")
NEWS = {
    ChangeKind.ADDED: QT_TRANSLATE_NOOP("window", "New: {after}."),
    ChangeKind.MOVED: QT_TRANSLATE_NOOP("window", "Moved: {after} in place of {before}."),
    ChangeKind.REMOVED: QT_TRANSLATE_NOOP("window", "Gone: {before}."),
}
NEWS_SAME_DAY = QT_TRANSLATE_NOOP("window", "Moved {day}: {after} in place of {before}.")
NEWS_WHEN = QT_TRANSLATE_NOOP("window", "{day}, {times}")
NEWS_SEEN = QT_TRANSLATE_NOOP("window", "Seen")

# The check before a shift
SETTINGS_TITLE = QT_TRANSLATE_NOOP("window", "Before and during a shift")
SETTINGS_INTRO = QT_TRANSLATE_NOOP(
    "window",
    "The check tests everything but microphone and headset, without a sound. Never during a call; "
    "on networks that count every byte it is the quick check. You hear of it only when something "
    "is not right, and once it is right again.",
)
FIRST = QT_TRANSLATE_NOOP("window", "The check runs")
SECOND = QT_TRANSLATE_NOOP("window", "Again, if it did not end well")
WHERE = QT_TRANSLATE_NOOP("window", "For shifts")
MICROPHONE = QT_TRANSLATE_NOOP("window", "Ask for a microphone test")
OFF = QT_TRANSLATE_NOOP("window", "Off")
NEVER = QT_TRANSLATE_NOOP("window", "Never")
IDLE = QT_TRANSLATE_NOOP("window", "A focus block asks after so long without a key")
IDLE_HINT = QT_TRANSLATE_NOOP(
    "window", "Then the time is no work until you say what it was. A call is never idle."
)
MINUTES = QT_TRANSLATE_NOOP("window", "{count}{space}min")
MINUTES_BEFORE = QT_TRANSLATE_NOOP("window", "{count}{space}min before")
AFTER_DAYS = QT_TRANSLATE_NOOP("window", "After {count} days")
AFTER_DAY = QT_TRANSLATE_NOOP("window", "After 1 day")
MICROPHONE_HINT = QT_TRANSLATE_NOOP(
    "window",
    "Only where your job requires a microphone and its last good test is that old. It records "
    "nothing before you agree.",
)
WATCH = QT_TRANSLATE_NOOP("window", "Watch the line during shifts at home")
WATCH_HINT = QT_TRANSLATE_NOOP(
    "window",
    "While this program is open or in the tray, one small packet a second goes to your router and "
    "to your job's voice server, about 10{space}kB a minute. When a call breaks off you have "
    "evidence: when, how much was lost, and on which side of your router.",
)
NO_PLACE = QT_TRANSLATE_NOOP("window", "Keep at least one place, or turn the check off.")

# When the app is not open
SYSTEM_TITLE = QT_TRANSLATE_NOOP("window", "When this program is not open")
SYSTEM_ASKING = QT_TRANSLATE_NOOP("window", "Asking the system.")
TIMER_OFF = QT_TRANSLATE_NOOP(
    "window",
    "Checks before shifts run while this program is open or in the tray, not otherwise. The "
    "system can look every {minutes}{space}min whether one is due; each look takes a moment and "
    "ends.",
)
TIMER_ON = QT_TRANSLATE_NOOP(
    "window", "The system looks every {minutes}{space}min whether a check before a shift is due."
)
TIMER_WRITTEN = QT_TRANSLATE_NOOP(
    "window", "The system is told to look whether a check is due, but does not follow it yet."
)
TIMER_UNKNOWN = QT_TRANSLATE_NOOP(
    "window", "The system is told to look whether a check is due; whether it does is not known."
)
TIMER_FOREIGN = QT_TRANSLATE_NOOP(
    "window",
    "The system looks for another installation of this program, or for other data. Turning it on "
    "here replaces that.",
)
TIMER_TO_DO = QT_TRANSLATE_NOOP("window", "Run this once to make it follow:")
TIMER_WHERE = QT_TRANSLATE_NOOP("window", "Written in {places}.")
TIMER_TURN_ON = QT_TRANSLATE_NOOP("window", "Let the system look")
TIMER_TURN_OFF = QT_TRANSLATE_NOOP("window", "Stop it looking")
AUTOSTART = QT_TRANSLATE_NOOP("window", "Start this program at login, in the tray")
SYSTEM_TROUBLE = QT_TRANSLATE_NOOP("window", "The system cannot be asked. {reason}")

# The why-log
WHY_TITLE = QT_TRANSLATE_NOOP("window", "What you were told, and why")
WHY_EMPTY = QT_TRANSLATE_NOOP(
    "window",
    "Nothing yet. Each check that runs by itself leaves a line here, also when there was nothing "
    "to tell.",
)
WHY_MORE = QT_TRANSLATE_NOOP("window", "Show older ones")
WHEN_TODAY = QT_TRANSLATE_NOOP("window", "Today {time}")
WHEN_EARLIER = QT_TRANSLATE_NOOP("window", "{date} {time}")
