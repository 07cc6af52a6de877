"""What is said about publishing."""

from __future__ import annotations

from workspace_assistant.core.publishing.model import Group, Trouble
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

NO_ADDRESS = QT_TRANSLATE_NOOP("publishing", "The address of the collector is not one of the web.")
NOT_SECURE = QT_TRANSLATE_NOOP(
    "publishing",
    "The address must begin with https://. Only a collector on this computer may do without.",
)
NO_SIGN_IN = QT_TRANSLATE_NOOP(
    "publishing", "The address must hold no name, password or question mark. Give a token instead."
)
NOTHING_CHOSEN = QT_TRANSLATE_NOOP("publishing", "Choose at least one group of fields.")
NOTHING_TO_SHOW = QT_TRANSLATE_NOOP(
    "publishing", "There is nothing yet to show of what would be sent. Run a check first."
)
NO_GROUP = QT_TRANSLATE_NOOP("publishing", "“{text}” is no group of fields; choose from {groups}")
GROUPS_ARE_OWN = QT_TRANSLATE_NOOP(
    "publishing", "which fields are sent is for each person to decide"
)
ADDRESS_IS_FIXED = QT_TRANSLATE_NOOP(
    "publishing", "Your organization allows no other collector than {url}."
)
IS_OFF = QT_TRANSLATE_NOOP("publishing", "Nothing is published.")
KEYRING_ABSENT = QT_TRANSLATE_NOOP(
    "publishing",
    "There is no keyring to keep the token in. Set {variable} for each start instead.",
)
KEYRING_SILENT = QT_TRANSLATE_NOOP(
    "publishing", "The keyring did not answer. Unlock it, then try again."
)
TOKEN_TOO_LONG = QT_TRANSLATE_NOOP("publishing", "The token is longer than {most} characters.")
TOKEN_NOT_PLAIN = QT_TRANSLATE_NOOP(
    "publishing", "The token holds characters that no token may hold."
)
DROPS_FIRST = QT_TRANSLATE_NOOP(
    "publishing",
    "At most {most} messages wait. Of more, what the collector refused is given up first, then the "
    "oldest reports, and weeks last.",
)

GROUPS = {
    Group.VERDICTS: QT_TRANSLATE_NOOP("publishing", "verdicts of the checks"),
    Group.NUMBERS: QT_TRANSLATE_NOOP("publishing", "numbers of line, voice path and computer"),
    Group.FINDINGS: QT_TRANSLATE_NOOP("publishing", "codes of findings"),
    Group.WEEK: QT_TRANSLATE_NOOP("publishing", "indicators of weeks that are over"),
}

TROUBLES = {
    Trouble.UNREACHABLE: QT_TRANSLATE_NOOP("publishing", "The collector cannot be reached."),
    Trouble.NO_ANSWER: QT_TRANSLATE_NOOP("publishing", "The collector did not answer in time."),
    Trouble.NOT_TRUSTED: QT_TRANSLATE_NOOP(
        "publishing",
        "The certificate of the collector is not valid here. See that this computer's clock is "
        "right, then ask who runs the collector.",
    ),
    Trouble.TOKEN_REFUSED: QT_TRANSLATE_NOOP(
        "publishing", "The collector refuses the token. Ask for a new one."
    ),
    Trouble.TOKEN_MISSING: QT_TRANSLATE_NOOP(
        "publishing", "The token cannot be had from the keyring. Unlock it, or give it again."
    ),
    Trouble.TOO_MANY: QT_TRANSLATE_NOOP("publishing", "The collector asks to come back later."),
    Trouble.RECEIVER_FAILED: QT_TRANSLATE_NOOP("publishing", "The collector failed."),
    Trouble.WRONG_ADDRESS: QT_TRANSLATE_NOOP(
        "publishing", "There is no collector at this address. Ask who runs it."
    ),
    Trouble.NOT_UNDERSTOOD: QT_TRANSLATE_NOOP(
        "publishing", "What answers at this address is no collector for OTLP."
    ),
    Trouble.REFUSED: QT_TRANSLATE_NOOP("publishing", "The collector refuses the message."),
    Trouble.TOO_LARGE: QT_TRANSLATE_NOOP(
        "publishing", "The message is too large for the collector."
    ),
}
