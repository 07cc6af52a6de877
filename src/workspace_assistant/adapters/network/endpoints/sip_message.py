"""SIP messages (RFC 3261): an OPTIONS request, and a reader of answers that trusts nothing."""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass

from workspace_assistant.core.readiness.endpoints.address import EndpointAddress

_BRANCH_START = "z9hG4bK"  # section 8.1.1.7
_STATUS_LINE = re.compile(rb"SIP/2\.0 ([1-6][0-9][0-9])(?: [^\r\n]*)?")
_BRANCH = re.compile(rb";[ \t]*branch[ \t]*=[ \t]*([!-+\--:<-~]+)")
_CSEQ = re.compile(rb"0*1[ \t]+OPTIONS")
_SHORT_NAMES = {b"v": b"via", b"i": b"call-id"}  # section 7.3.3


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """One OPTIONS request: its bytes, and what an answer to it must repeat."""

    data: bytes
    branch: bytes
    call_id: bytes


def options_request(address: EndpointAddress, local: tuple[str, int]) -> Options:
    """Asks the server itself what it can do (section 11); names nobody as its sender."""
    branch, call_id = _BRANCH_START + secrets.token_hex(8), secrets.token_hex(12)
    host = f"[{local[0]}]" if ":" in local[0] else local[0]
    transport = "UDP" if address.is_datagram else "TLS" if address.is_secure else "TCP"
    scheme = "sips" if address.scheme == "sips" else "sip"
    lines = (
        f"OPTIONS {scheme}:{address.place} SIP/2.0",
        f"Via: SIP/2.0/{transport} {host}:{local[1]};rport;branch={branch}",
        "Max-Forwards: 70",
        f'From: "Anonymous" <{scheme}:anonymous@anonymous.invalid>;tag={secrets.token_hex(4)}',
        f"To: <{scheme}:{address.place}>",
        f"Call-ID: {call_id}",
        "CSeq: 1 OPTIONS",
        "Accept: application/sdp",
        "User-Agent: workspace-assistant",
        "Content-Length: 0",
    )
    data = "\r\n".join((*lines, "", "")).encode("ascii")
    return Options(data=data, branch=branch.encode("ascii"), call_id=call_id.encode("ascii"))


def read_status(message: bytes, asked: Options) -> int | None:
    """The status of an answer to *asked*; None for anything else."""
    head = message.replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    first, _, rest = head.partition(b"\n")
    match = _STATUS_LINE.fullmatch(first)
    if match is None:
        return None
    fields = _fields(rest)
    branch = _BRANCH.search(fields.get(b"via", b"").partition(b",")[0])
    is_ours = (
        branch is not None
        and branch[1] == asked.branch
        and fields.get(b"call-id") == asked.call_id
        and _CSEQ.fullmatch(fields.get(b"cseq", b"")) is not None
    )
    return int(match[1]) if is_ours else None


def _fields(lines: bytes) -> dict[bytes, bytes]:
    """Header fields by lower-case name; of those that repeat, the first."""
    fields: dict[bytes, bytes] = {}
    for line in lines.split(b"\n"):
        name, colon, value = line.partition(b":")
        key = name.strip().lower()
        if colon:
            fields.setdefault(_SHORT_NAMES.get(key, key), value.strip())
    return fields
