"""Every piece of advice once: a broken limit names the place, the remark on it says what to do."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.fakes.scripted_voice_path import Behavior, Behaviors, survey_of
from tests.unit.core.readiness.voice_path_runs import (
    DOWNLOAD,
    GOOD,
    IDLE,
    NEAR,
    UPLOAD,
    chain,
    found,
    idle,
    outcome_of,
)
from workspace_assistant.core.readiness.findings import finding
from workspace_assistant.core.readiness.model import Severity
from workspace_assistant.core.readiness.voice_path.blame_texts import BLAME_FINDINGS
from workspace_assistant.core.readiness.voice_path.model import Place
from workspace_assistant.core.readiness.voice_path.pointer_texts import ON_THE_WAY, UNPLACED
from workspace_assistant.core.readiness.voice_path.pointers import with_pointers
from workspace_assistant.core.readiness.voice_path.texts import FINDINGS

HOME = "Start between you and your router: that is where it begins."
CURE = "smart queue management"
SLOW = Behavior(rtt_ms=700, sigma_ms=40)


class TestABrokenLimitNamesThePlace:
    def test_loss_at_home(self) -> None:
        told = found(outcome_of(idle(rtt_ms=30, loss=0.2, in_a_row=5), chain(0.2, 0.2, 0.2)))
        assert "loss-on-home-wifi" in told
        for code in ("loss-high", "loss-in-a-row", "voice-quality-low"):
            assert told[code].action == HOME

    def test_delay_on_the_line(self) -> None:
        places = {Place.GATEWAY: NEAR, Place.PROVIDER: idle(rtt_ms=200)}
        told = found(outcome_of(idle(rtt_ms=220, sigma_ms=0.5), places))
        assert "line between your router and your provider" in told["round-trip-long"].action

    def test_jitter_far_away(self) -> None:
        places = {place: idle(rtt_ms=100, sigma_ms=0.5) for place in list(Place)[:2]}
        told = found(outcome_of(idle(rtt_ms=110, sigma_ms=25), places))
        assert "jitter-far-away" in told
        assert "in the internet" in told["jitter-high"].action

    @pytest.mark.parametrize(
        ("stream", "code"),
        [
            (idle(rtt_ms=30, loss=0.2, in_a_row=5), "loss-high"),
            (idle(rtt_ms=30, loss=0.2, in_a_row=5), "loss-in-a-row"),
            (idle(rtt_ms=220, sigma_ms=0.5), "round-trip-long"),
            (idle(rtt_ms=110, sigma_ms=25), "jitter-high"),
        ],
    )
    def test_no_place_is_made_up(self, stream: Behaviors, code: str) -> None:
        told = found(outcome_of(stream, {}))
        assert told[code].action == f"{UNPLACED[code]}."

    def test_every_remark_that_names_a_place_is_known(self) -> None:
        kinds = ("loss-", "delay-", "jitter-")
        remarks = [code for code in BLAME_FINDINGS if code.startswith(kinds)]
        placed = [code for code in remarks if not code.endswith("-place-unknown")]
        assert all(any(code.endswith(end) for end in ON_THE_WAY) for code in placed)

    def test_nobody_is_sent_to_look_for_a_note(self) -> None:
        words = [one.action for one in FINDINGS.values()] + [*ON_THE_WAY.values()]
        assert not any("note" in one for one in words)


class TestQueuesAreCuredOnce:
    def both_loads(self, places: Mapping[Place, Behaviors] | None = None) -> list[str]:
        stream = {**GOOD, DOWNLOAD: SLOW, UPLOAD: Behavior(rtt_ms=900, sigma_ms=40)}
        return [one.action for one in outcome_of(stream, places).findings]

    def test_where_the_queue_was_placed_its_remark_has_the_cure(self) -> None:
        actions = self.both_loads()
        assert len(actions) == 3  # both loads, and one remark on the queue
        assert [CURE in one for one in actions].count(True) == 1
        assert CURE in actions[-1]
        assert "pause downloads" in actions[0]
        assert "pause backups" in actions[1]

    def test_elsewhere_the_first_load_has_it(self) -> None:
        actions = self.both_loads({})
        assert [CURE in one for one in actions] == [True, False, False]

    def test_the_remark_has_the_numbers_of_the_worse_load(self) -> None:
        stream = {**GOOD, DOWNLOAD: SLOW, UPLOAD: Behavior(rtt_ms=900, sigma_ms=40)}
        outcome = outcome_of(stream)
        queues = [one for one in outcome.findings if one.code == "queue-at-the-line"]
        assert [one.measurement for one in queues] == ["voice.r_factor_upload"]
        assert "between your router and your provider" in queues[0].message


def test_a_finding_that_needs_no_pointer_stays_as_it_is() -> None:
    remark = finding(FINDINGS, "nat-forgets", Severity.INFO, "path.keeps_binding")
    assert with_pointers([remark]) == [remark]


def test_what_to_do_about_a_tunnel_is_told_once() -> None:
    survey = survey_of(is_vpn=True, interface="wg0")
    told = found(outcome_of(idle(rtt_ms=220, sigma_ms=0.5), survey=survey))
    assert "delay-through-vpn" in told
    assert told["voice-through-vpn"].action == "It takes most of the delay, so start with it."
    alone = found(outcome_of(survey=survey))["voice-through-vpn"]
    assert alone.action == told["delay-through-vpn"].action
    assert "switch it off" in told["delay-through-vpn"].action
    assert "VPN" in told["round-trip-long"].action


def test_a_busy_computer_says_which_numbers_it_spoils_and_that_the_rest_stands() -> None:
    late = Behavior(rtt_ms=500, sigma_ms=60, loss=0.2, in_a_row=4, lateness_ms=25)
    told = found(outcome_of({IDLE: Behavior(rtt_ms=220, sigma_ms=0.5), UPLOAD: late}))
    assert "round-trip-long" in told
    busy = told["computer-too-busy"]
    assert "is left out: MOS under upload. All other numbers stand" in busy.message
