from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from tests.fakes import readiness_reports as reports
from tests.fakes.scripted_headset import FACTS, MICROPHONE
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.jobs import Progress
from workspace_assistant.core.readiness.bandwidth.model import Direction, GoodputReading
from workspace_assistant.core.readiness.headset.model import HeadsetFacts
from workspace_assistant.core.readiness.headset.outcome import LeakFound
from workspace_assistant.core.readiness.microphone.model import Connection, LevelReading
from workspace_assistant.core.readiness.microphone.texts import STAGE_QUIET, STAGE_SPEECH
from workspace_assistant.core.readiness.model import (
    CheckResult,
    NotMeasured,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.ui.readiness import texts
from workspace_assistant.ui.readiness.card import CardState
from workspace_assistant.ui.readiness.run_progress import advanced, started_run
from workspace_assistant.ui.readiness.situation import ProfileTrouble, Situation
from workspace_assistant.ui.readiness.view_state import PageState, page_state
from workspace_assistant.ui.theme.colors import Tone

NOW = reports.FINISHED_AT + timedelta(minutes=5)
IDS = ("computer", "microphone", "bandwidth")


def situation(report: ReadinessReport | None = None, now: datetime = NOW) -> Situation:
    return Situation(now=now, is_opening=False, report=report, profile=reports.PROFILE)


def shown(report: ReadinessReport | None = None, now: datetime = NOW) -> PageState:
    return page_state(situation(report, now), EnglishWording())


def running(*signs: Progress, elapsed_s: float = 4.0, is_cancelling: bool = False) -> PageState:
    run = started_run(IDS, is_quick=False)
    for sign in signs:
        run = advanced(run, sign)
    run = replace(run, is_cancelling=is_cancelling)
    return page_state(replace(situation(), run=run, elapsed_s=elapsed_s), EnglishWording())


def card(state: PageState, check_id: str) -> CardState:
    return next(card for card in state.cards if card.id == check_id)


class TestFirstTime:
    def test_says_what_happens_what_it_costs_and_what_stays_private(self) -> None:
        hero = shown().hero
        assert len(hero.steps) == 3
        assert "microphone" in hero.steps[0]
        assert "30 seconds" in hero.steps[1]
        assert "60 MB" in hero.steps[1]
        assert "stay on this computer" in hero.steps[2]

    def test_tells_the_budget_of_the_profile_in_use(self) -> None:
        line = replace(reports.PROFILE.bandwidth, budget_megabytes=25)
        own = replace(situation(), profile=replace(reports.PROFILE, bandwidth=line))
        state = page_state(own, EnglishWording())
        assert "25 MB" in state.hero.steps[1]
        assert "25 MB" in card(state, "bandwidth").detail

    def test_offers_the_check_and_nothing_to_keep(self) -> None:
        state = shown()
        assert state.primary == "Check now"
        assert state.can_check
        assert not state.can_keep
        assert state.footer == ""

    def test_cards_say_what_each_check_will_do(self) -> None:
        assert [card.id for card in shown().cards] == [
            *("computer", "microphone", "headset", "bandwidth", "connection")
        ]
        assert all(card.detail and not card.number for card in shown().cards)

    def test_promises_nothing_while_the_last_check_is_still_read(self) -> None:
        state = page_state(Situation(now=NOW), EnglishWording())
        assert state.hero.headline == texts.OPENING
        assert not state.can_check
        assert not state.cards


class TestVerdicts:
    @pytest.mark.parametrize(
        ("report", "tone", "icon", "headline"),
        [
            (reports.ready(), Tone.OK, "check", "You can start"),
            (reports.caution(), Tone.CAUTION, "exclamation", "You can start, with one caution"),
            (reports.two_cautions(), Tone.CAUTION, "exclamation", "You can start, with 2 cautions"),
            (reports.not_ready(), Tone.BAD, "cross", "Not ready yet"),
            (reports.not_tested(), Tone.UNTESTED, "dash", "Not everything could be tested"),
            (reports.offline(), Tone.UNTESTED, "dash", "This computer is offline"),
            (reports.partly_tested(), Tone.UNTESTED, "check", "Ready as far as tested"),
            (reports.own_loop(), Tone.UNTESTED, "check", "Ready as far as tested"),
            (reports.with_gap(), Tone.UNTESTED, "check", "Ready as far as tested"),
        ],
    )
    def test_answers_in_the_first_line(
        self, report: ReadinessReport, tone: Tone, icon: str, headline: str
    ) -> None:
        hero = shown(report).hero
        assert (hero.look.tone, hero.look.icon, hero.headline) == (tone, icon, headline)

    @pytest.mark.parametrize(
        ("report", "sentence"),
        [
            (reports.ready(), "Computer, microphone and line are ready."),
            (reports.caution(), "Line needs a look. Computer and microphone are ready."),
            (
                reports.not_ready(),
                "Computer and line stand in the way. Microphone needs a look.",
            ),
            (
                reports.offline(),
                (
                    "Connect it by cable or Wi\u2011Fi, then check again. "
                    "Line was not tested. Computer and microphone are ready."
                ),
            ),
            (reports.not_tested(), "Microphone was not tested. Computer and line are ready."),
            (reports.partly_tested(), "Line was not tested. Computer and microphone are ready."),
            (reports.muted(), "Microphone stands in the way. Computer and line are ready."),
            (
                reports.with_optional(Verdict.NOT_READY),
                "Connection needs a look. Computer, microphone and line are ready.",
            ),
            (
                reports.with_gap(),
                ("Computer, microphone and line are ready. Not measured: delay added by load."),
            ),
            (
                reports.own_loop(),
                (
                    "Computer and microphone are ready. Line was measured inside this computer "
                    "alone, which says nothing about your internet connection."
                ),
            ),
        ],
    )
    def test_then_says_which_check_is_how(self, report: ReadinessReport, sentence: str) -> None:
        assert shown(report).hero.sentence == sentence

    @pytest.mark.parametrize(
        ("report", "headline"),
        [
            (reports.caution(), "Ready as far as tested, with one caution"),
            (reports.two_cautions(), "Ready as far as tested, with 2 cautions"),
        ],
    )
    def test_cautions_are_counted_in_a_run_in_part_too(
        self, report: ReadinessReport, headline: str
    ) -> None:
        hero = shown(replace(report, deselected=("microphone",))).hero
        assert (hero.look.tone, hero.headline) == (Tone.CAUTION, headline)

    def test_names_every_check_that_saw_this_computer_alone(self) -> None:
        looped = reports.own_loop()
        voice = replace(reports.own_loop_line(), id="voice-path")
        sentence = shown(replace(looped, checks=(voice, *looped.checks))).hero.sentence
        assert sentence.startswith("Computer and microphone are ready. Line and voice path were ")
        only_voice = (reports.computer(), voice)
        assert (
            "Voice path was measured inside"
            in shown(replace(looped, checks=only_voice)).hero.sentence
        )

    def test_names_every_number_that_was_not_held_against_its_limit(self) -> None:
        gaps = tuple(
            NotMeasured(id=name, reason="too-few-packets", detail="Too few packets.")
            for name in ("voice.jitter", "voice.loss", "voice.mos_upload")
        )
        voice = replace(reports.line(), id="voice-path", not_measured=gaps)
        hero = shown(reports.report(reports.Verdict.READY, voice)).hero
        assert hero.look.tone is Tone.UNTESTED
        assert hero.sentence.endswith(
            "Not measured: round-trip jitter, packet loss and MOS under upload."
        )

    def test_a_card_says_what_its_check_leaves_open(self) -> None:
        gap = card(shown(reports.with_gap()), "bandwidth")
        assert (gap.look.tone, gap.look.icon) == (Tone.UNTESTED, "check")
        assert gap.detail.endswith("\nNot measured: delay added by load")
        loop = card(shown(reports.own_loop()), "bandwidth")
        assert loop.look == gap.look
        assert loop.detail.endswith("\nMeasured inside this computer only")
        whole = card(shown(reports.ready()), "bandwidth")
        assert whole.look.tone is Tone.OK
        assert "easured" not in whole.detail

    def test_findings_come_with_the_weightiest_first(self) -> None:
        looks = [finding.look.tone for finding in shown(reports.not_ready()).findings]
        assert looks == [Tone.BAD, Tone.BAD, Tone.CAUTION]

    def test_a_remark_is_shown_and_named_a_note(self) -> None:
        remarked = reports.slow_line()
        note = replace(remarked.findings[0], severity=Severity.INFO)
        report = reports.report(reports.Verdict.READY, replace(remarked, findings=(note,)))
        assert [finding.look.word for finding in shown(report).findings] == ["Note"]

    def test_footer_tells_when_how_long_how_much_and_against_what(self) -> None:
        assert shown(reports.ready()).footer == (
            "Today 08:36 · 23\u202fs · 14.2\u202fMB · Default remote voice agent"
        )


class TestStale:
    def test_a_report_of_this_hour_answers_for_now(self) -> None:
        assert shown(reports.ready(), NOW).hero.look.tone is Tone.OK

    @pytest.mark.parametrize(
        ("later", "headline"),
        [
            (timedelta(hours=5), "From 08:36. Check again."),
            (timedelta(hours=20), "From yesterday 08:36. Check again."),
            (timedelta(days=9), "From 21/11/2026, 08:36. Check again."),
        ],
    )
    def test_an_old_report_says_how_old_and_claims_nothing(
        self, later: timedelta, headline: str
    ) -> None:
        hero = shown(reports.ready(), reports.FINISHED_AT + later).hero
        assert hero.headline == headline
        assert hero.look.tone is Tone.UNTESTED
        assert "then: ready" in hero.sentence

    def test_the_limit_is_four_hours(self) -> None:
        four_hours = reports.FINISHED_AT + timedelta(hours=4)
        assert shown(reports.ready(), four_hours).hero.headline == "You can start"
        later = four_hours + timedelta(seconds=1)
        assert shown(reports.ready(), later).hero.headline.startswith("From")

    def test_footer_names_the_day(self) -> None:
        yesterday = shown(reports.ready(), reports.FINISHED_AT + timedelta(days=1))
        assert yesterday.footer.startswith("Yesterday 08:36")
        earlier = shown(reports.ready(), reports.FINISHED_AT + timedelta(days=3))
        assert earlier.footer.startswith("21/11/2026 08:36")


class TestOtherProfile:
    def test_an_answer_to_another_profile_is_marked(self) -> None:
        other = replace(reports.PROFILE, name="Sales team", digest="sha256:other")
        hero = page_state(replace(situation(reports.ready()), profile=other), EnglishWording()).hero
        assert hero.headline == "Checked against Default remote voice agent. Check again."
        assert hero.sentence == "The answer then: ready. Sales team may ask for more."
        assert hero.look.tone is Tone.UNTESTED

    def test_an_earlier_edition_of_the_same_profile_is_told_as_such(self) -> None:
        edited = replace(reports.PROFILE, digest="sha256:edited")
        state = page_state(replace(situation(reports.ready()), profile=edited), EnglishWording())
        assert state.hero.headline.startswith("Checked against an earlier Default remote")


class TestRunning:
    level = LevelReading(rms_dbfs=-22, peak_dbfs=-9, phase="speech", remaining_s=3.4)

    def test_before_the_first_sign_it_says_that_it_starts(self) -> None:
        state = running()
        assert state.hero.headline == "Starting the check"
        assert [card.number for card in state.cards] == ["Waiting"] * 3

    def test_says_what_each_waits_for(self) -> None:
        details = {one.id: one.detail for one in running().cards}
        assert details["bandwidth"] == "Starts when the checks before it are done."
        assert details["computer"] == "Starts in a moment, beside the others."

    def test_says_what_now_and_how_long(self) -> None:
        state = running(Progress(source="bandwidth", stage="Measuring download", fraction=0.3))
        assert state.hero.headline == "Measuring your line"
        assert state.hero.sentence == "About 20 s left."
        assert state.hero.fraction == pytest.approx(4 / (4 + 20))

    def test_names_checks_that_run_together(self) -> None:
        state = running(Progress(source="computer"), Progress(source="microphone"))
        assert state.hero.headline == "Checking: computer and microphone"

    def test_admits_that_it_takes_longer(self) -> None:
        run = started_run(("microphone",), is_quick=False)
        late = page_state(replace(situation(), run=run, elapsed_s=40.0), EnglishWording())
        assert late.hero.sentence == "Takes a little longer than usual."

    def test_says_in_words_when_little_is_left(self) -> None:
        run = started_run(("microphone",), is_quick=False)
        near = page_state(replace(situation(), run=run, elapsed_s=6.0), EnglishWording())
        assert near.hero.sentence == "Almost done."

    def test_tells_no_number_that_grew(self) -> None:
        run = replace(started_run(("microphone",), is_quick=False), shown_left_s=3.0)
        grown = page_state(replace(situation(), run=run, elapsed_s=1.0), EnglishWording())
        assert grown.hero.sentence == "Takes a little longer than usual."

    def test_between_two_stages_it_names_what_comes_next(self) -> None:
        first = (reports.computer(), reports.microphone())
        state = running(*(Progress(source=one.id, reading=one) for one in first))
        assert state.hero.headline == "Measuring your line"

    def test_when_all_has_ended_it_says_that_it_saves(self) -> None:
        ended = (reports.computer(), reports.microphone(), reports.line())
        hero = running(*(Progress(source=one.id, reading=one) for one in ended)).hero
        assert (hero.headline, hero.sentence) == ("Saving the result", "Almost done.")
        assert hero.fraction == 1

    def test_offers_to_cancel_and_nothing_else(self) -> None:
        state = running()
        assert state.primary == "Cancel"
        assert state.can_cancel
        offered = (state.can_check, state.can_keep, state.choices.is_enabled)
        assert offered == (False, False, False)
        assert not state.findings

    def test_once_cancelled_it_cannot_be_cancelled_again(self) -> None:
        state = running(is_cancelling=True)
        assert (state.hero.headline, state.hero.sentence) == ("Stopping the check", "")
        assert not state.can_cancel

    def test_asks_for_quiet_without_a_target(self) -> None:
        quiet = replace(self.level, phase="quiet", remaining_s=1.2)
        state = running(Progress(source="microphone", stage=STAGE_QUIET, reading=quiet))
        assert state.hero.headline == "Stay quiet for a moment"
        microphone = card(state, "microphone")
        assert (microphone.number, microphone.unit) == ("Quiet", "1 s left")
        assert microphone.meter is not None
        assert microphone.meter.target is None

    def test_shows_the_sentence_to_read_and_the_band_to_be_in(self) -> None:
        state = running(Progress(source="microphone", stage=STAGE_SPEECH, reading=self.level))
        assert state.hero.headline == "Speak now"
        assert "Good morning" in state.hero.request
        meter = card(state, "microphone").meter
        assert meter is not None
        assert meter.is_live
        assert meter.target == (-34, -12)

    def test_draws_the_curve_against_what_the_direction_needs(self) -> None:
        down = GoodputReading(direction=Direction.DOWNLOAD, at_s=0.25, goodput_bps=20e6)
        up = GoodputReading(direction=Direction.UPLOAD, at_s=0.25, goodput_bps=5e6)
        first = card(running(Progress(source="bandwidth", reading=down)), "bandwidth")
        assert (first.number, first.unit) == ("20.0", "Mbit/s down")
        assert first.curve is not None
        assert first.curve.points == ((0.25, 20.0),)
        assert first.curve.limit == 10
        then = card(
            running(
                Progress(source="bandwidth", reading=down),
                Progress(source="bandwidth", reading=up),
            ),
            "bandwidth",
        )
        assert (then.number, then.unit) == ("5.0", "Mbit/s up")
        assert then.curve is not None
        assert then.curve.limit == 3

    def test_a_finished_check_fills_its_card_in_place(self) -> None:
        done = Progress(source="computer", fraction=1.0, reading=reports.computer())
        computer = card(running(done), "computer")
        assert computer.number == "18\u202f%"
        assert computer.look.word == "Ready"
        assert not computer.can_explain


class TestCards:
    def test_every_check_leads_with_its_number(self) -> None:
        cards = {card.id: card for card in shown(reports.ready()).cards}
        assert (cards["computer"].number, cards["computer"].unit) == (
            "18\u202f%",
            "processor, 61\u202f% memory",
        )
        assert (cards["microphone"].number, cards["microphone"].unit) == (
            "\u221224",
            "dBov, good level",
        )
        assert (cards["bandwidth"].number, cards["bandwidth"].unit) == (
            "48.2 / 9.7",
            "Mbit/s down / up",
        )

    def test_details_say_with_what_and_how(self) -> None:
        cards = {card.id: card for card in shown(reports.ready()).cards}
        assert cards["computer"].detail.splitlines() == [
            "Busiest: firefox 9\u202f%, dropbox 3\u202f%",
            "Plugged in",
        ]
        assert cards["microphone"].detail.startswith("Jabra headset, USB\nVoice 31.2\u202fdB")
        assert cards["bandwidth"].detail.startswith("Needs 10 / 3\nDelay 24.1\u202fms, 61\u202fms")

    def test_limits_of_another_profile_are_not_drawn_beside_a_report(self) -> None:
        foreign = replace(reports.ready(), profile_digest="sha256:other")
        cards = {card.id: card for card in shown(foreign).cards}
        meter = cards["microphone"].meter
        assert meter is not None
        assert meter.target is None
        assert cards["microphone"].unit == "dBov speech level"
        assert "Needs" not in cards["bandwidth"].detail

    def test_the_untested_is_grey_and_says_why(self) -> None:
        microphone = card(shown(reports.not_tested()), "microphone")
        assert microphone.number == "Not tested"
        assert microphone.look.tone is Tone.UNTESTED
        assert microphone.detail.startswith("There is no microphone.")
        assert microphone.meter is None

    def test_a_required_check_left_out_is_shown_as_such(self) -> None:
        line = card(shown(reports.partly_tested()), "bandwidth")
        assert line.number == "Not tested"
        assert "left this out" in line.detail

    @pytest.mark.parametrize(
        ("check_id", "title", "number", "unit"),
        [
            ("voice-path", "Voice path", "Mostly clear", "calls, MOS 3.9"),
            ("endpoints", "Employer's systems", "1 of 1", "reachable"),
            ("new-kind", "New kind", "Tested", ""),
            ("newer-kind", "Newer kind", "3", "ms Depth"),
            ("newest-kind", "Newest kind", "Not measured", ""),
        ],
    )
    def test_checks_of_later_versions_show_their_first_number(
        self, check_id: str, title: str, number: str, unit: str
    ) -> None:
        newer = replace(
            reports.line(),
            id="newer-kind",
            measurements=(
                reports.measured("newer.depth", 3.0, "ms"),
                reports.measured("newer.width", 4.0, "ms"),
            ),
        )
        newest = replace(
            reports.line(),
            id="newest-kind",
            measurements=(),
            not_measured=(NotMeasured(id="newest", reason="later", detail="Nobody knows."),),
        )
        unknown = reports.with_unknown_checks()
        report = replace(unknown, checks=(*unknown.checks, newer, newest))
        shown_card = card(shown(report), check_id)
        assert (shown_card.title, shown_card.number, shown_card.unit) == (title, number, unit)

    def test_one_measured_direction_is_not_shown_as_two(self) -> None:
        line = reports.line()
        only_upload = replace(line, measurements=line.measurements[1:])
        shown_card = card(shown(reports.report(reports.Verdict.READY, only_upload)), "bandwidth")
        assert (shown_card.number, shown_card.unit) == ("9.7", "Mbit/s up")

    def test_a_muted_microphone_is_silent_in_plain_words(self) -> None:
        microphone = card(shown(reports.muted()), "microphone")
        assert (microphone.number, microphone.unit) == ("Silent", "")
        assert microphone.detail.splitlines() == [
            "Jabra headset, USB",
            "No sound arrives, not even the noise of the room.",
        ]
        assert microphone.meter is None

    def test_cards_and_numbers_keep_their_order_in_partial_runs(self) -> None:
        extra = replace(reports.computer(), id="endpoints")
        report = reports.report(reports.Verdict.READY, extra, reports.line(), reports.microphone())
        state = shown(replace(report, deselected=("computer",)))
        order = ["computer", "microphone", "bandwidth", "endpoints"]
        assert [card.id for card in state.cards] == order
        assert [method.check_id for method in state.methods] == order[1:]
        assert state.hero.sentence.endswith("Microphone, line and employer's systems are ready.")

    def test_level_words_follow_the_band(self) -> None:
        for level, word in ((-40.0, "quiet"), (-24.0, "good level"), (-5.0, "loud")):
            report = reports.report(reports.Verdict.READY, reports.microphone(level))
            assert card(shown(report), "microphone").unit == f"dBov, {word}"

    def test_the_curve_of_this_session_stays_with_its_report(self) -> None:
        point = GoodputReading(direction=Direction.DOWNLOAD, at_s=1, goodput_bps=4e6)
        state = page_state(
            replace(situation(reports.ready()), download=(point, point)), EnglishWording()
        )
        assert card(state, "bandwidth").curve is not None
        assert card(shown(reports.ready()), "bandwidth").curve is None


class TestNumbersOnDemand:
    def test_lists_every_measurement_and_every_gap(self) -> None:
        method = shown(reports.ready()).methods[0]
        labels = [row.label for row in method.rows]
        assert labels[0] == "Processor in use"
        assert labels[-1] == "Processor temperature"
        assert method.rows[-1].value == "not measured"
        assert "no sensor" in method.rows[-1].note

    def test_conditions_lose_their_unit_suffix_and_gain_the_unit(self) -> None:
        first = shown(reports.ready()).methods[0].rows[0]
        assert "window 3.1\u202fs" in first.note
        assert "logical cpus 8" in first.note
        assert "own share 0.4\u202f%" in first.note

    def test_conditions_read_as_in_the_saved_report(self) -> None:
        sized = reports.measured("bandwidth.download", 48.2e6, "bit/s", bytes=513_146_880)
        check = replace(reports.line(), measurements=(sized,))
        state = shown(reports.report(reports.Verdict.READY, check))
        assert state.methods[0].rows[0].note == "bytes 513\u202fMB"

    def test_what_all_share_is_said_once(self) -> None:
        method = shown(reports.ready()).methods[2]
        assert method.conditions == ("Measured with: provider librespeed, server line.example.com.")
        assert all(row.note == "" for row in method.rows)


class TestChoicesAndFaults:
    def test_names_the_microphone_and_the_profile(self) -> None:
        assert shown().choices.microphone == "System default"
        chosen = replace(situation(), microphone="usb", microphone_name="Jabra")
        assert page_state(chosen, EnglishWording()).choices.microphone == "Jabra"
        nameless = replace(situation(), microphone="usb")
        assert page_state(nameless, EnglishWording()).choices.microphone == "The one you chose"
        assert shown().choices.profile == "Default remote voice agent"

    def test_lists_all_faults_of_a_bad_profile(self) -> None:
        trouble = ProfileTrouble(file="team.toml", faults=("a: wrong", "b: wrong"))
        choices = page_state(
            replace(situation(), profile_trouble=trouble), EnglishWording()
        ).choices
        assert "team.toml cannot be used" in choices.trouble
        assert choices.faults == ("a: wrong", "b: wrong")

    def test_a_broken_run_is_told_in_plain_words(self) -> None:
        broken = replace(situation(), fault=texts.PROGRAM_FAULT)
        hero = page_state(broken, EnglishWording()).hero
        assert hero.headline == "The check did not finish"
        assert "Check again" in hero.sentence


class TestHeadset:
    def test_its_card_says_how_it_is_connected_and_offers_to_try_it(self) -> None:
        shown_card = card_of(reports.headset())
        assert (shown_card.number, shown_card.mark) == ("USB", "Optional")
        assert shown_card.detail.split("\n") == [
            "Test Headset",
            "You hear through Test Headset Stereo",
            "Nothing was played, so leak and hearing are open.",
        ]
        assert shown_card.offer == "Try the headset"

    def test_after_the_tone_the_leak_is_told_and_nothing_offered(self) -> None:
        shown_card = card_of(reports.headset(LeakFound("", level_db=-48.3)))
        assert "The microphone hears \u221248.3\u202fdB of what is played" in shown_card.detail
        assert shown_card.offer == ""

    def test_of_what_the_system_does_not_tell_nothing_is_claimed(self) -> None:
        shown_card = card_of(reports.headset(known=HeadsetFacts()))
        assert shown_card.number == "Not tested"
        assert shown_card.offer == "Try the headset"
        unknown = replace(MICROPHONE, connection=Connection.UNKNOWN)
        plain = reports.headset(LeakFound("", level_db=-48.3), replace(FACTS, microphone=unknown))
        assert card_of(plain).number == "Connected"

    def test_other_checks_offer_nothing(self) -> None:
        assert card_of(reports.microphone()).offer == ""


def card_of(check: CheckResult) -> CardState:
    return card(shown(reports.report(Verdict.READY, check)), check.id)
