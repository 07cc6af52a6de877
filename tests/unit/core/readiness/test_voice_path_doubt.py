"""What the voice path check says where chance, its own computer or a strict limit is in the way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from tests.fakes.scripted_voice_path import Behavior, Behaviors, survey_of, trace_of
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
from workspace_assistant.core.readiness.limits import Ceiling
from workspace_assistant.core.readiness.model import Outcome, Severity, Verdict
from workspace_assistant.core.readiness.profile.model import VoicePathRequirement
from workspace_assistant.core.readiness.timeline import LoadWindow
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.core.readiness.voice_path.check import check_voice_path
from workspace_assistant.core.readiness.voice_path.judge import judge_voice_path
from workspace_assistant.core.readiness.voice_path.model import PathTrace
from workspace_assistant.core.readiness.voice_path.result import VoiceRun
from workspace_assistant.core.readiness.voice_path.stretches import stretches_of
from workspace_assistant.core.voice.model import PacketTrace

SUFFERS = {"voice-suffers-under-download", "voice-suffers-under-upload"}
NEEDS = VoicePathRequirement(stun=("stun:stun.example.test",))
LOADS = (
    LoadWindow(phase=DOWNLOAD, began_s=8, ended_s=15),
    LoadWindow(phase=UPLOAD, began_s=15, ended_s=22),
)


def with_seed(seed: int, stream: Behaviors) -> Outcome:
    request = request_of()
    path = path_of(request, stream, {})
    path.seed = seed
    return check_voice_path(path, request, path.context([]))


def judged(trace: PacketTrace, needs: VoicePathRequirement = NEEDS, **more: bool) -> Outcome:
    traced = PathTrace(stream=trace)
    return judge_voice_path(
        VoiceRun.of(survey_of(), traced, stretches_of(0, 8, LOADS), needs, **more)
    )


def lost_at(*numbers: int, sent: int = 1100) -> PacketTrace:
    return trace_of([None if number in numbers else 30.0 for number in range(sent)])


class TestLoad:
    @pytest.mark.parametrize("loss", [0.03, 0.05, 0.07])
    def test_a_lossy_line_is_not_called_spoiled_by_load_by_chance(self, loss: float) -> None:
        """Two loads a run at 1 % each: three of twelve runs are missed by luck once in 600."""
        runs = [with_seed(seed, idle(rtt_ms=30, loss=loss)) for seed in range(12)]
        assert sum(bool(SUFFERS & found(one).keys()) for one in runs) < 3

    @pytest.mark.parametrize(
        "under_load",
        [
            Behavior(rtt_ms=30, loss=0.25),
            Behavior(rtt_ms=600, loss=0.05),
            Behavior(loss=1.0),
        ],
    )
    def test_what_load_really_adds_to_a_lossy_line_is_told(self, under_load: Behavior) -> None:
        outcome = outcome_of({IDLE: Behavior(rtt_ms=30, loss=0.07), UPLOAD: under_load})
        assert SUFFERS & found(outcome).keys() == {"voice-suffers-under-upload"}

    def test_a_line_that_is_dead_without_load_is_not_spoiled_by_it(self) -> None:
        assert not SUFFERS & found(outcome_of(idle(loss=1.0))).keys()

    def test_a_slow_line_without_loss_is_not_spoiled_by_as_much_delay_under_load(self) -> None:
        slow = {IDLE: Behavior(rtt_ms=900), UPLOAD: Behavior(rtt_ms=920)}
        assert not SUFFERS & found(outcome_of(slow)).keys()


class TestBusyComputer:
    LATE = Behavior(rtt_ms=500, sigma_ms=60, loss=0.2, in_a_row=4, lateness_ms=25)

    def test_it_is_told_of_its_phase_alone(self) -> None:
        lossy = Behavior(rtt_ms=30, loss=0.08)
        told = found(outcome_of({IDLE: lossy, UPLOAD: self.LATE}))
        assert "loss-high" in told
        assert told["computer-too-busy"].message.startswith(
            "While an upload filled the line, this computer was too busy for a fair test: "
            "1 in 100 packets left 25\u202fms late or more."
        )
        assert "not to blame" not in told["computer-too-busy"].message
        assert told.keys().isdisjoint(SUFFERS)

    def test_the_lateness_told_is_that_of_the_phase_it_excuses(self) -> None:
        later = Behavior(rtt_ms=30, sigma_ms=0.5, lateness_ms=60)
        told = found(outcome_of({**GOOD, DOWNLOAD: later, UPLOAD: self.LATE}))
        assert told["computer-too-busy"].value == pytest.approx(25)

    def test_a_loss_too_small_to_be_clear_is_excused_as_well(self) -> None:
        unclear = replace(self.LATE, rtt_ms=30, sigma_ms=0.5, loss=0.01, in_a_row=1)
        told = found(outcome_of({IDLE: unclear}))
        assert told.keys() == {"computer-too-busy"}
        assert "While the line was idle" in told["computer-too-busy"].message

    def test_several_phases_are_told_at_once(self) -> None:
        told = found(outcome_of({IDLE: self.LATE}))["computer-too-busy"]
        assert told.message.startswith("While the line was tested")

    def test_a_computer_that_slept_through_its_packets_was_busy(self) -> None:
        whole = trace_of([None if number % 12 == 0 else 30.0 for number in range(1100)])
        assert "loss-high" in found(judged(whole))
        outcome = judged(without(whole, lambda number: 100 <= number < 200))
        message = found(outcome)["computer-too-busy"].message
        assert "25\u202f% of the packets were not sent in time at all" in message
        assert missing(outcome)["voice.loss"].reason == "computer-too-busy"


def without(trace: PacketTrace, is_left_out: Callable[[int], bool]) -> PacketTrace:
    kept = [number for number in range(len(trace.sent_s)) if not is_left_out(number)]

    def of(values: Sequence[float | None]) -> tuple[float | None, ...]:
        return tuple(values[number] for number in kept)

    return replace(
        trace,
        sent_s=of(trace.sent_s),
        received_s=of(trace.received_s),
        lateness_s=of(trace.lateness_s),
    )  # type: ignore[arg-type]  # none is None


class TestLongTest:
    def test_after_it_nobody_is_sent_to_it(self) -> None:
        request = request_of(long=True)
        path = path_of(request, idle(rtt_ms=30, loss=0.009))
        told = found(check_voice_path(path, request, path.context([])))
        assert "loss-unclear" not in told
        assert told["loss-still-unclear"].severity is Severity.CAUTION
        assert "even the long test cannot tell" in told["loss-still-unclear"].message

    def test_before_it_everybody_is(self) -> None:
        assert found(judged(lost_at(*range(50, 350, 60))))["loss-unclear"].action == (
            "Run the long test."
        )


class TestStrictLimit:
    """Below 0.26 % nothing that 1,500 packets do can prove a limit kept."""

    def test_a_line_without_loss_keeps_it(self) -> None:
        for percent in (0, 0.1):
            needs = replace(NEEDS, loss_percent=Ceiling(ready=percent, caution=1))
            outcome = judged(lost_at(), needs)
            assert check_verdict(outcome) is Verdict.READY
            assert "so low a limit" in str(measured(outcome)["voice.loss"].conditions["judged_by"])

    def test_one_lost_packet_breaks_it_and_says_why_that_decides(self) -> None:
        needs = replace(NEEDS, loss_percent=Ceiling(ready=0.1, caution=1))
        told = found(judged(lost_at(100), needs))["loss-above-strict-limit"]
        assert (told.severity, told.limit) == (Severity.CAUTION, 0.001)
        assert "1 of 400" in told.message
        assert measured(judged(lost_at(100), needs))["path.weak_link"].value == "unknown"
        assert "so the number itself decides" in told.message

    def test_the_second_bound_may_be_as_strict(self) -> None:
        needs = replace(NEEDS, loss_percent=Ceiling(ready=0, caution=0.1))
        told = found(judged(lost_at(100), needs))["loss-above-strict-limit"]
        assert (told.severity, told.limit) == (Severity.NOT_READY, 0.001)

    def test_a_loss_that_is_certain_is_told_as_ever(self) -> None:
        needs = replace(NEEDS, loss_percent=Ceiling(ready=0, caution=0.1))
        assert "loss-high" in found(judged(lost_at(*range(0, 400, 20)), needs))
        none = replace(NEEDS, loss_percent=Ceiling(ready=0, caution=1))
        assert "loss-high" in found(judged(lost_at(100), none))

    def test_the_bound_that_can_be_proven_is_judged_by_its_interval(self) -> None:
        needs = replace(NEEDS, loss_percent=Ceiling(ready=0.1, caution=2.5))
        told = found(judged(lost_at(*range(0, 400, 33)), needs))  # 3.3 %, surely above 1.9 %
        assert told["loss-high"].severity is Severity.CAUTION


class TestTooLittle:
    def test_every_second_packet_lost_leaves_no_neighbors_to_compare(self) -> None:
        outcome = judged(trace_of([30.0 if number % 2 else None for number in range(1100)]))
        assert missing(outcome)["voice.ipdv"].reason == "too-few-answers"
        assert "voice.jitter" in measured(outcome)

    def test_few_answers_are_no_silence(self) -> None:
        outcome = judged(trace_of([30.0 if 100 <= n < 149 else None for n in range(1100)]))
        assert missing(outcome)["voice.jitter"].reason == "too-few-answers"
        assert "Nothing came back" not in missing(outcome)["voice.jitter"].detail
        assert "voice.rtt" in measured(outcome)


def test_an_interval_in_the_report_is_the_one_that_was_judged() -> None:
    """Twelve of 400 lost here and there surely exceed 1 %; in three places they do not."""
    lax = replace(NEEDS, longest_loss_packets=Ceiling(ready=4, caution=9))
    assert "loss-high" in found(judged(lost_at(*range(0, 360, 30)), lax))
    outcome = judged(lost_at(*(at + more for at in (50, 150, 250) for more in range(4))), lax)
    assert "loss-unclear" in found(outcome)
    conditions = measured(outcome)["voice.loss"].conditions
    assert conditions["packets"] == 400
    assert conditions["low_fraction"] == pytest.approx(0.0078, abs=0.0005)
    assert conditions["high_fraction"] == pytest.approx(0.109, abs=0.002)
