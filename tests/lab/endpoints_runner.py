"""Runs the endpoints check with the product's own probe and prints the outcome. For labs.

Standard input: one JSON document with ``endpoints`` (name to URL), ``turn`` and ``login``.
"""

from __future__ import annotations

import json
import sys
import time

from workspace_assistant.adapters.network.endpoints.probe import NetworkEndpointProbe
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.readiness.endpoints.check import check_endpoints
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    EndpointRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)
from workspace_assistant.core.readiness.profile.relay_login import RelayLogin, relay_hosts
from workspace_assistant.core.readiness.verdict import check_verdict


def main() -> None:
    asked = json.loads(sys.stdin.read())
    wanted = tuple(
        EndpointRequirement(name=name, url=url) for name, url in asked["endpoints"].items()
    )
    voice = VoicePathRequirement(turn=tuple(asked["turn"]))
    profile = WorkplaceProfile(name="lab", endpoints=wanted, voice_path=voice)
    login = None
    if asked["login"]:
        user, password = asked["login"]
        hosts = relay_hosts(VoicePathRequirement(turn=voice.turn, turn_username=user))
        login = RelayLogin(username=user, password=password, hosts=hosts)
    began_s = time.monotonic()
    outcome = check_endpoints(
        NetworkEndpointProbe(), CheckRequest(profile=profile), JobContext(lambda _: None), login
    )
    found = {
        "wall_s": time.monotonic() - began_s,
        "verdict": check_verdict(outcome),
        "values": {one.id: one.value for one in outcome.measurements},
        "conditions": {one.id: dict(one.conditions) for one in outcome.measurements},
        "findings": {one.measurement: one.code for one in outcome.findings},
        "gaps": {one.id: one.reason for one in outcome.not_measured},
    }
    sys.stdout.write(json.dumps(found))


if __name__ == "__main__":
    main()
