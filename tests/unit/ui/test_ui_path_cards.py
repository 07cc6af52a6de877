"""What the cards of connection, voice path and the employer's systems say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes import voice_reports
from tests.fakes.readiness_reports import measured
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    NotMeasured,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.ui.readiness.headline import headline
from workspace_assistant.ui.readiness.measured import Headline
from workspace_assistant.ui.readiness.voice_words import calls_word


def said(check: CheckResult) -> Headline:
    return headline(check, None, EnglishWording())


def part(report: ReadinessReport, check_id: str) -> CheckResult:
    return next(check for check in report.checks if check.id == check_id)


def without(check: CheckResult, *measurements: str) -> CheckResult:
    kept = tuple(one for one in check.measurements if one.id not in measurements)
    return replace(check, measurements=kept)


def a_finding(code: str, measurement: str, value: float | None = None) -> Finding:
    return Finding(
        code=code,
        severity=Severity.CAUTION,
        measurement=measurement,
        value=value,
        limit=None,
        message="",
        action="",
    )


class TestVoicePath:
    def test_plain_words_come_before_the_numbers(self) -> None:
        words = said(part(voice_reports.clear(), "voice-path"))
        assert (words.number, words.unit) == ("Clear", "calls, MOS 4.37")
        assert words.detail.splitlines() == [
            "Round trip 24.6\u202fms, jitter 2.1\u202fms",
            "No packet lost",
        ]

    def test_the_busy_line_leads_where_calls_are_worse_on_it(self) -> None:
        words = said(part(voice_reports.lossy_provider(), "voice-path"))
        assert (words.number, words.unit) == ("Broken up", "calls while uploading, MOS 3.01")
        assert words.detail.splitlines()[0] == "On the idle line MOS 3.61"
        assert words.detail.splitlines()[-1] == "2.5\u202f% of the packets lost"

    def test_the_download_is_named_when_it_is_the_worst(self) -> None:
        check = without(voice_reports.voice(), "voice.r_factor_download", "voice.r_factor_upload")
        worse = replace(
            check, measurements=(*check.measurements, measured("voice.r_factor_download", 55.0, ""))
        )
        assert said(worse).unit.startswith("calls while downloading")
        idle_unknown = without(worse, "voice.mos")
        assert "idle" not in said(idle_unknown).detail

    @pytest.mark.parametrize(
        ("mos", "word"),
        [
            (4.4, "Clear"),
            (4.03, "Clear"),
            (4.02, "Mostly clear"),
            (3.6, "Mostly clear"),
            (3.59, "Strained"),
            (3.1, "Strained"),
            (3.09, "Broken up"),
            (1.0, "Broken up"),
        ],
    )
    def test_words_change_where_g107_says_satisfaction_does(self, mos: float, word: str) -> None:
        assert calls_word(mos) == word

    @pytest.mark.parametrize(
        ("mos", "delay_ms", "word"),
        [
            (4.4, 249.0, "Clear"),
            (4.1, 250.0, "Delayed"),
            (3.87, 330.0, "Delayed"),
            (3.5, 330.0, "Strained"),
            (2.0, 330.0, "Broken up"),
        ],
    )
    def test_a_good_score_of_a_late_call_is_called_late(
        self, mos: float, delay_ms: float, word: str
    ) -> None:
        assert calls_word(mos, delay_ms) == word

    def test_the_delay_is_the_one_that_the_score_holds_for(self) -> None:
        check = without(voice_reports.voice(), "voice.r_factor_download", "voice.r_factor_upload")
        late = replace(
            measured("voice.r_factor_upload", 75.0, ""), conditions={"mouth_to_ear_ms": 330.0}
        )
        words = said(replace(check, measurements=(*check.measurements, late)))
        assert (words.number, words.unit[:21]) == ("Delayed", "calls while uploading")

    def test_without_a_score_the_round_trip_leads(self) -> None:
        check = without(
            voice_reports.voice(loss=0.01),
            "voice.mos",
            "voice.r_factor_download",
            "voice.r_factor_upload",
        )
        words = said(check)
        assert (words.number, words.unit) == ("24.6\u202fms", "round trip")
        assert words.detail == "1\u202f% of the packets lost"

    def test_what_is_missing_is_left_out(self) -> None:
        scored = without(voice_reports.voice(), "voice.jitter", "voice.loss")
        assert said(scored).detail == "Round trip 24.6\u202fms"
        bare = without(scored, "voice.rtt")
        assert said(bare).detail == ""

    def test_a_blocked_way_says_so(self) -> None:
        words = said(part(voice_reports.udp_blocked(), "voice-path"))
        assert words.number == "Blocked"
        assert words.detail == "Voice packets (UDP) do not get through."

    def test_another_reason_is_told_as_it_is(self) -> None:
        blocked = part(voice_reports.udp_blocked(), "voice-path")
        gaps = tuple(replace(gap, reason="no-answer") for gap in blocked.not_measured)
        words = said(replace(blocked, not_measured=gaps))
        assert words.number == "Not measured"
        assert words.detail == gaps[0].detail

    def test_not_tested_stays_not_tested(self) -> None:
        blocked = part(voice_reports.udp_blocked(), "voice-path")
        assert said(replace(blocked, verdict=Verdict.NOT_TESTED)).number == "Not tested"


class TestConnection:
    def test_kind_way_to_the_router_names_and_vpn(self) -> None:
        words = said(voice_reports.connection())
        assert (words.number, words.unit) == ("Wi\u2011Fi", "2.3\u202fms to your router")
        assert words.detail.splitlines() == ["Names found in 18.4\u202fms", "No VPN"]

    def test_under_a_tunnel_the_link_that_carries_it_leads(self) -> None:
        check = without(voice_reports.connection(vpn=True), "connection.interface")
        tunnel = measured("connection.interface", "vpn", "text", runs_on="wired")
        words = said(replace(check, measurements=(tunnel, *check.measurements)))
        assert words.number == "Cable"
        assert words.detail.endswith("Through a VPN")

    def test_a_kind_without_words_is_connected(self) -> None:
        assert said(voice_reports.connection("satellite")).number == "Connected"

    def test_the_signal_is_told_where_it_is_known(self) -> None:
        check = voice_reports.connection()
        signal = measured("connection.signal", -61.0, "dBm")
        assert (
            "Signal \u221261"
            in said(replace(check, measurements=(*check.measurements, signal))).detail
        )

    def test_only_what_is_known_is_said(self) -> None:
        check = voice_reports.connection()
        alone = replace(check, measurements=check.measurements[:1])
        assert said(alone) == Headline("Wi\u2011Fi", "", "")
        router = replace(check, measurements=check.measurements[1:2])
        assert said(router) == Headline("2.3\u202fms", "to your router")
        clock = replace(check, measurements=check.measurements[-1:])
        assert said(clock).number == "12"

    def test_no_network_is_offline(self) -> None:
        check = replace(
            voice_reports.connection(),
            verdict=Verdict.NOT_READY,
            findings=(a_finding("no-network", "connection.interface"),),
        )
        assert said(check).number == "Offline"


class TestEmployersSystems:
    def test_counts_those_that_answer(self) -> None:
        words = said(voice_reports.endpoints())
        assert (words.number, words.unit) == ("4 of 4", "reachable")
        assert words.detail.startswith("crm 82\u202fms, softphone 41\u202fms")

    def test_names_the_failing_one(self) -> None:
        words = said(voice_reports.failing_endpoints())
        assert words.number == "3 of 4"
        assert words.detail.splitlines()[0] == "Not reachable: softphone"

    def test_a_slow_one_is_reached(self) -> None:
        slow = a_finding("endpoint-slow", "endpoint.crm.http", 2300.0)
        words = said(replace(voice_reports.endpoints(), findings=(slow,)))
        assert words.number == "4 of 4"
        assert words.detail.splitlines()[0] == "Needs a look: crm"

    def test_a_remark_counts_for_nothing(self) -> None:
        note = replace(a_finding("endpoint-redirects", "endpoint.crm.http"), severity=Severity.INFO)
        words = said(replace(voice_reports.endpoints(), findings=(note,)))
        assert words.number == "4 of 4"
        assert "crm 82" in words.detail.splitlines()[0]

    def test_what_cannot_be_told_is_neither(self) -> None:
        gap = NotMeasured(id="endpoint.port.udp", reason="silent", detail="It says nothing.")
        words = said(replace(voice_reports.endpoints(), not_measured=(gap,)))
        assert words.number == "4 of 5"
        assert words.detail.splitlines()[0] == "Could not be told: port"

    def test_a_gap_about_the_network_is_no_system(self) -> None:
        gap = NotMeasured(id="endpoint.ipv6", reason="no-ipv6", detail="No IPv6 here.")
        words = said(replace(voice_reports.endpoints(), not_measured=(gap,)))
        assert words.number == "4 of 4"

    def test_times_are_those_of_the_answer_by_the_preferred_way(self) -> None:
        check = replace(
            voice_reports.endpoints(),
            measurements=(
                measured("endpoint.crm.dns", 3.0, "ms"),
                measured("endpoint.crm.http", 82.0, "ms"),
                measured("endpoint.crm.certificate_days", 60.0, "day"),
                measured("endpoint.crm.ipv6.http", 95.0, "ms"),
            ),
        )
        assert said(check).detail == "crm 82\u202fms"

    def test_without_any_system_the_generic_words_serve(self) -> None:
        check = replace(voice_reports.endpoints(), measurements=())
        assert said(check).number == "Tested"
