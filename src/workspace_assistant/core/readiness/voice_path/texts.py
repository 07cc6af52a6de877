"""Words of the voice path check: findings, reasons for what was not measured, stages."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.readiness.timeline import Phase
from workspace_assistant.core.readiness.voice_path.blame_texts import BLAME_FINDINGS
from workspace_assistant.core.readiness.voice_path.model import Place, Reason, Transport, Trouble
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

STAGE_SURVEY = QT_TRANSLATE_NOOP("voice-path", "Looking for the way to the voice server")
STAGE_QUIET = QT_TRANSLATE_NOOP("voice-path", "Waiting for the line to be quiet")
STAGES: Mapping[Phase, str] = {
    Phase.IDLE: QT_TRANSLATE_NOOP("voice-path", "Watching the idle line"),
    Phase.DOWNLOAD: QT_TRANSLATE_NOOP("voice-path", "Watching the line under download"),
    Phase.UPLOAD: QT_TRANSLATE_NOOP("voice-path", "Watching the line under upload"),
}
STAGE_END = QT_TRANSLATE_NOOP("voice-path", "Waiting for the last answers")

# What to do depends on what else was found (`pointers`).
ACT = "{act}."

_LIMIT_FINDINGS: Mapping[str, FindingText] = {
    "loss-high": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{lost} of {packets} voice packets got lost: {shown}, with 95 % certainty between "
            "{low} and {high}; this job asks for {goal} or less.",
        ),
        ACT,
    ),
    "loss-unclear": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{lost} of {packets} voice packets got lost, so the true loss lies between {low} and "
            "{high}: this run cannot tell whether it is {goal} or less.",
        ),
        QT_TRANSLATE_NOOP("voice-path", "Run the long test."),
    ),
    "loss-still-unclear": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{lost} of {packets} voice packets got lost, so the true loss lies between {low} and "
            "{high}: even the long test cannot tell whether it is {goal} or less.",
        ),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "The loss is close to the limit: use a cable, run the long test again at another time, "
            "and tell the help desk if it stays so.",
        ),
    ),
    "loss-above-strict-limit": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{lost} of {packets} voice packets got lost: {shown}; this job asks for {goal} or "
            "less. No test is long enough to prove so low a limit, so the number itself decides.",
        ),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Use a cable and run the long test; if it stays so, ask the help desk whether the "
            "limit is meant that low.",
        ),
    ),
    "loss-in-a-row": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Up to {shown} in a row got lost, heard as a gap of {gap}; this job asks for {goal} "
            "or less.",
        ),
        ACT,
    ),
    "round-trip-long": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "A voice packet takes {shown} to the server and back; this job asks for {goal} or "
            "less. People start to talk over each other.",
        ),
        ACT,
    ),
    "jitter-high": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Packets come unevenly: round-trip jitter is {shown}; this job asks for {goal} or "
            "less.",
        ),
        ACT,
    ),
    "voice-quality-low": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "A call over this line would be rated {shown} (MOS, at best 4.41); this job asks for "
            "{goal} or more.",
        ),
        ACT,
    ),
    "voice-suffers-under-download": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "While a download fills the line, a call would be rated {shown} (MOS, at best "
            "4.41); this job asks for {goal} or more. {fate}.",
        ),
        ACT,
    ),
    "voice-suffers-under-upload": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "While an upload fills the line, a call would be rated {shown} (MOS, at best "
            "4.41); this job asks for {goal} or more. {fate}.",
        ),
        ACT,
    ),
    "computer-too-busy": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "While {phase}, this computer was too busy for a fair test: {how}. What came out "
            "badly then may be its own fault and is left out: {numbers}. All other numbers stand.",
        ),
        QT_TRANSLATE_NOOP("voice-path", "Close programs that work hard, then run the check again."),
    ),
    "udp-blocked": FindingText(
        QT_TRANSLATE_NOOP("voice-path", "No answer by UDP from {server}, although TCP reaches it."),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Calls use UDP: ask whoever runs this network, or the help desk, to let UDP through "
            "to {server}; try without VPN, or another network.",
        ),
    ),
    "voice-over-tcp": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{why} Lost packets are sent again there and come late, so loss cannot be counted and "
            "shows as delay.",
        ),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Ask the help desk, or whoever runs this network, whether calls can use UDP: they are "
            "steadier with it.",
        ),
    ),
    "voice-server-skipped": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "{why} So the test ran against {server} instead of {skipped}.",
        ),
        QT_TRANSLATE_NOOP("voice-path", "If calls need {skipped}, tell the help desk."),
    ),
    "no-common-ip-version": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "This network and {server} have no IP version in common: one has only IPv4, the other "
            "only IPv6.",
        ),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Turn on the missing IP version in the router, or ask the help desk for a server that "
            "has both.",
        ),
    ),
    "voice-measured-this-computer": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path", "The voice server is this computer itself: says nothing about your line."
        ),
        QT_TRANSLATE_NOOP("voice-path", "Measure against a real server before you rely on it."),
    ),
    "mtu-black-hole": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Packets above {bytes} bytes vanish without notice on the way; this computer's "
            "network sends up to {interface}.",
        ),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "If sign-ins or calls hang at the start, set the MTU of this computer or the router "
            "to {bytes}.",
        ),
    ),
    "nat-per-server": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "The router gives every server another port (address-dependent NAT): calls straight "
            "between two people need a relay.",
        ),
        QT_TRANSLATE_NOOP(
            "voice-path", "Nothing to do if calls work; else tell the help desk, who can use TURN."
        ),
    ),
    "nat-forgets": FindingText(
        QT_TRANSLATE_NOOP(
            "voice-path",
            "The router forgets a silent connection within 30 s: incoming calls may not ring.",
        ),
        QT_TRANSLATE_NOOP(
            "voice-path",
            "Set the phone's keep-alive to less than 30 s, or ask the help desk to.",
        ),
    ),
}
FINDINGS: Mapping[str, FindingText] = {**_LIMIT_FINDINGS, **BLAME_FINDINGS}

TRANSPORTS: Mapping[Transport, str] = {
    Transport.STUN: QT_TRANSLATE_NOOP("voice-path", "UDP"),
    Transport.TURN_UDP: QT_TRANSLATE_NOOP("voice-path", "UDP"),
    Transport.TURN_TCP: QT_TRANSLATE_NOOP("voice-path", "TCP"),
    Transport.TURN_TLS: QT_TRANSLATE_NOOP("voice-path", "TLS"),
}

# The place {why} of voice-over-tcp.
TCP_FOR_WANT_OF_UDP = QT_TRANSLATE_NOOP(
    "voice-path",
    "No answer by UDP from {skipped}, although TCP reaches it, so the test ran over {transport} to "
    "{server}.",
)
TCP_BY_PROFILE = QT_TRANSLATE_NOOP(
    "voice-path",
    "Of the servers in the workplace profile, the first that answered is {server}, over "
    "{transport}.",
)

# The place {fate} of voice-suffers-under-download and voice-suffers-under-upload, no full stop.
FATE = QT_TRANSLATE_NOOP(
    "voice-path",
    "Then {lost} of the packets are lost, and 19 of 20 that arrive take up to {delay}",
)
FATE_OVER_TCP = QT_TRANSLATE_NOOP("voice-path", "Then 19 of 20 packets take up to {delay}")
FATE_ALL_LOST = QT_TRANSLATE_NOOP("voice-path", "Then not a single packet comes back")

# The places {phase} and {how} of computer-too-busy.
WHILE: Mapping[Phase, str] = {
    Phase.IDLE: QT_TRANSLATE_NOOP("voice-path", "the line was idle"),
    Phase.DOWNLOAD: QT_TRANSLATE_NOOP("voice-path", "a download filled the line"),
    Phase.UPLOAD: QT_TRANSLATE_NOOP("voice-path", "an upload filled the line"),
}
WHILE_TESTED = QT_TRANSLATE_NOOP("voice-path", "the line was tested")
LEFT_LATE = QT_TRANSLATE_NOOP("voice-path", "1 in 100 packets left {shown} late or more")
LEFT_OUT = QT_TRANSLATE_NOOP("voice-path", "{shown} of the packets were not sent in time at all")

PLACES: Mapping[Place, str] = {
    Place.GATEWAY: QT_TRANSLATE_NOOP("voice-path", "the home router"),
    Place.PROVIDER: QT_TRANSLATE_NOOP("voice-path", "the provider's first router"),
    Place.EDGE: QT_TRANSLATE_NOOP("voice-path", "the last router that answers"),
}

REASONS: Mapping[Reason, str] = {
    Reason.NO_SERVER_NAMED: QT_TRANSLATE_NOOP(
        "voice-path",
        "The workplace profile names no voice server; ask the help desk for a STUN or TURN server.",
    ),
    Reason.NETWORK_UNREACHABLE: QT_TRANSLATE_NOOP(
        "voice-path",
        "This computer has no network connection that leads to {server}; connect, then run the "
        "check again.",
    ),
    Reason.NAME_NOT_RESOLVED: QT_TRANSLATE_NOOP(
        "voice-path",
        "The name {server} could not be looked up; check the connection and the name in the "
        "workplace profile.",
    ),
    Reason.FAMILY_MISMATCH: QT_TRANSLATE_NOOP(
        "voice-path", "This network and {server} have no IP version in common."
    ),
    Reason.UDP_BLOCKED: QT_TRANSLATE_NOOP(
        "voice-path", "No answer by UDP from {server}, although TCP reaches it."
    ),
    Reason.NO_ANSWER: QT_TRANSLATE_NOOP(
        "voice-path",
        "Nothing came back from {server}; whether it is off or the way is blocked cannot be told. "
        "Try another network, or ask the help desk.",
    ),
    Reason.TOO_FEW_ANSWERS: QT_TRANSLATE_NOOP(
        "voice-path",
        "Too few packets came back from {server} to tell; run the check again over a better line.",
    ),
    Reason.HIDDEN_BY_TCP: QT_TRANSLATE_NOOP(
        "voice-path",
        "The test ran over TCP, where lost packets are sent again: loss shows as delay there, and "
        "in the rating of the call.",
    ),
    Reason.NOT_STUN: QT_TRANSLATE_NOOP(
        "voice-path",
        "{server} answers, but not as a STUN or TURN server; check the address in the workplace "
        "profile.",
    ),
    Reason.TURN_REFUSED: QT_TRANSLATE_NOOP(
        "voice-path", "{server} refused the TURN user name or password; check both."
    ),
    Reason.TURN_NO_PASSWORD: QT_TRANSLATE_NOOP(
        "voice-path",
        "The password of the TURN user for {server} is not stored; store it with "
        "workspace-assistant profile turn-password.",
    ),
    Reason.TURN_FAILED: QT_TRANSLATE_NOOP(
        "voice-path", "{server} could not set up a relay; run the check again later."
    ),
    Reason.PROBE_FAILED: QT_TRANSLATE_NOOP(
        "voice-path", "The test's own process ended early; run the check again."
    ),
    Reason.COMPUTER_TOO_BUSY: QT_TRANSLATE_NOOP(
        "voice-path",
        "This computer was too busy to tell; close other programs and run the check again.",
    ),
    Reason.LINE_NOT_LOADED: QT_TRANSLATE_NOOP(
        "voice-path",
        "Nothing filled the line long enough; run the voice path and the line together.",
    ),
    Reason.NOT_PERMITTED: QT_TRANSLATE_NOOP(
        "voice-path", "This system lets only administrators ask for it."
    ),
    Reason.NOT_ON_THIS_SYSTEM: QT_TRANSLATE_NOOP(
        "voice-path", "This system offers no way to ask for it."
    ),
    Reason.TOO_FEW_SERVERS: QT_TRANSLATE_NOOP(
        "voice-path",
        "It takes answers from two servers to tell; the workplace profile names too few that "
        "answer.",
    ),
    Reason.LONG_TEST_ONLY: QT_TRANSLATE_NOOP(
        "voice-path", "It takes 30 s of silence to tell; run the long test."
    ),
}
_NO_SERVER = QT_TRANSLATE_NOOP("voice-path", "the voice server")  # no single one is meant
PLACE_SILENT = QT_TRANSLATE_NOOP("voice-path", "Nothing came back from {place}.")


def sentence(trouble: Trouble) -> str:
    """The reason in words. Raises KeyError for a reason without text: a bug, not a state."""
    return Phrase(REASONS[trouble.reason], server=trouble.server or Phrase(_NO_SERVER))
