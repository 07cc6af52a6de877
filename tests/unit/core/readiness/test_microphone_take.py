"""Before and after: which numbers of two takes differ by more than chance."""

from __future__ import annotations

from workspace_assistant.core.readiness.microphone.take import Change, changes
from workspace_assistant.core.readiness.model import Measurement, Outcome

LEVEL, NOISE, CLIPPING = (
    "microphone.active_speech_level",
    "microphone.noise_floor",
    "microphone.clipping_events",
)


def outcome(**values: float) -> Outcome:
    units = {LEVEL: "dBov", NOISE: "dBFS(A)", CLIPPING: "count"}
    return Outcome(
        measurements=tuple(
            Measurement(
                id=f"microphone.{key}", value=value, unit=units.get(f"microphone.{key}", "")
            )
            for key, value in values.items()
        )
    )


def test_only_what_differs_is_told() -> None:
    before = outcome(active_speech_level=-40.0, noise_floor=-55.0, clipping_events=3)
    after = outcome(active_speech_level=-28.0, noise_floor=-55.4, clipping_events=0)
    assert changes(before, after) == (
        Change(measurement=LEVEL, unit="dBov", before=-40.0, after=-28.0),
        Change(measurement=CLIPPING, unit="count", before=3.0, after=0.0),
    )


def test_what_one_of_them_lacks_cannot_be_compared() -> None:
    assert changes(outcome(), outcome(active_speech_level=-28.0)) == ()
    assert changes(outcome(active_speech_level=-28.0), outcome()) == ()


def test_numbers_that_tell_no_progress_are_left_out() -> None:
    assert changes(outcome(peak=-20.0), outcome(peak=-3.0)) == ()
