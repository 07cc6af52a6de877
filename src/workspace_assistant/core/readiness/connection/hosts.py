"""Which hosts the profile and the user named for this run: nobody else is ever asked."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from workspace_assistant.core.readiness.connection.model import NamedHosts
from workspace_assistant.core.readiness.ports import CheckRequest

# Enough to see which way packets go; a profile may name hundreds of systems.
MOST_NAMES = 12
_MOST_WEB = 4
_STUN_PORT = 3478  # RFC 7064, section 3.2
_URL = re.compile(
    r"([a-z]+):(?://)?(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)(?::(\d{1,5}))?(?:[/?;].*)?"
)
_HIGHEST_PORT = 65535
_WEB_SCHEMES = {"https": "https", "wss": "https", "http": "http", "ws": "http"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    scheme: str
    host: str
    port: int | None

    @property
    def web(self) -> str:
        """The base URL; empty for what is no web server."""
        if self.scheme not in _WEB_SCHEMES:
            return ""
        shown = f"[{self.host}]" if ":" in self.host else self.host
        port = "" if self.port is None else f":{self.port}"
        return f"{_WEB_SCHEMES[self.scheme]}://{shown}{port}"


def named_hosts(request: CheckRequest) -> NamedHosts:
    """The hosts of *request*'s profile, those of calls first."""
    profile = request.profile
    stun = _places((*profile.voice_path.stun, *profile.voice_path.turn))
    systems = _places(endpoint.url for endpoint in profile.endpoints)
    line = _places([] if request.server_is_this_computer else [_line_server(request)])
    wanted = profile.connection
    portal = _places([wanted.portal_url])
    names = [place.host for place in (*stun, *systems, *line)]
    # The two that questions of their own go to must not fall off the end of a long list.
    own = [wanted.time_server, *(place.host for place in portal)]
    return NamedHosts(
        names=_first([*own, *names], MOST_NAMES, order=[*names, *own]),
        web=_first([place.web for place in (*systems, *line)], _MOST_WEB),
        time_server=wanted.time_server,
        portal_url=wanted.portal_url,
        udp=tuple(
            dict.fromkeys(
                (place.host, place.port or _STUN_PORT)
                for place in (*stun, *systems)
                if place.scheme in {"stun", "turn"}
            )
        ),
    )


def _line_server(request: CheckRequest) -> str:
    return request.server or request.profile.bandwidth.server


def _places(urls: Iterable[str]) -> tuple[_Place, ...]:
    found = (_URL.fullmatch(url) for url in urls)
    return tuple(
        _Place(scheme=match[1], host=match[2].strip("[]"), port=int(match[3]) if match[3] else None)
        for match in found
        if match and 1 <= int(match[3] or _HIGHEST_PORT) <= _HIGHEST_PORT
    )


def _first(values: list[str], most: int, order: list[str] | None = None) -> tuple[str, ...]:
    """The first *most* different values, in the order of *order*."""
    kept = list(dict.fromkeys(value for value in values if value))[:most]
    return tuple(value for value in dict.fromkeys(order or values) if value in kept)
