"""What goes wrong between this computer and a server, as one exception with a reason."""

from __future__ import annotations

import errno
import ssl

from workspace_assistant.core.readiness.bandwidth.model import Reason, Trouble

_UNREACHABLE = {
    errno.ENETUNREACH,
    errno.EHOSTUNREACH,
    errno.ENETDOWN,
    errno.EHOSTDOWN,
    errno.EADDRNOTAVAIL,
}


class ExchangeError(Exception):
    """A request failed; `reason` says how, `status` is the HTTP status when there was one."""

    def __init__(self, reason: Reason, status: int | None = None) -> None:
        super().__init__(reason.value if status is None else f"{reason.value} ({status})")
        self.reason = reason
        self.status = status

    def trouble(self, server: str) -> Trouble:
        return Trouble(reason=self.reason, server=server, status=self.status)


def connecting(error: OSError) -> ExchangeError:
    """Why a connection could not be opened."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return ExchangeError(Reason.CERTIFICATE_UNTRUSTED)
    if isinstance(error, ssl.SSLError):
        return ExchangeError(Reason.TLS_FAILED)
    if isinstance(error, TimeoutError) or error.errno == errno.ETIMEDOUT:
        return ExchangeError(Reason.CONNECT_TIMEOUT)
    if isinstance(error, ConnectionRefusedError):
        return ExchangeError(Reason.CONNECTION_REFUSED)
    if isinstance(error, ConnectionError):
        return ExchangeError(Reason.CONNECTION_RESET)
    if error.errno in _UNREACHABLE:
        return ExchangeError(Reason.NETWORK_UNREACHABLE)
    return ExchangeError(Reason.CONNECT_TIMEOUT)


def transferring(error: OSError) -> ExchangeError:
    """Why an open connection ended."""
    if isinstance(error, TimeoutError):
        return ExchangeError(Reason.NO_ANSWER)
    if error.errno in _UNREACHABLE:
        return ExchangeError(Reason.NETWORK_UNREACHABLE)
    return ExchangeError(Reason.CONNECTION_RESET)
