"""What the mini timer and the icon in the panel show of the running block."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, timedelta

import pytest

from tests.fakes import focus_days as days
from tests.fakes import readiness_reports as reports
from tests.fakes.breaks_page import AT, due, watching
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.breaks.model import Act, BreakStanding, Modes, Settings, Stage
from workspace_assistant.core.focus.model import Block, Cause, GapReason
from workspace_assistant.core.focus.recovery import Evidence
from workspace_assistant.core.focus.service import Now
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.typography import NARROW_SPACE
from workspace_assistant.ui.breaks.situation import Seen
from workspace_assistant.ui.breaks.situation import Situation as Breaks
from workspace_assistant.ui.focus.situation import Situation
from workspace_assistant.ui.mini_timer.view_state import MiniState, mini_state
from workspace_assistant.ui.readiness.run_progress import started_run
from workspace_assistant.ui.readiness.situation import Situation as Readiness
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.tray.view_state import (
    BreakMenu,
    PanelState,
    TrayState,
    break_menu,
    panel_state,
    tray_state,
)

WORDING = EnglishWording()
PLANNED = days.block("Refund queue", "09:00", None, planned_min=25)
FLOW = replace(PLANNED, planned_s=None)
PAUSE = days.gap("09:10", None, GapReason.PAUSE)


@dataclass(frozen=True)
class Shown:
    tray: TrayState
    mini: MiniState


def shown(block: Block, clock: str, *, trouble: str = "", is_alone: bool = False) -> Shown:
    at = days.at(clock)
    seen = Evidence(
        last_seen_at=at - timedelta(minutes=5), now=at, is_restarted=True, was_watched=True
    )
    now = Now(at=at, block=block, heartbeat=None, left_alone=seen if is_alone else None)
    situation = Situation(now=now, trouble=trouble)
    tray, mini = tray_state(situation, WORDING), mini_state(situation, WORDING)
    assert tray is not None
    assert mini is not None
    return Shown(tray, mini)


def plain(text: str) -> str:
    return text.replace(NARROW_SPACE, " ")


@pytest.mark.parametrize(
    "now", [None, Now(at=PLANNED.started_at, block=None, heartbeat=None, left_alone=None)]
)
def test_without_a_block_there_is_neither(now: Now | None) -> None:
    situation = Situation(now=now)
    assert tray_state(situation, WORDING) is None
    assert mini_state(situation, WORDING) is None


@pytest.mark.parametrize(
    ("block", "clock", "tip", "stale_after_s"),
    [
        (PLANNED, "09:01:50", "Refund queue: 23 min left", 10),
        (PLANNED, "09:24:30", "Refund queue: less than 1 min left", 30),
        (PLANNED, "09:25", "Refund queue: the planned time is over", 60),
        (PLANNED, "09:25:59", "Refund queue: the planned time is over", 1),
        (PLANNED, "09:27:20", "Refund queue: 2 min over the plan", 40),
        (FLOW, "09:00:20", "Refund queue: just begun", 40),
        (FLOW, "10:05", "Refund queue: 1 h 05 min worked", 60),
    ],
)
def test_the_tip_says_whole_minutes_and_how_long_they_hold(
    block: Block, clock: str, tip: str, stale_after_s: float
) -> None:
    tray = shown(block, clock).tray
    assert (plain(tray.tip), tray.stale_after_s) == (tip, stale_after_s)


def test_a_tip_holds_until_it_says_another_minute() -> None:
    tray = shown(PLANNED, "09:01:50").tray
    assert tray.stale_after_s is not None
    for later_s, is_same in ((tray.stale_after_s - 1, True), (tray.stale_after_s + 1, False)):
        clock = days.at("09:01:50") + timedelta(seconds=later_s)
        assert (shown(PLANNED, f"{clock:%H:%M:%S}").tray.tip == tray.tip) is is_same


def test_a_pause_stands_still_and_takes_no_interruption() -> None:
    now = shown(replace(PLANNED, gaps=(PAUSE,)), "09:12")
    assert plain(now.tray.tip) == "Refund queue, paused: 15 min left"
    assert now.tray.look.icon == "pause"
    assert now.tray.stale_after_s is None
    assert (now.tray.proceed, now.tray.can_interrupt, now.mini.can_interrupt) == (
        "Resume",
        False,
        False,
    )
    assert now.mini.line == "Paused since 09:10. The clock stands still."


def test_time_away_says_so() -> None:
    away = replace(PLANNED, gaps=(replace(PAUSE, reason=GapReason.IDLE),))
    now = shown(away, "09:12")
    assert plain(now.tray.tip) == "Refund queue, away: 15 min left"
    assert now.mini.line.startswith("No input since 09:10.")
    assert now.mini.proceed == "I am back"


def test_an_interruption_offers_the_way_back() -> None:
    one = days.interruption("09:03", Cause.FAMILY)
    now = shown(replace(PLANNED, interruptions=(one,)), "09:05")
    assert plain(now.tray.tip) == "Refund queue, interrupted: 20 min left"
    assert now.tray.is_interrupted
    assert now.tray.look.icon == "exclamation"
    assert now.mini.is_interrupted
    assert now.mini.line == "Interrupted by the family since 09:03"


def test_what_runs_undisturbed_says_that_it_runs() -> None:
    mini = shown(PLANNED, "09:05").mini
    assert (mini.line, mini.ring.digits, mini.is_interrupted) == ("Running", "20:00", False)
    assert mini.can_act
    assert mini.can_interrupt


def test_a_block_that_was_left_alone_sends_to_the_window() -> None:
    now = shown(PLANNED, "09:20", is_alone=True)
    assert now.tray.tip == "Refund queue: the window asks what became of it"
    assert now.tray.stale_after_s is None
    assert (now.tray.can_act, now.mini.can_act) == (False, False)
    assert now.mini.line == "Nobody watched it for a while. The window asks about that."


def test_a_log_that_cannot_be_read_says_why() -> None:
    mini = shown(PLANNED, "09:05", trouble="The disk is full.").mini
    assert (mini.line, mini.can_act, mini.look.icon) == ("The disk is full.", False, "cross")


def test_a_long_name_leaves_room_for_the_time() -> None:
    tip = shown(replace(PLANNED, name="x" * 200), "09:05").tray.tip
    assert tip.startswith("x" * 59 + "…: ")
    assert len(shown(replace(PLANNED, name="x" * 60), "09:05").tray.tip) > 60


NOW = reports.FINISHED_AT + timedelta(minutes=5)


def panel(focus: Situation | None = None, **checked: object) -> PanelState:
    made = Readiness(now=NOW, is_opening=False, profile=reports.PROFILE)
    return panel_state(replace(made, **checked), focus or Situation(), WORDING)  # type: ignore[arg-type]  # fields by name


class TestThePanel:
    def test_before_the_first_check(self) -> None:
        state = panel()
        assert (state.tip, state.look.icon, state.badge) == ("Not checked yet", "dash", None)
        assert (state.check, state.can_check) == ("Check now", True)
        assert not panel(is_opening=True).can_check

    @pytest.mark.parametrize(
        ("report", "tip", "icon"),
        [
            (reports.ready(), "Ready, checked at 08:36", "check"),
            (reports.caution(), "Caution, checked at 08:36", "exclamation"),
            (reports.not_ready(), "Not ready, checked at 08:36", "cross"),
            (reports.not_tested(), "Not tested, checked at 08:36", "dash"),
        ],
    )
    def test_the_verdict(self, report: ReadinessReport, tip: str, icon: str) -> None:
        state = panel(report=report)
        assert (state.tip, state.look.icon) == (tip, icon)

    def test_an_old_one_is_none_for_now(self) -> None:
        state = panel(report=reports.ready(), now=NOW + timedelta(days=1))
        assert (state.tip, state.look.icon) == (
            "Ready, checked on 21/11/2026, 08:36",
            "clock",
        )

    def test_while_one_runs(self) -> None:
        run = started_run(("computer",), is_quick=False)
        state = panel(report=reports.ready(), run=run)
        assert (state.tip, state.check, state.can_check) == ("Checking", "Cancel the check", True)
        assert not panel(run=replace(run, is_cancelling=True)).can_check

    def test_a_fault(self) -> None:
        state = panel(report=reports.ready(), fault="It broke.")
        assert (state.tip, state.look.tone) == ("Not tested", Tone.UNTESTED)

    def test_a_block_stands_above_and_in_the_badge(self) -> None:
        now = Now(at=days.at("09:05"), block=PLANNED, heartbeat=None, left_alone=None)
        state = panel(Situation(now=now), report=reports.ready())
        assert plain(state.tip) == "Refund queue: 20 min left\nReady, checked at 08:36"
        assert state.badge is not None
        assert state.badge.icon == "focus"
        assert state.block is not None
        long = replace(PLANNED, name="x" * 200)
        now = replace(now, block=long)
        assert len(panel(Situation(now=now), report=reports.ready()).tip) <= 127


def breaks(standing: BreakStanding | None, settings: Settings | None = None) -> BreakMenu | None:
    seen = Seen(at=AT, zone=UTC, settings=settings) if settings else None
    return break_menu(Breaks(seen=seen, standing=standing), WORDING)


def test_the_menu_offers_a_break_and_an_hour_of_quiet() -> None:
    menu = breaks(watching())
    assert menu is not None
    assert (menu.act, menu.words, menu.can_act) == (Act.BEGIN, "Break now", True)
    assert (plain(menu.quiet), menu.is_quiet) == ("Quiet for 1 h", False)


@pytest.mark.parametrize(
    ("standing", "can_act"),
    [
        (BreakStanding(), False),
        (watching(due(Stage.OFFERED)), True),
        (watching(due(Stage.HELD, held_by="in-call")), False),
    ],
)
def test_a_break_begins_from_the_panel_where_it_may(standing: BreakStanding, can_act: bool) -> None:
    menu = breaks(standing, Settings())
    assert menu is not None
    assert menu.can_act is can_act


def test_a_running_break_and_quiet_are_ended_from_the_panel() -> None:
    menu = breaks(watching(due(Stage.RUNNING), modes=Modes(quiet_until=AT)))
    assert menu is not None
    assert (menu.act, menu.words, menu.can_act) == (Act.DONE, "Back to work", True)
    assert (menu.quiet, menu.is_quiet) == ("End quiet (until 12:00)", True)


def test_breaks_that_are_off_or_not_watched_have_no_entries() -> None:
    assert breaks(None) is None
    assert breaks(watching(), replace(Settings(), is_on=False)) is None
    assert break_menu(Breaks(standing=watching(), has_broken=True), WORDING) is None
