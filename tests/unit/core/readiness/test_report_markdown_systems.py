"""The employer's systems and the voice server among the key figures of a ticket."""

from __future__ import annotations

from dataclasses import replace

from tests.fakes import readiness_reports
from workspace_assistant.core.readiness.limits_of import limits_of
from workspace_assistant.core.readiness.model import Measurement, NotMeasured, ReadinessReport
from workspace_assistant.core.readiness.profile.model import EndpointRequirement, WorkplaceProfile
from workspace_assistant.core.readiness.report_markdown import report_markdown

CRM = EndpointRequirement(name="crm", url="https://crm.example.test/")
PHONE = EndpointRequirement(name="phone", url="sip:phone.example.test:5060;transport=udp")
PROFILE = WorkplaceProfile(name="test", endpoints=(CRM, PHONE))


def a_report(*found: Measurement, missing: tuple[NotMeasured, ...] = ()) -> ReadinessReport:
    check = replace(readiness_reports.voice_path("none"), measurements=found, not_measured=missing)
    limits = tuple(one for one in limits_of(PROFILE) if one.measurement.startswith("endpoint."))
    return replace(readiness_reports.good_calls(), checks=(check,), limits=limits)


def lines_of(report: ReadinessReport) -> list[str]:
    return report_markdown(report).replace("\u202f", " ").splitlines()


def test_each_system_has_its_deciding_step_or_why_there_is_none() -> None:
    answer = Measurement(id="endpoint.crm.http", value=41.0, unit="ms")
    look_up = Measurement(id="endpoint.crm.dns", value=5.0, unit="ms")
    silent = NotMeasured(id="endpoint.phone.sip", reason="timeout", detail="Silence.")
    lines = lines_of(a_report(answer, look_up, missing=(silent,)))
    assert any(line.startswith("| crm: Web answer | 41 ms | up to 1000 ms") for line in lines)
    assert any(line.startswith("| phone: Telephony answer | not measured") for line in lines)
    assert not any("crm: Name look-up" in line for line in lines)


def test_the_voice_server_comes_first() -> None:
    trip = Measurement(
        id="voice.rtt", value=30.0, unit="ms", conditions={"server": "voice.example.test:3478"}
    )
    lines = lines_of(a_report(trip))
    first = lines[lines.index("| --- | --- | --- |") + 1]
    assert first == "| Voice server | voice.example.test:3478 |  |"


def test_losses_up_to_the_router_say_of_how_many_pings() -> None:
    found = [
        Measurement(
            id=f"{check}.gateway_loss",
            value=0.02,
            unit="fraction",
            conditions={"pings": pings, "watched_s": watched_s},
        )
        for check, pings, watched_s in (("connection", 50, 4.9), ("path", 160, 8.0))
    ]
    lines = lines_of(a_report(*found))
    assert any("| Loss up to your router | 2 % (50 pings in 4.9 s) |" in line for line in lines)
    assert any("| Loss up to your router | 2 % (160 pings in 8 s) |" in line for line in lines)
