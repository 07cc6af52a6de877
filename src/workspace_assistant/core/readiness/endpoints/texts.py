"""All words of the endpoints check: findings, and why something was not measured."""

from __future__ import annotations

from collections.abc import Mapping

from workspace_assistant.core.readiness.endpoints.model import Fault
from workspace_assistant.core.readiness.findings import FindingText
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

TRYING = QT_TRANSLATE_NOOP("endpoints", "Trying the employer's systems")
NO_IPV6_DETAIL = QT_TRANSLATE_NOOP(
    "endpoints", "This network has no IPv6: the systems were tried by IPv4 alone."
)
# Inside a sentence, where a certificate does not say it.
UNNAMED_ISSUER = QT_TRANSLATE_NOOP("endpoints", "an unnamed issuer")
NO_HOST = QT_TRANSLATE_NOOP("endpoints", "no host at all")

# The steps as they stand inside a sentence.
STEP_WORDS: Mapping[str, str] = {
    "dns": QT_TRANSLATE_NOOP("endpoints", "name look-up"),
    "tcp": QT_TRANSLATE_NOOP("endpoints", "connection"),
    "tls": QT_TRANSLATE_NOOP("endpoints", "secure connection"),
    "http": QT_TRANSLATE_NOOP("endpoints", "web answer"),
    "websocket": QT_TRANSLATE_NOOP("endpoints", "WebSocket"),
    "pong": QT_TRANSLATE_NOOP("endpoints", "WebSocket echo"),
    "sip": QT_TRANSLATE_NOOP("endpoints", "telephony answer"),
    "stun": QT_TRANSLATE_NOOP("endpoints", "STUN answer"),
    "turn": QT_TRANSLATE_NOOP("endpoints", "relay"),
    "udp": QT_TRANSLATE_NOOP("endpoints", "UDP answer"),
    "certificate_days": QT_TRANSLATE_NOOP("endpoints", "certificate valid for"),
}

FINDINGS: Mapping[str, FindingText] = {
    "endpoint-name-not-resolved": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: the address of {host} cannot be found."),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "Connect the VPN if this job needs one, else restart the router; "
            "if only this system fails, ask the help desk.",
        ),
    ),
    "endpoint-no-way": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: this computer has no way to {place}."),
        QT_TRANSLATE_NOOP("endpoints", "Connect the VPN if this job needs one, then check again."),
    ),
    "endpoint-unreachable": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: a router on the way says {place} is unreachable."),
        QT_TRANSLATE_NOOP(
            "endpoints", "Connect the VPN if this job needs one, else tell the help desk."
        ),
    ),
    "endpoint-timeout": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: {place} does not answer in time ({step})."),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "Connect the VPN if this job needs one; a firewall may also block the port. "
            "If other systems work, tell the help desk.",
        ),
    ),
    "endpoint-refused": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: {place} refuses the connection ({step})."),
        QT_TRANSLATE_NOOP(
            "endpoints", "The service is down or a firewall blocks it: tell the help desk."
        ),
    ),
    "endpoint-reset": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: {place} breaks the connection off ({step})."),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "A firewall or virus scanner on the way may do this: try without it, "
            "or tell the help desk.",
        ),
    ),
    "endpoint-certificate-expired": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: the certificate of {host} expired {days} ago."),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "Look whether the date of this computer is right; if it is, tell the help desk.",
        ),
    ),
    "endpoint-certificate-not-yet-valid": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: the certificate of {host} is not valid yet."),
        QT_TRANSLATE_NOOP("endpoints", "Set the date and time of this computer, then check again."),
    ),
    "endpoint-certificate-wrong-name": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints", "{name}: the certificate is not for {host}; it is for {names}."
        ),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "If this network asks for a login page, log in there first; else tell the help desk.",
        ),
    ),
    "endpoint-certificate-untrusted": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints",
            "{name}: this computer does not trust the certificate of {host}, signed by {issuer}.",
        ),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "A company proxy or virus scanner may read this connection: "
            "ask the help desk whether {issuer} is known there.",
        ),
    ),
    "endpoint-certificate-self-signed": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints", "{name}: {host} vouches for itself; its certificate is self-signed."
        ),
        QT_TRANSLATE_NOOP(
            "endpoints", "Do not enter passwords there; ask the help desk whether that is intended."
        ),
    ),
    "endpoint-certificate-chain-incomplete": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints", "{name}: {host} does not send the certificate of its issuer, {issuer}."
        ),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "Tell the help desk: the server lacks an intermediate certificate, "
            "which some programs do not forgive.",
        ),
    ),
    "endpoint-tls-failed": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: no secure connection to {place} comes about."),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "A login page of this network or a proxy may answer instead of the system; "
            "if not, tell the help desk.",
        ),
    ),
    "endpoint-server-error": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: {host} answers with a server error ({status})."),
        QT_TRANSLATE_NOOP(
            "endpoints", "The way there is fine: tell the help desk that the system fails."
        ),
    ),
    "endpoint-request-refused": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name} answers, but refuses the request ({status})."),
        QT_TRANSLATE_NOOP(
            "endpoints", "The way there is fine; the address in the profile may be out of date."
        ),
    ),
    "endpoint-redirects": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name} answers and sends browsers on to {target}."),
        QT_TRANSLATE_NOOP(
            "endpoints", "The place it leads to was not tested: the profile does not name it."
        ),
    ),
    "endpoint-malformed-answer": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints", "{name}: {place} answers in a way this check cannot understand ({step})."
        ),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "Something else may answer in its place: log in to this network if it asks for that, "
            "else tell the help desk.",
        ),
    ),
    "endpoint-slow": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name} takes {value} to answer; up to {limit} is fine."),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "Stop downloads and check again; if other systems are fast, tell the help desk.",
        ),
    ),
    "endpoint-certificate-expires-soon": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints",
            "{name}: the certificate is valid for {value} more; {limit} or more is fine.",
        ),
        QT_TRANSLATE_NOOP("endpoints", "Tell the help desk, so that it is renewed in time."),
    ),
    "endpoint-ipv6-broken": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints", "{name} works by IPv4 but not by IPv6 ({step}); some programs may hang."
        ),
        QT_TRANSLATE_NOOP(
            "endpoints", "If programs hang, switch IPv6 off in the router, or ask the help desk."
        ),
    ),
    "websocket-upgrade-refused": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints", "{name}: {host} answers {status} instead of opening a WebSocket."
        ),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "A proxy or virus scanner may not let WebSockets through: try without it, "
            "or tell the help desk.",
        ),
    ),
    "websocket-needs-login": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints", "{name} answers, but opens its WebSocket only after a login ({status})."
        ),
        QT_TRANSLATE_NOOP("endpoints", "The server is within reach; nothing is to be done."),
    ),
    "websocket-wrong-answer": FindingText(
        QT_TRANSLATE_NOOP(
            "endpoints", "{name}: {host} does not answer a WebSocket request as the standard asks."
        ),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "A proxy or virus scanner may answer in its place: try without it, "
            "or tell the help desk.",
        ),
    ),
    "websocket-no-pong": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name} opens a WebSocket, but nothing comes back over it."),
        QT_TRANSLATE_NOOP(
            "endpoints",
            "If the program for it loses its connection again and again, tell the help desk.",
        ),
    ),
    "sip-server-error": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: the telephony server answers, but with {status}."),
        QT_TRANSLATE_NOOP(
            "endpoints", "The way there is fine; if calls fail, tell the help desk this number."
        ),
    ),
    "turn-credentials-refused": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: the relay refuses user name and password."),
        QT_TRANSLATE_NOOP("endpoints", "Enter the password again, or ask the help desk for it."),
    ),
    "turn-allocation-refused": FindingText(
        QT_TRANSLATE_NOOP("endpoints", "{name}: the relay answers, but gives no place ({status})."),
        QT_TRANSLATE_NOOP(
            "endpoints", "The way there is fine: tell the help desk that the relay is full."
        ),
    ),
}

