"""What a call suffers while something fills the line, and where packets queue then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.fakes.scripted_voice_path import Behavior
from tests.unit.core.readiness.voice_path_runs import (
    DOWNLOAD,
    GOOD,
    IDLE,
    NEAR,
    UPLOAD,
    found,
    lax_but_for_mos,
    measured,
    missing,
    outcome_of,
    path_of,
    request_of,
    weak_link,
)
from workspace_assistant.core.readiness.limits import Floor
from workspace_assistant.core.readiness.model import Severity, Verdict
from workspace_assistant.core.readiness.timeline import LoadWindow, Phase
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.core.readiness.voice_path.check import check_voice_path
from workspace_assistant.core.readiness.voice_path.load_rules import grade_of
from workspace_assistant.core.readiness.voice_path.model import Place
from workspace_assistant.core.readiness.voice_path.stretches import stretches_of

GATEWAY, PROVIDER, EDGE = Place.GATEWAY, Place.PROVIDER, Place.EDGE


def test_nothing_coming_back_under_load_is_said_in_words() -> None:
    told = found(outcome_of({**GOOD, UPLOAD: Behavior(loss=1.0)}))["voice-suffers-under-upload"]
    assert told.severity is Severity.NOT_READY
    assert told.message.endswith("Then not a single packet comes back.")


def test_answers_under_load_alone_give_no_grade() -> None:
    outcome = outcome_of({IDLE: Behavior(loss=1.0), DOWNLOAD: Behavior()})
    assert missing(outcome)["voice.bufferbloat_grade"].reason == "no-answer"
    assert "voice.working_latency" in measured(outcome)


@pytest.mark.parametrize(
    ("increase_ms", "grade"),
    [(0, "A+"), (4.9, "A+"), (5, "A"), (30, "B"), (60, "C"), (200, "D"), (400, "F")],
)
def test_the_grade_is_that_of_the_published_scale(increase_ms: float, grade: str) -> None:
    assert grade_of(increase_ms) == grade


def test_a_long_queue_with_a_good_call_is_no_finding() -> None:
    outcome = outcome_of({**GOOD, DOWNLOAD: Behavior(rtt_ms=130, sigma_ms=3)})
    numbers = measured(outcome)
    assert numbers["voice.bufferbloat_grade"].value == "C"
    assert numbers["voice.working_latency"].conditions["phase"] == "download"
    assert check_verdict(outcome) is Verdict.READY


@pytest.mark.parametrize(
    ("rtt_ms", "severity"), [(540, Severity.CAUTION), (700, Severity.NOT_READY)]
)
def test_a_call_that_suffers_under_load_is_judged_by_its_rating(
    rtt_ms: float, severity: Severity
) -> None:
    slow = Behavior(rtt_ms=rtt_ms, sigma_ms=40)
    outcome = outcome_of({**GOOD, UPLOAD: slow})
    told = found(outcome)
    assert told["voice-suffers-under-upload"].severity is severity
    suffers = told["voice-suffers-under-upload"]
    assert suffers.value == measured(outcome)[suffers.measurement].value
    assert "backups" in told["voice-suffers-under-upload"].action
    assert "queue-at-the-line" in told
    assert weak_link(outcome) == "provider"
    assert "voice-suffers-under-download" in found(outcome_of({**GOOD, DOWNLOAD: slow}))
    assert check_verdict(outcome).value == severity.value


def test_a_queue_before_the_router_is_at_home() -> None:
    slow = Behavior(rtt_ms=700, sigma_ms=40)
    outcome = outcome_of({**GOOD, UPLOAD: slow}, {GATEWAY: {**NEAR, UPLOAD: slow}})
    assert "queue-on-home-network" in found(outcome)
    assert weak_link(outcome) == "home"


def test_a_queue_nobody_else_saw_is_unknown() -> None:
    outcome = outcome_of({**GOOD, UPLOAD: Behavior(rtt_ms=700, sigma_ms=40)}, {})
    assert "queue-place-unknown" in found(outcome)
    assert weak_link(outcome) == "unknown"
    mute = {GATEWAY: {**NEAR, UPLOAD: Behavior(loss=1.0)}}
    assert "queue-place-unknown" in found(
        outcome_of({**GOOD, UPLOAD: Behavior(rtt_ms=700, sigma_ms=40)}, mute)
    )


def test_loss_under_load_alone_is_blamed_by_that_load() -> None:
    lossy = Behavior(rtt_ms=30, sigma_ms=0.5, loss=0.1)
    outcome = outcome_of({**GOOD, DOWNLOAD: lossy}, {GATEWAY: {**NEAR, DOWNLOAD: lossy}})
    assert "loss-on-home-wifi" in found(outcome)
    assert weak_link(outcome) == "home"


def test_what_was_bad_before_is_not_blamed_on_the_load() -> None:
    bad = Behavior(rtt_ms=30, loss=0.15)
    assert "voice-suffers-under-upload" not in found(outcome_of({IDLE: bad, UPLOAD: bad}))
    worse = Behavior(rtt_ms=30, loss=0.4)
    assert "voice-suffers-under-upload" in found(outcome_of({IDLE: bad, UPLOAD: worse}))


def test_a_little_delay_that_tips_the_scale_under_load_is_no_loss() -> None:
    stream = {IDLE: Behavior(rtt_ms=390), UPLOAD: Behavior(rtt_ms=400)}
    strict = replace(lax_but_for_mos(), mos=Floor(ready=4.18, caution=3.6))
    request = request_of(needs=strict)
    path = path_of(request, stream, {GATEWAY: NEAR})
    told = found(check_voice_path(path, request, path.context([])))
    assert told.keys() == {"voice-suffers-under-upload", "queue-at-the-line"}


def test_loads_that_never_ran_or_ran_before_do_not_count() -> None:
    windows = (
        LoadWindow(phase=Phase.DOWNLOAD, began_s=1, ended_s=4),
        LoadWindow(phase=Phase.UPLOAD, began_s=20, ended_s=20),
    )
    cut = stretches_of(5, 13, windows)
    assert cut.loads == ()
    assert (cut.idle.begin_s, cut.idle.end_s) == (5, 13)


def test_a_load_is_watched_once_it_fills_the_line() -> None:
    windows = (
        LoadWindow(phase=Phase.UPLOAD, began_s=24, ended_s=25.5),
        LoadWindow(phase=Phase.DOWNLOAD, began_s=14, ended_s=20),
    )
    download, upload = stretches_of(5, 13, windows).loads
    assert (download.begin_s, download.end_s) == (15, 20)
    assert (upload.begin_s, upload.end_s) == (24.5, 25.5)
    assert stretches_of(5, 13, windows).idle.end_s == 14
