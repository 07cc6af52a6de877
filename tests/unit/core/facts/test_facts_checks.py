"""Microphone, line and computer, as the readiness checks of the last weeks measured them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.unit.core.facts.world import (
    at,
    check,
    fact,
    lost_packets,
    measured,
    reason,
    report,
    said,
    value,
    voice,
    world,
)
from workspace_assistant.core.line_watch.model import EventKind
from workspace_assistant.core.readiness.model import ReadinessReport, Value

_EARLIER = tuple(voice(at(day, 8)) for day in (10, 12, 14))


def test_the_microphone_is_that_of_the_last_check_of_the_week() -> None:
    sources = world(reports=(voice(at(0, 8), level=-30, noise=-42, clipping=1), voice(at(1, 8))))
    assert value("microphone.snr", sources) == 12
    assert value("microphone.active_speech_level", sources) == -30
    assert "1 moment was distorted" in said(fact("microphone.clipping_events", sources))
    old = world(reports=(voice(at(7, 8)),))
    assert reason("microphone.snr", old) == "no-microphone-check-in-week"


def test_a_check_that_heard_no_voice_says_nothing_of_it() -> None:
    heard = voice(at(1, 8))
    (last,) = voice(at(0, 8), level=-50).checks
    deaf = replace(last, findings=check(faults=["no-voice-recognized"]).findings)
    sources = world(reports=(heard, report(at(0, 8), deaf)))
    assert value("microphone.active_speech_level", sources) == -26


def test_a_number_that_is_none_is_not_taken_for_one() -> None:
    sources = world(reports=(report(at(0, 8), check(measured("microphone.snr", "loud"))),))
    assert reason("microphone.snr", sources) == "no-microphone-check-in-week"


def test_a_change_is_against_the_usual_of_the_same_microphone() -> None:
    other = tuple(voice(at(day, 9), level=-10, device="Other") for day in (10, 11, 12))
    sources = world(reports=(voice(at(0, 8), level=-33, noise=-50), *_EARLIER, *other))
    assert value("microphone.level_change", sources) == -7
    assert "7 dB quieter than usual" in said(fact("microphone.level_change", sources))
    assert value("microphone.noise_change", sources) == 10
    assert "10 dB louder than usual" in said(fact("microphone.noise_change", sources))


@pytest.mark.parametrize("name", ["microphone.level_change", "microphone.noise_change"])
def test_two_earlier_checks_are_no_usual(name: str) -> None:
    assert reason(name, world(reports=(voice(at(0, 8)), *_EARLIER[:2]))) == "usual-not-known"
    assert reason(name, world()) == "no-microphone-check-in-week"


def test_checks_of_this_week_and_clipped_ones_are_no_usual() -> None:
    (clipped,) = voice(at(10, 8)).checks
    clipped = replace(clipped, findings=check(faults=["clipping"]).findings)
    reports = (voice(at(0, 8)), voice(at(1, 8)), report(at(10, 8), clipped), *_EARLIER[:2])
    assert reason("microphone.level_change", world(reports=reports)) == "usual-not-known"


def test_a_microphone_is_new_only_where_there_was_another_before() -> None:
    name = "microphone.device_age"
    new = voice(at(0, 8), device="New")
    sources = world(reports=(new, *_EARLIER))
    assert value(name, sources) == 0
    assert said(fact(name, sources)) == "You use this microphone for the first day."
    assert reason(name, world(reports=(new,))) == "no-other-microphone-before"
    assert reason(name, world(reports=_EARLIER)) == "no-microphone-check-in-week"


def _line(
    days_ago: int, name: str, number: Value, *, bad: bool = False, **conditions: Value
) -> ReadinessReport:
    faults = [name] if bad else []
    return report(at(days_ago, 8), check(measured(name, number, **conditions), faults=faults))


TROUBLE = "line.trouble_days.week"


def test_days_with_trouble_are_of_checks_and_of_the_watched_line() -> None:
    sources = world(
        reports=(
            _line(0, "voice.jitter", 80, bad=True),
            _line(0, "voice.loss", 0.1, bad=True),
            _line(1, "voice.jitter", 5),
            _line(2, "voice.loss", 0.1, bad=True, scope="this-computer"),
        ),
        line_watched=(at(3, 10),),
        line_events=(
            lost_packets(at(3, 10)),
            lost_packets(at(8, 10)),
            replace(lost_packets(at(1, 10)), kind=EventKind.DELAY),
        ),
    )
    told = fact(TROUBLE, sources)
    assert (told.value, told.count) == (2, 3)


def test_a_quiet_line_is_known_where_it_was_looked_at() -> None:
    assert value(TROUBLE, world(line_watched=(at(0, 9),))) == 0
    assert value(TROUBLE, world(reports=(_line(0, "voice.loss", 0.0),))) == 0
    assert reason(TROUBLE, world(line_watched=(at(9, 9),))) == "line-not-measured-in-week"


def test_the_line_is_compared_with_the_usual_one() -> None:
    name = "line.upload_change"
    earlier = [_line(day, "bandwidth.upload", 10e6) for day in (9, 10, 11)]
    sources = world(reports=(_line(0, "bandwidth.upload", 6e6), *earlier))
    assert value(name, sources) == pytest.approx(-0.4)
    assert "40 % slower than usual in the last check (3 checks)" in said(fact(name, sources))
    bound = _line(0, "bandwidth.upload", 6e6, lower_bound=True)
    assert reason(name, world(reports=(bound, *earlier))) == "line-not-measured-in-week"
    few = world(reports=(_line(0, "bandwidth.upload", 6e6), *earlier[1:]))
    assert reason(name, few) == "usual-not-known"


def test_jitter_is_that_of_the_last_check() -> None:
    name = "line.jitter"
    sources = world(reports=(_line(0, "voice.jitter", 12.9), _line(1, "voice.jitter", 3.0)))
    assert value(name, sources) == 12.9
    assert said(fact(name, sources)) == "Your line had 12 ms of jitter in the last check."
    own = _line(0, "voice.jitter", 12.9, scope="this-computer")
    assert reason(name, world(reports=(own,))) == "line-not-measured-in-week"


def test_nothing_is_compared_with_nothing() -> None:
    earlier = [_line(day, "voice.jitter", 0.0) for day in (9, 10, 11)]
    sources = world(reports=(_line(0, "voice.jitter", 3.0), *earlier))
    assert reason("line.jitter_change", sources) == "usual-not-known"


@pytest.mark.parametrize(
    ("kind", "under", "expected"),
    [("wifi", "", 1), ("wired", "", 0), ("vpn", "wifi", 1), ("vpn", "wired", 0)],
)
def test_a_wireless_line_is_told_under_a_tunnel_too(kind: str, under: str, expected: int) -> None:
    conditions = {"runs_on": under} if under else {}
    sources = world(reports=(_line(0, "path.interface", kind, **conditions),))
    assert value("connection.is_wireless", sources) == expected


def test_a_hidden_kind_of_network_is_not_known() -> None:
    name = "connection.is_wireless"
    assert reason(name, world(reports=(_line(0, "path.interface", "vpn"),))) == (
        "kind-of-network-hidden"
    )
    assert reason(name, world()) == "line-not-measured-in-week"


def test_a_busy_computer_is_counted_by_days_with_a_check() -> None:
    cpu = "computer.cpu_utilization"
    busy = [_line(day, cpu, 0.9, bad=True) for day in (0, 0, 3, 20)]
    fine = [_line(day, cpu, 0.1) for day in (1, 2, 4, 5, 6)]
    sources = world(reports=(*busy, *fine))
    assert value("computer.cpu_utilization", sources) == 0.9
    told = fact("computer.busy_checks", sources)
    assert (told.value, told.count) == (2, 5)
    old = world(reports=(_line(8, cpu, 0.5),))
    assert reason("computer.busy_checks", old) == "computer-not-checked-in-week"
