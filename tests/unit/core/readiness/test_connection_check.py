"""The connection check as a whole, on a scripted connection."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.scripted_connection import GOOD, QUIET, ScriptedConnection, pings
from workspace_assistant.core.jobs import JobCancelledError, JobContext, Progress
from workspace_assistant.core.readiness.connection.check import check_connection, connection_outcome
from workspace_assistant.core.readiness.connection.model import (
    ClockOffset,
    ConnectionFacts,
    Family,
    Interface,
    InterfaceKind,
    OtherTraffic,
    Portal,
    Reason,
    ResolverAnswer,
    SystemLookup,
    TargetRoute,
    Unknown,
    Wireless,
)
from workspace_assistant.core.readiness.connection.texts import absence_sentence
from workspace_assistant.core.readiness.model import Finding, Outcome, Severity, Value, Verdict
from workspace_assistant.core.readiness.names import MEASUREMENT_LABELS
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import check_verdict

PROFILE = WorkplaceProfile(name="test")
LINK = Interface(name="wlan0", kind=InterfaceKind.WIFI, mtu_bytes=1500)
RADIO = Wireless(signal_dbm=-55, rate_bps=300e6, frequency_hz=5.2e9)
WIFI = replace(GOOD, interface=LINK, wireless=RADIO)
TUNNEL = Interface(name="tun0", kind=InterfaceKind.VPN, under=InterfaceKind.WIFI)
NO_NETWORK = Unknown(reason=Reason.NO_NETWORK)


def judged(facts: ConnectionFacts, traffic: OtherTraffic | Unknown = QUIET) -> Outcome:
    return connection_outcome(traffic, facts, PROFILE)


def values(outcome: Outcome) -> dict[str, Value]:
    return {one.id.removeprefix("connection."): one.value for one in outcome.measurements}


def reasons(outcome: Outcome) -> dict[str, str]:
    return {one.id.removeprefix("connection."): one.reason for one in outcome.not_measured}


def codes(outcome: Outcome) -> list[str]:
    return [found.code for found in outcome.findings]


def the_finding(outcome: Outcome) -> Finding:
    (found,) = outcome.findings
    return found


def conditions(outcome: Outcome, name: str) -> dict[str, Value]:
    return next(
        dict(one.conditions) for one in outcome.measurements if one.id == f"connection.{name}"
    )


def test_a_good_connection_is_ready_and_leaves_only_the_radio_out() -> None:
    outcome = judged(GOOD)
    assert check_verdict(outcome) is Verdict.READY
    assert outcome.findings == ()
    assert reasons(outcome) == {"signal": "not-wireless"}
    assert values(outcome) == {
        "interface": "wired",
        "vpn": False,
        "link_rate": 1_000_000_000,
        "metered": False,
        "gateway_rtt": 1.0,
        "gateway_loss": 0.0,
        "dns": 12.0,
        "ipv4": True,
        "ipv6": True,
        "captive_portal": False,
        "clock_offset": 30.0,
        "proxy": "none",
        "other_traffic": 3_000,
    }
    assert outcome.bytes_used == 1234


def test_every_measurement_has_a_name_in_words() -> None:
    for facts in (GOOD, WIFI):
        for one in judged(facts).measurements:
            assert one.id in MEASUREMENT_LABELS


def test_the_line_is_watched_before_anything_is_sent() -> None:
    request = CheckRequest(profile=PROFILE)
    seen: list[bool] = []
    probe = ScriptedConnection(on_facts=lambda: seen.append(request.timeline.is_traffic_seen))
    told: list[Progress] = []
    outcome = check_connection(probe, request, JobContext(told.append))
    assert seen == [True]
    assert probe.durations_s == [1.0, 5.0]
    assert outcome == judged(GOOD)
    assert [one.fraction for one in told] == [0.0, 0.2]


def test_a_quick_check_takes_half_the_time() -> None:
    probe = ScriptedConnection()
    check_connection(probe, CheckRequest(profile=PROFILE, quick=True), JobContext(lambda _: None))
    assert probe.durations_s == [0.5, 2.0]


def test_a_cancelled_check_says_so() -> None:
    ctx = JobContext(lambda _: None)
    ctx.cancel()
    with pytest.raises(JobCancelledError):
        check_connection(ScriptedConnection(), CheckRequest(profile=PROFILE), ctx)


def test_without_a_network_everything_is_unknown_and_nothing_zero() -> None:
    facts = ConnectionFacts(
        interface=NO_NETWORK,
        gateway_address=NO_NETWORK,
        gateway=NO_NETWORK,
        wireless=NO_NETWORK,
        is_metered=NO_NETWORK,
        resolvers=NO_NETWORK,
        clock=NO_NETWORK,
        portal=NO_NETWORK,
    )
    outcome = judged(facts, NO_NETWORK)
    assert the_finding(outcome).code == "no-network"
    assert check_verdict(outcome) is Verdict.NOT_READY
    assert values(outcome) == {"ipv4": False, "ipv6": False, "proxy": "none"}
    assert set(reasons(outcome).values()) == {"no-network"}


@pytest.mark.parametrize(
    ("rtt_ms", "severity", "limit"),
    [(5.5, Severity.CAUTION, 5), (20.5, Severity.NOT_READY, 20)],
)
def test_a_slow_router_is_worded_by_the_link(
    rtt_ms: float, severity: Severity, limit: float
) -> None:
    for facts, code in ((GOOD, "gateway-slow"), (WIFI, "gateway-slow-wifi")):
        outcome = judged(replace(facts, gateway=pings(rtt_ms=rtt_ms)))
        found = the_finding(outcome)
        assert (found.code, found.severity, found.limit) == (code, severity, limit)
        assert values(outcome)["gateway_rtt"] == pytest.approx(rtt_ms)
        assert conditions(outcome, "gateway_rtt")["p95_ms"] == pytest.approx(rtt_ms)


def test_loss_is_held_against_the_router_only_when_it_is_sure() -> None:
    assert codes(judged(replace(GOOD, gateway=pings(lost=1)))) == []
    wired = the_finding(judged(replace(GOOD, gateway=pings(lost=3))))
    assert (wired.code, wired.severity, wired.value) == ("gateway-lossy", Severity.CAUTION, 0.06)
    radio = the_finding(judged(replace(WIFI, gateway=pings(lost=10))))
    assert (radio.code, radio.severity) == ("gateway-lossy-wifi", Severity.NOT_READY)


def test_a_router_that_never_answered_has_no_round_trip() -> None:
    outcome = judged(replace(GOOD, gateway=pings(lost=50)))
    assert reasons(outcome)["gateway_rtt"] == "no-answer"
    assert values(outcome)["gateway_loss"] == 1.0


def test_a_router_without_address_is_not_named() -> None:
    nameless = replace(GOOD, gateway_address=Unknown(reason=Reason.NO_GATEWAY))
    assert "address" not in conditions(judged(nameless), "gateway_rtt")


@pytest.mark.parametrize(
    ("radio", "value", "unit", "is_weak"),
    [
        (Wireless(signal_dbm=-70), -70, "dBm", False),
        (Wireless(signal_dbm=-71, signal_fraction=0.9), -71, "dBm", True),
        (Wireless(signal_fraction=0.5), 0.5, "fraction", False),
        (Wireless(signal_fraction=0.49), 0.49, "fraction", True),
    ],
)
def test_a_weak_signal_is_told(radio: Wireless, value: float, unit: str, is_weak: bool) -> None:
    outcome = judged(replace(WIFI, wireless=radio))
    (signal,) = [one for one in outcome.measurements if one.id == "connection.signal"]
    assert (signal.value, signal.unit) == (value, unit)
    assert codes(outcome) == (["wifi-signal-weak"] if is_weak else [])
    assert reasons(outcome)["link_rate"] == "unknown-to-system"


def test_a_radio_without_figures_is_unknown() -> None:
    outcome = judged(replace(WIFI, wireless=Wireless()))
    assert reasons(outcome)["signal"] == "unknown-to-system"


def test_rates_of_links_come_from_the_radio_or_the_cable() -> None:
    assert values(judged(WIFI))["link_rate"] == 300e6
    cable = Interface(name="eth0", kind=InterfaceKind.WIRED)
    assert reasons(judged(replace(GOOD, interface=cable)))["link_rate"] == "unknown-to-system"
    silent = replace(WIFI, wireless=Unknown(reason=Reason.NOT_ON_THIS_SYSTEM))
    assert reasons(judged(silent))["link_rate"] == "not-on-this-system"


def test_mobile_and_metered_links_are_noted() -> None:
    phone = Interface(name="wwan0", kind=InterfaceKind.CELLULAR)
    outcome = judged(replace(GOOD, interface=phone, is_metered=True))
    assert codes(outcome) == ["on-cellular", "line-metered"]
    assert {found.severity for found in outcome.findings} == {Severity.INFO}


def test_a_tunnel_is_noted_with_what_it_runs_on() -> None:
    outcome = judged(replace(WIFI, interface=TUNNEL, gateway=pings(rtt_ms=9)))
    assert codes(outcome) == ["vpn-active", "gateway-slow-wifi"]
    assert values(outcome)["vpn"] is True
    assert conditions(outcome, "interface")["runs_on"] == "wifi"


def route(host: str, kind: InterfaceKind) -> TargetRoute:
    return TargetRoute(host=host, interface="any", kind=kind)


def test_a_split_tunnel_names_the_hosts_inside() -> None:
    inside = [route(f"s{number}.example.com", InterfaceKind.VPN) for number in range(4)]
    outside = route("crm.example.com", InterfaceKind.WIRED)
    found = the_finding(judged(replace(GOOD, routes=(outside, inside[0]))))
    assert found.code == "vpn-for-some"
    assert found.parameters == {"hosts": "s0.example.com"}
    many = the_finding(judged(replace(GOOD, routes=(outside, *inside))))
    assert many.parameters["hosts"].endswith("s2.example.com (+1)")
    assert codes(judged(replace(GOOD, routes=tuple(inside)))) == ["vpn-active"]


def test_a_tunnel_that_named_hosts_do_not_use_is_no_remark() -> None:
    outside = (route("crm.example.com", InterfaceKind.WIRED),)
    outcome = judged(replace(GOOD, interface=TUNNEL, routes=outside))
    assert codes(outcome) == []
    assert conditions(outcome, "vpn") == {"all_traffic": True, "hosts_inside": "none"}


def failed(error: str) -> tuple[SystemLookup, ...]:
    return (SystemLookup(name="crm.example.com", error=error),)


def resolver(address: str, error: str, took_ms: float | None = None) -> ResolverAnswer:
    return ResolverAnswer(resolver=address, name="crm.example.com", took_ms=took_ms, error=error)


@pytest.mark.parametrize("error", ["timeout", "no-answer"])
def test_dead_name_servers_are_told(error: str) -> None:
    facts = replace(GOOD, lookups=failed(error), resolvers=(resolver("192.0.2.53", "timeout"),))
    outcome = judged(facts)
    assert the_finding(outcome).code == "dns-dead"
    assert the_finding(outcome).severity is Severity.NOT_READY
    assert reasons(outcome)["dns"] == "no-answer"
    (missing,) = [one for one in outcome.not_measured if one.id == "connection.dns"]
    assert "crm.example.com" in missing.detail
    unknown = Unknown(reason=Reason.NOT_ON_THIS_SYSTEM)
    assert codes(judged(replace(facts, resolvers=unknown))) == ["dns-dead"]


def test_a_name_that_nobody_has_is_not_a_dead_name_server() -> None:
    alive = (resolver("192.0.2.53", "nxdomain", 4.0),)
    outcome = judged(replace(GOOD, lookups=failed("nxdomain"), resolvers=alive))
    assert codes(outcome) == []
    assert reasons(outcome)["dns"] == "name-not-resolved"


def test_one_dead_name_server_of_two_is_a_caution() -> None:
    both = (resolver("192.0.2.53", "timeout"), resolver("192.0.2.54", "", 3.0))
    outcome = judged(replace(GOOD, resolvers=both))
    found = the_finding(outcome)
    assert (found.code, found.severity) == ("dns-resolver-dead", Severity.CAUTION)
    assert "192.0.2.53" in found.message
    assert "192.0.2.54" not in found.message
    assert conditions(outcome, "dns")["resolvers"].startswith("192.0.2.53: timeout, 192.0.2.54: 3")


def test_the_slowest_look_up_counts() -> None:
    lookups = (
        SystemLookup(name="a.example.com", took_ms=2.0),
        SystemLookup(name="b.example.com", took_ms=150.0),
    )
    outcome = judged(replace(GOOD, lookups=lookups, resolvers=()))
    assert the_finding(outcome).code == "dns-slow"
    assert "b.example.com" in the_finding(outcome).message
    assert conditions(outcome, "dns") == {"name": "b.example.com"}


def test_without_named_servers_names_clock_and_portal_say_so() -> None:
    unnamed = Unknown(reason=Reason.NOT_NAMED)
    family = Family(has_address=True, has_route=True)
    facts = replace(
        GOOD,
        lookups=(),
        resolvers=unnamed,
        clock=unnamed,
        portal=unnamed,
        ipv4=family,
        ipv6=family,
    )
    outcome = judged(facts)
    found = reasons(outcome)
    named = ("dns", "clock_offset", "captive_portal", "ipv4", "ipv6")
    assert {found[name] for name in named} == {"not-named"}
    assert codes(outcome) == []


def clock(offset_ms: float, uncertainty_ms: float = 5.0) -> ConnectionFacts:
    offset = ClockOffset(
        offset_ms=offset_ms, uncertainty_ms=uncertainty_ms, server="t.example.com", method="sntp"
    )
    return replace(GOOD, clock=offset)


@pytest.mark.parametrize(
    ("offset_ms", "severity"),
    [(-12_000, Severity.CAUTION), (600_000, Severity.NOT_READY), (-600_000, Severity.NOT_READY)],
)
def test_a_wrong_clock_is_told(offset_ms: float, severity: Severity) -> None:
    outcome = judged(clock(offset_ms))
    found = the_finding(outcome)
    assert (found.code, found.severity, found.value) == ("clock-wrong", severity, offset_ms)
    assert ("10\u202fmin" in found.message) == (abs(offset_ms) == 600_000)


def test_what_the_date_leaves_open_counts_for_the_user() -> None:
    assert codes(judged(clock(10_400, 500.0))) == []
    assert codes(judged(clock(10_600, 500.0))) == ["clock-wrong"]


def test_a_sign_in_page_stops_the_shift() -> None:
    portal = Portal(
        is_captive=True, asked="crm.example.com", evidence="redirect", sign_in_host="login.cafe"
    )
    outcome = judged(replace(GOOD, portal=portal))
    assert the_finding(outcome).code == "captive-portal"
    assert check_verdict(outcome) is Verdict.NOT_READY
    assert conditions(outcome, "captive_portal")["sign_in_host"] == "login.cafe"


WORKS = Family(has_address=True, has_route=True, reaches=True)
FAILS = Family(has_address=True, has_route=True, reaches=False)
ABSENT = Family(has_address=False, has_route=False)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (ABSENT, WORKS, ["ipv-six-only"]),
        (FAILS, WORKS, ["ipv-four-broken"]),
        (WORKS, FAILS, ["ipv-six-broken"]),
        (FAILS, FAILS, []),
        (WORKS, ABSENT, []),
        (WORKS, replace(FAILS, reaches=None), []),
    ],
)
def test_the_internet_protocols_are_told_apart(old: Family, new: Family, code: list[str]) -> None:
    assert codes(judged(replace(GOOD, ipv4=old, ipv6=new))) == code


def test_a_proxy_is_noted() -> None:
    outcome = judged(replace(GOOD, proxy="proxy.example.com:3128"))
    assert the_finding(outcome).code == "proxy-in-use"
    assert values(outcome)["proxy"] == "proxy.example.com:3128"


@pytest.mark.parametrize(
    ("received_bps", "sent_bps", "severity"),
    [
        (900_000, 100_000, None),
        (1_100_000, 0, Severity.INFO),
        (0, 400_000, Severity.INFO),
        (6_000_000, 0, Severity.CAUTION),
    ],
)
def test_other_traffic_is_weighed_against_what_the_job_needs(
    received_bps: float, sent_bps: float, severity: Severity | None
) -> None:
    traffic = OtherTraffic(received_bps=received_bps, sent_bps=sent_bps, watched_s=1.0)
    outcome = judged(GOOD, traffic)
    assert values(outcome)["other_traffic"] == received_bps + sent_bps
    told = [(found.code, found.severity) for found in outcome.findings]
    assert told == ([] if severity is None else [("other-traffic", severity)])


def test_every_gap_has_a_sentence() -> None:
    names = [one.removeprefix("connection.") for one in MEASUREMENT_LABELS]
    for reason in Reason:
        for name in names:
            sentence = absence_sentence(name, Unknown(reason=reason))
            assert sentence.endswith(".")
            assert "{" not in sentence
    unnamed = absence_sentence("proxy", Unknown(reason=Reason.NO_ANSWER))
    assert unnamed == "The server did not answer."
