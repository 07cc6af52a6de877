"""How the voice path check goes: its phases, what it tells, and what stops it."""

from __future__ import annotations

import pytest

from tests.fakes.scripted_voice_path import SERVER, Behavior, survey_of
from tests.unit.core.readiness.voice_path_runs import (
    DOWNLOAD,
    GOOD,
    IDLE,
    UPLOAD,
    found,
    idle,
    measured,
    missing,
    outcome_of,
    path_of,
    request_of,
)
from workspace_assistant.core.jobs import JobCancelledError, Progress
from workspace_assistant.core.readiness.model import Severity, Verdict
from workspace_assistant.core.readiness.names import MEASUREMENT_LABELS
from workspace_assistant.core.readiness.profile.model import VoicePathRequirement
from workspace_assistant.core.readiness.profile.relay_login import RelayLogin
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.core.readiness.voice_path.check import check_voice_path, idle_length_s
from workspace_assistant.core.readiness.voice_path.model import (
    Mtu,
    Nat,
    Place,
    Reason,
    ServerAnswer,
    StreamReading,
    Transport,
    Trouble,
    VoicePathTroubleError,
)
from workspace_assistant.core.readiness.voice_path.texts import (
    REASONS,
    STAGE_END,
    STAGE_QUIET,
    STAGE_SURVEY,
    STAGES,
    sentence,
)


def test_a_good_path_is_ready_with_all_its_numbers() -> None:
    outcome = outcome_of()
    numbers = measured(outcome)
    assert check_verdict(outcome) is Verdict.READY
    assert not outcome.findings
    assert numbers["voice.rtt"].value == pytest.approx(30, abs=0.5)
    assert numbers["voice.loss"].value == 0
    assert numbers["voice.r_factor"].value == pytest.approx(93.2, abs=0.1)
    assert numbers["voice.mos"].value == pytest.approx(4.41, abs=0.01)
    assert numbers["path.gateway_rtt"].value == pytest.approx(2, abs=0.3)
    assert numbers["path.weak_link"].value == "none"
    assert outcome.bytes_used == 123_456
    assert outcome.essential == {"voice.rtt", "voice.loss", "voice.mos"}


def test_every_number_has_a_name_and_says_how_it_was_taken() -> None:
    outcome = outcome_of()
    numbers = measured(outcome)
    assert numbers.keys() | missing(outcome).keys() <= MEASUREMENT_LABELS.keys()
    assert not numbers.keys() & missing(outcome).keys()
    conditions = numbers["voice.rtt"].conditions
    assert conditions["server"] == SERVER
    assert conditions["phase"] == "idle"
    assert conditions["transport"] == "stun"
    assert conditions["packets"] == numbers["voice.loss"].conditions["packets"] >= 400
    assert numbers["voice.r_factor_opus"].conditions["estimate"] == "not an ITU figure"
    assert "estimate" not in numbers["voice.r_factor"].conditions
    assert numbers["voice.loss"].conditions["high_fraction"] == pytest.approx(0.0094, abs=0.0005)


def test_the_phases_are_told_and_the_others_may_go_on_in_time() -> None:
    request = request_of()
    path = path_of(request)
    seen: list[Progress] = []
    check_voice_path(path, request, path.context(seen))
    stages = list(dict.fromkeys(one.stage for one in seen))
    expected = [STAGE_SURVEY, STAGE_QUIET, STAGES[IDLE], STAGES[DOWNLOAD], STAGES[UPLOAD]]
    assert stages == [*expected, STAGE_END]
    fractions = [one.fraction for one in seen]
    assert fractions == sorted(fractions)
    assert any(isinstance(one.reading, StreamReading) for one in seen)
    assert request.timeline.is_idle_seen
    assert path.closed == 1


def test_the_stream_is_drawn_with_its_phases() -> None:
    (series,) = outcome_of(idle(rtt_ms=30, loss=0.05)).series
    assert series.id == "voice.stream"
    assert [span.name for span in series.spans] == ["idle", "download", "upload"]
    assert None in series.values
    begins = [span.start_s for span in series.spans]
    assert begins == sorted(begins)
    assert series.spans[0].start_s == 0
    assert series.spans[1].start_s == pytest.approx(series.spans[0].end_s + 1, abs=0.05)
    assert series.spans[-1].end_s <= len(series.values) * series.step_s + 0.05


