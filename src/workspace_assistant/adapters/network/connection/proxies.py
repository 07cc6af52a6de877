"""The proxy that this system sends web traffic through: host and port, never who logs in."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlsplit
from urllib.request import getproxies

from workspace_assistant.core.readiness.foreign_names import one_line

_LONGEST = 100


def system_proxy() -> str:
    """From the environment, and on macOS and Windows from the system's settings; else empty."""
    return shown_proxy(getproxies())


def shown_proxy(proxies: Mapping[str, str]) -> str:
    """The proxy for secure pages, else another; only its host and port."""
    for scheme in ("https", "http", "all", "socks"):
        shown = _host_and_port(proxies.get(scheme, ""))
        if shown:
            return shown
    return ""


def _host_and_port(proxy: str) -> str:
    try:
        parts = urlsplit(proxy if "://" in proxy else f"//{proxy}")
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    shown = f"[{host}]" if ":" in host else host
    return one_line(f"{shown}:{port}" if host and port else shown)[:_LONGEST]
