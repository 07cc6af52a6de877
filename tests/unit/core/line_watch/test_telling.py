from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.unit.core.line_watch.lines import events_of, line, second
from workspace_assistant.core.line_watch.telling import SPACING_S, Telling, Told, telling

(OVER,) = events_of(line("." * 30 + "xxx" + "." * 20))
BEGUN = replace(OVER, is_over=False)
NOW = second(33)


@pytest.mark.parametrize("in_call", [False, None])
def test_trouble_that_begins_is_told(in_call: bool | None) -> None:
    assert telling(BEGUN, None, NOW, in_call=in_call) is Telling.ALARM


def test_nothing_is_told_into_a_call() -> None:
    assert telling(BEGUN, None, NOW, in_call=True) is Telling.IN_CALL
    told = Told(event_id=OVER.id, at=NOW)
    assert telling(OVER, told, NOW, in_call=True) is Telling.IN_CALL
    assert telling(replace(OVER, is_cut_off=True), told, NOW, in_call=True) is Telling.CUT_OFF


def test_trouble_is_told_once_in_ten_minutes() -> None:
    lately = Told(event_id="before", at=NOW - timedelta(seconds=SPACING_S - 1))
    assert telling(BEGUN, lately, NOW, in_call=False) is Telling.TOLD_LATELY
    long_ago = Told(event_id="before", at=NOW - timedelta(seconds=SPACING_S))
    assert telling(BEGUN, long_ago, NOW, in_call=False) is Telling.ALARM


def test_its_end_is_told_to_whom_its_beginning_was_told() -> None:
    told = Told(event_id=OVER.id, at=NOW)
    assert telling(OVER, told, NOW, in_call=False) is Telling.RECOVERED
    assert telling(OVER, replace(told, event_id="other"), NOW, in_call=False) is (
        Telling.NOT_TOLD_BEFORE
    )
    cut_off = replace(OVER, is_cut_off=True)
    assert telling(cut_off, told, NOW, in_call=False) is Telling.CUT_OFF
    assert telling(OVER, None, NOW, in_call=False) is Telling.NOT_TOLD_BEFORE
