from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from tests.fakes.preshift import FakeDesktop, MemoryWhyLog
from tests.unit.core.line_watch.lines import events_of, line
from workspace_assistant.core.line_watch.teller import KEY_OPEN, LineTeller
from workspace_assistant.core.line_watch.wording import plain_words
from workspace_assistant.core.reminders.model import Outcome, ReminderKind
from workspace_assistant.core.reminders.service import ReminderService
from workspace_assistant.core.reminders.texts import REASON_WORDS

(OVER,) = events_of(line("." * 60 + "x" * 8 + "." * 60))
BEGUN = replace(OVER, is_over=False)


@dataclass
class Desk:
    now: datetime = BEGUN.ended_at
    in_call: bool | None = False
    desktop: FakeDesktop = field(default_factory=FakeDesktop)
    why_log: MemoryWhyLog = field(default_factory=MemoryWhyLog)
    keys: list[str] = field(default_factory=list)

    def teller(self) -> LineTeller:
        reminders = ReminderService(
            why_log=self.why_log, notifier=self.desktop, now=lambda: self.now
        )
        return LineTeller(
            reminders=reminders,
            in_call=lambda: self.in_call,
            on_action=self.keys.append,
            now=lambda: self.now,
            words=plain_words(ZoneInfo("Europe/Madrid")),
        )

    def log(self) -> list[tuple[ReminderKind, Outcome, str]]:
        """Oldest first; each reason has its words."""
        entries = self.why_log.recent(100)
        assert all(one.reason in REASON_WORDS for one in entries)
        return [(one.kind, one.outcome, one.reason) for one in reversed(entries)]


def test_trouble_is_told_with_its_figures_and_so_is_its_end() -> None:
    desk = Desk()
    teller = desk.teller()
    teller.hear(BEGUN)
    (shown,) = desk.desktop.shown
    assert shown.title == "The line loses packets"
    assert "no answer for 8s (8 packets), the router answered all 8" in shown.body
    assert [one.key for one in shown.actions] == [KEY_OPEN]
    teller.hear(OVER)
    assert [one.kind for one in desk.desktop.shown] == [
        ReminderKind.LINE,
        ReminderKind.LINE_RECOVERED,
    ]
    assert desk.desktop.withdrawn == [ReminderKind.LINE]
    assert [reason for *_, reason in desk.log()] == ["m-of-n-bad", "recovered"]


def test_a_watch_that_ends_does_not_claim_that_all_is_well() -> None:
    desk = Desk()
    teller = desk.teller()
    teller.hear(BEGUN)
    teller.hear(replace(OVER, is_cut_off=True))
    assert [one.kind for one in desk.desktop.shown] == [ReminderKind.LINE]
    assert [reason for *_, reason in desk.log()] == ["m-of-n-bad", "watch-ended"]


def test_more_trouble_within_minutes_is_only_logged() -> None:
    desk = Desk()
    teller = desk.teller()
    teller.hear(BEGUN)
    desk.now += timedelta(minutes=5)
    teller.hear(replace(BEGUN, id="e2"))
    teller.hear(replace(OVER, id="e2"))
    assert len(desk.desktop.shown) == 1
    assert [reason for *_, reason in desk.log()] == [
        "m-of-n-bad",
        "told-lately",
        "trouble-not-told",
    ]


def test_what_happens_in_a_call_is_told_after_it() -> None:
    desk = Desk(in_call=True)
    teller = desk.teller()
    teller.look()
    teller.hear(BEGUN)
    teller.hear(OVER)
    teller.hear(replace(OVER, id="e2", is_over=False))
    teller.look()
    assert desk.desktop.shown == []
    desk.in_call = False
    teller.look()
    (shown,) = desk.desktop.shown
    assert len(shown.body.splitlines()) == 2
    teller.look()
    assert len(desk.desktop.shown) == 1
    assert [reason for *_, reason in desk.log()] == ["in-call", "in-call", "after-call"]
    teller.hear(replace(OVER, id="e2"))
    assert desk.desktop.shown[-1].kind is ReminderKind.LINE_RECOVERED


def test_the_end_of_told_trouble_waits_for_the_end_of_a_call() -> None:
    desk = Desk()
    teller = desk.teller()
    teller.hear(BEGUN)
    desk.in_call = True
    teller.hear(OVER)
    teller.look()
    assert [one.kind for one in desk.desktop.shown] == [ReminderKind.LINE]
    desk.in_call = False
    teller.look()
    teller.look()
    assert [one.kind for one in desk.desktop.shown] == [
        ReminderKind.LINE,
        ReminderKind.LINE_RECOVERED,
    ]
    assert desk.desktop.withdrawn == [ReminderKind.LINE]
    assert [reason for *_, reason in desk.log()] == ["m-of-n-bad", "in-call", "after-call"]


def test_more_trouble_in_the_same_call_is_told_with_it() -> None:
    desk = Desk()
    teller = desk.teller()
    teller.hear(BEGUN)
    desk.in_call = True
    teller.hear(OVER)
    teller.hear(replace(BEGUN, id="e2"))
    desk.in_call = False
    teller.look()
    assert [one.kind for one in desk.desktop.shown] == [ReminderKind.LINE, ReminderKind.LINE]
    assert len(desk.desktop.shown[-1].body.splitlines()) == 2
