"""Homes where calls break for one known cause: the real command names it, and nobody else.

All homes are opened a few at a time when the first test asks; the tests then read the reports. What
is wrong there may be so by chance (one home in 50), or because so many homes at once keep the
processors busy: that home is opened again, alone. An expectation names what must be found
(`check:code`), the weak link, and what must not be claimed.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.lab.namespaces import missing
from tests.lab.peers import missing_peers
from tests.lab.scenarios import NEEDED_PROGRAMS, Report
from tests.lab.scenarios_blame import SCENARIOS, SIGN_IN_HOST
from tests.quiet_computer import on_time, timed

_LACKING = missing() or missing_peers(*NEEDED_PROGRAMS)
pytestmark = [
    pytest.mark.lab,
    pytest.mark.skipif(bool(_LACKING), reason=_LACKING or "there is a lab"),
]

# More than this and the streams' processes wait for each other, with other tests beside them.
AT_ONCE = 4
LONGEST_S = 30
PORTAL = "captive portal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """`weak_link` None: not measured, and `gap` is the reason. `also` is true, but not needed."""

    verdict: str
    weak_link: str | None = None
    gap: str = ""
    codes: frozenset[str]
    also: frozenset[str]


def expect(
    verdict: str, weak_link: str | None, *codes: str, gap: str = "", also: tuple[str, ...] = ()
) -> Expected:
    return Expected(
        verdict=verdict,
        weak_link=weak_link,
        codes=frozenset(codes),
        gap=gap,
        also=frozenset(also),
    )


LOSS = "voice-path:loss-high"
EXPECTED = {
    "well": expect("ready", "none"),
    "well, both IP versions": expect("ready", "none"),
    "lazy provider": expect("ready", "none"),
    "few answers of routers": expect("ready", "none"),
    "loss at home": expect(
        "not-ready", "home", LOSS, "voice-path:loss-on-home-network", "connection:gateway-lossy"
    ),
    "loss at home, pings forbidden": expect(
        "not-ready", "home", LOSS, "voice-path:loss-on-home-network", "connection:gateway-lossy"
    ),
    "bursts at home": expect(
        "not-ready",
        "home",
        LOSS,
        "voice-path:loss-on-home-network",
        also=("connection:gateway-lossy",),
    ),
    "loss at home, deaf gateway": expect("not-ready", "unknown", LOSS),
    "loss on the line": expect("not-ready", "provider", LOSS, "voice-path:loss-behind-router"),
    "loss on the backbone": expect(
        "not-ready", "internet", LOSS, "voice-path:loss-in-the-internet"
    ),
    "loss on the backbone, silent provider": expect(
        "not-ready", "unknown", LOSS, "voice-path:loss-beyond-router"
    ),
    "loss at the server": expect("not-ready", "employer", LOSS, "voice-path:loss-at-employer"),
    "VPN detour": expect(
        "caution",
        "vpn",
        "voice-path:round-trip-long",
        "voice-path:delay-through-vpn",
        "voice-path:voice-through-vpn",
        "connection:vpn-active",
    ),
    "far away": expect(
        "caution", "internet", "voice-path:round-trip-long", "voice-path:delay-far-away"
    ),
    "names dead": expect("not-ready", None, "connection:dns-dead", gap="name-not-resolved"),
    "UDP blocked": expect("not-ready", None, "voice-path:udp-blocked", gap="udp-blocked"),
    "captive portal": expect("not-ready", None, "connection:captive-portal", gap="no-answer"),
    "only IPv6, employer has both": expect("ready", "none", "connection:ipv-six-only"),
    "only IPv6, employer has none": expect(
        "not-ready",
        None,
        "connection:ipv-six-only",
        "voice-path:no-common-ip-version",
        gap="family-mismatch",
    ),
    "clock wrong": expect("not-ready", "none", "connection:clock-wrong"),
}
# Each says that some part of the way, or thing beside it, is the cause.
ACCUSATIONS = {
    "voice-path:udp-blocked",
    "voice-path:no-common-ip-version",
    "voice-path:voice-through-vpn",
    "voice-path:computer-too-busy",
    "connection:no-network",
    "connection:vpn-active",
    "connection:gateway-lossy",
    "connection:dns-dead",
    "connection:captive-portal",
    "connection:clock-wrong",
    "connection:ipv-six-only",
    "connection:ipv-four-broken",
    "connection:ipv-six-broken",
}


def is_accusation(code: str) -> bool:
    kinds = ("loss", "delay", "jitter", "queue")
    places = ("-on-home-", "-behind-", "-beyond-", "-in-the-", "-at-", "-far-", "-through-")
    is_place = any(f":{kind}-" in code for kind in kinds) and any(one in code for one in places)
    return is_place or code in ACCUSATIONS


@pytest.fixture(scope="module")
def reports(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[dict[str, Future[Report]]]:
    base = tmp_path_factory.mktemp("offices")
    asked = {
        item.callspec.params.get("name", PORTAL) if hasattr(item, "callspec") else PORTAL
        for item in request.session.items
        if item.path == request.path
    }
    with ThreadPoolExecutor(AT_ONCE) as pool:
        yield {name: pool.submit(report_of, name, base) for name in SCENARIOS if name in asked}


def report_of(name: str, base: Path) -> Report:
    with tempfile.TemporaryDirectory(dir=base) as folder:
        return SCENARIOS[name].report(Path(folder))


@pytest.mark.timeout(300)  # the first one waits for its turn among all
@pytest.mark.parametrize("name", SCENARIOS)
@timed
def test_the_cause_is_named_and_no_other(
    name: str, reports: dict[str, Future[Report]], tmp_path: Path
) -> None:
    expected = EXPECTED[name]
    report = reports[name].result()
    if misses(report, expected):
        wait(reports.values())
        report = report_of(name, tmp_path)
    with on_time():
        assert misses(report, expected) == [], str(report)


def misses(report: Report, expected: Expected) -> list[str]:
    """What is not as expected."""
    accused = report.codes - expected.codes - expected.also
    is_met = {
        "verdict": report.verdict == expected.verdict,
        "weak link": report.measured.get("path.weak_link") == expected.weak_link,
        "gap": report.not_measured.get("path.weak_link", "") == expected.gap,
        "codes": expected.codes <= report.codes,
        "nobody else": not any(is_accusation(code) for code in accused),
        "time": report.wall_s < LONGEST_S,
    }
    return [what for what, is_so in is_met.items() if not is_so]


def test_a_portal_is_named_with_the_place_to_sign_in(reports: dict[str, Future[Report]]) -> None:
    found = reports[PORTAL].result().conditions["connection.captive_portal"]
    assert found["sign_in_host"] == SIGN_IN_HOST
