"""What the page of breaks and tips says in each state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta

import pytest

from tests.fakes.breaks_page import AT, TIPS, a_break, due, watching
from tests.fakes.tips import SHIFT, TipsDesk, facts_of
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.breaks.model import (
    BreakKind,
    BreakStanding,
    KindSettings,
    Modes,
    NextBreak,
    Outcome,
    Settings,
    Stage,
    WatchRole,
)
from workspace_assistant.core.reminders.model import Entry, ReminderKind
from workspace_assistant.core.reminders.model import Outcome as Told
from workspace_assistant.core.tips.model import Answer, Choice, Listed, Offered
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.breaks.catalog_state import FIT_NOW, PUT_AWAY, catalog_state
from workspace_assistant.ui.breaks.hero_state import HeroAct, hero_state
from workspace_assistant.ui.breaks.now_state import now_state
from workspace_assistant.ui.breaks.settings_state import (
    Choice as Row,
)
from workspace_assistant.ui.breaks.settings_state import (
    Switch,
    settings_state,
    turned_on,
    with_choice,
    with_switch,
)
from workspace_assistant.ui.breaks.situation import Seen, Situation
from workspace_assistant.ui.breaks.tip_state import silence_state, tip_state
from workspace_assistant.ui.breaks.view_state import PageState, news, page_state

WORDING = EnglishWording()
SEEN = Seen(at=AT, zone=UTC, settings=Settings())
NO_KIND = replace(Settings(), rest=replace(Settings().rest, is_on=False))


def page(standing: BreakStanding | None = None, **seen: object) -> PageState:
    """Of a person with *standing*, by default in the middle of work."""
    made = replace(SEEN, **seen)  # type: ignore[arg-type] # the test names the fields
    return page_state(Situation(seen=made, standing=standing or watching()), WORDING)


def plain(text: str) -> str:
    return text.replace(NARROW_SPACE, " ")


def hero(standing: BreakStanding | None = None, **seen: object) -> tuple[str, str, HeroAct]:
    state = page(standing, **seen).hero
    return plain(state.headline), plain(state.sentence), state.act


class TestTheFirstLine:
    def test_before_anything_was_read(self) -> None:
        state = page_state(Situation(), WORDING)
        assert state.hero.headline == "Reading your breaks"
        assert (state.now, state.tip, state.day, state.settings) == (None, None, None, None)
        waiting = page_state(Situation(seen=SEEN), WORDING)
        assert waiting.hero.headline == "Reading your breaks"
        assert waiting.settings is not None

    def test_what_cannot_be_read_is_said_and_can_be_tried_again(self) -> None:
        state = page_state(Situation(seen=SEEN, trouble="The disk is full."), WORDING)
        assert (state.hero.sentence, state.hero.act) == ("The disk is full.", HeroAct.TRY_AGAIN)
        assert state.settings is None

    def test_a_watch_that_broke_is_told(self) -> None:
        now = Situation(seen=SEEN, standing=watching(), has_broken=True)
        state = page_state(now, WORDING)
        assert state.hero.headline == "Breaks are not watched"
        assert state.now is None

    @pytest.mark.parametrize("settings", [replace(Settings(), is_on=False), NO_KIND])
    def test_breaks_that_are_off_can_be_turned_on(self, settings: Settings) -> None:
        headline, _, act = hero(settings=settings)
        assert (headline, act) == ("Breaks are off", HeroAct.TURN_ON)
        assert page(settings=settings).now is None
        assert turned_on(settings) == Settings()

    def test_without_a_shift_it_says_what_will_come(self) -> None:
        state = page(BreakStanding()).hero
        assert state.headline == "No shift and no focus block runs"
        assert plain(state.sentence) == (
            "While one does, a break of 5 min is offered after 1 h of work."
        )
        assert "Never what you type" in state.lines[0]

    def test_each_kind_that_is_on_is_announced(self) -> None:
        usual = Settings()
        chosen = replace(usual, micro=replace(usual.micro, is_on=True), daily_limit_s=8 * 3600.0)
        _, sentence, _ = hero(BreakStanding(), settings=chosen)
        assert "30 s away from the screen are offered after 30 min" in sentence
        assert sentence.endswith("You are told when 8 h of a day are full.")

    def test_another_window_may_watch(self) -> None:
        headline, _, act = hero(BreakStanding(role=WatchRole.STANDING_BY))
        assert headline == "Another window of this program watches your breaks"
        assert act is HeroAct.NOTHING

    @pytest.mark.parametrize(
        ("soonest", "headline"),
        [
            (NextBreak(kind=BreakKind.REST, in_s=1440.0), "Next break after 24 min of work"),
            (NextBreak(kind=BreakKind.MICRO, in_s=300.0), "Next micro-break after 5 min of work"),
            (NextBreak(kind=BreakKind.REST, in_s=20.0), "The next break comes within a minute"),
            (
                NextBreak(kind=BreakKind.REST, in_s=240.0, follows=True),
                "The postponed break comes in 4 min",
            ),
            (
                NextBreak(kind=BreakKind.DAILY_LIMIT, in_s=3600.0),
                "Your daily limit is 1 h away",
            ),
        ],
    )
    def test_between_breaks_the_next_one_is_told(self, soonest: NextBreak, headline: str) -> None:
        assert hero(watching(next=(soonest,)))[0] == headline

    def test_one_that_is_due_right_after_another_says_when_it_comes_and_why(self) -> None:
        soonest = NextBreak(kind=BreakKind.REST, in_s=180.0, held_by="after-another")
        headline, sentence, _ = hero(watching(next=(soonest,)))
        assert headline == "The next break comes in 3 min at the soonest"
        assert sentence.startswith("It is due, but for five minutes")

    def test_the_work_so_far_is_told(self) -> None:
        assert hero()[1] == (
            "36 min of work since the count last began. 3 h at the computer or in calls today."
        )
        assert hero(watching(worked_s=10.0, day_s=10.0))[1] == "You have just begun to work."
        assert hero(watching(next=()))[0] == "No break is coming up"

    @pytest.mark.parametrize(
        ("reason", "sentence"),
        [
            ("in-call", "A call goes on. It is offered right after the call."),
            ("away", "You are away from keyboard and mouse: that counts as the break."),
            ("of-a-later-version", "It is offered as soon as nothing stands in its way."),
        ],
    )
    def test_a_break_that_is_held_back_says_why(self, reason: str, sentence: str) -> None:
        headline, told, act = hero(watching(due(Stage.HELD, held_by=reason)))
        assert (headline, told, act) == ("A break is due and waits", sentence, HeroAct.NOTHING)

    def test_an_offer_can_be_begun(self) -> None:
        record = replace(a_break("11:55"), offered_at=AT)
        assert hero(watching(due(Stage.OFFERED, record))) == (
            "Time for a break of 5 min",
            "It was offered at 12:00.",
            HeroAct.BEGIN,
        )

    def test_a_running_break_counts_down(self) -> None:
        state = page(watching(due(Stage.RUNNING, elapsed_s=75.0))).hero
        assert (plain(state.sentence), state.fraction) == ("03:45 left of 5 min.", 0.25)
        assert (state.button, state.act) == ("Back to work", HeroAct.DONE)
        over = page(watching(due(Stage.RUNNING, elapsed_s=400.0))).hero
        assert over.fraction == 1.0
        assert over.sentence.startswith("It is long enough.")

    def test_the_daily_limit_has_no_end_to_count_down_to(self) -> None:
        limit = a_break("12:00", kind=BreakKind.DAILY_LIMIT, length_s=0.0)
        offered = page(watching(due(Stage.OFFERED, limit))).hero
        assert (offered.headline, offered.button) == ("Enough for today", "I stop now")
        stopped = page(watching(due(Stage.RUNNING, limit))).hero
        assert (stopped.headline, stopped.fraction) == ("You stopped for today", None)

    def test_what_cannot_be_kept_stands_below(self) -> None:
        standing = watching(unknown=("Calls cannot be seen.",), fault="The disk is full.")
        assert page(standing).hero.lines == ("The disk is full.",)

    def test_quiet_is_seen_in_the_icon(self) -> None:
        quiet = watching(modes=Modes(quiet_until=AT))
        assert hero_state(Situation(seen=SEEN, standing=quiet), WORDING).look.word == "Quiet"
        headline, sentence, _ = hero(quiet)
        assert headline == "Quiet until 12:00"
        assert sentence.startswith("A break that is due before then comes after it. 36 min")


class TestWhatCanBeDone:
    def test_between_breaks(self) -> None:
        state = page().now
        assert state is not None
        assert (state.begin, state.postpone, state.skip) == ("Break now", "", "")
        assert (plain(state.quiet), plain(state.reading)) == ("Quiet for 1 h", "I read for 30 min")
        assert state.lines == (
            "Being away for as long as a break counts as one, without being asked.",
        )

    @pytest.mark.parametrize(
        ("standing", "begin"),
        [
            (BreakStanding(), ""),
            (watching(due(Stage.HELD, held_by="in-call")), ""),
            (watching(due(Stage.HELD, held_by="open-block")), "Break now"),
            (watching(due(Stage.RUNNING)), ""),
        ],
    )
    def test_a_break_begins_by_hand_unless_a_call_goes_on(
        self, standing: BreakStanding, begin: str
    ) -> None:
        state = page(standing).now
        assert state is not None
        assert (state.begin, state.postpone, state.skip) == (begin, "", "")

    def test_an_offer_is_answered_as_far_as_answers_are_open(self) -> None:
        state = page(watching(due(Stage.OFFERED))).now
        assert state is not None
        assert (plain(state.postpone), state.skip, state.begin) == ("Postpone 5 min", "Skip", "")
        strict = page(watching(due(Stage.OFFERED, may_postpone=False, may_skip=False))).now
        assert strict is not None
        assert (strict.postpone, strict.skip) == ("", "")

    def test_modes_say_when_they_end_by_themselves(self) -> None:
        modes = Modes(quiet_until=AT + timedelta(hours=1), reading_until=AT)
        state = page(watching(modes=modes)).now
        assert state is not None
        assert (state.quiet, state.reading) == ("End quiet", "End reading")
        assert state.lines[0] == "Quiet until 13:00: no break is offered. It ends by itself."
        assert state.lines[1].startswith("Reading until 12:00")

    @pytest.mark.parametrize(
        ("unknown", "asked"),
        [
            ((), "How is this known?"),
            (("Calls cannot be seen.",), "How is this known? One thing cannot be seen here."),
            (("Calls.", "Keys."), "How is this known? 2 things cannot be seen here."),
        ],
    )
    def test_what_cannot_be_seen_is_told_to_who_asks(
        self, unknown: tuple[str, ...], asked: str
    ) -> None:
        state = page(watching(unknown=unknown)).now
        assert state is not None
        assert state.how_known == asked
        assert state.known_from[0].startswith("Looked at are: when keys or mouse")
        assert state.known_from[1:] == unknown
        resting = page(BreakStanding()).now
        assert resting is not None
        assert resting.how_known == ""

    def test_nobody_knows_before_the_first_reading(self) -> None:
        assert now_state(Situation(seen=SEEN), WORDING) is None


def test_a_break_of_ones_own_that_was_broken_off_is_told_and_not_counted() -> None:
    own = a_break("09:00", Outcome.SKIPPED, reason="cut-short", is_own=True)
    day = page(records=(own,)).day
    assert day is not None
    assert (day.summary, day.rows[0].title) == ("None was due yet.", "Rest break: broken off")
    assert "not counted" in day.rows[0].detail
    had = page(records=(a_break("09:00", Outcome.TAKEN, is_own=True),)).day
    assert had is not None
    assert had.rows[0].detail == "You began it of your own accord."


def test_breaks_of_today_are_told_as_they_were() -> None:
    records = (
        a_break("08:30", Outcome.NATURAL, rest_s=420.0),
        a_break("09:20", Outcome.TAKEN, rest_s=310.0),
        a_break("10:05", Outcome.POSTPONED),
        a_break("10:10", Outcome.SHORTENED, rest_s=170.0, postponed_count=1),
        a_break("10:40", Outcome.SKIPPED, reason="not-answered"),
        a_break("11:00", Outcome.BLOCKED, reason="shift-over"),
        a_break("11:30", Outcome.BLOCKED, reason="in-call"),
        a_break("11:50", reason="open-block"),
        a_break("11:55", Outcome.SKIPPED, reason="of-a-later-version"),
    )
    day = page(records=records).day
    assert day is not None
    assert day.summary == (
        "9 due: 1 taken, 1 natural, 1 shortened, 1 postponed, 2 skipped, 1 blocked by calls, "
        "1 blocked and 1 still open."
    )
    told = [(row.when, row.title, plain(row.detail), plain(row.length)) for row in day.rows]
    assert told == [
        ("11:55", "Rest break: skipped", "Of a later version.", ""),
        ("11:50", "Rest break: not answered", "A focus block runs.", ""),
        ("11:30", "Rest break: blocked", "A call did not end in time.", ""),
        ("11:00", "Rest break: blocked", "Work ended, or you changed the settings, first.", ""),
        ("10:40", "Rest break: skipped", "You worked on beside it.", ""),
        ("10:10", "Rest break: shortened", "It was postponed before.", "Away for 2 min of 5 min."),
        ("10:05", "Rest break: postponed", "What came later is a line of its own.", ""),
        ("09:20", "Rest break: taken", "", "Away for 5 min."),
        ("08:30", "Rest break: natural", "You were away by yourself.", "Away for 7 min."),
    ]


def test_a_day_without_a_break_says_so() -> None:
    day = page().day
    assert day is not None
    assert (day.summary, day.rows) == ("None was due yet.", ())


class TestTips:
    def desk(self, **facts: float | None) -> TipsDesk:
        return TipsDesk(catalog=TIPS, facts=facts_of(**facts), running=SHIFT)

    def seen(self, desk: TipsDesk) -> Seen:
        service = desk.service()
        choice = service.offer()
        return replace(SEEN, choice=choice, last=service.last(), listed=service.listed())

    def test_the_tip_quotes_the_number_and_its_evidence(self) -> None:
        now = Situation(seen=self.seen(self.desk(interruptions__pet__week=4)))
        tip = tip_state(now, WORDING)
        assert tip is not None
        assert tip.title == "Tip: Family, pets and the door"
        assert tip.because == ("Because: interruptions.pet.week is 4.",)
        assert tip.grade == "Evidence B: One study"
        assert tip.source is not None
        assert tip.source.words == "Somebody, 2020: A study"
        assert tip.source.told == "Open the source in the browser: Somebody, 2020: A study"
        assert tip.spoken.startswith("Tip: Family, pets and the door. Do close the door.")
        assert page_state(now, WORDING).silence is None

    def test_an_idea_says_that_it_is_one(self) -> None:
        tip = tip_state(Situation(seen=self.seen(self.desk(interruptions__chat__week=4))), WORDING)
        assert tip is not None
        assert tip.grade == "Idea: plausible, but no study stands behind it"
        assert tip.source is None

    def test_what_helped_stays_and_says_so(self) -> None:
        desk = self.desk(interruptions__pet__week=4)
        self.seen(desk)
        desk.service().answer("close the door", Answer.HELPED)
        tip = tip_state(Situation(seen=self.seen(desk)), WORDING)
        assert tip is not None
        assert tip.answer == "You said that it helped."

    def test_without_one_the_reason_is_told(self) -> None:
        desk = self.desk(interruptions__pet__week=4)
        self.seen(desk)
        desk.service().answer("close the door", Answer.NOT_NOW)
        desk.facts = facts_of(interruptions__pet__week=4, interruptions__chat__week=4)
        seen = self.seen(desk)
        assert tip_state(Situation(seen=seen), WORDING) is None
        told = silence_state(seen, WORDING)
        assert told.title == "No tip now"
        assert told.lines[0] == (
            "A tip was shown within the last hour. The next one may come at 13:00."
        )
        assert told.lines[1].startswith("A tip comes at most once an hour")

    def test_where_calls_cannot_be_seen_that_is_told(self) -> None:
        desk = self.desk()
        desk.calling = None
        assert silence_state(self.seen(desk), WORDING).lines[-1] == (
            "Whether you are in a call cannot be told on this computer."
        )

    def test_words_of_a_later_version_are_spelled(self) -> None:
        desk = self.desk(interruptions__pet__week=4)
        seen = self.seen(desk)
        assert seen.last is not None
        tip = replace(seen.last.tip, topic="cold_feet")
        now = Situation(seen=replace(seen, last=replace(seen.last, tip=tip)))
        shown = tip_state(now, WORDING)
        assert shown is not None
        assert shown.title == "Tip: Cold feet"
        silence = silence_state(replace(SEEN, choice=Choice(tip=None, reason="full-moon")), WORDING)
        assert silence.lines[0] == "Full moon."

    def test_before_the_first_look_there_is_only_the_rule(self) -> None:
        assert len(silence_state(SEEN, WORDING).lines) == 1

    def test_a_trouble_hides_the_tip(self) -> None:
        seen = self.seen(self.desk(interruptions__pet__week=4))
        assert tip_state(Situation(seen=seen, trouble="Gone."), WORDING) is None
        assert tip_state(Situation(), WORDING) is None


class TestTheCatalog:
    def seen(self) -> Seen:
        desk = TipsDesk(
            catalog=TIPS, facts=facts_of(interruptions__pet__week=4, microphone__snr=None)
        )
        service = desk.service()
        choice = service.offer()
        service.answer("mute the chat", Answer.DOES_NOT_APPLY)
        return replace(SEEN, choice=choice, listed=service.listed())

    def test_what_fits_now_comes_first(self) -> None:
        seen = self.seen()
        state = catalog_state(Situation(seen=seen), seen, WORDING)
        assert state.summary == "3 tips, of which 1 fit your numbers now."
        assert state.topics == (
            (FIT_NOW, "Fitting now"),
            ("noise", "Noise"),
            ("family_pets_door", "Family, pets and the door"),
            ("phone_chat", "Phone, chat and the web"),
            (PUT_AWAY, "Put away (1)"),
        )
        (row,) = state.rows
        assert row.stand == "Chosen. It fits what was measured or logged."
        assert row.facts == ("Because: interruptions.pet.week is 4.",)
        assert row.past == "Shown once, today 12:00."
        assert row.description == "Does not apply to me: Do close the door."

    def test_what_was_put_away_can_be_put_back(self) -> None:
        seen = self.seen()
        state = catalog_state(Situation(seen=seen, topic=PUT_AWAY), seen, WORDING)
        (row,) = state.rows
        assert (row.tip_id, row.is_away, row.button) == ("mute the chat", True, "Put back")

    def test_what_is_not_known_says_what_is_missing(self) -> None:
        seen = self.seen()
        (row,) = catalog_state(Situation(seen=seen, topic="noise"), seen, WORDING).rows
        assert row.stand == "Not known. What it depends on is not known."
        assert row.facts == ("No microphone.snr yet.",)
        assert row.past == ""

    def test_what_is_irrelevant_quotes_nothing(self) -> None:
        desk = TipsDesk(catalog=TIPS, facts=facts_of(microphone__snr=40))
        seen = replace(SEEN, choice=desk.service().why(), listed=desk.service().listed())
        (row,) = catalog_state(Situation(seen=seen, topic="noise"), seen, WORDING).rows
        assert (row.stand, row.facts) == (
            "Not relevant now. What was measured or logged gives no reason.",
            (),
        )

    def test_empty_lists_say_so(self) -> None:
        nothing = replace(SEEN, choice=Choice(tip=None, reason="nothing-fits"))
        for now, seen, told in (
            (Situation(), nothing, "No tip fits what is known of your work."),
            (Situation(), SEEN, "Reading your breaks"),
            (Situation(topic=PUT_AWAY), nothing, "You have put no tip away."),
            (Situation(topic="gone"), nothing, "No tip fits what is known of your work."),
        ):
            assert catalog_state(now, seen, WORDING).empty == told

    def test_before_anything_is_known_a_tip_is_just_listed(self) -> None:
        tip = replace(TIPS[0], topic="cold_feet")
        listed = Listed(
            tip=tip,
            offered_at=AT - timedelta(days=2),
            times_offered=3,
            answer=None,
            is_put_away=False,
        )
        seen = replace(SEEN, listed=(listed,))
        (row,) = catalog_state(Situation(topic="cold_feet"), seen, WORDING).rows
        assert (row.stand, row.title) == ("", "Cold feet")
        assert row.past == "Shown 3 times, last 21/11/2026, 12:00."


class TestChoices:
    def test_what_holds_is_among_the_options(self) -> None:
        usual = Settings()
        odd = replace(
            usual,
            rest=KindSettings(is_on=True, work_s=3000.0, length_s=420.0),
            longest_postponing=5,
        )
        state = settings_state(odd, WORDING)
        rest = state.choices[Row.REST_WORK]
        assert (rest.value, dict(rest.options)["3000"]) == ("3000", f"50{NARROW_SPACE}min")
        assert rest.options[0] == ("0", "Off")
        assert state.choices[Row.REST_LENGTH].value == "420"
        assert dict(state.choices[Row.TIMES].options) == {
            "0": "Never",
            "1": "Once",
            "2": "2 times",
            "3": "3 times",
            "5": "5 times",
        }

    def test_lengths_of_what_is_off_are_closed(self) -> None:
        chosen = replace(NO_KIND, longest_postponing=0)
        state = settings_state(chosen, WORDING)
        assert state.choices[Row.REST_WORK].value == "0"
        assert not state.choices[Row.REST_LENGTH].is_open
        assert not state.choices[Row.MICRO_LENGTH].is_open
        assert not state.choices[Row.POSTPONE].is_open
        assert state.choices[Row.LIMIT].value == "0"

    @pytest.mark.parametrize(
        ("row", "value", "changed"),
        [
            (Row.REST_WORK, "1800", lambda one: one.rest.work_s == 1800.0),
            (Row.REST_WORK, "0", lambda one: not one.rest.is_on and one.rest.work_s == 3600.0),
            (Row.REST_LENGTH, "600", lambda one: one.rest.length_s == 600.0),
            (Row.MICRO_WORK, "1200", lambda one: one.micro.is_on and one.micro.work_s == 1200.0),
            (Row.MICRO_LENGTH, "20", lambda one: one.micro.length_s == 20.0),
            (Row.LIMIT, "28800", lambda one: one.daily_limit_s == 28_800.0),
            (Row.LIMIT, "0", lambda one: one.daily_limit_s is None),
            (Row.TIMES, "3", lambda one: one.longest_postponing == 3),
            (Row.POSTPONE, "600", lambda one: one.postpone_s == 600.0),
        ],
    )
    def test_each_choice_changes_its_own(self, row: Row, value: str, changed: object) -> None:
        assert callable(changed)
        assert changed(with_choice(Settings(), row, value))

    def test_each_switch_changes_its_own(self) -> None:
        usual = Settings()
        assert with_switch(usual, Switch.IS_ON, is_on=False) == replace(usual, is_on=False)
        assert with_switch(NO_KIND, Switch.IS_ON, is_on=True) == usual
        assert with_switch(usual, Switch.STRICT, is_on=True) == replace(usual, is_strict=True)
        assert with_switch(usual, Switch.FULL_SCREEN, is_on=False) == replace(
            usual, minds_full_screen=False
        )


def test_every_choice_and_silence_has_its_reason() -> None:
    def entry(reason: str, outcome: Told = Told.SHOWN, detail: str = "") -> Entry:
        return Entry(
            at=AT,
            kind=ReminderKind.BREAK,
            about="one",
            title="Time for a rest break",
            outcome=outcome,
            reason=reason,
            detail=detail,
        )

    why = page(
        why=(
            entry("in-call", Told.HELD_BACK, "Teams uses the microphone."),
            entry("three-a-shift"),
            entry("quiet-mode"),
            entry("of-a-later-version"),
        ),
        has_more_why=True,
    ).why
    assert why is not None
    assert (why.empty, why.has_more) == ("", True)
    first = why.rows[0]
    assert (first.title, first.when) == ("Held back: Time for a rest break", "Today 12:00")
    assert first.reason.endswith("Teams uses the microphone.")
    assert "Three tips" in why.rows[1].reason
    assert why.rows[2].reason[:1].isupper()
    assert why.rows[3].reason == "Of a later version."
    nothing = page().why
    assert nothing is not None
    assert nothing.empty.startswith("Nothing yet.")


class TestNews:
    """What those who listen are told of what they did not do."""

    def with_tip(self) -> PageState:
        offered = Offered(tip=TIPS[0], at=AT, quotes=(), answer=None, is_current=True)
        return page(last=offered)

    def test_a_new_tip(self) -> None:
        assert news(page(), self.with_tip()).startswith("Tip: Family")
        assert news(self.with_tip(), self.with_tip()) == ""

    def test_a_break_that_is_due(self) -> None:
        assert plain(news(page(), page(watching(due(Stage.OFFERED))))) == (
            "Time for a break of 5 min"
        )

    def test_passing_minutes_are_none(self) -> None:
        later = watching(next=(NextBreak(kind=BreakKind.REST, in_s=60.0),))
        assert news(page(), page(later)) == ""
