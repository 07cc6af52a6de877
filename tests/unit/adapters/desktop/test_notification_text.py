"""What a reminder says, as a notification service takes it."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.desktop.notification_text import body_of, shortened, title_of
from workspace_assistant.adapters.desktop.notifications import NO_BUS, BusNotifier
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.reminders.model import Reminder, ReminderKind
from workspace_assistant.core.reminders.ports import NotShownError

PLAIN, RICH = frozenset({"body"}), frozenset({"body", "body-markup"})


def reminder(title: str, body: str) -> Reminder:
    return Reminder(kind=ReminderKind.READINESS, about="s", title=title, body=body)


@given(body=st.text(max_size=200))
def test_no_words_are_taken_for_markup(body: str) -> None:
    told = body_of(reminder("t", body), RICH)
    assert "<" not in told
    assert ">" not in told
    assert html.unescape(told) == body_of(reminder("t", body), PLAIN)


@given(text=st.text(st.characters(), max_size=2000))
def test_any_words_fit_into_a_message(text: str) -> None:
    one = reminder(text, text)
    for abilities in (PLAIN, RICH, frozenset[str]()):
        for told in (title_of(one, abilities), body_of(one, abilities)):
            told.encode()
            assert "\0" not in told
        assert "\n" not in title_of(one, abilities)
    assert len(body_of(one, PLAIN)) <= 1000
    assert len(title_of(one, PLAIN)) <= 200


def test_half_a_character_is_replaced() -> None:
    assert body_of(reminder("t", "a\ud800b"), PLAIN) == "a?b"


def test_lines_stay_and_a_service_of_titles_alone_gets_all_in_one() -> None:
    one = reminder("Not ready", "Loss 8 %\nProvider side")
    assert body_of(one, PLAIN) == "Loss 8 %\nProvider side"
    assert title_of(one, PLAIN) == "Not ready"
    assert title_of(one, frozenset()) == "Not ready: Loss 8 % Provider side"
    assert body_of(one, frozenset()) == ""


@pytest.mark.parametrize(
    ("most", "told"), [(4, "abcd"), (3, "ab…"), (2, "a…")], ids=["fits", "cut", "cut more"]
)
def test_a_cut_is_shown(most: int, told: str) -> None:
    assert shortened("abcd", most) == told


def test_without_a_session_the_reason_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    notifier = BusNotifier()
    with pytest.raises(NotShownError, match=NO_BUS):
        notifier.show(reminder("t", "b"), lambda _: None)
    notifier.withdraw(ReminderKind.READINESS)
    notifier.listen(60.0, JobContext(lambda _: None))
    notifier.close()
