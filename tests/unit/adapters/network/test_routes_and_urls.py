from __future__ import annotations

import pytest

from workspace_assistant.adapters.network.endpoint import parse_url
from workspace_assistant.adapters.network.routes import ROUTES
from workspace_assistant.core.readiness.profile.model import PROVIDERS


def test_every_provider_of_a_profile_has_routes() -> None:
    assert set(ROUTES) | {"auto"} == set(PROVIDERS)


@pytest.mark.parametrize(
    ("url", "downloads"),
    [
        (
            "http://speed.test",
            ["/garbage.php?ckSize=100", "/backend/garbage.php?ckSize=100"],
        ),
        ("http://speed.test/backend/", ["/backend/garbage.php?ckSize=100"]),
        (
            "http://speed.test/a",
            ["/a/garbage.php?ckSize=100", "/a/backend/garbage.php?ckSize=100"],
        ),
    ],
)
def test_librespeed_lies_at_the_base_or_below_backend(url: str, downloads: list[str]) -> None:
    routes = ROUTES["librespeed"](parse_url(url))
    assert [one.download for one in routes] == downloads


def test_speedtest_net_files_lie_beside_the_upload_script() -> None:
    [routes] = ROUTES["speedtest.net"](parse_url("http://host.test:8080/speedtest/upload.php"))
    assert routes.upload == "/speedtest/upload.php"
    assert routes.download == "/speedtest/random4000x4000.jpg"
    assert routes.ping == "/speedtest/latency.txt"


def test_plain_http_is_one_url_for_everything() -> None:
    [routes] = ROUTES["http"](parse_url("https://files.test/big.bin?token=1"))
    assert {routes.download, routes.upload, routes.ping} == {"/big.bin?token=1"}
    assert routes.ping_method == "HEAD"


def test_cloudflare_paths() -> None:
    [routes] = ROUTES["cloudflare"](parse_url("https://speed.test"))
    assert (routes.upload, routes.ping) == ("/__up", "/__down?bytes=0")
    assert routes.download == f"/__down?bytes={routes.least_answer_bytes}"


@pytest.mark.parametrize(
    ("url", "authority", "port"),
    [
        ("http://speed.test", "speed.test", 80),
        ("https://speed.test/", "speed.test", 443),
        ("https://speed.test:8443/x", "speed.test:8443", 8443),
        ("http://[::1]:8080", "[::1]:8080", 8080),
    ],
)
def test_urls_are_taken_apart(url: str, authority: str, port: int) -> None:
    parsed = parse_url(url)
    assert (parsed.authority, parsed.port) == (authority, port)
