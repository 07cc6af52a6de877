"""The panel about the way of a call, and what else the page offers because of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes import readiness_reports as reports
from tests.fakes import voice_reports
from tests.fakes.wording import EnglishWording, LongWording
from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.readiness.model import NotMeasured, ReadinessReport
from workspace_assistant.core.readiness.voice_path.model import StreamReading
from workspace_assistant.ui.readiness.card import CardState
from workspace_assistant.ui.readiness.path_state import path_state
from workspace_assistant.ui.readiness.run_progress import advanced, started_run
from workspace_assistant.ui.readiness.situation import Situation
from workspace_assistant.ui.readiness.view_state import PageState, page_state
from workspace_assistant.ui.theme.colors import Tone

WORDING = EnglishWording()
NOW = reports.FINISHED_AT + timedelta(minutes=5)


def situation(report: ReadinessReport | None = None) -> Situation:
    profile = voice_reports.VOICE_PROFILE
    return Situation(now=NOW, is_opening=False, report=report, profile=profile)


def shown(report: ReadinessReport | None = None) -> PageState:
    return page_state(situation(report), WORDING)


def card(state: PageState, check_id: str) -> CardState:
    return next(card for card in state.cards if card.id == check_id)


class TestPanel:
    def test_names_the_culprit_before_anything_else(self) -> None:
        panel = shown(voice_reports.lossy_wifi()).path
        assert panel is not None
        assert panel.title == "Where the way is weak"
        assert panel.headline.startswith("Loss begins between you and your router: Wi-Fi.")
        assert "packets got lost" in panel.evidence
        assert panel.check_id == "voice-path"

    def test_what_is_to_blame_is_read_right_below_the_verdict(self) -> None:
        first, second = shown(voice_reports.lossy_wifi()).findings[:2]
        assert first.message.startswith("Loss begins between you and your router: Wi-Fi.")
        assert "voice packets got lost" in second.message

    def test_names_no_weak_place_where_the_picture_shows_none(self) -> None:
        panel = shown(voice_reports.failing_system()).path
        assert panel is not None
        assert panel.title == "What disturbs your calls"
        assert panel.headline.startswith("softphone refuses connections")
        weak = shown(voice_reports.lossy_provider()).path
        assert weak is not None
        assert weak.title == "Where the way is weak"

    def test_what_is_to_blame_does_not_come_before_worse_of_another_check(self) -> None:
        report = voice_reports.lossy_employer()
        worse = reports.muted().checks
        texts = [
            one.message for one in shown(replace(report, checks=(*worse, *report.checks))).findings
        ]
        blame = next(at for at, text in enumerate(texts) if text.startswith("Loss begins"))
        assert texts[0] == worse[1].findings[0].message
        assert "voice packets got lost" in texts[blame + 1]

    def test_a_good_way_is_shown_and_claims_no_more_than_was_tested(self) -> None:
        panel = shown(voice_reports.clear()).path
        assert panel is not None
        assert panel.title == "The way your calls take"
        assert "as far as was tested" in panel.headline
        assert panel.evidence == ""

    def test_what_lies_beside_the_way_is_no_weak_place_of_it(self) -> None:
        path = path_state(
            replace(
                voice_reports.clear(),
                checks=(reports.busy_computer(), *voice_reports.clear().checks[1:]),
            ),
            WORDING,
        )
        assert path is not None
        assert path.title == "What disturbs your calls"

    def test_the_connection_alone_has_a_way_to_show(self) -> None:
        alone = reports.report(reports.Verdict.READY, voice_reports.connection())
        panel = shown(alone).path
        assert panel is not None
        assert panel.check_id == "connection"
        assert panel.headline.startswith("Tested up to your router.")

    def test_what_could_not_be_tested_is_not_called_good(self) -> None:
        silent = NotMeasured(id="voice.mos", reason="turn-failed", detail="No relay.")
        untested = replace(
            voice_reports.voice(),
            verdict=reports.Verdict.NOT_TESTED,
            measurements=(),
            not_measured=(silent,),
            series=(),
        )
        report = reports.report(reports.Verdict.READY, voice_reports.connection(), untested)
        panel = shown(report).path
        assert panel is not None
        assert panel.headline == "The way behind your router could not be tested this time."

    def test_the_pictures_speak_the_users_language(self) -> None:
        state = path_state(voice_reports.clear(), LongWording())
        assert state is not None
        assert state.say("weak link") == LongWording().say("weak link") != "weak link"

    def test_no_facts_no_panel(self) -> None:
        assert shown(reports.ready()).path is None
        assert shown().path is None

    def test_a_running_check_hides_the_old_picture(self) -> None:
        run = started_run(("computer",))
        state = page_state(replace(situation(voice_reports.clear()), run=run), WORDING)
        assert state.path is None


class TestOffers:
    def test_an_unclear_loss_offers_the_long_test_and_says_it_once(self) -> None:
        finding = shown(voice_reports.unclear_loss()).findings[0]
        assert finding.offer == "Run the long test"
        assert finding.action == ""

    def test_nothing_else_offers_it(self) -> None:
        assert [row.offer for row in shown(voice_reports.lossy_wifi()).findings] == ["", ""]

    @pytest.mark.parametrize("reason", ["turn-no-password", "no-password"])
    def test_a_missing_password_is_told_once_with_the_command(self, reason: str) -> None:
        report = voice_reports.without_password()
        checks = tuple(
            replace(check, not_measured=(replace(check.not_measured[0], reason=reason),) * 2)
            if check.not_measured and check.id == "voice-path"
            else check
            for check in report.checks
        )
        *_, hint = shown(replace(report, checks=checks)).findings
        assert hint.look.tone is Tone.ACCENT
        assert "workspace-assistant profile turn-password" in hint.action
        assert hint.check_id == "voice-path"

    def test_the_long_test_can_be_chosen_where_voice_servers_are_named(self) -> None:
        assert shown().choices.offers_long
        plain = page_state(replace(situation(), profile=reports.PROFILE), WORDING)
        assert not plain.choices.offers_long
        unknown = page_state(replace(situation(), profile=None), WORDING)
        assert not unknown.choices.offers_long
        chosen = page_state(replace(situation(), is_long=True), WORDING)
        assert chosen.choices.is_long


class TestMarks:
    def test_what_the_job_does_not_need_is_marked_before_during_and_after(self) -> None:
        before = shown()
        assert card(before, "connection").mark == "Optional"
        assert card(before, "voice-path").mark == ""
        ids = ("connection", "voice-path")
        run = advanced(started_run(ids), Progress(source="connection", stage="Asking"))
        during = page_state(replace(situation(), run=run), WORDING)
        assert [each.mark for each in during.cards] == ["Optional", ""]
        after = shown(voice_reports.clear())
        assert card(after, "connection").mark == "Optional"
        assert card(after, "endpoints").mark == ""

    def test_first_texts_say_what_each_check_does_and_costs(self) -> None:
        state = shown()
        assert all(len(each.detail.splitlines()) == 2 for each in state.cards)
        assert "Beside all others" in card(state, "voice-path").detail
        assert "30 seconds" in state.hero.steps[1]


class TestLiveTrace:
    def running(self, *points: StreamReading) -> CardState:
        run = started_run(("voice-path",))
        for point in points:
            run = advanced(run, Progress(source="voice-path", stage="Watching", reading=point))
        return card(page_state(replace(situation(), run=run), WORDING), "voice-path")

    def test_shows_the_delay_now_and_what_was_lost(self) -> None:
        live = self.running(
            StreamReading(at_s=1.0, rtt_ms=24.4, sent=25, lost=1),
            StreamReading(at_s=1.5, rtt_ms=None, sent=25, lost=25),
            StreamReading(at_s=2.0, rtt_ms=31.6, sent=25, lost=0),
        )
        assert (live.number, live.unit) == ("32", "ms round trip")
        assert live.detail.splitlines() == ["Watching", "26 of 75 packets lost"]

    def test_counts_no_packet_twice_where_readings_overlap(self) -> None:
        points = [
            StreamReading(at_s=1 + step / 4, rtt_ms=24.0, sent=25, lost=1) for step in range(5)
        ]
        assert self.running(*points).detail.splitlines()[-1] == "3 of 75 packets lost"

    def test_draws_what_came_and_what_was_lost(self) -> None:
        live = self.running(
            StreamReading(at_s=1.0, rtt_ms=24.4, sent=25, lost=1),
            StreamReading(at_s=1.5, rtt_ms=None, sent=25, lost=25),
            StreamReading(at_s=2.0, rtt_ms=31.6, sent=25, lost=0),
        )
        assert live.curve is not None
        assert live.curve.points == ((1.0, 24.4), (1.5, None), (2.0, 31.6))
        assert live.curve.marks == (1.0, 1.5)
        assert live.curve.limit is None

    def test_a_silent_moment_is_no_delay_of_zero(self) -> None:
        live = self.running(StreamReading(at_s=1.0, rtt_ms=None, sent=25, lost=25))
        assert (live.number, live.unit) == ("No answer", "")


def test_one_check_of_many_systems_is_spoken_of_as_many() -> None:
    sentence = shown(voice_reports.failing_system()).hero.sentence
    assert sentence.startswith("Employer's systems stand in the way.")


def test_the_set_up_is_said_once_and_the_taking_of_a_number_beside_it() -> None:
    methods = {method.check_id: method for method in shown(voice_reports.lossy_wifi()).methods}
    voice = methods["voice-path"]
    assert voice.conditions == "Measured with: server voice.example.com, transport stun."
    rows = {row.label: row.note for row in voice.rows}
    assert rows["Round trip"] == "packets 1120"
    assert rows["Round trip to your router"] == "method icmp-echo"
    assert methods["endpoints"].rows[0].label == "crm: Web answer"