def test_a_quick_run_watches_the_idle_line_for_half_the_time_if_loads_follow() -> None:
    assert idle_length_s(request_of()) == 8
    assert idle_length_s(request_of(quick=True)) == 4
    assert idle_length_s(request_of(quick=True, only=frozenset({"voice-path"}))) == 8
    assert idle_length_s(request_of(quick=True, only=frozenset({"bandwidth"}))) == 4
    assert idle_length_s(request_of(long=True)) == 30


def test_a_quick_run_over_a_good_line_still_decides() -> None:
    request = request_of(quick=True)
    path = path_of(request)
    path.run.loads = ((DOWNLOAD, 2.0), (UPLOAD, 2.0))
    assert check_verdict(check_voice_path(path, request, path.context([]))) is Verdict.READY


def test_a_long_run_tells_small_losses_apart() -> None:
    request = request_of(long=True)
    path = path_of(request, idle(rtt_ms=30, loss=0.003))
    outcome = check_voice_path(path, request, path.context([]))
    assert path.targets[0].is_long
    assert measured(outcome)["voice.loss"].conditions["packets"] >= 1500
    assert "loss-unclear" not in found(outcome)


def test_without_a_load_nothing_is_said_about_loads() -> None:
    request = request_of(only=frozenset({"voice-path"}))
    path = path_of(request)
    path.run.loads = ()
    seen: list[Progress] = []
    outcome = check_voice_path(path, request, path.context(seen))
    for measurement in ("working_latency", "bufferbloat_grade", "r_factor_upload"):
        assert missing(outcome)[f"voice.{measurement}"].reason == "line-not-loaded"
    assert {one.stage for one in seen}.isdisjoint({STAGES[DOWNLOAD], STAGES[UPLOAD]})
    assert check_verdict(outcome) is Verdict.READY


LOGIN = RelayLogin(username="agent", password="secret", hosts=("turn.example.test",))


def test_the_password_and_the_names_reach_the_path() -> None:
    needs = VoicePathRequirement(turn=("turn:turn.example.test",), turn_username="agent")
    request = request_of(needs=needs)
    path = path_of(request)
    check_voice_path(path, request, path.context([]), LOGIN)
    (target,) = path.targets
    assert (target.turn, target.turn_username) == (("turn:turn.example.test",), "agent")
    assert (target.turn_password, target.turn_hosts) == ("secret", LOGIN.hosts)
    assert "secret" not in repr(target)


def test_a_cancel_ends_the_check_and_the_stream() -> None:
    request = request_of()
    path = path_of(request)

    def cancel_soon(_: Progress) -> None:
        if path.clock.now_s > 3:
            path.clock.set()

    context = path.context([])
    object.__setattr__(context, "on_progress", cancel_soon)
    with pytest.raises(JobCancelledError):
        check_voice_path(path, request, context)
    assert path.closed == 1


def test_no_server_named_is_not_tested() -> None:
    request = request_of(needs=VoicePathRequirement())
    path = path_of(request)
    outcome = check_voice_path(path, request, path.context([]))
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    assert {one.reason for one in outcome.not_measured} == {"no-server-named"}
    assert not path.targets


@pytest.mark.parametrize("reason", list(Reason))
def test_every_trouble_is_told_and_grey_unless_calls_cannot_work(reason: Reason) -> None:
    request = request_of()
    path = path_of(request)
    path.fails = VoicePathTroubleError(Trouble(reason=reason, server="stun:a.test"))
    outcome = check_voice_path(path, request, path.context([]))
    fatal = {Reason.UDP_BLOCKED: "udp-blocked", Reason.FAMILY_MISMATCH: "no-common-ip-version"}
    wanted = Verdict.NOT_READY if reason in fatal else Verdict.NOT_TESTED
    assert check_verdict(outcome) is wanted
    assert found(outcome).keys() == ({fatal[reason]} if reason in fatal else set())
    assert missing(outcome)["voice.rtt"].reason == reason.value
    assert "path.weak_link" in missing(outcome)


