"""Looks for a sign-in page in the way, with the hosts that the profile names and no others."""

from __future__ import annotations

import secrets
import ssl
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from enum import Enum, auto
from urllib.parse import urlsplit

from workspace_assistant.adapters.network.connection.inquiry import Inquiry
from workspace_assistant.adapters.network.connection.reach import answers_stun
from workspace_assistant.adapters.network.connection.web import (
    Addresses,
    WebAnswer,
    connect_any,
    fetch,
    secure,
)
from workspace_assistant.adapters.network.endpoint import ServerUrl, parse_url
from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.core.readiness.connection.model import (
    NamedHosts,
    Portal,
    Reason,
    Unknown,
)
from workspace_assistant.core.readiness.connection.portal import (
    Page,
    Witness,
    are_related,
    confirmed_portal,
    host_of,
    judge_empty_page,
    judge_missing_page,
    judge_plain_page,
)

HTTP_PORT = 80
# OpenSSL's X509_V_ERR_CERT_NOT_YET_VALID, _CERT_HAS_EXPIRED: the host's own, by a wrong clock.
_OUT_OF_DATE = {9, 10}
_MOST_WITNESSES = 2  # of each kind
_WRONG_NAME = {62, 64}  # X509_V_ERR_HOSTNAME_MISMATCH, X509_V_ERR_IP_ADDRESS_MISMATCH

Tls = Callable[[], ssl.SSLContext]


class Secured(Enum):
    """How the secure port of a host answered."""

    BY_HOST = auto()  # the host itself, or somebody who holds a certificate for its name
    BY_SOMEBODY = auto()  # a certificate that nobody known vouches for: anybody's
    BY_OTHER = auto()  # somebody with a certificate for another name
    NOT_AT_ALL = auto()


def find_portal(
    hosts: NamedHosts,
    addresses: Addresses,
    tls: Tls,
    inquiry: Inquiry,
    plain_port: int = HTTP_PORT,
) -> Portal | Unknown:
    """Raises `HaltedError`; everything else that goes wrong is `Unknown`.

    What one host answers may be its own fault: unless the profile names a page made for this, other
    named hosts must bear witness.
    """
    if hosts.portal_url:
        try:
            url = parse_url(hosts.portal_url)
        except ExchangeError:  # characters that no request can carry
            return Unknown(reason=Reason.NO_ANSWER, detail=host_of(hosts.portal_url))
        path = (urlsplit(hosts.portal_url).path or "/") + (f"?{url.query}" if url.query else "")
        return _asked(url.host, url.port, path, addresses, inquiry, judge_empty_page)
    if not hosts.web:
        return Unknown(reason=Reason.NOT_NAMED)
    url = parse_url(_preferred(hosts.web))
    found = _told_by(url, addresses, tls, inquiry, plain_port)
    if isinstance(found, Unknown) or not found.is_captive:
        return found
    others = [parse_url(one) for one in hosts.web]
    own = set(addresses(url.host))
    apart = {
        one.host: one
        for one in others
        if not (are_related(one.host, url.host) and own & set(addresses(one.host)))
    }
    webs = list(apart.values())[:_MOST_WITNESSES]
    servers = [
        (address, port)
        for host, port in hosts.udp[:_MOST_WITNESSES]
        for address in addresses(host)[:1]
    ]

    def web(other: ServerUrl) -> Witness:
        return _web_witness(_told_by(other, addresses, tls, inquiry, plain_port))

    def stun(server: tuple[str, int]) -> Witness:
        return Witness.REACHED if answers_stun(*server, inquiry) else Witness.SILENT

    with ThreadPoolExecutor(2 * _MOST_WITNESSES) as beside:
        told = [*beside.map(web, webs), *beside.map(stun, servers)]
    is_out_of_time = time.monotonic() >= inquiry.end_s  # who was not asked is not silent
    return confirmed_portal(found, () if is_out_of_time else told)


def _told_by(
    url: ServerUrl, addresses: Addresses, tls: Tls, inquiry: Inquiry, plain_port: int
) -> Portal | Unknown:
    """What one host gives away by a page that it cannot have."""
    path = f"/workspace-assistant-{secrets.token_hex(8)}"
    if not url.is_secure:
        return _asked(url.host, url.port, path, addresses, inquiry, judge_plain_page)
    secured = _secured(url, addresses, tls, inquiry)
    if secured is Secured.BY_HOST:
        return Portal(is_captive=False, asked=url.host)

    def judge(host: str, page: Page) -> Portal | Unknown:
        is_certain = secured is not Secured.BY_SOMEBODY
        return judge_missing_page(host, path, page, is_secure_port_dead=is_certain)

    return _asked(url.host, plain_port, path, addresses, inquiry, judge)


def _web_witness(told: Portal | Unknown) -> Witness:
    if isinstance(told, Unknown):
        return Witness.SILENT if told.reason is Reason.NO_ANSWER else Witness.NONE
    return Witness.HIJACKED if told.is_captive else Witness.REACHED


def _preferred(web: Sequence[str]) -> str:
    """A secure one where there is one: only that can be told from a sign-in page for sure."""
    return next((url for url in web if url.startswith("https:")), web[0])


def _secured(url: ServerUrl, addresses: Addresses, tls: Tls, inquiry: Inquiry) -> Secured:
    try:
        with (
            connect_any(addresses(url.host), url.port, inquiry) as sock,
            secure(sock, tls(), url.host, inquiry),
        ):
            return Secured.BY_HOST
    except ssl.SSLCertVerificationError as error:
        return _by_certificate(getattr(error, "verify_code", 0))
    except OSError:
        return Secured.NOT_AT_ALL


def _by_certificate(fault: int) -> Secured:
    if fault in _OUT_OF_DATE:
        return Secured.BY_HOST
    return Secured.BY_OTHER if fault in _WRONG_NAME else Secured.BY_SOMEBODY


def _asked(
    host: str,
    port: int,
    path: str,
    addresses: Addresses,
    inquiry: Inquiry,
    judge: Callable[[str, Page], Portal | Unknown],
) -> Portal | Unknown:
    found = addresses(host)
    if not found:
        return Unknown(reason=Reason.NAME_NOT_RESOLVED, detail=host)
    try:
        with connect_any(found, port, inquiry) as sock:
            authority = host if port == HTTP_PORT else f"{host}:{port}"
            answer = fetch(sock, "GET", authority, path, inquiry)
    except (OSError, ValueError):
        return Unknown(reason=Reason.NO_ANSWER, detail=host)
    return judge(host, _page(answer))


def _page(answer: WebAnswer) -> Page:
    return Page(status=answer.status, location=answer.location, has_body=answer.has_body)
