"""What the user reads about calendars that cannot be had or read. No sentence holds an address."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# The address.
NO_ADDRESS = QT_TRANSLATE_NOOP(
    "calendars",
    "This is no address of a calendar. It begins with https:// or webcal://: copy it as a whole.",
)
FOREIGN_SCHEME = QT_TRANSLATE_NOOP(
    "calendars",
    "Calendars are fetched from addresses that begin with https://, webcal:// or http:// only.",
)
ADDRESS_TOO_LONG = QT_TRANSLATE_NOOP(
    "calendars", "The address is longer than the {most} characters that a keyring keeps."
)
NOT_ENCRYPTED = QT_TRANSLATE_NOOP(
    "calendars",
    "This address is not encrypted: others on the way can read the calendar and its address. "
    "Use an address that begins with https:// if there is one.",
)
PASSWORD_NOT_ENCRYPTED = QT_TRANSLATE_NOOP(
    "calendars",
    "This address is not encrypted: others on the way can read the password and the calendar. "
    "Use an address that begins with https:// if there is one.",
)

# The file.
NOT_A_CALENDAR = QT_TRANSLATE_NOOP(
    "calendars", "This is no calendar. A calendar file (.ics) begins with BEGIN:VCALENDAR."
)
WEB_PAGE = QT_TRANSLATE_NOOP(
    "calendars",
    "This is a web page and no calendar. Copy the address of the calendar itself (iCal, ICS); "
    "an address that asks for a sign-in does not work.",
)
CUT_SHORT = QT_TRANSLATE_NOOP(
    "calendars", "The calendar ends in the middle. Nothing of it is used; fetch it again."
)
TOO_LARGE = QT_TRANSLATE_NOOP(
    "calendars", "The calendar is larger than {most} MB. Ask for one with fewer past events."
)
TOO_MANY_EVENTS = QT_TRANSLATE_NOOP(
    "calendars",
    "More than {most} events of the calendar have to do with these weeks: too many to read.",
)
TOO_SLOW_TO_READ = QT_TRANSLATE_NOOP(
    "calendars", "The calendar could not be read within {limit} seconds."
)
TOO_BIG_TO_READ = QT_TRANSLATE_NOOP(
    "calendars", "Reading the calendar takes more memory than it may have."
)
NOT_READABLE = QT_TRANSLATE_NOOP(
    "calendars", "The calendar could not be read: the program that reads it ended."
)

# The way to the server.
NO_CONNECTION = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's server cannot be reached. Look at your internet connection."
)
NAME_UNKNOWN = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's server is not known by its name. Check the address."
)
TIMED_OUT = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's server took longer than {limit} seconds."
)
NOT_TRUSTED = QT_TRANSLATE_NOOP(
    "calendars",
    "The calendar's server cannot prove who it is (its certificate is not trusted). "
    "Nothing was sent to it.",
)
NOT_SECURED = QT_TRANSLATE_NOOP(
    "calendars", "No encrypted connection to the calendar's server could be made."
)
ENDED_EARLY = QT_TRANSLATE_NOOP(
    "calendars", "The connection to the calendar's server ended before the calendar was here."
)
ODD_ANSWER = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's server answered in a way that cannot be understood."
)
REDIRECTED_ELSEWHERE = QT_TRANSLATE_NOOP(
    "calendars",
    "The calendar's server points to a place that is not encrypted or not on the web. "
    "It was not followed.",
)
TOO_MANY_REDIRECTS = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's server points from place to place without end."
)

# The server.
SIGN_IN_NEEDED = QT_TRANSLATE_NOOP(
    "calendars",
    "The calendar's server asks for a sign-in. Copy the secret address of the calendar again, "
    "or give a user name and a password.",
)
SIGN_IN_REFUSED = QT_TRANSLATE_NOOP(
    "calendars",
    "The calendar's server does not take this user name and password. "
    "Where you sign in with a code as well, it wants an app password: make one in your account.",
)
SIGN_IN_FOREIGN = QT_TRANSLATE_NOOP(
    "calendars",
    "The calendar's server wants another kind of sign-in than a user name and a password. "
    "Use the secret address of the calendar (iCal, ICS) instead.",
)
NO_CALENDAR_SERVER = QT_TRANSLATE_NOOP(
    "calendars",
    "There is no calendar server (CalDAV) at this address. Copy the address that your calendar "
    "gives for other programs.",
)
NO_CALENDARS = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's server has no calendar with events for you."
)
NO_SUCH_CALENDAR = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's server has no calendar named “{name}” for you."
)
OTHER_SERVER = QT_TRANSLATE_NOOP(
    "calendars",
    "The server points to another one, {place}: your password was not sent there. "
    "If it is right, give that address yourself.",
)
OTHER_SERVER_NOW = QT_TRANSLATE_NOOP(
    "calendars",
    "The calendar's server points to another one: your password was not sent there. "
    "Subscribe to the calendar again.",
)
FORBIDDEN = QT_TRANSLATE_NOOP(
    "calendars",
    "The calendar's server does not give out the calendar. "
    "Share it again, and copy its new address.",
)
NOT_FOUND = QT_TRANSLATE_NOOP(
    "calendars", "The calendar is not at its address. Copy the address again."
)
GONE = QT_TRANSLATE_NOOP(
    "calendars", "The calendar is gone from its address for good. Subscribe to its new address."
)
TOO_MANY_REQUESTS = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's server asks to be left alone for a while."
)
SERVER_TROUBLE = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's server has a problem of its own ({status})."
)
REFUSED = QT_TRANSLATE_NOOP("calendars", "The calendar's server refused ({status}).")

# The keyring.
KEYRING_ABSENT = QT_TRANSLATE_NOOP(
    "calendars",
    "This system has no keyring that could keep the calendar's secret address. "
    "Set the environment variable {variable} to the address instead.",
)
KEYRING_LOCKED = QT_TRANSLATE_NOOP(
    "calendars", "The system's keyring is locked: unlock it to fetch the calendar."
)
KEYRING_SILENT = QT_TRANSLATE_NOOP(
    "calendars", "The system's keyring did not answer: perhaps it asks for its password."
)
KEYRING_FAILED = QT_TRANSLATE_NOOP("calendars", "The system's keyring failed.")
ADDRESS_MISSING = QT_TRANSLATE_NOOP(
    "calendars", "The calendar's address is not in the keyring any more. Subscribe to it again."
)

# One event that is left out.
EVENT = QT_TRANSLATE_NOOP("calendars", "“{name}” on {day}: {reason}")
EVENT_WITHOUT_DAY = QT_TRANSLATE_NOOP("calendars", "“{name}”: {reason}")
NAMELESS = QT_TRANSLATE_NOOP("calendars", "(no name)")
MORE_EVENTS = QT_TRANSLATE_NOOP("calendars", "{count} more events cannot be understood.")
EVENT_NOT_WHOLE = QT_TRANSLATE_NOOP("calendars", "the event ends in the middle.")
EVENT_WITHOUT_START = QT_TRANSLATE_NOOP("calendars", "it has no start.")
EVENT_TIME_UNREADABLE = QT_TRANSLATE_NOOP("calendars", "its times cannot be understood ({detail}).")
EVENT_ZONE_UNKNOWN = QT_TRANSLATE_NOOP("calendars", "its time zone “{detail}” is not known.")
EVENT_TIMES_MIXED = QT_TRANSLATE_NOOP(
    "calendars", "its start and its end are written in different ways."
)
EVENT_REVERSED = QT_TRANSLATE_NOOP("calendars", "it ends before it starts.")
EVENT_TOO_OFTEN = QT_TRANSLATE_NOOP("calendars", "it repeats too often to be a shift.")
EVENT_ENDLESS = QT_TRANSLATE_NOOP("calendars", "it takes too long to work out when it takes place.")
EVENT_AMBIGUOUS = QT_TRANSLATE_NOOP(
    "calendars", "several events have the same identity, and exceptions from which is not told."
)
EVENT_WITHHELD = QT_TRANSLATE_NOOP("calendars", "its server did not give it out.")
EVENT_UNREADABLE = QT_TRANSLATE_NOOP("calendars", "it cannot be understood.")
