"""The text for the help desk's ticket: complete, short, and safe whatever the names in it say."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import readiness_reports
from tests.fakes.readiness_reports import measured
from tests.fakes.reports import a_report
from tests.unit.core.readiness.test_report_html import filled_with
from workspace_assistant.core.readiness.model import (
    NotMeasured,
    ReadinessReport,
    Value,
    Verdict,
)
from workspace_assistant.core.readiness.report import report_digest
from workspace_assistant.core.readiness.report_markdown import report_markdown
from workspace_assistant.core.readiness.report_markdown.markup import code, text


def markdown(report: ReadinessReport) -> str:
    return report_markdown(report).replace("\u202f", " ")


def test_a_ticket_begins_with_the_verdict_and_the_culprit() -> None:
    lines = markdown(readiness_reports.bad_wifi()).splitlines()
    assert lines[0] == "## Readiness report: Not ready"
    assert lines[2] == (
        "**Voice packets are lost between you and your router (Wi-Fi): 4.1 % of 820.**"
    )
    assert lines[4].startswith("From your computer to your router by Wi-Fi: weak link")


def test_what_supports_the_culprit_follows() -> None:
    lines = markdown(readiness_reports.offline()).splitlines()
    assert lines[2].startswith("**This computer has no network connection that leads to")
    two = replace(
        readiness_reports.weak_wifi_finding(), message="Loss begins at home. The router loses 4 %."
    )
    check = readiness_reports.voice_path("home", findings=(two,))
    lines = markdown(readiness_reports.report(Verdict.NOT_READY, check)).splitlines()
    assert lines[2] == "**Loss begins at home. The router loses 4 %.**"
    three = replace(two, message="Loss begins at home: 4 %. The router loses it.")
    check = readiness_reports.voice_path("home", findings=(three,))
    lines = markdown(readiness_reports.report(Verdict.NOT_READY, check)).splitlines()
    assert lines[2:5] == ["**Loss begins at home: 4 %.**", "", "The router loses it."]


def test_key_figures_stand_in_a_table_with_their_limits_kept_or_broken() -> None:
    lines = markdown(readiness_reports.bad_wifi()).splitlines()
    assert "| Quantity | Measured | Limit |" in lines
    assert (
        "| Packet loss | 4.1 % | up to 1 %; caution: up to 2.5 %; by its 95 % interval |" in lines
    )
    assert "| Round trip | 28.9 ms | up to 150 ms; caution: up to 300 ms |" in lines
    assert "| Delay, line idle | 24.1 ms |  |" in lines


def test_a_report_from_before_limits_were_kept_has_none() -> None:
    lines = markdown(replace(readiness_reports.bad_wifi(), limits=())).splitlines()
    assert "| Packet loss | 4.1 % |  |" in lines


def test_a_missing_key_figure_says_why() -> None:
    lines = markdown(a_report()).splitlines()
    assert "| Download | not measured (server-refused) |  |" in lines


def test_findings_have_code_number_and_limit() -> None:
    assert (
        "- **Not ready**, Voice path: Voice packets are lost between you and your router "
        "(Wi-Fi): 4.1 % of 820. (`loss-on-home-wifi`, measured 4.1 %, limit 2.5 %)"
    ) in markdown(readiness_reports.bad_wifi()).splitlines()


def test_a_finding_without_limit_or_number_says_less() -> None:
    muted = markdown(readiness_reports.muted())
    assert "(`microphone-muted`, measured 100 %)" in muted
    report = a_report()
    finding = replace(report.checks[0].findings[0], value=None)
    bare = replace(report, checks=(replace(report.checks[0], findings=(finding,)),))
    assert "(`upload-below-requirement`)" in markdown(bare)


def test_the_environment_tells_where_when_and_with_what() -> None:
    report = readiness_reports.good_calls()
    lines = markdown(report).splitlines()
    for line in (
        "- Checked: 2026-11-21, 09:35:37 to 09:36:00, Europe/Madrid (UTC+01:00)",
        "- Workplace profile: Default remote voice agent `sha256:0badcafe`",
        "- Network interface: Wi-Fi",
        "- VPN: no",
        "- Voice packets to: stun.example.com:3478, stun",
        "- Line measured with: line.example.com, librespeed",
        "- Made by: Workspace Assistant 0.1.0",
        "- Report: `report-1`",
        f"- Digest of the JSON report: `{report_digest(report)}`",
    ):
        assert line in lines


def test_a_clean_way_is_called_so_and_an_unseen_one_is_not() -> None:
    assert "**Nothing that disturbs calls was found" in markdown(readiness_reports.good_calls())
    assert "Nothing that disturbs" not in markdown(readiness_reports.ready())
    assert "Nothing that disturbs" not in markdown(readiness_reports.partly_tested())


def test_ready_in_part_says_so() -> None:
    assert "Ready, as far as tested" in markdown(readiness_reports.partly_tested())
    assert "left out of this run: Line." in markdown(readiness_reports.partly_tested())
    looped = markdown(readiness_reports.own_loop())
    assert "Line: measured against this computer itself, so it says nothing about the" in looped


def test_what_was_required_and_not_tested_says_why() -> None:
    calls = readiness_reports.good_calls()
    missing = readiness_reports.missing_microphone()
    ticket = markdown(replace(calls, verdict=Verdict.NOT_TESTED, checks=(*calls.checks, missing)))
    assert (
        "**Required but not tested: Microphone.**\n"
        "There is no microphone. Connect a headset and try again.\n"
    ) in ticket
    assert "Nothing that disturbs calls" not in ticket
    silent = replace(missing, not_measured=())
    bare = markdown(replace(calls, checks=(*calls.checks, silent)))
    assert "**Required but not tested: Microphone.**" in bare
    optional = markdown(replace(calls, checks=(*calls.checks, replace(missing, required=False))))
    assert "not tested: Microphone" not in optional
    assert "Nothing that disturbs calls" in optional


def test_what_could_not_be_held_against_its_limit_is_named() -> None:
    gap = NotMeasured(id="voice.jitter", reason="computer-too-busy", detail="Too busy.")
    check = replace(readiness_reports.voice_path(), not_measured=(gap,))
    ticket = markdown(readiness_reports.report(Verdict.READY, check))
    assert "though the profile limits it: Round-trip jitter." in ticket
    assert ticket.startswith("## Readiness report: Ready, as far as tested")


def test_no_two_empty_lines_follow_each_other() -> None:
    for report in (readiness_reports.ready(), readiness_reports.bad_wifi(), a_report()):
        assert "\n\n\n" not in markdown(report)


def test_an_empty_report_is_still_a_ticket() -> None:
    empty = readiness_reports.report(Verdict.NOT_TESTED)
    assert "Key figures" not in markdown(empty)
    assert "Digest of the JSON report" in markdown(empty)


def test_a_gap_that_leaves_nothing_open_is_left_out() -> None:
    gap = NotMeasured(id="path.mtu", reason="not-on-this-system", detail="No way.")
    check = replace(readiness_reports.voice_path(), not_measured=(gap,))
    assert "not-on-this-system" not in markdown(readiness_reports.report(Verdict.READY, check))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("[a](http://b)", r"\[a\](http\://b)"),
        ("![x](y)", r"!\[x\](y)"),
        ("<b>&amp;", r"\<b\>\&amp;"),
        ("a|b*c_d`e~f", r"a\|b\*c\_d\`e\~f"),
        ("# head", r"\# head"),
        ("1. one", r"1\. one"),
        ("- list", r"\- list"),
        ("---", r"\---"),
        ("@all see www.evil.example", r"\@all see www\.evil.example"),
        ("two\nlines\u202e", "two lines"),
        ("4.1 %", "4.1 %"),
        ("2026-11-21", "2026-11-21"),
    ],
)
def test_foreign_text_stays_text(value: str, shown: str) -> None:
    assert text(value) == shown


def test_a_code_span_cannot_be_left() -> None:
    assert code("a`b``c") == "`a'b''c`"
    assert code("") == "` `"


@given(st.text(max_size=60), st.sampled_from(["", "voice-path"]))
def test_no_text_from_outside_makes_a_line_or_markup_of_its_own(value: str, check: str) -> None:
    plain = report_markdown(filled_with("x", check))
    hostile = report_markdown(filled_with(f"{value}\n# x", check))  # no id that means something
    assert hostile.encode()
    assert len(hostile.splitlines()) <= len(plain.splitlines())
    bare = re.sub(r"\\.|`[^`\n]*`", "", hostile)
    for opening in ("<", "](", "http:", "http://"):
        assert opening not in bare


def test_a_proxy_is_told_where_there_is_one() -> None:
    for proxy, is_told in (("proxy.example.com:3128", True), ("none", False)):
        found = readiness_reports.connection().measurements
        check = replace(
            readiness_reports.connection(),
            measurements=(*found, measured("connection.proxy", proxy, "text")),
        )
        ticket = markdown(readiness_reports.report(Verdict.READY, check))
        assert (f": {proxy}" in ticket) is is_told


def test_the_network_of_a_tunnel_is_told_with_what_carries_it() -> None:
    tunnel = readiness_reports.voice_path("vpn", interface="vpn", is_vpn=True)
    carrier = replace(
        readiness_reports.connection(),
        measurements=(
            measured("connection.interface", "vpn", "text", name="tun0", runs_on="wifi"),
            measured("connection.vpn", True, "bool", hosts_inside="crm.example.com"),
        ),
    )
    both = markdown(readiness_reports.report(Verdict.READY, carrier, tunnel))
    assert "- Network interface: tunnel over Wi-Fi" in both
    assert "- VPN: yes, calls go through it" in both
    split = markdown(
        readiness_reports.report(Verdict.READY, carrier, readiness_reports.voice_path())
    )
    assert "- VPN: calls go beside it; through it: crm.example.com" in split
    alone = markdown(readiness_reports.report(Verdict.READY, carrier))
    assert "- Network interface: tunnel over Wi-Fi (tun0)" in alone
    assert "- VPN: yes; through it: crm.example.com" in alone
    assert "Nothing that disturbs" not in alone


@pytest.mark.parametrize(
    ("conditions", "is_split", "words"),
    [
        ({"all_traffic": True}, False, "yes, everything goes through it"),
        ({"hosts_inside": "none"}, False, "yes, but the employer's servers are reached beside it"),
        ({"all_traffic": True}, True, "yes, but calls go beside it"),
        ({"hosts_inside": "none"}, True, "yes, but calls go beside it"),
        ({"hosts_inside": "crm.example.com"}, False, "yes; through it: crm.example.com"),
    ],
)
def test_a_tunnel_without_hosts_is_told_in_plain_words(
    conditions: dict[str, Value], is_split: bool, words: str
) -> None:
    vpn = replace(measured("connection.vpn", True, "bool"), conditions=conditions)
    carrier = replace(readiness_reports.connection(), measurements=(vpn,))
    calls = (readiness_reports.voice_path(),) if is_split else ()
    lines = markdown(readiness_reports.report(Verdict.READY, carrier, *calls)).splitlines()
    assert f"- VPN: {words}" in lines
