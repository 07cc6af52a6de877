"""The paths of each kind of server: what is fetched, where data is posted, what is pinged.

- librespeed: ``garbage.php?ckSize=N`` (MiB), ``empty.php``; below the base URL or its ``backend/``.
- cloudflare: ``__down?bytes=N``, ``__up``.
- speedtest.net: the URL of a server's upload script; its random images lie beside it.
- http: one URL. GET it for at least 1 MB of data, POST to it, HEAD it for the latency.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from workspace_assistant.adapters.network.endpoint import ServerUrl

MEGABYTE = 1_000_000
# LibreSpeed's own client asks for 100 MiB and posts 20 MB; servers are set up for that.
_ASKED_MEBIBYTES = 100
_ASKED_BYTES = _ASKED_MEBIBYTES * 1024 * 1024
_POST_BYTES = 20 * MEGABYTE
# speedtest.net's clients post at most 7 MiB at once.
_SPEEDTEST_POST_BYTES = 7_340_032


@dataclass(frozen=True, slots=True, kw_only=True)
class Routes:
    """Paths of one server.

    Attributes:
        least_answer_bytes: a download answer with less is not what was asked for.
        post_bytes: size of one upload request.
    """

    download: str
    upload: str
    ping: str
    ping_method: str = "GET"
    least_answer_bytes: int = _ASKED_BYTES
    post_bytes: int = _POST_BYTES


def librespeed(url: ServerUrl) -> tuple[Routes, ...]:
    bases = (url.path,) if url.path.endswith("/backend") else (url.path, f"{url.path}/backend")
    return tuple(
        Routes(
            download=f"{base}/garbage.php?ckSize={_ASKED_MEBIBYTES}",
            upload=f"{base}/empty.php",
            ping=f"{base}/empty.php",
        )
        for base in bases
    )


def cloudflare(url: ServerUrl) -> tuple[Routes, ...]:
    return (
        Routes(
            download=f"{url.path}/__down?bytes={_ASKED_BYTES}",
            upload=f"{url.path}/__up",
            ping=f"{url.path}/__down?bytes=0",
        ),
    )


def speedtest_net(url: ServerUrl) -> tuple[Routes, ...]:
    folder = url.path.rpartition("/")[0]
    return (
        Routes(
            download=f"{folder}/random4000x4000.jpg",
            upload=url.path,
            ping=f"{folder}/latency.txt",
            least_answer_bytes=MEGABYTE,
            post_bytes=_SPEEDTEST_POST_BYTES,
        ),
    )


def plain_http(url: ServerUrl) -> tuple[Routes, ...]:
    path = (url.path or "/") + (f"?{url.query}" if url.query else "")
    return (
        Routes(
            download=path,
            upload=path,
            ping=path,
            ping_method="HEAD",
            least_answer_bytes=MEGABYTE,
        ),
    )


ROUTES: Mapping[str, Callable[[ServerUrl], tuple[Routes, ...]]] = {
    "librespeed": librespeed,
    "cloudflare": cloudflare,
    "speedtest.net": speedtest_net,
    "http": plain_http,
}
