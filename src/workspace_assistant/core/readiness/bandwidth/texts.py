"""All words of the bandwidth check: findings, reasons for what was not measured, stages."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.readiness.bandwidth.model import Direction, Reason, Trouble
from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

STAGE_SERVER = QT_TRANSLATE_NOOP("bandwidth", "Looking for a server")
STAGE_CONNECTING = QT_TRANSLATE_NOOP("bandwidth", "Connecting to the server")
STAGE_WAITING = QT_TRANSLATE_NOOP("bandwidth", "Waiting for the other checks to end")
STAGE_IDLE = QT_TRANSLATE_NOOP("bandwidth", "Measuring idle latency")
STAGE_LOAD: Mapping[Direction, str] = {
    Direction.DOWNLOAD: QT_TRANSLATE_NOOP("bandwidth", "Measuring download"),
    Direction.UPLOAD: QT_TRANSLATE_NOOP("bandwidth", "Measuring upload"),
}
STAGE_CROSS_CHECK = QT_TRANSLATE_NOOP("bandwidth", "Asking speedtest-cli for its own numbers")

FINDINGS: Mapping[str, FindingText] = {
    "download-below-requirement": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "Download carries {value} Mbit/s; this job asks for {goal} Mbit/s or more.",
        ),
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "Stop other downloads and streams, move closer to the router or use a cable, "
            "then run the check again.",
        ),
    ),
    "upload-below-requirement": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth", "Upload carries {value} Mbit/s; this job asks for {goal} Mbit/s or more."
        ),
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "Pause backups and file synchronization, use a cable if you can, "
            "then run the check again.",
        ),
    ),
    "download-borderline": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "Download lies between {low} and {high} Mbit/s; this run cannot tell whether it "
            "reaches {limit} Mbit/s. This job asks for {goal} Mbit/s or more.",
        ),
        QT_TRANSLATE_NOOP(
            "bandwidth", "Stop other programs that use the line and run the full check again."
        ),
    ),
    "upload-borderline": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "Upload lies between {low} and {high} Mbit/s; this run cannot tell whether it "
            "reaches {limit} Mbit/s. This job asks for {goal} Mbit/s or more.",
        ),
        QT_TRANSLATE_NOOP(
            "bandwidth", "Stop other programs that use the line and run the full check again."
        ),
    ),
    "download-too-short": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "Download carried {value} Mbit/s when it ended, too early to tell what the line can "
            "carry; this job asks for {goal} Mbit/s or more.",
        ),
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "Run the full check, with a larger budget_megabytes in the workplace profile.",
        ),
    ),
    "upload-too-short": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "Upload carried {value} Mbit/s when it ended, too early to tell what the line can "
            "carry; this job asks for {goal} Mbit/s or more.",
        ),
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "Run the full check, with a larger budget_megabytes in the workplace profile.",
        ),
    ),
    "download-ended-by-budget": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "The data budget ended the download after {seconds} s and {megabytes} MB.",
        ),
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "For a more exact number, raise budget_megabytes in the workplace profile.",
        ),
    ),
    "upload-ended-by-budget": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "The data budget ended the upload after {seconds} s and {megabytes} MB.",
        ),
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "For a more exact number, raise budget_megabytes in the workplace profile.",
        ),
    ),
    "latency-under-load-high": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "While the line is busy, answers take {increase} ms longer than on the idle line; "
            "this job asks for {goal} ms or less.",
        ),
        QT_TRANSLATE_NOOP(
            "bandwidth",
            "During calls, pause backups, downloads and streams; a router with queue management "
            "(SQM) cures it.",
        ),
    ),
    "measured-this-computer": FindingText(
        QT_TRANSLATE_NOOP(
            "bandwidth", "Measured against this computer itself: says nothing about your line."
        ),
        QT_TRANSLATE_NOOP("bandwidth", "Measure against a real server before you rely on it."),
    ),
}

REASONS: Mapping[Reason, str] = {
    Reason.NO_SERVER_NAMED: QT_TRANSLATE_NOOP(
        "bandwidth", "The workplace profile names no server to measure against."
    ),
    Reason.BAD_SERVER_ADDRESS: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} is not the address of an HTTP server."
    ),
    Reason.NETWORK_UNREACHABLE: QT_TRANSLATE_NOOP(
        "bandwidth", "This computer has no network connection that leads to {server}."
    ),
    Reason.NAME_NOT_RESOLVED: QT_TRANSLATE_NOOP(
        "bandwidth", "The name {server} could not be looked up."
    ),
    Reason.CONNECT_TIMEOUT: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} did not answer in time; a firewall may drop the packets."
    ),
    Reason.CONNECTION_REFUSED: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} refused the connection; no server listens there."
    ),
    Reason.CONNECTION_RESET: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} broke the connection during the measurement."
    ),
    Reason.CERTIFICATE_UNTRUSTED: QT_TRANSLATE_NOOP(
        "bandwidth", "The certificate of {server} is not trusted by this computer."
    ),
    Reason.TLS_FAILED: QT_TRANSLATE_NOOP(
        "bandwidth", "No secure connection to {server} could be set up."
    ),
    Reason.NO_ANSWER: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} accepted the connection but did not answer in time."
    ),
    Reason.SERVER_TOO_SLOW: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} did not answer all first requests in the time set aside for it."
    ),
    Reason.NOT_HTTP: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} answered with something other than HTTP."
    ),
    Reason.SERVER_REFUSED: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} refused the transfer with HTTP status {status}."
    ),
    Reason.REDIRECTED_ELSEWHERE: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} sends the measurement to another place, which is not followed."
    ),
    Reason.ANSWER_TOO_SHORT: QT_TRANSLATE_NOOP(
        "bandwidth", "{server} sent less data than it promised or was asked for."
    ),
    Reason.TRANSFER_STALLED: QT_TRANSLATE_NOOP(
        "bandwidth",
        "Almost nothing came through to or from {server}; "
        "whether server or line is the cause cannot be told.",
    ),
    Reason.DISCOVERY_FAILED: QT_TRANSLATE_NOOP(
        "bandwidth", "The list of servers could not be fetched from {server}."
    ),
    Reason.DISCOVERY_TIMEOUT: QT_TRANSLATE_NOOP(
        "bandwidth", "Choosing a server through {server} took too long."
    ),
    Reason.NO_SERVER_ANSWERS: QT_TRANSLATE_NOOP(
        "bandwidth", "None of the nearest servers of {server} answered."
    ),
    Reason.CROSS_CHECK_TIMEOUT: QT_TRANSLATE_NOOP(
        "bandwidth", "speedtest-cli took too long for its own measurement."
    ),
    Reason.BUDGET_TOO_SMALL: QT_TRANSLATE_NOOP(
        "bandwidth", "The transfer was too short to tell a rate."
    ),
    Reason.LOAD_TOO_SHORT: QT_TRANSLATE_NOOP(
        "bandwidth",
        "The line was loaded too briefly for its queues to fill; a full check with a larger "
        "budget_megabytes in the workplace profile can tell.",
    ),
    Reason.TOO_FEW_ANSWERS: QT_TRANSLATE_NOOP(
        "bandwidth", "Too few of the small requests were answered to tell the latency."
    ),
}


def sentence(trouble: Trouble) -> str:
    """The reason in words. Raises KeyError for a reason without text: a bug, not a state."""
    status = "" if trouble.status is None else str(trouble.status)
    return Phrase(REASONS[trouble.reason], server=trouble.server, status=status)
