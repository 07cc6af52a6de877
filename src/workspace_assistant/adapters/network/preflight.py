"""Tries a server's paths with small requests before any load, and follows harmless redirects."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urljoin

from workspace_assistant.adapters.network.endpoint import ServerUrl, parse_url
from workspace_assistant.adapters.network.exchange_error import ExchangeError
from workspace_assistant.adapters.network.flows import check_download_head, check_upload_head
from workspace_assistant.adapters.network.halt import Halt
from workspace_assistant.adapters.network.http_channel import Channel, Target
from workspace_assistant.adapters.network.http_head import ResponseHead
from workspace_assistant.adapters.network.routes import Routes
from workspace_assistant.core.readiness.bandwidth.model import Reason

_MOST_REDIRECTS = 3
_PROBE_BODY = b"x" * 1024
_NOT_FOUND = 404


def usable_routes(target: Target, candidates: tuple[Routes, ...], halt: Halt) -> Routes:
    """The first candidate whose ping path exists, redirects followed. Raises `ExchangeError`."""
    *others, last = candidates
    for routes in others:
        head, path = _ask(target, routes.ping_method, routes.ping, halt)
        if head.status != _NOT_FOUND:
            return replace(routes, ping=path)
    _, path = _ask(target, last.ping_method, last.ping, halt)
    return replace(last, ping=path)


def download_path(target: Target, routes: Routes, halt: Halt) -> str:
    """Where the data really lies. Raises `ExchangeError` when it is not what was asked for."""
    head, path = _ask(target, "GET", routes.download, halt)
    check_download_head(head, routes)
    return path


def upload_path(target: Target, routes: Routes, halt: Halt) -> str:
    """Where data can really be posted. Raises `ExchangeError` when a small body is not taken."""
    head, path = _ask(target, "POST", routes.upload, halt)
    check_upload_head(head)
    return path


def _ask(target: Target, method: str, path: str, halt: Halt) -> tuple[ResponseHead, str]:
    """The head of the first answer that is no redirect, and the path that gave it."""
    for _ in range(_MOST_REDIRECTS):
        head = _ask_once(target, method, path, halt)
        if not head.is_redirect:
            return head, path
        path = _redirected(target.url, path, head)
    raise ExchangeError(Reason.REDIRECTED_ELSEWHERE)


def _ask_once(target: Target, method: str, path: str, halt: Halt) -> ResponseHead:
    channel = Channel(target, halt)
    try:
        channel.request(method, path, len(_PROBE_BODY) if method == "POST" else None)
        if method == "POST":
            channel.send(_PROBE_BODY)
        return channel.read_head()
    finally:
        channel.close()


def _redirected(url: ServerUrl, path: str, head: ResponseHead) -> str:
    """The path to go on with; only on the same scheme, host and port."""
    base = f"{url.scheme}://{url.authority}"
    goal = urljoin(base + path, head.location)
    elsewhere = ExchangeError(Reason.REDIRECTED_ELSEWHERE, head.status)
    try:
        parsed = parse_url(goal)
    except ExchangeError:
        raise elsewhere from None
    if not head.location or (parsed.scheme, parsed.host, parsed.port) != (
        url.scheme,
        url.host,
        url.port,
    ):
        raise elsewhere
    return goal[len(base) :] or "/"
