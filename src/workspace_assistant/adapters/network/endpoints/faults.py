"""What an error of the system says about the step that failed."""

from __future__ import annotations

import errno
import socket
import ssl

from workspace_assistant.adapters.network.endpoint import Address
from workspace_assistant.core.readiness.endpoints.model import Certificate, Fault, Step

_NO_WAY = {errno.ENETUNREACH, errno.ENETDOWN, errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT}
_NO_HOST = {errno.EHOSTUNREACH, errno.EHOSTDOWN}
_ANY_PORT = 9


class StepFailedError(Exception):
    """A step failed in a way that the protocol knows."""

    def __init__(
        self,
        fault: Fault,
        *,
        status: int | None = None,
        certificate: Certificate | None = None,
    ) -> None:
        super().__init__(fault.value)
        self.fault = fault
        self.status = status
        self.certificate = certificate


def fault_of(error: OSError, address: Address, step: Step, *, is_datagram: bool) -> Fault:
    """The fault behind *error*, met at *step* on the way to *address*."""
    if isinstance(error, ssl.SSLError) and step is Step.TLS:
        return Fault.TLS_FAILED
    if isinstance(error, TimeoutError) or error.errno == errno.ETIMEDOUT:
        return Fault.TIMEOUT
    if isinstance(error, ConnectionRefusedError):
        return Fault.REFUSED
    if isinstance(error, ConnectionResetError) and is_datagram:
        return Fault.REFUSED  # what Windows calls an ICMP refusal
    if error.errno in _NO_WAY:
        # A far router may say the same of its network; then this computer itself has a way.
        return Fault.HOST_UNREACHABLE if _has_way(address) else Fault.NETWORK_UNREACHABLE
    if error.errno in _NO_HOST:
        return Fault.HOST_UNREACHABLE
    return Fault.RESET


def _has_way(address: Address) -> bool:
    """Whether this computer knows where to send packets to *address*. Sends none."""
    family, (host, *_) = address
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as question:
            question.connect((host, _ANY_PORT))
    except OSError:
        return False
    return True
