"""Plain ports: a TCP port that opens is open; a UDP port that says nothing may be anything."""

from __future__ import annotations

from workspace_assistant.adapters.network.endpoints.datagrams import ask, udp_socket
from workspace_assistant.adapters.network.endpoints.faults import StepFailedError
from workspace_assistant.adapters.network.endpoints.walk import Walk
from workspace_assistant.core.readiness.endpoints.model import Fault, Step


def udp_port(walk: Walk) -> None:
    """Sends an empty datagram: a closed port is told by ICMP, an open one rarely says anything."""
    walk.step = Step.UDP
    with udp_socket(walk) as sock:
        try:
            _, began_s = ask(sock, walk, b"", lambda _: True)
        except TimeoutError:
            raise StepFailedError(Fault.SILENT) from None
    walk.took(began_s)
