"""Notes when packets to one host leave this namespace; prints their instants as JSON at the end.

Ends when its standard input does. Needs the right to read raw packets.
"""

from __future__ import annotations

import json
import select
import socket
import sys

from workspace_assistant.adapters.network.kernel_stamps import ask_for_stamps, receive

_EVERY_PROTOCOL = 3
_ETHERNET_BYTES = 14
_TARGET = slice(_ETHERNET_BYTES + 16, _ETHERNET_BYTES + 20)  # of an IPv4 packet
_FRAME_BYTES = 2048


def main(host: str) -> None:
    target = socket.inet_aton(host)
    left_s: list[float] = []
    with socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(_EVERY_PROTOCOL)) as raw:
        is_stamped = ask_for_stamps(raw)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        while sys.stdin not in (ready := select.select([raw, sys.stdin], [], [])[0]):
            for _ in ready:
                frame, at_s = receive(raw, _FRAME_BYTES, is_stamped=is_stamped)
                if frame[_TARGET] == target:
                    left_s.append(at_s)
    json.dump(left_s, sys.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
