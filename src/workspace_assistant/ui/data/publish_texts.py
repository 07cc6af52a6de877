"""Sentences about publishing to the employer."""

from __future__ import annotations

from workspace_assistant.core.publishing.model import Group
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("publishing", "Share with your employer")
OFF = QT_TRANSLATE_NOOP(
    "publishing",
    "Off: nothing leaves this computer. If your employer runs a collector, you can let chosen "
    "fields of your readiness reports and of weeks that are over go there. You see all of it "
    "first, and can end it at any time.",
)
NEVER = QT_TRANSLATE_NOOP(
    "publishing",
    "Never sent, whatever you choose: notes; names of blocks, shifts, networks, devices and "
    "programs; days off; days and times of work; what check-ins and self-checks tell; sound; your "
    "name; the name or address of this computer.",
)
SET_UP = QT_TRANSLATE_NOOP("publishing", "Set it up…")
PROPOSED = QT_TRANSLATE_NOOP(
    "publishing",
    "Your organization runs a collector: {place}. It gets nothing unless you agree.",
)
FIXED = QT_TRANSLATE_NOOP("publishing", "Your organization allows no other address.")
ADDRESS = QT_TRANSLATE_NOOP("publishing", "Address of the collector")
ADDRESS_HINT = QT_TRANSLATE_NOOP("publishing", "https://collector.example.com:4318")
TOKEN = QT_TRANSLATE_NOOP("publishing", "Token, if it wants one")
TOKEN_WHY = QT_TRANSLATE_NOOP(
    "publishing",
    "The token goes to the system's keyring and is not shown again. To change anything here, give "
    "it anew.",
)
WHAT = QT_TRANSLATE_NOOP("publishing", "What is sent")
GROUPS = {
    Group.VERDICTS: QT_TRANSLATE_NOOP("publishing", "Verdicts of the checks"),
    Group.NUMBERS: QT_TRANSLATE_NOOP("publishing", "Numbers of line, voice path and computer"),
    Group.FINDINGS: QT_TRANSLATE_NOOP("publishing", "Codes of findings"),
    Group.WEEK: QT_TRANSLATE_NOOP("publishing", "Indicators of weeks that are over"),
}
SHOW_PAYLOAD = QT_TRANSLATE_NOOP("publishing", "Show exactly what would be sent")
SHOW_SENT = QT_TRANSLATE_NOOP("publishing", "Show exactly what is sent")
HIDE_SENT = QT_TRANSLATE_NOOP("publishing", "Hide it")
NOT_NOW = QT_TRANSLATE_NOOP("publishing", "Not now")
LOOKING = QT_TRANSLATE_NOOP("publishing", "Putting together what would be sent…")
PAYLOAD_OF_REPORT = QT_TRANSLATE_NOOP(
    "publishing", "Of the last report, whole, as it goes to {place}"
)
PAYLOAD_OF = QT_TRANSLATE_NOOP(
    "publishing", "Of the last report and the last week, whole, as it goes to {place}"
)
REQUEST = QT_TRANSLATE_NOOP("publishing", "Request {number} of {total}: {path}")
REQUESTS = QT_TRANSLATE_NOOP("publishing", "Everything that is sent")
NO_REPORT = QT_TRANSLATE_NOOP(
    "publishing", "No check was saved yet: there is no report to show. Run a check first."
)
NO_WEEK = QT_TRANSLATE_NOOP(
    "publishing", "No week is over yet of which anything is known: that part cannot be shown yet."
)
WAITS_ALREADY_ONE = QT_TRANSLATE_NOOP("publishing", "1 message waits already; it is below.")
WAITS_ALREADY = QT_TRANSLATE_NOOP(
    "publishing", "{count} messages wait already; the first of them are below."
)
WAITING_REQUEST = QT_TRANSLATE_NOOP("publishing", "Waits: {path}")
CONSENT = QT_TRANSLATE_NOOP(
    "publishing",
    "Send this, and the same of each later check and week, to {place}? What was sent is your "
    "employer's to delete.",
)
AGREE = QT_TRANSLATE_NOOP("publishing", "I agree: send it from now on")
AGREEING = QT_TRANSLATE_NOOP("publishing", "Keeping your consent…")
AGREED = QT_TRANSLATE_NOOP(
    "publishing", "On. What is measured from now on goes to {place}; nothing from before does."
)
ON = QT_TRANSLATE_NOOP("publishing", "On since {date}: sent to {place}")
SENDS = QT_TRANSLATE_NOOP("publishing", "Sent: {groups}.")
WITH_TOKEN = QT_TRANSLATE_NOOP("publishing", "A token for it is in the keyring.")
WITHOUT_TOKEN = QT_TRANSLATE_NOOP("publishing", "It is sent without a token.")
SENT_NONE = QT_TRANSLATE_NOOP("publishing", "Nothing was sent yet.")
SENT_ONE = QT_TRANSLATE_NOOP("publishing", "1 message was sent, on {date}, {clock}.")
SENT_LAST = QT_TRANSLATE_NOOP(
    "publishing", "{count} messages were sent, the last on {date}, {clock}."
)
WAITS_NONE = QT_TRANSLATE_NOOP("publishing", "Nothing waits.")
WAITS_ONE = QT_TRANSLATE_NOOP("publishing", "1 message waits.")
WAITS = QT_TRANSLATE_NOOP("publishing", "{count} messages wait.")
REFUSED_ONE = QT_TRANSLATE_NOOP(
    "publishing", "The collector refused 1 message. “Send now” tries it again."
)
REFUSED = QT_TRANSLATE_NOOP(
    "publishing", "The collector refused {count} messages. “Send now” tries them again."
)
DROPPED_ONE = QT_TRANSLATE_NOOP("publishing", "1 message was given up: too many waited.")
DROPPED = QT_TRANSLATE_NOOP("publishing", "{count} messages were given up: too many waited.")
NEXT_TRY = QT_TRANSLATE_NOOP("publishing", "Nothing is lost; the next try is at {clock}.")
SEND_NOW = QT_TRANSLATE_NOOP("publishing", "Send now")
SENDING = QT_TRANSLATE_NOOP("publishing", "Sending what waits…")
SENT_NOW_NONE = QT_TRANSLATE_NOOP("publishing", "There was nothing to send.")
SENT_NOW_ONE = QT_TRANSLATE_NOOP("publishing", "Sent 1 message.")
SENT_NOW = QT_TRANSLATE_NOOP("publishing", "Sent {count} messages.")
BUSY = QT_TRANSLATE_NOOP("publishing", "Another program of this computer is sending just now.")
CHANGE = QT_TRANSLATE_NOOP("publishing", "Change…")
TURN_OFF = QT_TRANSLATE_NOOP("publishing", "Turn it off…")
ASK_OFF = QT_TRANSLATE_NOOP("publishing", "Send nothing any more?")
ASK_OFF_WHY = QT_TRANSLATE_NOOP(
    "publishing", "What waits is discarded, and the token is taken out of the keyring."
)
DO_TURN_OFF = QT_TRANSLATE_NOOP("publishing", "Turn it off")
STAY_ON = QT_TRANSLATE_NOOP("publishing", "Go on sending")
TURNING_OFF = QT_TRANSLATE_NOOP("publishing", "Turning it off…")
TURNED_OFF = QT_TRANSLATE_NOOP("publishing", "Off. Nothing is sent any more.")
TOKEN_STAYS = QT_TRANSLATE_NOOP(
    "publishing", "Off: nothing is sent any more, but the token is still in the keyring. {reason}"
)
UNREADABLE = QT_TRANSLATE_NOOP("publishing", "Whether anything is sent cannot be read now.")
