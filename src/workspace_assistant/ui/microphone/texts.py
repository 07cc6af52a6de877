"""Every sentence of the microphone page."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

# The hero: what happens now, or what callers hear.
FIRST_TIME = QT_TRANSLATE_NOOP("window", "Find out what callers hear")
FIRST_STEPS = (
    QT_TRANSLATE_NOOP(
        "window",
        "You stay quiet for two seconds, then read this sentence aloud as you speak on calls: "
        "“{sentence}”",
    ),
    QT_TRANSLATE_NOOP(
        "window", "It takes about 10 seconds, and the result says what to change, if anything."
    ),
    QT_TRANSLATE_NOOP(
        "window",
        "The recording stays in memory until you close the window. Nothing is kept or sent, unless "
        "you save it yourself.",
    ),
)
OPENING = QT_TRANSLATE_NOOP("window", "Opening the microphone")
QUIET_PLEASE = QT_TRANSLATE_NOOP("window", "Quiet, please")
QUIET_SENTENCE = QT_TRANSLATE_NOOP("window", "The room is measured. {seconds} s left.")
READ_THIS = QT_TRANSLATE_NOOP("window", "Now read this aloud")
READ_SENTENCE = QT_TRANSLATE_NOOP("window", "Speak as you do on calls. {seconds} s left.")
ANALYZING = QT_TRANSLATE_NOOP("window", "Looking at the recording")
STOPPING = QT_TRANSLATE_NOOP("window", "Stopping")
COMPARING = QT_TRANSLATE_NOOP("window", "Microphone {number} of {count}: {name}")
STAY_QUIET = QT_TRANSLATE_NOOP("window", "Stay quiet")
TONE_SENTENCE = QT_TRANSLATE_NOOP(
    "window", "A short tone is played into the earpiece, and the microphone listens."
)
GOOD = QT_TRANSLATE_NOOP("window", "Callers hear you well")
GOOD_IN_PART = QT_TRANSLATE_NOOP("window", "Callers hear you well, as far as tested")
CAUTION_ONE = QT_TRANSLATE_NOOP("window", "Callers hear you, with one caution")
CAUTION_MANY = QT_TRANSLATE_NOOP("window", "Callers hear you, with {count} cautions")
BAD = QT_TRANSLATE_NOOP("window", "Callers would not hear you well")
NO_RECORDING = QT_TRANSLATE_NOOP("window", "There is no recording")
NO_VOICE = QT_TRANSLATE_NOOP("window", "Your voice could not be measured")
ALL_GOOD = QT_TRANSLATE_NOOP(
    "window", "Your voice is loud enough and clear, the room is quiet, and no fault was found."
)
ALL_GOOD_AS_TELEPHONE = QT_TRANSLATE_NOOP(
    "window",
    "Your voice is loud enough and as clear as on a telephone, the room is quiet, and no fault was "
    "found.",
)
NOT_TESTED = QT_TRANSLATE_NOOP("window", "Not tested: {names}.")
NO_REASON = QT_TRANSLATE_NOOP("window", "No reason is known.")
BUSY = QT_TRANSLATE_NOOP("window", "The readiness check is using the microphone")
BUSY_SENTENCE = QT_TRANSLATE_NOOP("window", "Wait until it is done, then record here.")
READING_PROFILE = QT_TRANSLATE_NOOP("window", "Reading your workplace profile")
FAILED = QT_TRANSLATE_NOOP("window", "That did not work")
FAULT = QT_TRANSLATE_NOOP(
    "window",
    "A fault in this program stopped it; your microphone may be fine. Try again. If it happens "
    "twice, send the log to your help desk.",
)
RECORD = QT_TRANSLATE_NOOP("window", "Record")
RECORD_AGAIN = QT_TRANSLATE_NOOP("window", "Record again")
STOP = QT_TRANSLATE_NOOP("window", "Stop")
TRY_AGAIN = QT_TRANSLATE_NOOP("window", "Try again")
CANCELLED = QT_TRANSLATE_NOOP("window", "The recording was stopped. Nothing of it was kept.")
NONE_CONNECTED = QT_TRANSLATE_NOOP("window", "Connect your headset")
NONE_CONNECTED_SENTENCE = QT_TRANSLATE_NOOP(
    "window", "No microphone is connected to this computer. Once one is, look again."
)
NO_LIST = QT_TRANSLATE_NOOP("window", "It is not known which microphones there are")
NO_LIST_FAULT = QT_TRANSLATE_NOOP(
    "window",
    "A fault in this program kept it from finding them. Look again. If it happens twice, send the "
    "log to your help desk.",
)
SILENT = QT_TRANSLATE_NOOP("window", "Callers would hear nothing")

# Which microphone.
MICROPHONE = QT_TRANSLATE_NOOP("window", "Microphone")
SYSTEM_DEFAULT = QT_TRANSLATE_NOOP("window", "System default")
SYSTEM_DEFAULT_NAMED = QT_TRANSLATE_NOOP("window", "System default ({name})")
CHOSEN_BEFORE = QT_TRANSLATE_NOOP("window", "The one you chose")
LOOK_AGAIN = QT_TRANSLATE_NOOP("window", "Look again")
LOOKING = QT_TRANSLATE_NOOP("window", "Looking for microphones")
NO_MICROPHONES = QT_TRANSLATE_NOOP(
    "window", "No microphone is connected. Connect your headset, then look again."
)
CHOSEN_IS_GONE = QT_TRANSLATE_NOOP(
    "window", "{name} is not connected. Connect it, or choose another microphone."
)
CAME = QT_TRANSLATE_NOOP("window", "Newly connected: {names}.")
WENT = QT_TRANSLATE_NOOP("window", "No longer connected: {names}.")
UNCHANGED = QT_TRANSLATE_NOOP("window", "No microphone was connected or disconnected.")
MUTED = QT_TRANSLATE_NOOP(
    "window",
    "{name} is muted in the system: callers hear nothing. Unmute it in the system's sound settings "
    "or at its own switch, then look again.",
)
HANDS_FREE = QT_TRANSLATE_NOOP("window", "hands-free mode")
INPUT_VOLUME = QT_TRANSLATE_NOOP("window", "input volume {volume}")
USED_BY = QT_TRANSLATE_NOOP("window", "also used by {programs}")
CONNECTIONS = {
    "usb": QT_TRANSLATE_NOOP("window", "USB"),
    "jack": QT_TRANSLATE_NOOP("window", "jack"),
    "bluetooth": QT_TRANSLATE_NOOP("window", "Bluetooth"),
    "hdmi": QT_TRANSLATE_NOOP("window", "HDMI"),
    "built-in": QT_TRANSLATE_NOOP("window", "built in"),
    "virtual": QT_TRANSLATE_NOOP("window", "virtual"),
}

# The live picture.
LEVEL = QT_TRANSLATE_NOOP("window", "Microphone level")
LEVEL_HINT = QT_TRANSLATE_NOOP(
    "window",
    "While you speak, the bar should reach the part between the two thin marks. The thick mark is "
    "your loudest moment.",
)
QUIET_HINT = QT_TRANSLATE_NOOP("window", "What moves now is the noise of your room.")
SPECTRUM = QT_TRANSLATE_NOOP("window", "Sound by pitch, from low to high")
SPECTRUM_LOW = QT_TRANSLATE_NOOP("window", "100 Hz")
SPECTRUM_MIDDLE = QT_TRANSLATE_NOOP("window", "1 kHz")
SPECTRUM_HIGH = QT_TRANSLATE_NOOP("window", "10 kHz")

# The four scores.
YES = QT_TRANSLATE_NOOP("window", "Yes")
AS_TELEPHONE = QT_TRANSLATE_NOOP("window", "As on a telephone")
NEARLY = QT_TRANSLATE_NOOP("window", "Not quite")
NO = QT_TRANSLATE_NOOP("window", "No")
SHOW_NUMBERS = QT_TRANSLATE_NOOP("window", "Show the numbers")
HIDE_NUMBERS = QT_TRANSLATE_NOOP("window", "Hide the numbers")
NUMBERS = QT_TRANSLATE_NOOP("window", "{title}: the numbers")
GOOD_IS_NONE = QT_TRANSLATE_NOOP("window", "Good: none.")
GOOD_IS = QT_TRANSLATE_NOOP("window", "Good: {limit}.")
NOT_MEASURED = QT_TRANSLATE_NOOP("window", "not measured")
MEASURED_WITH = QT_TRANSLATE_NOOP("window", "Measured with: {conditions}.")

# Advice.
WHAT_TO_DO = QT_TRANSLATE_NOOP("window", "What to do")
RAISE = QT_TRANSLATE_NOOP("window", "Raise the input by {change}")
LOWER = QT_TRANSLATE_NOOP("window", "Lower the input by {change}")

# Before and after.
COMPARED = QT_TRANSLATE_NOOP("window", "Compared with the recording before")
NO_CHANGE = QT_TRANSLATE_NOOP(
    "window", "About the same: reading a sentence twice makes as much of a difference."
)
BEFORE = QT_TRANSLATE_NOOP("window", "{before} before")

# Hear yourself.
HEAR = QT_TRANSLATE_NOOP("window", "Hear yourself")
HEAR_HINT = QT_TRANSLATE_NOOP(
    "window", "Put your headset on: speakers and the room would hide the difference."
)
AS_RECORDED = QT_TRANSLATE_NOOP("window", "Play as recorded")
AS_PHONE = QT_TRANSLATE_NOOP("window", "Play as a phone call")
AS_INTERNET = QT_TRANSLATE_NOOP("window", "Play as an internet call")
HEARD_AS_RECORDED = QT_TRANSLATE_NOOP("window", "That was your voice as it was recorded.")
HEARD_PHONE = QT_TRANSLATE_NOOP(
    "window", "That was your voice in the band and the coding of a telephone (G.711)."
)
HEARD_INTERNET = QT_TRANSLATE_NOOP(
    "window", "That was your voice in the wide band of internet calls (Opus)."
)
HEARD_LOSS = QT_TRANSLATE_NOOP(
    "window",
    "{share} of its packets were left out, as your last voice path test found. It went there and "
    "back, so a customer misses at most this much.",
)
HEARD_NO_LOSS = QT_TRANSLATE_NOOP(
    "window", "No packet was left out: your last voice path test found none missing."
)
HEARD_UNKNOWN_LOSS = QT_TRANSLATE_NOOP(
    "window",
    "No packet was left out, as no voice path was measured yet. Run a readiness check whose "
    "profile names a voice server.",
)
SAVE = QT_TRANSLATE_NOOP("window", "Save recording…")
SAVE_TITLE = QT_TRANSLATE_NOOP("window", "Save recording")
NOT_KEPT = QT_TRANSLATE_NOOP(
    "window", "The recording is gone when you close the window, unless you save it here."
)
SOUND_FILES = QT_TRANSLATE_NOOP("window", "Sound (*.wav)")
FILE_NAME = "recording.wav"
SAVED = QT_TRANSLATE_NOOP("window", "Saved as {file} in {folder}.")
NOT_SAVED = QT_TRANSLATE_NOOP("window", "The recording was not saved. {reason}")

# Side by side.
SIDE_BY_SIDE = QT_TRANSLATE_NOOP("window", "Compare microphones")
COMPARE_HINT = QT_TRANSLATE_NOOP(
    "window",
    "Each one records for about {seconds} seconds, one after the other. Read the same sentence "
    "into each, from the place where you sit.",
)
COMPARE_ONE = QT_TRANSLATE_NOOP(
    "window", "There is only one microphone. Connect another one to compare the two."
)
COMPARE_NONE = QT_TRANSLATE_NOOP("window", "Connect two microphones or more to compare them.")
COMPARE_FEW = QT_TRANSLATE_NOOP("window", "Choose at least two microphones.")
COMPARE = QT_TRANSLATE_NOOP("window", "Compare {count} microphones")
COMPARE_PLAIN = QT_TRANSLATE_NOOP("window", "Compare")
USE_BEST = QT_TRANSLATE_NOOP("window", "Use {name}")
NAME = QT_TRANSLATE_NOOP("window", "Microphone")
RESULT = QT_TRANSLATE_NOOP("window", "Result")

# The headset.
HEADSET = QT_TRANSLATE_NOOP("window", "Headset")
HEADSET_LOOKING = QT_TRANSLATE_NOOP("window", "Looking at the headset")
SPEAK_INTO = QT_TRANSLATE_NOOP("window", "You speak into {name}.")
SPEAK_INTO_BY = QT_TRANSLATE_NOOP("window", "You speak into {name} ({connection}).")
HEAR_THROUGH = QT_TRANSLATE_NOOP("window", "You hear through {name}.")
HEAR_THROUGH_BY = QT_TRANSLATE_NOOP("window", "You hear through {name} ({connection}).")
PLAY_TONE = QT_TRANSLATE_NOOP("window", "Play a test tone")
TONE_HINT = QT_TRANSLATE_NOOP(
    "window",
    "One short tone shows how much of a caller's voice gets back into your microphone. Put the "
    "headset on and stay quiet.",
)
LEAK_FOUND = QT_TRANSLATE_NOOP(
    "window", "The microphone hears {level} of what is played. Good: {limit}."
)
LEAK_PLAIN = QT_TRANSLATE_NOOP("window", "The microphone hears {level} of what is played.")
PLAY_WORD = QT_TRANSLATE_NOOP("window", "Play a word")
PLAY_ANOTHER = QT_TRANSLATE_NOOP("window", "Play another word")
WORD_HINT = QT_TRANSLATE_NOOP(
    "window", "A word is spoken into your ear; choose the one that you heard."
)
WORD_ASK = QT_TRANSLATE_NOOP("window", "Which word did you hear?")
WORD_NONE = QT_TRANSLATE_NOOP("window", "Nothing")
WORD_RIGHT = QT_TRANSLATE_NOOP("window", "“{word}” is right: you hear callers.")
WORD_WRONG = QT_TRANSLATE_NOOP(
    "window",
    "It was “{word}”. Raise the output volume a little, see above that you hear through your "
    "headset, and play another word.",
)
