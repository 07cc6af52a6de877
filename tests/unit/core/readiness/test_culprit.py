"""The one sentence that a help desk reads first: causes before what follows from them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.readiness_reports import (
    bad_wifi,
    busy_computer,
    computer,
    connection,
    failing_line,
    good_calls,
    offline,
    ready,
    report,
    slow_line,
    voice_path,
    weak_wifi_finding,
)
from workspace_assistant.core.readiness import culprit_rules as rules
from workspace_assistant.core.readiness.bandwidth import texts as bandwidth
from workspace_assistant.core.readiness.computer import texts as computer_texts
from workspace_assistant.core.readiness.connection import model as connection_model
from workspace_assistant.core.readiness.connection import texts as connection_texts
from workspace_assistant.core.readiness.culprit import Culprit, Link, find_culprit
from workspace_assistant.core.readiness.endpoints import texts as endpoint_texts
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    NotMeasured,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.voice_path import model as voice_model
from workspace_assistant.core.readiness.voice_path import texts as voice


def told(code: str, message: str = "", severity: Severity = Severity.INFO) -> Finding:
    message = message or f"About {code}."
    return replace(weak_wifi_finding(), code=code, message=message, severity=severity)


def weighty(code: str) -> Finding:
    return told(code, severity=Severity.NOT_READY)


def blamed(*checks: CheckResult) -> Culprit:
    found = find_culprit(report(Verdict.NOT_READY, *checks))
    assert found is not None
    return found


def on_connection(*findings: Finding) -> CheckResult:
    return replace(connection(), findings=findings)


def on_path(weak_link: str, *findings: Finding) -> CheckResult:
    return voice_path(weak_link, findings=findings)


def on_endpoints(*findings: Finding) -> CheckResult:
    return replace(connection(), id="endpoints", measurements=(), findings=findings)


def untested_path(reason: str) -> CheckResult:
    gap = NotMeasured(id="voice.rtt", reason=reason, detail=f"It is {reason}. Do something.")
    return CheckResult(
        id="voice-path",
        required=True,
        verdict=Verdict.NOT_TESTED,
        duration_s=1.0,
        not_measured=(gap,),
    )


def test_where_nothing_disturbs_nobody_is_blamed() -> None:
    assert find_culprit(good_calls()) is None
    assert find_culprit(ready()) is None


def test_the_headline_has_its_numbers_and_the_rest_is_evidence() -> None:
    place = told("loss-on-home-wifi", "Loss begins at home: Wi-Fi. The router loses 4.1 % of 820.")
    found = blamed(on_path("home", weighty("loss-high"), place))
    assert found.link is Link.HOME
    assert found.code == "loss-on-home-wifi"
    assert found.headline == "Loss begins at home: Wi-Fi. The router loses 4.1 % of 820."
    assert found.evidence == ("About loss-high.",)


@pytest.mark.parametrize(
    ("message", "headline", "rest"),
    [
        ("One is 5 ms. Two is 6 ms.", "One is 5 ms.", ("Two is 6 ms.",)),
        ("It is so. Ask the help desk.", "It is so.", ("Ask the help desk.",)),
        ("It is so. It is 5 ms. It is late.", "It is so. It is 5 ms.", ("It is late.",)),
    ],
)
def test_a_headline_without_numbers_takes_the_sentence_that_has_them(
    message: str, headline: str, rest: tuple[str, ...]
) -> None:
    found = blamed(on_path("home", told("loss-on-home-wifi", message)))
    assert (found.headline, found.evidence) == (headline, rest)


def test_the_bad_wifi_of_the_example() -> None:
    found = find_culprit(bad_wifi())
    assert found is not None
    assert found.headline.replace("\u202f", " ") == (
        "Voice packets are lost between you and your router (Wi-Fi): 4.1 % of 820."
    )


ORDER = [
    ("no-network", Link.NETWORK),
    ("captive-portal", Link.NETWORK),
    ("dns-dead", Link.NETWORK),
    ("udp-blocked", Link.NETWORK),
    ("loss-on-home-wifi", Link.HOME),
    ("loss-behind-router", Link.PROVIDER),
    ("queue-at-the-line", Link.PROVIDER),
    ("loss-in-the-internet", Link.INTERNET),
    ("loss-at-employer", Link.EMPLOYER),
    ("gateway-lossy-wifi", Link.HOME),
    ("wifi-signal-weak", Link.HOME),
    ("computer-too-busy", Link.COMPUTER),
    ("clock-wrong", Link.COMPUTER),
    ("voice-suffers-under-upload", Link.LINE),
    ("loss-place-unknown", Link.UNKNOWN),
    ("loss-high", Link.UNKNOWN),
    ("ipv-six-only", Link.UNKNOWN),
]


@pytest.mark.parametrize("first", range(len(ORDER)))
def test_causes_come_before_what_follows_from_them(first: int) -> None:
    findings = [weighty(code) for code, _ in reversed(ORDER[first:])]
    found = blamed(on_connection(*findings))
    assert (found.code, found.link) == ORDER[first]


@pytest.mark.parametrize(
    ("weak", "link"),
    [("provider", Link.PROVIDER), ("employer", Link.EMPLOYER), ("home", Link.HOME)],
)
def test_the_weak_link_that_was_measured_comes_before_other_places(weak: str, link: Link) -> None:
    findings = [told(code) for code, _ in ORDER[4:9]] + [weighty("loss-high")]
    assert blamed(on_path(weak, *findings)).link is link


def test_a_tunnel_is_to_blame_only_where_it_is_the_weak_link() -> None:
    tunnel, delay = told("voice-through-vpn"), told("delay-through-vpn")
    loss = weighty("loss-beyond-router")
    found = blamed(on_path("vpn", loss, delay, tunnel))
    assert (found.link, found.code) == (Link.VPN, "delay-through-vpn")
    assert blamed(on_path("vpn", loss, tunnel)).code == "voice-through-vpn"
    assert blamed(on_path("unknown", loss, delay, tunnel)).link is Link.INTERNET
    assert find_culprit(report(Verdict.READY, on_path("none", tunnel))) is None


@pytest.mark.parametrize("code", ["gateway-slow", "other-traffic", "clock-wrong", "loss-high"])
def test_a_remark_without_weight_blames_nobody(code: str) -> None:
    assert find_culprit(report(Verdict.READY, on_connection(told(code)))) is None


def test_an_employers_system_is_named_after_the_way_and_before_the_line() -> None:
    broken = on_endpoints(told("endpoint-redirects"), weighty("endpoint-certificate-expired"))
    found = blamed(broken, slow_line())
    assert (found.link, found.code) == (Link.EMPLOYER, "endpoint-certificate-expired")
    lossy = on_path("home", told("loss-on-home-wifi"), weighty("loss-high"))
    assert blamed(broken, lossy).link is Link.HOME


@pytest.mark.parametrize(
    ("reason", "link"),
    [
        ("network-unreachable", Link.NETWORK),
        ("udp-blocked", Link.NETWORK),
        ("family-mismatch", Link.NETWORK),
        ("no-answer", Link.UNKNOWN),
    ],
)
def test_why_nothing_could_be_tested_is_the_headline_then(reason: str, link: Link) -> None:
    found = blamed(untested_path(reason))
    assert (found.link, found.headline) == (link, f"It is {reason}.")
    assert found.evidence == ("Do something.",)


def test_a_computer_without_network_is_told_from_the_line_alone() -> None:
    found = find_culprit(offline())
    assert found is not None
    assert found.link is Link.NETWORK


def test_a_busy_computer_is_told_before_a_full_line() -> None:
    assert blamed(busy_computer(), failing_line()).link is Link.COMPUTER
    assert blamed(computer(), failing_line()).code == "upload-below-requirement"


def caution(code: str) -> Finding:
    return told(code, severity=Severity.CAUTION)


def loaded_path() -> CheckResult:
    """A queue of a second at the line, while the idle line is fine."""
    return on_path(
        "provider", weighty("voice-suffers-under-upload"), told("queue-at-the-line", "1173 ms.")
    )


@pytest.mark.parametrize(
    "sign", ["gateway-slow-wifi", "gateway-lossy-wifi", "wifi-signal-weak", "other-traffic"]
)
def test_what_spoils_calls_comes_before_a_caution_nearer_to_home(sign: str) -> None:
    found = blamed(on_connection(caution(sign)), loaded_path())
    assert (found.link, found.code) == (Link.PROVIDER, "queue-at-the-line")
    assert f"About {sign}." in found.evidence


@pytest.mark.parametrize("code", ["endpoint-certificate-expires-soon", "endpoint-timeout"])
def test_a_caution_about_a_system_is_not_what_spoils_calls(code: str) -> None:
    lossy = on_path("unknown", caution("loss-high"))
    assert blamed(on_endpoints(caution(code)), lossy).code == "loss-high"


@pytest.mark.parametrize("code", sorted(rules.NEVER_OF_CALLS))
def test_what_no_call_notices_is_never_the_culprit(code: str) -> None:
    assert find_culprit(report(Verdict.CAUTION, on_endpoints(caution(code)))) is None


def test_a_system_that_does_not_answer_is_named_while_calls_are_well() -> None:
    found = blamed(on_endpoints(caution("endpoint-timeout")), voice_path())
    assert found.code == "endpoint-timeout"


@pytest.mark.parametrize("sign", ["wifi-signal-weak", "gateway-slow"])
def test_a_weak_signal_does_not_explain_a_server_that_is_silent(sign: str) -> None:
    silent = replace(untested_path("no-answer"), required=False)
    found = blamed(on_connection(caution(sign)), silent)
    assert found.code == "no-answer"
    assert f"About {sign}." in found.evidence


def test_a_weak_signal_is_told_where_calls_are_well_or_unclear() -> None:
    weak = on_connection(caution("wifi-signal-weak"))
    assert blamed(weak, voice_path()).code == "wifi-signal-weak"
    for code in ("loss-unclear", "loss-still-unclear"):
        assert blamed(weak, on_path("unknown", caution(code))).code == "wifi-signal-weak"


def test_a_router_that_loses_explains_the_loss_of_calls() -> None:
    unknown = on_path("unknown", weighty("loss-high"), told("loss-place-unknown"))
    assert blamed(on_connection(caution("gateway-lossy")), unknown).link is Link.HOME
    slow = on_path("unknown", weighty("round-trip-long"), told("delay-place-unknown"))
    found = blamed(on_connection(caution("gateway-lossy")), slow)
    assert found.code == "delay-place-unknown"


def test_what_weighs_more_comes_before_what_weighs_less() -> None:
    mild = on_path("home", caution("jitter-high"), told("jitter-on-home-wifi"))
    assert blamed(mild, failing_line()).code == "upload-below-requirement"
    assert blamed(mild, slow_line()).code == "jitter-on-home-wifi"


def test_the_remark_that_made_the_weak_link_is_told_whatever_else_is_unplaced() -> None:
    mixed = on_path(
        "internet",
        weighty("loss-high"),
        caution("round-trip-long"),
        told("loss-place-unknown"),
        told("delay-far-away"),
    )
    assert blamed(mixed).code == "delay-far-away"


def test_a_weak_link_without_remark_leaves_the_word_to_others() -> None:
    found = blamed(on_path("home", weighty("loss-high")))
    assert (found.link, found.code) == (Link.UNKNOWN, "loss-high")


def test_a_sign_in_page_that_voice_packets_pass_by_is_no_culprit() -> None:
    portal = on_connection(weighty("captive-portal"))
    assert blamed(portal).code == "captive-portal"
    assert blamed(portal, untested_path("no-answer")).code == "captive-portal"
    assert find_culprit(report(Verdict.NOT_READY, portal, voice_path())) is None


def test_voice_over_tcp_is_a_culprit_only_where_it_weighs() -> None:
    assert find_culprit(report(Verdict.READY, on_path("none", told("voice-over-tcp")))) is None
    assert blamed(on_path("none", caution("voice-over-tcp"))).link is Link.NETWORK


def test_evidence_is_short() -> None:
    codes = ("loss-high", "jitter-high", "round-trip-long", "voice-quality-low", "loss-in-a-row")
    findings = [weighty(code) for code in codes]
    assert len(blamed(on_path("home", told("loss-on-home-wifi"), *findings)).evidence) == 4


def test_every_code_exists() -> None:
    tables = (voice.FINDINGS, connection_texts.FINDINGS, bandwidth.FINDINGS)
    known = {code for table in (*tables, computer_texts.FINDINGS) for code in table}
    known |= {reason.value for reason in voice_model.Reason}
    known |= {reason.value for reason in connection_model.Reason}
    known |= set(endpoint_texts.FINDINGS)
    ruled = {code for rule in (*rules.FIRST, *rules.LAST) for code in rule.codes}
    explained = {code for codes in rules._EXPLAINED.values() for code in codes}
    assert ruled | explained | rules.weak_codes("vpn") | rules.NEVER_OF_CALLS <= known


def test_whatever_the_voice_path_finds_has_its_rule_or_is_a_mere_note() -> None:
    notes = {
        *("voice-server-skipped", "voice-measured-this-computer", "mtu-black-hole"),
        *("nat-per-server", "nat-forgets", "voice-through-vpn"),
    }
    ruled = {code for rule in (*rules.FIRST, *rules.LAST) for code in rule.codes}
    assert set(voice.FINDINGS) - notes <= ruled


def test_every_place_that_the_voice_path_names_is_known_here() -> None:
    prefixes = ("loss-on", "loss-at", "loss-be", "loss-in-the", "loss-place")
    prefixes += ("delay-", "jitter-on", "jitter-be", "jitter-far", "jitter-place", "queue-")
    places = {code for code in voice.FINDINGS if code.startswith(prefixes)}
    known = {code for rule in (*rules.FIRST, *rules.LAST) for code in rule.codes if rule.is_place}
    assert places <= known
