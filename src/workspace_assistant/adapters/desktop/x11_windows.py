"""What is asked of an X server about the window in front.

X Window System Protocol, X Version 11, appendix B (InternAtom, GetProperty); Extended Window
Manager Hints 1.5 (_NET_ACTIVE_WINDOW, _NET_WM_STATE, _NET_WM_STATE_FULLSCREEN).
"""

from __future__ import annotations

import struct

ACTIVE_WINDOW = b"_NET_ACTIVE_WINDOW"
STATE = b"_NET_WM_STATE"
FULL_SCREEN = b"_NET_WM_STATE_FULLSCREEN"

_INTERN_ATOM, _GET_PROPERTY = 16, 20
_ANY_TYPE = 0
_LONGEST_ANSWER = 64  # in units of four bytes: a window has a dozen states
_ITEM_BITS = 32


def atom_request(name: bytes) -> bytes:
    """Only if the server knows the name: nothing is made."""
    padded = name + bytes(-len(name) % 4)
    return struct.pack("<BBHHxx", _INTERN_ATOM, 1, 2 + len(padded) // 4, len(name)) + padded


def atom_of(reply: bytes) -> int:
    """0 where nobody has used the name yet, as without any window manager."""
    return int(struct.unpack_from("<I", reply, 8)[0])


def property_request(window: int, name: int) -> bytes:
    return struct.pack(
        "<BBHIIIII", _GET_PROPERTY, 0, 6, window, name, _ANY_TYPE, 0, _LONGEST_ANSWER
    )


def items_of(reply: bytes) -> tuple[int, ...]:
    """What a property of windows or atoms holds; nothing where it is not there."""
    if reply[1] != _ITEM_BITS:
        return ()
    (count,) = struct.unpack_from("<I", reply, 16)
    found = min(count, (len(reply) - 32) // 4)
    return struct.unpack_from(f"<{found}I", reply, 32)