_FAULT_SENTENCES = {
    Fault.NETWORK_UNREACHABLE: QT_TRANSLATE_NOOP("endpoints", "This computer has no way there."),
    Fault.HOST_UNREACHABLE: QT_TRANSLATE_NOOP(
        "endpoints", "A router on the way says that the system is unreachable."
    ),
    Fault.NAME_NOT_RESOLVED: QT_TRANSLATE_NOOP("endpoints", "The name could not be looked up."),
    Fault.TIMEOUT: QT_TRANSLATE_NOOP("endpoints", "The system did not answer in time."),
    Fault.REFUSED: QT_TRANSLATE_NOOP("endpoints", "The connection was refused."),
    Fault.RESET: QT_TRANSLATE_NOOP("endpoints", "The connection was broken off."),
    Fault.CERTIFICATE_EXPIRED: QT_TRANSLATE_NOOP("endpoints", "The certificate has expired."),
    Fault.CERTIFICATE_NOT_YET_VALID: QT_TRANSLATE_NOOP(
        "endpoints", "The certificate is not valid yet."
    ),
    Fault.CERTIFICATE_WRONG_NAME: QT_TRANSLATE_NOOP(
        "endpoints", "The certificate is for another name."
    ),
    Fault.CERTIFICATE_UNTRUSTED: QT_TRANSLATE_NOOP(
        "endpoints", "This computer does not trust who signed the certificate."
    ),
    Fault.CERTIFICATE_SELF_SIGNED: QT_TRANSLATE_NOOP(
        "endpoints", "The certificate is self-signed."
    ),
    Fault.CERTIFICATE_INCOMPLETE_CHAIN: QT_TRANSLATE_NOOP(
        "endpoints", "The server did not send the certificate of its issuer."
    ),
    Fault.TLS_FAILED: QT_TRANSLATE_NOOP("endpoints", "No secure connection came about."),
    Fault.BAD_STATUS: QT_TRANSLATE_NOOP("endpoints", "The server answered with an error."),
    Fault.UPGRADE_REFUSED: QT_TRANSLATE_NOOP("endpoints", "The server opened no WebSocket."),
    Fault.NO_PONG: QT_TRANSLATE_NOOP("endpoints", "Nothing came back over the WebSocket."),
    Fault.MALFORMED_ANSWER: QT_TRANSLATE_NOOP("endpoints", "The answer could not be understood."),
    Fault.NO_PASSWORD: QT_TRANSLATE_NOOP(
        "endpoints",
        "The relay answers and asks for a login; without one no allocation was tried.",
    ),
    Fault.CREDENTIALS_REFUSED: QT_TRANSLATE_NOOP(
        "endpoints", "The relay refused user name and password."
    ),
    Fault.SILENT: QT_TRANSLATE_NOOP(
        "endpoints",
        "The UDP port said nothing: an open port and a blocked one look the same from here.",
    ),
    Fault.NOT_SUPPORTED: QT_TRANSLATE_NOOP(
        "endpoints", "This version cannot try an address of this kind."
    ),
    Fault.OUT_OF_TIME: QT_TRANSLATE_NOOP(
        "endpoints", "The time for all systems together was over before this one was done."
    ),
}


def fault_sentence(fault: Fault) -> str:
    """Why a number is missing, in one sentence."""
    return _FAULT_SENTENCES[fault]
