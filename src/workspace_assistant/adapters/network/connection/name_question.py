"""One question to a name server, and the result code of its answer (RFC 1035, section 4.1).

The addresses themselves are of no interest here, so only the header of the answer is read.
"""

from __future__ import annotations

import struct

IDENTITY_BYTES = 2
_HEADER = struct.Struct("!6H")
_RECURSION_DESIRED = 0x0100
_A, _AAAA, _INTERNET = 1, 28, 1
_LONGEST_LABEL_BYTES = 63
_LONGEST_NAME_BYTES = 253
_RESULTS = {0: "", 1: "formerr", 2: "servfail", 3: "nxdomain", 4: "notimp", 5: "refused"}


def name_question(identity: bytes, name: str, *, is_ipv6: bool = False) -> bytes:
    """The query for an address of *name*. Raises ValueError for what DNS cannot ask."""
    labels = name.rstrip(".").encode("ascii").split(b".")
    is_askable = all(0 < len(label) <= _LONGEST_LABEL_BYTES for label in labels)
    if not is_askable or len(name) > _LONGEST_NAME_BYTES:
        raise ValueError(f"no host name: {name!r}")
    header = _HEADER.pack(int.from_bytes(identity), _RECURSION_DESIRED, 1, 0, 0, 0)
    asked = b"".join(bytes([len(label)]) + label for label in labels) + b"\0"
    return header + asked + struct.pack("!HH", _AAAA if is_ipv6 else _A, _INTERNET)


def is_answer_to(identity: bytes, data: bytes) -> bool:
    return len(data) >= _HEADER.size and data[:IDENTITY_BYTES] == identity and data[2] >= 0x80


def result_of(answer: bytes) -> str:
    """The result in the field's own words; empty for none but success."""
    code = answer[3] & 0x0F
    return _RESULTS.get(code, f"rcode-{code}")
