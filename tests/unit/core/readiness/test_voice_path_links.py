"""Lines that people really have, judged as an engineer would."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from tests.fakes.scripted_voice_path import Behavior, Behaviors
from tests.unit.core.readiness.voice_path_runs import (
    DOWNLOAD,
    IDLE,
    NEAR,
    UPLOAD,
    idle,
    outcome_of,
    weak_link,
)
from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.core.readiness.verdict import check_verdict
from workspace_assistant.core.readiness.voice_path.model import Place

GATEWAY, PROVIDER, EDGE = Place.GATEWAY, Place.PROVIDER, Place.EDGE


BAD_WIFI = {IDLE: Behavior(rtt_ms=40, sigma_ms=6, loss=0.06, in_a_row=3)}
LINKS: Mapping[str, tuple[Behaviors, Behaviors, Verdict, str]] = {
    "cable": (
        {
            IDLE: Behavior(rtt_ms=24, sigma_ms=0.2),
            DOWNLOAD: Behavior(rtt_ms=110, sigma_ms=8),
            UPLOAD: Behavior(rtt_ms=110, sigma_ms=8),
        },
        NEAR,
        Verdict.READY,
        "none",
    ),
    "dsl with a queue of 500 ms": (
        {
            IDLE: Behavior(rtt_ms=40, sigma_ms=0.3),
            DOWNLOAD: Behavior(rtt_ms=280, sigma_ms=30),
            UPLOAD: Behavior(rtt_ms=490, sigma_ms=25),
        },
        NEAR,
        Verdict.CAUTION,
        "provider",
    ),
    "5/1 with a queue of 300 ms": (
        {
            IDLE: Behavior(rtt_ms=60, sigma_ms=0.3),
            DOWNLOAD: Behavior(rtt_ms=300, sigma_ms=25),
            UPLOAD: Behavior(rtt_ms=300, sigma_ms=25, loss=0.033),
        },
        NEAR,
        Verdict.CAUTION,
        "provider",
    ),
    "Wi-Fi with loss": (
        {IDLE: Behavior(rtt_ms=30, sigma_ms=4, loss=0.015)},
        {IDLE: Behavior(rtt_ms=4, sigma_ms=3, loss=0.015)},
        Verdict.CAUTION,
        "home",
    ),
    "bad Wi-Fi": (
        BAD_WIFI,
        {IDLE: replace(BAD_WIFI[IDLE], rtt_ms=4, sigma_ms=3)},
        Verdict.NOT_READY,
        "home",
    ),
    "far": (idle(rtt_ms=220, sigma_ms=0.5), NEAR, Verdict.CAUTION, "internet"),
}


@pytest.mark.parametrize("name", LINKS)
def test_the_six_kinds_of_links_are_judged_as_an_engineer_would(name: str) -> None:
    stream, gateway, verdict, link = LINKS[name]
    provider = {IDLE: replace(gateway[IDLE], rtt_ms=gateway[IDLE].rtt_ms + 8)}
    outcome = outcome_of(stream, {GATEWAY: gateway, PROVIDER: provider})
    assert check_verdict(outcome) is verdict
    assert weak_link(outcome) == link
