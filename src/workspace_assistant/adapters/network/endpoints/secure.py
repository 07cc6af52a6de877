"""The TLS step: a verified handshake, timed; where it fails, a look at the certificate shown.

The look is a second handshake that trusts anybody and carries nothing: no byte of a request is ever
sent over it.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time

from workspace_assistant.adapters.network.endpoints.certificates import (
    ShownChain,
    read_chain,
    verification_fault,
)
from workspace_assistant.adapters.network.endpoints.faults import StepFailedError
from workspace_assistant.adapters.network.endpoints.walk import Walk
from workspace_assistant.adapters.network.race import connect
from workspace_assistant.adapters.network.wire import Wire
from workspace_assistant.core.readiness.endpoints.model import Step

# A context reads the system's roots from disk for every socket it wraps, 50 ms of a processor: one
# at a time, so that the steps timed beside it keep a processor of their own.
_LOADING = threading.Lock()
_LOADING_POLL_S = 0.02


def secure(wire: Wire, walk: Walk) -> Wire:
    """The TLS step over *wire*, which is used up. Raises `StepFailedError` for a certificate."""
    walk.step = Step.TLS
    means = walk.means
    try:
        with means.halt.breaks(wire.sock):
            secured = _wrapped(wire.sock, walk)
            secured.settimeout(means.limits.handshake_s)
            began_s = time.perf_counter()
            _shake_hands(secured)
            walk.took(began_s)
    except ssl.SSLCertVerificationError as error:
        chain = _look(walk)
        raise StepFailedError(
            verification_fault(error, chain, time.time()),
            certificate=None if chain is None else chain.certificate(time.time(), is_trusted=False),
        ) from None
    der = secured.getpeercert(binary_form=True)
    shown_chain = None if der is None else read_chain((der,))
    if shown_chain is not None:
        walk.certificate = shown_chain.certificate(time.time(), is_trusted=True)
    walk.tls_version = secured.version() or ""
    return Wire(secured, means.halt, means.limits.poll_s)


def _wrapped(sock: socket.socket, walk: Walk) -> ssl.SSLSocket:
    while not _LOADING.acquire(timeout=_LOADING_POLL_S):
        walk.means.halt.check()
    try:
        walk.means.halt.check()
        context = walk.means.tls()
        return context.wrap_socket(
            sock, server_hostname=walk.task.address.host, do_handshake_on_connect=False
        )
    finally:
        _LOADING.release()


def _shake_hands(secured: ssl.SSLSocket) -> None:
    try:
        secured.do_handshake()
    except OSError:
        secured.close()
        raise


def _look(walk: Walk) -> ShownChain | None:
    """The chain that the server shows; None when it shows none to us."""
    means = walk.means
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    try:
        sock = connect(walk.addresses, means.limits, means.halt)
        with (
            means.halt.breaks(sock),
            context.wrap_socket(
                sock, server_hostname=walk.task.address.host, do_handshake_on_connect=False
            ) as looked,
        ):
            looked.settimeout(means.limits.handshake_s)
            looked.do_handshake()
            return read_chain(_sent_chain(looked))
    except OSError:
        means.halt.check()
        return None


def _sent_chain(sock: ssl.SSLSocket) -> tuple[bytes, ...]:
    """All certificates that the server sent, its own first, in DER."""
    if hasattr(sock, "get_unverified_chain"):  # Python 3.13
        return tuple(sock.get_unverified_chain())
    inner = getattr(sock, "_sslobj", None)  # older ones keep the same call one level lower
    found = getattr(inner, "get_unverified_chain", None)
    if found is None:
        own = sock.getpeercert(binary_form=True)
        return () if own is None else (own,)
    return tuple(ssl.PEM_cert_to_DER_cert(one.public_bytes()) for one in found())
