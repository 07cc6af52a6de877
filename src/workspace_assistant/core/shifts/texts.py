"""What shifts tell a person."""

from __future__ import annotations

from workspace_assistant.core.shifts.choosing_reasons import LeftOutReason
from workspace_assistant.core.shifts.model import Place, SourceKind
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

BY_HAND = QT_TRANSLATE_NOOP("shifts", "By hand")

PLACES = {
    Place.HOME: QT_TRANSLATE_NOOP("shifts", "Home"),
    Place.OFFICE: QT_TRANSLATE_NOOP("shifts", "Office"),
    Place.OTHER: QT_TRANSLATE_NOOP("shifts", "Elsewhere"),
}
KINDS = {
    SourceKind.HAND: QT_TRANSLATE_NOOP("shifts", "Written down by hand"),
    SourceKind.PATTERN: QT_TRANSLATE_NOOP("shifts", "Weekly pattern"),
    SourceKind.FILE: QT_TRANSLATE_NOOP("shifts", "Calendar file"),
    SourceKind.SUBSCRIPTION: QT_TRANSLATE_NOOP("shifts", "Calendar subscription"),
}
LEFT_OUT = {
    LeftOutReason.NOT_IN_FILTER: QT_TRANSLATE_NOOP(
        "shifts", "Neither its title nor its categories are those of shifts."
    ),
    LeftOutReason.ALL_DAY: QT_TRANSLATE_NOOP("shifts", "It lasts all day, without times."),
    LeftOutReason.PLACE_OF_DAY: QT_TRANSLATE_NOOP(
        "shifts", "It says where the shifts of that day are worked."
    ),
    LeftOutReason.CANCELLED: QT_TRANSLATE_NOOP("shifts", "It is canceled."),
    LeftOutReason.BREAK_ALONE: QT_TRANSLATE_NOOP("shifts", "It is a break that lies in no shift."),
    LeftOutReason.NO_LENGTH: QT_TRANSLATE_NOOP("shifts", "It does not end after it starts."),
    LeftOutReason.TOO_LONG: QT_TRANSLATE_NOOP("shifts", "It lasts longer than 24 hours."),
}
TOO_LONG_EVENT = QT_TRANSLATE_NOOP(
    "shifts", "“{name}” from {start} lasts longer than 24 hours, so it is no shift."
)

# Writing shifts down
ENDS_BEFORE_START = QT_TRANSLATE_NOOP("shifts", "A shift has to end after it starts.")
TOO_LONG = QT_TRANSLATE_NOOP("shifts", "A shift lasts 24 hours at most.")
BREAK_OUTSIDE = QT_TRANSLATE_NOOP(
    "shifts", "A break has to lie inside its shift, and to be shorter than it."
)
BREAKS_OVERLAP = QT_TRANSLATE_NOOP("shifts", "Two breaks overlap.")
TIME_TAKEN = QT_TRANSLATE_NOOP(
    "shifts", "There is a shift at that time: {start} to {end}. Change that one, or take it off."
)
NO_SUCH_SHIFT = QT_TRANSLATE_NOOP("shifts", "No shift has an id that begins with “{beginning}”.")
SEVERAL_SHIFTS = QT_TRANSLATE_NOOP(
    "shifts", "Several shifts have an id that begins with “{beginning}”. Give more of it."
)
NOTHING_TO_CHANGE = QT_TRANSLATE_NOOP("shifts", "Nothing is said that is to be different.")

# Weekly patterns
NO_LINES = QT_TRANSLATE_NOOP("shifts", "A weekly pattern needs a day and its times.")
NO_PATTERN = QT_TRANSLATE_NOOP(
    "shifts", "“{text}” is no pattern such as Mon-Fri 08:00-16:00 or Sat,Sun 22:00-06:00."
)
PATTERN_WITHOUT_LENGTH = QT_TRANSLATE_NOOP(
    "shifts", "In “{text}” the shift ends when it starts. It may last up to 23 hours 59 minutes."
)
PATTERN_TOO_LONG = QT_TRANSLATE_NOOP(
    "shifts",
    "In “{text}” the shift would last {length}. Times are those of 24 hours: 17:00, not 5.",
)
NO_TIMES = QT_TRANSLATE_NOOP("shifts", "“{text}” are no times such as 12:00-12:30.")
PATTERN_OVERLAPS = QT_TRANSLATE_NOOP("shifts", "Two shifts of this pattern overlap.")
PATTERN_ENDS_FIRST = QT_TRANSLATE_NOOP("shifts", "The pattern ends before it begins.")
PATTERN_WITHOUT_SHIFTS = QT_TRANSLATE_NOOP(
    "shifts", "This pattern has no shift that is still to come."
)
PATTERN_WEEKS = QT_TRANSLATE_NOOP("shifts", "A pattern repeats every 1 to 52 weeks.")
NO_ZONE = QT_TRANSLATE_NOOP("shifts", "“{zone}” is no time zone such as Europe/Madrid.")

# Sources
NO_NAME = QT_TRANSLATE_NOOP("shifts", "A source of shifts needs a name.")
NAME_TAKEN = QT_TRANSLATE_NOOP(
    "shifts", "There is a source named “{name}” already. Remove it first, or choose another name."
)
NO_SUCH_SOURCE = QT_TRANSLATE_NOOP("shifts", "There is no source of shifts named “{name}”.")
SEVERAL_SOURCES = QT_TRANSLATE_NOOP(
    "shifts", "Several sources have an id that begins with “{name}”. Give more of it."
)
HAND_STAYS = QT_TRANSLATE_NOOP(
    "shifts", "Shifts that were written down by hand are removed one by one."
)
NO_PATTERN_SOURCE = QT_TRANSLATE_NOOP("shifts", "“{name}” is no weekly pattern.")
NO_SUBSCRIPTION = QT_TRANSLATE_NOOP(
    "shifts",
    "“{name}” is no calendar subscription. Of a file, import it again with other words; of a "
    "pattern or shifts by hand there is nothing to choose from.",
)
NOT_REFRESHED = QT_TRANSLATE_NOOP(
    "shifts", "“{name}” came from a file, which is read once. Import the new file under that name."
)
ADDRESS_STAYS = QT_TRANSLATE_NOOP(
    "shifts", "Its address may still be in the system's keyring: {reason}"
)
EMPTY_CALENDAR = QT_TRANSLATE_NOOP(
    "shifts",
    "The calendar is empty now, though it had shifts to come. It is believed when it is still "
    "empty an hour later, or when you refresh it again.",
)
NO_ANSWER = QT_TRANSLATE_NOOP("shifts", "The server sent no calendar. Try again later.")
