"""Secure connections that this computer's own trust store vouches for, company roots included."""

from __future__ import annotations

import ssl


def system_tls(*, application: str = "http/1.1") -> ssl.SSLContext:
    """A context that verifies servers and their names; *application* is offered by ALPN."""
    import truststore

    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    if application:
        context.set_alpn_protocols([application])
    return context