def test_udp_blocked_is_worded_as_what_was_seen() -> None:
    request = request_of()
    path = path_of(request)
    first = Trouble(reason=Reason.UDP_BLOCKED, server="stun:a.test")
    second = Trouble(reason=Reason.NAME_NOT_RESOLVED, server="stun:b.test")
    answers = (
        ServerAnswer(server="stun:a.test", trouble=first),
        ServerAnswer(server="stun:b.test", trouble=second),
        ServerAnswer(server="stun:c.test"),
    )
    path.fails = VoicePathTroubleError(first, answers)
    outcome = check_voice_path(path, request, path.context([]))
    told = found(outcome)["udp-blocked"]
    assert told.message == "No answer by UDP from stun:a.test, although TCP reaches it."
    assert told.severity is Severity.NOT_READY
    assert missing(outcome)["voice.server_2"].reason == "name-not-resolved"
    assert "voice.server_1" not in missing(outcome)


def test_a_stream_that_ended_early_says_nothing() -> None:
    request = request_of()
    path = path_of(request)
    path.trouble = Trouble(reason=Reason.PROBE_FAILED)
    outcome = check_voice_path(path, request, path.context([]))
    assert check_verdict(outcome) is Verdict.NOT_TESTED
    assert missing(outcome)["voice.loss"].reason == "probe-failed"
    assert outcome.bytes_used == 123_456


def test_a_stream_that_never_sent_says_nothing() -> None:
    request = request_of()
    path = path_of(request, {IDLE: Behavior()})
    path.silent = True
    outcome = check_voice_path(path, request, path.context([]))
    assert missing(outcome)["voice.loss"].reason == "probe-failed"


def test_a_stream_over_tcp_is_a_caution_and_says_what_its_loss_means() -> None:
    shut = Trouble(reason=Reason.UDP_BLOCKED, server="turn:a.test")
    answers = (ServerAnswer(server="turn:a.test", trouble=shut), ServerAnswer(server="turns:a"))
    survey = survey_of(transport=Transport.TURN_TLS, answers=answers)
    outcome = outcome_of(survey=survey)
    assert found(outcome).keys() == {"voice-over-tcp"}  # and not again by which server was skipped
    told = found(outcome)["voice-over-tcp"]
    assert told.severity is Severity.CAUTION
    assert "No answer by UDP from turn:a.test" in told.message
    assert f"over TLS to {SERVER}" in told.message
    assert measured(outcome)["voice.mos"].conditions["late_instead_of_lost"] is True
    assert check_verdict(outcome) is Verdict.CAUTION


@pytest.mark.parametrize("transport", [Transport.TURN_TCP, Transport.TURN_TLS])
def test_over_tcp_no_loss_is_claimed_to_be_measured(transport: Transport) -> None:
    outcome = outcome_of(survey=survey_of(transport=transport))
    for measurement in ("voice.loss", "voice.longest_loss", "voice.burst_ratio"):
        assert missing(outcome)[measurement].reason == "hidden-by-tcp"
    assert found(outcome)["voice-over-tcp"].severity is Severity.INFO
    assert "first that answered is" in found(outcome)["voice-over-tcp"].message
    assert check_verdict(outcome) is Verdict.READY  # by round trip and rating, which hold delays


def test_a_server_that_is_off_is_no_blocked_udp() -> None:
    off = Trouble(reason=Reason.NO_ANSWER, server="stun:b.test")
    answers = (ServerAnswer(server="stun:b.test", trouble=off), ServerAnswer(server="turn:a.test"))
    outcome = outcome_of(survey=survey_of(transport=Transport.TURN_TCP, answers=answers))
    assert found(outcome)["voice-over-tcp"].severity is Severity.INFO
    assert "UDP from" not in found(outcome)["voice-over-tcp"].message
    assert found(outcome)["voice-server-skipped"].parameters["skipped"] == "stun:b.test"


def test_a_call_that_suffers_over_tcp_is_not_told_of_losses() -> None:
    slow = {**GOOD, UPLOAD: Behavior(rtt_ms=700, sigma_ms=40)}
    outcome = outcome_of(slow, survey=survey_of(transport=Transport.TURN_TCP))
    message = found(outcome)["voice-suffers-under-upload"].message
    assert "Then 19 of 20 packets take up to" in message
    assert "lost" not in message


