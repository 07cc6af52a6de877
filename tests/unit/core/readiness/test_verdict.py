from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.reports import a_report
from workspace_assistant.core.readiness.limits_of import limits_of
from workspace_assistant.core.readiness.model import (
    AppliedLimit,
    Better,
    CheckResult,
    Measurement,
    NotMeasured,
    Outcome,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.readiness.verdict import (
    LIMITED,
    check_verdict,
    is_own_loop,
    is_partial,
    looped_checks,
    overall_verdict,
    unjudged,
    untested_checks,
)

_LEVEL = Measurement(id="microphone.snr", value=31.0, unit="dB")
_FINDING = a_report().checks[0].findings[0]


def a_result(verdict: Verdict, *, required: bool = True) -> CheckResult:
    return CheckResult(id="any", required=required, verdict=verdict, duration_s=1.0)


def test_a_check_without_findings_is_ready_only_when_its_essentials_were_measured() -> None:
    essential = frozenset({"microphone.snr", "microphone.peak"})
    assert check_verdict(Outcome(measurements=(_LEVEL,))) is Verdict.READY
    partly = Outcome(measurements=(_LEVEL,), essential=essential)
    assert check_verdict(partly) is Verdict.NOT_TESTED
    assert check_verdict(Outcome()) is Verdict.NOT_TESTED


def test_a_measured_fault_outweighs_what_is_missing() -> None:
    broken = replace(_FINDING, severity=Severity.NOT_READY)
    outcome = Outcome(findings=(broken,), essential=frozenset({"microphone.snr"}))
    assert check_verdict(outcome) is Verdict.NOT_READY


def test_information_never_changes_a_verdict() -> None:
    note = replace(_FINDING, severity=Severity.INFO)
    assert check_verdict(Outcome(measurements=(_LEVEL,), findings=(note,))) is Verdict.READY


def test_optional_checks_do_not_count_beside_required_ones() -> None:
    checks = [a_result(Verdict.READY), a_result(Verdict.NOT_READY, required=False)]
    assert overall_verdict(checks) is Verdict.READY
    assert overall_verdict(checks[1:]) is Verdict.NOT_READY


def test_an_untested_required_check_never_makes_the_whole_ready() -> None:
    checks = [a_result(Verdict.CAUTION), a_result(Verdict.NOT_TESTED)]
    assert overall_verdict(checks) is Verdict.NOT_TESTED
    assert overall_verdict([]) is Verdict.NOT_TESTED


@given(st.lists(st.sampled_from(Verdict), min_size=1))
def test_the_whole_is_ready_only_when_every_required_check_is(verdicts: list[Verdict]) -> None:
    whole = overall_verdict(a_result(verdict) for verdict in verdicts)
    assert (whole is Verdict.READY) == (set(verdicts) == {Verdict.READY})
    assert whole in verdicts


def with_gap(gap: str, reason: str, *others: CheckResult) -> ReadinessReport:
    missing = NotMeasured(id=gap, reason=reason, detail="Why.")
    check = replace(a_result(Verdict.READY), not_measured=(missing,))
    return replace(a_report(verdict=Verdict.READY), checks=(check, *others), deselected=())


@pytest.mark.parametrize(
    ("gap", "reason"),
    [
        ("connection.gateway_rtt", "not-permitted"),
        ("connection.gateway_loss", "not-permitted"),
        ("connection.dns", "no-answer"),
        ("connection.clock_offset", "no-answer"),
        ("voice.jitter", "computer-too-busy"),
        ("voice.longest_loss", "computer-too-busy"),
        ("voice.mos_download", "computer-too-busy"),
        ("voice.mos_upload", "computer-too-busy"),
    ],
)
def test_what_the_profile_limits_and_nobody_measured_makes_ready_partial(
    gap: str, reason: str
) -> None:
    assert unjudged(with_gap(gap, reason)) == (gap,)


@pytest.mark.parametrize("gap", ["connection.gateway_rtt", "connection.gateway_loss"])
@pytest.mark.parametrize("reason", ["no-answer", "no-gateway"])
def test_a_router_that_answers_nobody_is_no_reserve(gap: str, reason: str) -> None:
    assert not is_partial(with_gap(gap, reason))


@pytest.mark.parametrize("gap", ["connection.clock_offset", "connection.dns"])
def test_what_the_profile_names_no_server_for_was_never_asked(gap: str) -> None:
    assert not is_partial(with_gap(gap, "not-named"))


@pytest.mark.parametrize(
    ("gap", "reason"),
    [
        ("headset.leak", "not-asked"),
        ("headset.leak", "no-leak-found"),
        ("microphone.hum", "no-hum"),
        ("microphone.reverberation", "no-clear-endings"),
    ],
)
def test_what_is_too_faint_to_be_found_is_no_reserve(gap: str, reason: str) -> None:
    assert not is_partial(with_gap(gap, reason))


@pytest.mark.parametrize(("asked_hz", "is_reserve"), [(3000, False), (7000, True)])
def test_an_unclear_band_is_a_reserve_only_where_more_than_a_telephone_is_asked_for(
    asked_hz: float, *, is_reserve: bool
) -> None:
    band = "microphone.audio_bandwidth"
    limit = AppliedLimit(
        measurement=band, ready=asked_hz, caution=asked_hz, better=Better.HIGHER, unit="Hz"
    )
    report = replace(with_gap(band, "band-unclear"), limits=(limit,))
    assert unjudged(report) == (band,) * is_reserve


def test_calls_under_load_are_missed_only_where_a_line_was_to_be_loaded() -> None:
    gap, reason = "voice.mos_upload", "line-not-loaded"
    assert not is_partial(with_gap(gap, reason))
    line = replace(a_result(Verdict.READY, required=False), id="bandwidth")
    assert unjudged(with_gap(gap, reason, line)) == (gap,)


def test_every_limit_of_a_whole_check_is_essential_or_looked_for() -> None:
    known = {limit.measurement for limit in limits_of(WorkplaceProfile(name="any"))}
    essential = {
        *("voice.rtt", "voice.mos"),
        *("bandwidth.download", "bandwidth.upload"),
        *("computer.cpu_utilization", "computer.memory_used"),
        "microphone.active_speech_level",
    }
    assert known - essential == LIMITED


def test_a_loop_is_told_by_the_check_that_ran_over_it() -> None:
    looped = replace(
        a_result(Verdict.READY),
        id="voice-path",
        measurements=(replace(_LEVEL, conditions={"scope": "this-computer"}),),
    )
    real = replace(a_result(Verdict.READY), id="bandwidth", measurements=(_LEVEL,))
    both = replace(a_report(), checks=(looped, real))
    assert looped_checks(both) == ("voice-path",)
    assert is_own_loop(both)
    assert not is_own_loop(replace(both, checks=(real,)))


def test_what_is_required_and_untested_is_listed() -> None:
    missing, optional = (
        a_result(Verdict.NOT_TESTED, required=required) for required in (True, False)
    )
    checks = (missing, optional, a_result(Verdict.READY))
    assert untested_checks(replace(a_report(), checks=checks)) == (missing,)


def test_ready_is_partial_when_something_was_left_out_unmeasured_or_looped() -> None:
    tested = replace(a_report().checks[0], verdict=Verdict.READY, not_measured=())
    whole = replace(a_report(verdict=Verdict.READY), checks=(tested,), deselected=())
    assert not is_partial(whole)
    assert is_partial(replace(whole, deselected=("microphone",)))
    gap = NotMeasured(id="microphone.snr", reason="no-noise", detail="A noise gate is at work.")
    gapped = replace(whole, checks=(replace(tested, not_measured=(gap,)),))
    assert unjudged(gapped) == ("microphone.snr",)
    assert is_partial(gapped)
    optional = replace(tested, not_measured=(gap,), required=False)
    assert not is_partial(replace(whole, checks=(optional,)))
    looped = replace(_LEVEL, conditions={"scope": "this-computer"})
    assert is_partial(replace(whole, checks=(replace(tested, measurements=(looped,)),)))
