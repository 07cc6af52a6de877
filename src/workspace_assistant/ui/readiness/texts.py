"""Every sentence of the readiness page."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# The hero: one answer in plain words.
OPENING = QT_TRANSLATE_NOOP("window", "Reading your last check")
FIRST_TIME = QT_TRANSLATE_NOOP("window", "Find out whether you can take calls")
FIRST_STEPS = (
    QT_TRANSLATE_NOOP(
        "window",
        "One check looks at your computer and its connection, listens to your microphone while "
        "you read one sentence aloud, then measures your internet line.",
    ),
    QT_TRANSLATE_NOOP(
        "window", "It takes about {seconds} seconds and moves up to {megabytes} MB of data."
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "Sound is measured and dropped at once, results stay on this computer, and only your "
        "own network, the line test's server and those your profile names are asked.",
    ),
)
READY = QT_TRANSLATE_NOOP("window", "You can start")

PARTLY_READY = QT_TRANSLATE_NOOP("window", "Ready as far as tested")
PARTLY_CAUTION_ONE = QT_TRANSLATE_NOOP("window", "Ready as far as tested, with one caution")
PARTLY_CAUTION_MANY = QT_TRANSLATE_NOOP("window", "Ready as far as tested, with {count} cautions")
CAUTION_ONE = QT_TRANSLATE_NOOP("window", "You can start, with one caution")
CAUTION_MANY = QT_TRANSLATE_NOOP("window", "You can start, with {count} cautions")
NOT_READY = QT_TRANSLATE_NOOP("window", "Not ready yet")
NOT_TESTED = QT_TRANSLATE_NOOP("window", "Not everything could be tested")
OFFLINE = QT_TRANSLATE_NOOP("window", "This computer is offline")
OFFLINE_SENTENCE = QT_TRANSLATE_NOOP(
    "window", "Connect it by cable or Wi\u2011Fi, then check again."
)
# One name, several names.
STANDS_IN_THE_WAY = (
    QT_TRANSLATE_NOOP("window", "{names} stands in the way."),
    QT_TRANSLATE_NOOP("window", "{names} stand in the way."),
)
NEEDS_A_LOOK = (
    QT_TRANSLATE_NOOP("window", "{names} needs a look."),
    QT_TRANSLATE_NOOP("window", "{names} need a look."),
)
WAS_NOT_TESTED = (
    QT_TRANSLATE_NOOP("window", "{names} was not tested."),
    QT_TRANSLATE_NOOP("window", "{names} were not tested."),
)
IS_READY = (
    QT_TRANSLATE_NOOP("window", "{names} is ready."),
    QT_TRANSLATE_NOOP("window", "{names} are ready."),
)
NOT_MEASURED_LIMITS = QT_TRANSLATE_NOOP("window", "Not measured: {names}.")
INSIDE_ONLY = QT_TRANSLATE_NOOP("window", "Measured inside this computer only")
GAPS = QT_TRANSLATE_NOOP("window", "Not measured: {names}")
INSIDE_THIS_COMPUTER = (
    QT_TRANSLATE_NOOP(
        "window",
        "{names} was measured inside this computer alone, which says nothing about your internet "
        "connection.",
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "{names} were measured inside this computer alone, which says nothing about your internet "
        "connection.",
    ),
)
STALE_TODAY = QT_TRANSLATE_NOOP("window", "From {clock}. Check again.")
STALE_YESTERDAY = QT_TRANSLATE_NOOP("window", "From yesterday {clock}. Check again.")
STALE_DATE = QT_TRANSLATE_NOOP("window", "From {date}, {clock}. Check again.")
OTHER_PROFILE = QT_TRANSLATE_NOOP("window", "Checked against {profile}. Check again.")
EARLIER_PROFILE = QT_TRANSLATE_NOOP("window", "Checked against an earlier {profile}. Check again.")
OTHER_PROFILE_SENTENCE = QT_TRANSLATE_NOOP(
    "window", "The answer then: {verdict}. {profile} may ask for more."
)
STALE_SENTENCE = QT_TRANSLATE_NOOP(
    "window", "The answer then: {verdict}. Much can change in a home in a few hours."
)
FAILED = QT_TRANSLATE_NOOP("window", "The check did not finish")
PROGRAM_FAULT = QT_TRANSLATE_NOOP(
    "window",
    "A fault in this program stopped it; your workplace may be fine. Check again. If it happens "
    "twice, send the log to your help desk.",
)
NOT_RUN = QT_TRANSLATE_NOOP(
    "window",
    "The check before your shift could not be run; your workplace may be fine. Check again. If it "
    "happens twice, send the log to your help desk.",
)
PROGRAM_FAULT_ELSEWHERE = QT_TRANSLATE_NOOP(
    "window", "Something in this program went wrong. Your results are safe; details are in the log."
)
NOT_SAVED = QT_TRANSLATE_NOOP("window", "The result is shown but not saved. {reason}")
HISTORY_UNREADABLE = QT_TRANSLATE_NOOP("window", "Earlier checks cannot be read. {reason}")

# While it runs.
STAY_QUIET = QT_TRANSLATE_NOOP("window", "Stay quiet for a moment")
READ_ALOUD = QT_TRANSLATE_NOOP("window", "Speak now")
CHECKING = QT_TRANSLATE_NOOP("window", "Checking: {names}")
CHECKING_ONE = {
    "computer": QT_TRANSLATE_NOOP("window", "Looking at your computer"),
    "microphone": QT_TRANSLATE_NOOP("window", "Listening to your microphone"),
    "headset": QT_TRANSLATE_NOOP("window", "Looking at your headset"),
    "bandwidth": QT_TRANSLATE_NOOP("window", "Measuring your line"),
    "connection": QT_TRANSLATE_NOOP("window", "Looking at your connection"),
    "voice-path": QT_TRANSLATE_NOOP("window", "Following voice packets on their way"),
    "endpoints": QT_TRANSLATE_NOOP("window", "Knocking at your employer's systems"),
}
STARTING = QT_TRANSLATE_NOOP("window", "Starting the check")
FINISHING = QT_TRANSLATE_NOOP("window", "Saving the result")
CANCELLING = QT_TRANSLATE_NOOP("window", "Stopping the check")
SECONDS_LEFT = QT_TRANSLATE_NOOP("window", "About {seconds} s left.")
ALMOST_DONE = QT_TRANSLATE_NOOP("window", "Almost done.")
TAKES_LONGER = QT_TRANSLATE_NOOP("window", "Takes a little longer than usual.")
WAITING = QT_TRANSLATE_NOOP("window", "Waiting")
WAITING_DETAIL = QT_TRANSLATE_NOOP("window", "Starts when the checks before it are done.")
WAITING_BESIDE = QT_TRANSLATE_NOOP("window", "Starts in a moment, beside the others.")
MEASURING = QT_TRANSLATE_NOOP("window", "Measuring")
QUIET_NUMBER = QT_TRANSLATE_NOOP("window", "Quiet")
SPEAK_NUMBER = QT_TRANSLATE_NOOP("window", "Speak")
PHASE_LEFT = QT_TRANSLATE_NOOP("window", "{seconds} s left")
RATE_DOWN = QT_TRANSLATE_NOOP("window", "Mbit/s down")
RATE_UP = QT_TRANSLATE_NOOP("window", "Mbit/s up")

# Cards.
CPU_UNIT = QT_TRANSLATE_NOOP("window", "processor")
CPU_MEMORY_UNIT = QT_TRANSLATE_NOOP("window", "processor, {memory} memory")
BUSIEST = QT_TRANSLATE_NOOP("window", "Busiest: {programs}")
ON_BATTERY = QT_TRANSLATE_NOOP("window", "Runs on battery")
PLUGGED_IN = QT_TRANSLATE_NOOP("window", "Plugged in")
LEVEL_GOOD = QT_TRANSLATE_NOOP("window", "dBov, good level")
LEVEL_QUIET = QT_TRANSLATE_NOOP("window", "dBov, quiet")
LEVEL_LOUD = QT_TRANSLATE_NOOP("window", "dBov, loud")
LEVEL_PLAIN = QT_TRANSLATE_NOOP("window", "dBov speech level")
ABOVE_ROOM = QT_TRANSLATE_NOOP("window", "Voice {difference} above the room")
SILENT = QT_TRANSLATE_NOOP("window", "Silent")
SILENT_DETAIL = QT_TRANSLATE_NOOP("window", "No sound arrives, not even the noise of the room.")
HEARS_UP_TO = QT_TRANSLATE_NOOP("window", "Hears tones up to {tone}")
CONNECTIONS = {
    "usb": QT_TRANSLATE_NOOP("window", "USB"),
    "jack": QT_TRANSLATE_NOOP("window", "Jack"),
    "bluetooth": QT_TRANSLATE_NOOP("window", "Bluetooth"),
    "hdmi": QT_TRANSLATE_NOOP("window", "HDMI"),
    "built-in": QT_TRANSLATE_NOOP("window", "Built in"),
    "virtual": QT_TRANSLATE_NOOP("window", "Virtual"),
}
HEADSET_FOUND = QT_TRANSLATE_NOOP("window", "Connected")
HEAR_THROUGH = QT_TRANSLATE_NOOP("window", "You hear through {name}")
LEAK = QT_TRANSLATE_NOOP("window", "The microphone hears {level} of what is played")
NOT_PLAYED = QT_TRANSLATE_NOOP("window", "Nothing was played, so leak and hearing are open.")
TRY_HEADSET = QT_TRANSLATE_NOOP("window", "Try the headset")
RATES_BOTH = QT_TRANSLATE_NOOP("window", "Mbit/s down / up")
RATES_NEEDED = QT_TRANSLATE_NOOP("window", "Needs {download} / {upload}")
DELAY_BOTH = QT_TRANSLATE_NOOP("window", "Delay {idle}, {loaded} when busy")
DELAY_IDLE = QT_TRANSLATE_NOOP("window", "Delay {idle}")
NOTHING_MEASURED = QT_TRANSLATE_NOOP("window", "Not measured")
TESTED_WITHOUT_NUMBER = QT_TRANSLATE_NOOP("window", "Tested")
PREVIEW_TAKES = QT_TRANSLATE_NOOP("window", "About {seconds} s")
PREVIEW_DATA = QT_TRANSLATE_NOOP("window", "About {seconds} s, up to {megabytes} MB")
PREVIEW_BESIDE = QT_TRANSLATE_NOOP("window", "Beside all others, less than 1 MB")
PREVIEWS = {
    "computer": QT_TRANSLATE_NOOP("window", "How busy processor and memory are, and with what."),
    "microphone": QT_TRANSLATE_NOOP(
        "window", "A moment of quiet for the room, then one sentence that you read aloud."
    ),
    "headset": QT_TRANSLATE_NOOP(
        "window", "How your headset is connected, what is muted, and which device calls use."
    ),
    "bandwidth": QT_TRANSLATE_NOOP(
        "window", "Download, upload, and the delay of answers while the line is busy."
    ),
    "connection": QT_TRANSLATE_NOOP(
        "window", "Cable or Wi\u2011Fi, how near your router is, VPN, and how names are found."
    ),
    "voice-path": QT_TRANSLATE_NOOP(
        "window",
        "Voice-like packets to your employer's server and back: how calls will sound, and where "
        "the way is weak.",
    ),
    "endpoints": QT_TRANSLATE_NOOP(
        "window", "Whether each system that your job needs answers, step by step."
    ),
}
LEFT_OUT = QT_TRANSLATE_NOOP("window", "You left this out, though your job requires it.")
NO_REASON = QT_TRANSLATE_NOOP("window", "No reason is known.")
METER_NAME = QT_TRANSLATE_NOOP("window", "Microphone level")
CURVE_TEXT = QT_TRANSLATE_NOOP("window", "Throughput curve, now {rate} Mbit/s")
CURVE_LIMIT_TEXT = QT_TRANSLATE_NOOP(
    "window", "Throughput curve, now {rate} Mbit/s, needs {limit} Mbit/s"
)

# Numbers on demand.
EXPLAIN = QT_TRANSLATE_NOOP("window", "How was this measured?")
HIDE_NUMBERS = QT_TRANSLATE_NOOP("window", "Hide the numbers")
METHOD_TITLE = QT_TRANSLATE_NOOP("window", "{title}: how it was measured")
METHOD_TOOK = QT_TRANSLATE_NOOP("window", "Took {duration}.")
CONDITIONS = QT_TRANSLATE_NOOP("window", "Measured with: {conditions}.")
NOT_MEASURED = QT_TRANSLATE_NOOP("window", "not measured")
METHODS = {
    "computer": QT_TRANSLATE_NOOP(
        "window",
        "Processor time of all programs over a few seconds, without this program's own share; "
        "memory counts what the system could still hand out.",
    ),
    "microphone": QT_TRANSLATE_NOOP(
        "window",
        "A short recording, measured and dropped. Speech level after ITU-T P.56, which leaves "
        "pauses out; room noise weighted like hearing (A).",
    ),
    "headset": QT_TRANSLATE_NOOP(
        "window",
        "What the system says of the microphone and the earpiece. Nothing is played here: the "
        "microphone page plays a tone and a word, and listens.",
    ),
    "bandwidth": QT_TRANSLATE_NOOP(
        "window",
        "Several connections at once carry data to and from a server; the warm-up is left out. "
        "Delay is measured on the idle line and while it is busy.",
    ),
    "connection": QT_TRANSLATE_NOOP(
        "window",
        "What the system tells of the connection, and short questions to your router, your name "
        "servers and the servers that your profile names. Nobody else is asked.",
    ),
    "voice-path": QT_TRANSLATE_NOOP(
        "window",
        "50 packets a second, as large as those of a call, to the server that your profile names, "
        "on the idle line and while it is busy. Loss with its 95 % interval, jitter after "
        "RFC 3550, call quality by the E-model (ITU-T G.107). Routers on the way are asked in "
        "between, to find where it is weak.",
    ),
    "endpoints": QT_TRANSLATE_NOOP(
        "window",
        "Each system is asked step by step (name, connection, encryption, answer), by IPv4 and "
        "IPv6 apart. Nothing beyond the greeting is sent, and no redirect is followed.",
    ),
}

# Buttons and choices.
CHECK_NOW = QT_TRANSLATE_NOOP("window", "Check now")
CHECK_AGAIN = QT_TRANSLATE_NOOP("window", "Check again")
CANCEL = QT_TRANSLATE_NOOP("window", "Cancel")
SAVE_REPORT = QT_TRANSLATE_NOOP("window", "Save report")
SAVED = QT_TRANSLATE_NOOP("window", "Saved as {file} in {folder}.")
CANCELLED = QT_TRANSLATE_NOOP("window", "Cancelled. Nothing was saved.")
REPORT_NOT_WRITTEN = QT_TRANSLATE_NOOP("window", "The report was not saved. {reason}")
CHOICE_NOT_KEPT = QT_TRANSLATE_NOOP(
    "window", "Your choice holds until you close the window; it could not be saved."
)
NEXT_CHECK = QT_TRANSLATE_NOOP("window", "For the next check")
MICROPHONE = QT_TRANSLATE_NOOP("window", "Microphone")
SYSTEM_DEFAULT = QT_TRANSLATE_NOOP("window", "System default")
SYSTEM_DEFAULT_NAMED = QT_TRANSLATE_NOOP("window", "System default ({name})")
CHOSEN_BEFORE = QT_TRANSLATE_NOOP("window", "The one you chose")
LOOKING_FOR_MICROPHONES = QT_TRANSLATE_NOOP("window", "Looking for microphones")
NO_MICROPHONES = QT_TRANSLATE_NOOP("window", "No microphone found")
PROFILE = QT_TRANSLATE_NOOP("window", "Workplace profile")
DEFAULT_PROFILE = QT_TRANSLATE_NOOP("window", "Use the default")
CHOOSE_PROFILE = QT_TRANSLATE_NOOP("window", "Choose a file")
PROFILE_FILES = QT_TRANSLATE_NOOP("window", "Workplace profiles (*.toml)")
PROFILE_UNUSABLE = QT_TRANSLATE_NOOP(
    "window", "{file} cannot be used. Your previous profile stays in use."
)
QUICK = QT_TRANSLATE_NOOP("window", "Quick check")
QUICK_HINT = QT_TRANSLATE_NOOP(
    "window", "10 to 15 s and less data; still decides every requirement it can."
)
REPORT_FILES = QT_TRANSLATE_NOOP("window", "Web page (*.html);;PDF (*.pdf);;Data (*.json)")
FOOTER = QT_TRANSLATE_NOOP("window", "{day} {clock} · {duration} · {data} · {profile}")
TODAY = QT_TRANSLATE_NOOP("window", "Today")
YESTERDAY = QT_TRANSLATE_NOOP("window", "Yesterday")