def test_a_relay_without_password_is_skipped_with_the_command_that_helps() -> None:
    bare = Trouble(reason=Reason.TURN_NO_PASSWORD, server="turn:a.test")
    answers = (ServerAnswer(server="turn:a.test", trouble=bare), ServerAnswer(server="stun:a.test"))
    told = found(outcome_of(survey=survey_of(answers=answers)))["voice-server-skipped"]
    assert "workspace-assistant profile turn-password" in told.message


def test_an_address_that_fails_is_no_server_that_fails() -> None:
    apart = Trouble(reason=Reason.FAMILY_MISMATCH, server="stun:a.test")
    answers = (
        ServerAnswer(server="stun:a.test", trouble=apart),
        ServerAnswer(server="stun:a.test", rtt_ms=30),
    )
    assert not outcome_of(survey=survey_of(answers=answers)).findings


def test_a_server_on_this_computer_is_said_to_be_one() -> None:
    outcome = outcome_of(survey=survey_of(is_this_computer=True))
    assert "voice-measured-this-computer" in found(outcome)
    assert measured(outcome)["voice.rtt"].conditions["scope"] == "this-computer"


def test_the_habits_of_the_router_are_told() -> None:
    survey = survey_of(
        nat=Nat.ADDRESS_DEPENDENT,
        keeps_binding=False,
        mtu=Mtu(path_bytes=1392, interface_bytes=1500, is_black_hole=True),
        dscp=True,
    )
    outcome = outcome_of(survey=survey)
    numbers, told = measured(outcome), found(outcome)
    assert numbers["path.nat"].value == "address-dependent"
    assert numbers["path.keeps_binding"].value is False
    assert numbers["path.mtu"].value == 1392
    assert numbers["voice.dscp"].value is True
    assert told.keys() == {"nat-per-server", "nat-forgets", "mtu-black-hole"}
    assert "1392" in told["mtu-black-hole"].message
    assert "1500" in told["mtu-black-hole"].message
    assert check_verdict(outcome) is Verdict.READY


def test_a_router_without_bad_habits_is_not_remarked() -> None:
    survey = survey_of(
        nat=Nat.ENDPOINT_INDEPENDENT,
        keeps_binding=True,
        mtu=Mtu(path_bytes=1500, interface_bytes=1500, is_black_hole=False),
    )
    assert not outcome_of(survey=survey).findings


def test_a_place_that_could_not_be_probed_says_why() -> None:
    hidden = Trouble(reason=Reason.NOT_PERMITTED)
    outcome = outcome_of(
        places={Place.GATEWAY: idle(loss=1.0)}, survey=survey_of(hops_trouble=hidden)
    )
    gaps = missing(outcome)
    assert gaps["path.gateway_rtt"].reason == "no-answer"
    assert "the home router" in gaps["path.gateway_loss"].detail
    assert gaps["path.provider_rtt"].reason == "not-permitted"
    assert gaps["path.edge_loss"].detail == REASONS[Reason.NOT_PERMITTED]


def test_a_probe_tells_its_own_trouble() -> None:
    request = request_of()
    path = path_of(request)
    path.place_trouble = Trouble(reason=Reason.NOT_ON_THIS_SYSTEM)
    outcome = check_voice_path(path, request, path.context([]))
    assert missing(outcome)["path.gateway_rtt"].reason == "not-on-this-system"
    assert missing(outcome)["path.provider_rtt"].reason == "no-answer"


def test_probes_inside_a_tunnel_say_so() -> None:
    outcome = outcome_of(
        places={Place.GATEWAY: GOOD, Place.PROVIDER: GOOD}, survey=survey_of(is_vpn=True)
    )
    numbers = measured(outcome)
    assert numbers["path.provider_rtt"].conditions["inside_tunnel"] is True
    assert "inside_tunnel" not in numbers["path.gateway_rtt"].conditions


def test_sentences_fit_with_and_without_a_server() -> None:
    assert sentence(Trouble(reason=Reason.NETWORK_UNREACHABLE)).startswith(
        "This computer has no network connection that leads to the voice server"
    )
    assert REASONS.keys() == set(Reason)
